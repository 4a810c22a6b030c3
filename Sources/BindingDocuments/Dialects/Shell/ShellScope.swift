/// What is set where it may not be run, or not in this shell: known there, unknown behind it.
struct ShellScopes {
  /// The names with known values that are set in open scopes, innermost last.
  private var names: [String] = []
  private var starts: [Int] = []

  var depth: Int { starts.count }

  mutating func open() {
    starts.append(names.count)
  }

  /// A name has a value from here on.
  mutating func set(_ name: String) {
    if !starts.isEmpty { names.append(name) }
  }

  /// Closes the innermost scope. The names that are unknown now.
  mutating func close() -> [String] {
    guard let start = starts.popLast() else { return [] }
    var seen: Set<String> = []
    let closed = names[start...].filter { seen.insert($0).inserted }
    names.removeSubrange(start...)
    return closed
  }
}
