/// A text on its way to being a resource ID: what the checks have made of it so far, and where each byte came from.
///
/// Ranges that checks use are of the draft; problems are reported with the ranges of the original.
struct ResourceIDDraft {
  /// One byte of the draft.
  private struct Byte {
    var value: UInt8
    /// What it came from in the original: itself, or what it stands in the place of.
    var origin: Range<Int>
    /// Whether it belongs to a placeholder.
    var isOpaque: Bool
  }

  /// A replacement in the draft.
  struct Edit {
    var range: Range<Int>
    var text: String
  }

  /// Something wrong with the draft, and the edits that put it right.
  struct Finding {
    var code: String
    var severity: Severity = .error
    var range: Range<Int>
    var message: String
    var edits: [Edit] = []
  }

  /// A finding in terms of the original.
  private struct Report {
    var code: String
    var severity: Severity
    var message: String
    var range: Range<Int>
    var isCorrected: Bool
  }

  /// The type that the ID should have, if one is wanted.
  let expected: ResourceType?

  /// The placeholders, with their ranges in the original.
  private(set) var placeholders: [Placeholder] = []

  /// Whether the text was a page's address in the Azure portal.
  var isFromPortal = false

  /// Whether so much is unclear that the structure can't be judged.
  var isUnclear = false

  /// The draft read as an ID; slashes within placeholders do not part segments.
  private(set) var anatomy: ResourceIDAnatomy

  /// Whether a check has changed the text.
  private(set) var isChanged = false

  private var bytes: [Byte]
  private var reports: [Report] = []
  private let originalCount: Int

  init(_ text: String, expecting expected: ResourceType?) {
    self.expected = expected
    bytes = text.utf8.enumerated().map { Byte(value: $1, origin: $0..<$0 + 1, isOpaque: false) }
    originalCount = bytes.count
    anatomy = ResourceIDAnatomy("")
    findPlaceholders()
  }

  /// Looks for placeholders anew, once slashes are what they are.
  mutating func findPlaceholders() {
    for place in bytes.indices { bytes[place].isOpaque = false }
    placeholders = Placeholder.all(in: text).map { found in
      for place in found.range { bytes[place].isOpaque = true }
      return Placeholder(form: found.form, range: original(found.range))
    }
    read()
  }

  /// The draft's length in bytes.
  var count: Int { bytes.count }

  /// The draft as it stands.
  var text: String { String(decoding: bytes.lazy.map(\.value), as: UTF8.self) }

  /// A byte that counts: 0 within a placeholder.
  func byte(at place: Int) -> UInt8 { bytes[place].isOpaque ? 0 : bytes[place].value }

  /// Whether a placeholder has a part in `range`.
  func isOpaque(_ range: Range<Int>) -> Bool { bytes[range].contains(where: \.isOpaque) }

  /// The segments whose meaning is known: those before the first placeholder that may stand for anything.
  var knownSegments: ArraySlice<ResourceIDAnatomy.Segment> {
    guard !isUnclear else { return [] }
    return anatomy.segments.prefix { isClear($0, as: $0.kind) }
  }

  /// Whether `segment` is what it looks like: a placeholder may stand for a value, but in the place of a word, a type or a
  /// namespace it may stand for any number of segments, and so may an ellipsis.
  func isClear(_ segment: ResourceIDAnatomy.Segment, as kind: ResourceIDAnatomy.Segment.Kind) -> Bool {
    !isOpaque(segment.range) || kind.isValue && anatomy.value(of: segment).contains { $0 != "." && $0 != "…" }
  }

  /// Whether every segment's meaning is known.
  var isWhollyKnown: Bool { !isUnclear && knownSegments.count == anatomy.segments.count }

  /// Says what is wrong at `range`, and puts it right by `edits`, in order and apart from each other, if there are any.
  mutating func report(
    _ code: String, _ severity: Severity = .error, at range: Range<Int>, _ message: String, fix edits: [Edit] = []
  ) {
    report([Finding(code: code, severity: severity, range: range, message: message, edits: edits)])
  }

  /// Says all of `findings`, whose edits are in order and apart from each other, and puts them right at once.
  mutating func report(_ findings: [Finding]) {
    for finding in findings {
      reports.append(
        Report(
          code: finding.code, severity: finding.severity, message: finding.message, range: original(finding.range),
          isCorrected: !finding.edits.isEmpty))
    }
    apply(findings.flatMap(\.edits))
  }

  /// What has been reported, in the order of the original.
  func problems(correctedTo correction: String?) -> [ResourceIDProblem] {
    reports.map {
      ResourceIDProblem(
        code: $0.code, severity: $0.severity, message: $0.message, range: $0.range,
        correction: $0.isCorrected ? correction : nil)
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Reports a range of the original as it is.
  mutating func note(_ code: String, at range: Range<Int>, _ message: String) {
    reports.append(
      Report(code: code, severity: .information, message: message, range: range, isCorrected: false))
  }

  private mutating func apply(_ edits: [Edit]) {
    guard !edits.isEmpty else { return }
    isChanged = true
    var edited: [Byte] = []
    edited.reserveCapacity(bytes.count)
    var place = 0
    for edit in edits {
      edited += bytes[place..<edit.range.lowerBound]
      let origin = original(edit.range)
      edited += edit.text.utf8.map { Byte(value: $0, origin: origin, isOpaque: false) }
      place = edit.range.upperBound
    }
    edited += bytes[place...]
    bytes = edited
    read()
  }

  private mutating func read() {
    let masked = bytes.lazy.map { $0.isOpaque && $0.value == UInt8(ascii: "/") ? UInt8(ascii: "_") : $0.value }
    anatomy = ResourceIDAnatomy(String(decoding: masked, as: UTF8.self))
  }

  private func original(_ range: Range<Int>) -> Range<Int> {
    let start = range.lowerBound < bytes.count ? bytes[range.lowerBound].origin.lowerBound : originalCount
    guard !range.isEmpty else {
      // An insertion after what is there, not before what was taken out behind it.
      let place = range.lowerBound > 0 ? bytes[range.lowerBound - 1].origin.upperBound : start
      return place..<place
    }
    return start..<max(start, bytes[range.upperBound - 1].origin.upperBound)
  }
}
