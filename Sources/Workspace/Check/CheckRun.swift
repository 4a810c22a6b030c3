package import BindingDocuments
import Synchronization

/// A check of files and folders, on several threads: each takes the next few files of the walk, so that nothing but what is
/// found is kept.
package final class CheckRun: Sendable {
  private let check: Check
  private let progress: @Sendable (_ fileCount: Int) -> Void
  private let walk: Mutex<(walk: FileWalk, number: Int)>
  private let outcomes = Mutex<[(number: Int, outcome: FileChecker.Outcome)]>([])
  private let fileCount = Atomic(0)

  /// How many files a thread takes at a time.
  private static let portion = 16

  /// - Parameter progress: is told now and then how many files have been looked at, by several threads.
  package init(
    _ check: Check, of paths: [FilePath], progress: @escaping @Sendable (_ fileCount: Int) -> Void = { _ in }
  ) {
    self.check = check
    self.progress = progress
    walk = Mutex((FileWalk(paths), 0))
  }

  /// What a check has to say.
  package struct Report: Sendable {
    /// The files of which there is something to say, in the order of the walk.
    package var files: [CheckedFile]
    /// How many files were looked at.
    package var fileCount: Int
  }

  /// Looks at every file. The report is the same however many threads there are.
  ///
  /// - Parameter threadCount: how many threads, this one among them.
  package func report(threadCount: Int) -> Report {
    concurrently(threadCount) { self.work() }
    return Report(
      outcomes.withLock { $0.sorted { $0.number < $1.number }.map(\.outcome) }, fileCount.load(ordering: .relaxed),
      check)
  }

  private func work() {
    var checker = FileChecker(check)
    while true {
      let (items, first) = take()
      guard !items.isEmpty else { return }
      var found: [(number: Int, outcome: FileChecker.Outcome)] = []
      for (offset, item) in items.enumerated() {
        let outcome: FileChecker.Outcome? =
          switch item {
          case .file(let file): checker.outcome(of: file)
          case .problem(let problem): FileChecker.Outcome(problem: problem)
          }
        if let outcome { found.append((first + offset, outcome)) }
      }
      if !found.isEmpty { outcomes.withLock { $0 += found } }
      let files = items.count { if case .file = $0 { true } else { false } }
      progress(fileCount.add(files, ordering: .relaxed).newValue)
    }
  }

  private func take() -> (items: [FileWalk.Item], first: Int) {
    walk.withLock { state in
      var items: [FileWalk.Item] = []
      while items.count < Self.portion, let item = state.walk.next() { items.append(item) }
      state.number += items.count
      return (items, state.number - items.count)
    }
  }
}

extension CheckRun {
  /// Checks a text that is no file, as if it were one.
  package static func report(
    on text: [UInt8], at path: FilePath, as dialect: DialectName, settings: Settings, _ check: Check
  ) -> Report {
    var checker = FileChecker(check)
    return Report(checker.outcome(of: text, at: path, as: dialect, settings).map { [$0] } ?? [], 1, check)
  }
}

extension CheckRun.Report {
  /// Puts together what was found in each file, and in several of them.
  init(_ outcomes: [FileChecker.Outcome], _ fileCount: Int, _ check: Check) {
    var seen: Set<FilePath> = []
    // A file that was named twice is told once.
    let outcomes = outcomes.filter { outcome in
      outcome.file.findings.isEmpty && outcome.claims == nil || seen.insert(outcome.file.path).inserted
    }
    var claims: [String: PlacedClaims] = [:]
    var index = ClaimIndex()
    for outcome in outcomes {
      guard let placed = outcome.claims, let name = outcome.file.path.text else { continue }
      claims[name] = placed
      index.replace(placed.claims, of: name)
    }
    let acrossFiles = index.findings()
    self.fileCount = fileCount
    files = outcomes.map { outcome in
      var file = outcome.file
      guard let name = file.path.text, let placed = claims[name], let found = acrossFiles[name] else { return file }
      let checked = check.counting(found, placed.settings).compactMap { placed.checked($0) { claims[$0] } }
      file.findings += check.baseline?.unknown(checked, in: file.path) ?? checked
      file.findings.sort { $0.range.start < $1.range.start }
      return file
    }.filter { !$0.findings.isEmpty || !$0.problems.isEmpty || $0.mendedCount > 0 }
  }
}
