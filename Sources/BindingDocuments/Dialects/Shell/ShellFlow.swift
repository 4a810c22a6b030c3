/// The compound commands that are open, and what of the reading stands in loops.
struct ShellFlow {
  enum Kind { case condition, loop, choice, group }

  struct Entry {
    let kind: Kind
    /// How many frames were open.
    let frames: Int
    /// How many scopes were open.
    let scopes: Int
    /// How many sites were found before its body.
    var firstSite: Int?
    /// Whether a pattern of `case` comes next.
    var isAtPattern: Bool
  }

  private(set) var entries: [Entry] = []
  /// The sites that stand in bodies of loops, by their places.
  private(set) var loops: [Range<Int>] = []

  mutating func open(_ kind: Kind, frames: Int, scopes: Int) {
    entries.append(Entry(kind: kind, frames: frames, scopes: scopes, isAtPattern: kind == .choice))
  }

  /// The innermost command of these frames.
  func innermost(_ frames: Int) -> Entry? {
    entries.last.flatMap { $0.frames == frames ? $0 : nil }
  }

  /// Whether a parenthesis belongs to a pattern of `case`.
  func isAtPattern(_ frames: Int) -> Bool { innermost(frames)?.isAtPattern == true }

  /// A pattern of the innermost command comes next, or a branch.
  mutating func setAtPattern(_ isAtPattern: Bool) {
    if entries.last?.kind == .choice { entries[entries.count - 1].isAtPattern = isAtPattern }
  }

  /// The body of a loop begins.
  mutating func beginBody(sites: Int) {
    if entries.last?.kind == .loop { entries[entries.count - 1].firstSite = sites }
  }

  /// Closes the innermost command if it is of a kind.
  mutating func close(_ kind: Kind, frames: Int, sites: Int) -> Entry? {
    guard let last = innermost(frames), last.kind == kind else { return nil }
    entries.removeLast()
    if let first = last.firstSite, first < sites { loops.append(first..<sites) }
    return last
  }

  /// Forgets what was open in frames that are closed.
  mutating func drop(downTo frames: Int) {
    while let last = entries.last, last.frames > frames { entries.removeLast() }
  }

  /// Which of the sites stand in a loop.
  func isRepeated(siteCount: Int) -> [Bool] {
    var changes = [Int](repeating: 0, count: siteCount + 1)
    for loop in loops {
      changes[loop.lowerBound] += 1
      changes[loop.upperBound] -= 1
    }
    var depth = 0
    return changes.prefix(siteCount).map { change in
      depth += change
      return depth > 0
    }
  }
}
