import BindingDocuments
import DurableStorage
import Glibc
import SourceText
import TrustedAccess

/// Checks one file after the other, with memory that is used again.
struct FileChecker: ~Copyable {
  private let check: Check
  private var buffer = FileBuffer()

  /// The largest file that is looked at, in bytes.
  private static let limit = 100 << 20

  init(_ check: Check) {
    self.check = check
  }

  /// What a file says, and what is to be said of it.
  struct Outcome: Sendable {
    var file: CheckedFile
    /// What it claims, to be held against other files.
    var claims: PlacedClaims?
  }

  /// Reads and checks a file; `nil` if there is nothing to say of it.
  mutating func outcome(of file: FoundFile) -> Outcome? {
    var dialect = file.dialect
    do throws(FileReadingError) {
      let isWanted = try buffer.read(file.path, limit: Self.limit) { beginning in
        dialect = dialect ?? Shebang.dialect(of: beginning)
        return dialect != nil
      }
      guard isWanted, let dialect else {
        guard file.isNamed, !buffer.bytes.isEmpty else { return nil }
        let message =
          "nothing tells its language: name it in the settings, as in \"include\": {\"*.txt\": \"shellscript\"}"
        return Outcome(problem: FileProblem(file.path, message, isFatal: false))
      }
      return outcome(of: file.path, as: dialect, file.settings.settings, isFile: true)
    } catch {
      return Outcome(problem: FileProblem(file.path, "cannot be read: \(error.text)", isFatal: true))
    }
  }

  /// Checks a text that is no file, as if it were one.
  mutating func outcome(of bytes: [UInt8], at path: FilePath, as dialect: DialectName, _ settings: Settings) -> Outcome?
  {
    buffer.hold(bytes)
    return outcome(of: path, as: dialect, settings, isFile: false)
  }

  private mutating func outcome(
    of path: FilePath, as dialect: DialectName, _ settings: Settings, isFile: Bool
  ) -> Outcome? {
    guard let text = Self.textOfInterest(buffer.bytes) else { return nil }
    var problem: FileProblem?
    if let fault = text.fault {
      problem = FileProblem(fault, of: text, path)
      if problem?.isFatal == true { return problem.map(Outcome.init) }
    }
    guard let analysis = DocumentAnalysis(text.bytes, as: dialect) else { return nil }
    var result = Outcome(file: CheckedFile(path: path, problems: problem.map { [$0] } ?? []))
    let findings = check.findings(in: analysis, settings)
    if !findings.isEmpty {
      let source = SourceText(text.bytes)
      let counting = check.baseline?.unknown(findings, of: source, in: path) ?? findings
      result.file.findings = counting.map { CheckedFinding($0, in: source) }
      // What is not all UTF-16 cannot be written back.
      if text.fault != .notUTF16 { result.file.mendedCount = FixSelection(counting.compactMap(\.onlyFix)).count }
    }
    if result.file.mendedCount > 0, check.fixing != .counted {
      mend(text, analysis, settings, isFile: isFile, &result)
    }
    let claims = analysis.claims()
    if !claims.isEmpty { result.claims = PlacedClaims(claims, in: SourceText(text.bytes), settings) }
    let isEmpty = result.file.findings.isEmpty && result.file.problems.isEmpty && result.file.mendedCount == 0
    return isEmpty && result.claims == nil ? nil : result
  }

  private func mend(
    _ text: FileText, _ analysis: DocumentAnalysis, _ settings: Settings, isFile: Bool, _ result: inout Outcome
  ) {
    let path = result.file.path
    result.file.mendedCount = 0
    var left: [DocumentFinding] = []
    var leftText = SourceText(text.bytes)
    let mending = Mending(leftText, analysis) { analysis, text in
      let findings = check.findings(in: analysis, settings)
      left = check.baseline?.unknown(findings, of: text, in: path) ?? findings
      leftText = text
      return left
    }
    guard mending.fixCount > 0 else { return }
    let changes = TextChanges(of: text.bytes, mending.edits)
    if check.fixing == .made, isFile {
      do throws(FileReplacement.Refusal) {
        try FileReplacement.replace(path, holding: text.encoded(text.bytes), with: text.encoded(changes.new))
      } catch {
        result.file.problems.append(FileProblem(path, "is left as it is: \(error.text)", isFatal: true))
        return
      }
    }
    if check.fixing == .shown { result.file.change = changes }
    result.file.mendedCount = mending.fixCount
    if check.fixing == .made { result.file.findings = left.map { CheckedFinding($0, in: leftText) } }
  }

  /// The text of a file, if it may speak of a binding.
  private static func textOfInterest(_ bytes: UnsafeRawBufferPointer) -> FileText? {
    let hasMark = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if hasMark {
      let text = FileText(bytes)
      return text.bytes.withUnsafeBytes(FirstLook.isOfInterest) ? text : nil
    }
    if FirstLook.isOfInterest(bytes) { return FileText(bytes) }
    // UTF-16 without a mark, which is no text here, but is told if it may matter.
    guard let base = bytes.baseAddress, memchr(base, 0, bytes.count) != nil else { return nil }
    let letters = bytes.filter { $0 != 0 }
    return letters.withUnsafeBytes(FirstLook.isOfInterest) ? FileText(bytes) : nil
  }
}

extension FileChecker.Outcome {
  init(problem: FileProblem) {
    self.init(file: CheckedFile(path: problem.path, problems: [problem]))
  }
}

extension FileProblem {
  /// What is wrong with the bytes of a file.
  fileprivate init(_ fault: FileText.Fault, of text: FileText, _ path: FilePath) {
    switch fault {
    case .nul(let offset):
      self.init(
        path, at: TextPlace(of: offset, in: SourceText(text.bytes)),
        "is passed over: it holds NUL, so it is no text in UTF-8; UTF-16 is read behind a byte order mark",
        isFatal: true)
    case .notUTF8(let offset):
      self.init(
        path, at: TextPlace(of: offset, in: SourceText(text.bytes)),
        "is not UTF-8 from here on; it is read as far as it is ASCII, better save it as UTF-8", isFatal: false)
    case .notUTF16:
      self.init(path, "has a byte order mark of UTF-16 and is not all UTF-16; better save it as UTF-8", isFatal: false)
    }
  }
}
