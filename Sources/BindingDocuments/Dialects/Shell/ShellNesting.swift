/// What is open around a place of a script, innermost last. Holds 32 levels and allocates nothing; what is deeper is not
/// told apart.
struct ShellNesting {
  enum Level: UInt64 {
    /// `(`, `$(`
    case parenthesis = 0
    /// `"`
    case double = 1
    /// `${`
    case brace = 2
    /// A backtick.
    case backtick = 3
  }

  private var levels: UInt64 = 0
  private(set) var depth = 0

  /// The innermost level; `nil` if nothing is open.
  @inline(__always)
  var innermost: Level? { depth == 0 ? nil : Level(rawValue: levels & 3) }

  mutating func push(_ level: Level) {
    guard depth < 32 else { return }
    levels = levels << 2 | level.rawValue
    depth += 1
  }

  mutating func pop() {
    guard depth > 0 else { return }
    levels >>= 2
    depth -= 1
  }
}
