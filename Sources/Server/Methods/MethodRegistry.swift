/// Every method of the server, by name.
///
/// Made when the first call comes that is not of LSP's lifecycle, so that it costs nothing at start.
package struct MethodRegistry: Sendable {
  /// The methods in the order of the documentation.
  package let methods: [Method]

  private let names: [String]
  private let byName: [String: Method]

  init(_ methods: [Method]) {
    self.methods = methods
    names = methods.map(\.name)
    byName = Dictionary(methods.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The method of that name.
  package func method(named name: String) -> Method? { byName[name] }

  /// The names nearest to a name that is not known, best first.
  func namesNear(_ name: String) -> [String] {
    names.filter { $0.isNear(name) }
  }
}

extension String {
  /// Whether one text becomes the other by a few edits.
  fileprivate func isNear(_ other: String) -> Bool {
    let slips = Swift.max(2, utf8.count / 8)
    guard abs(utf8.count - other.utf8.count) <= slips else { return false }
    let (left, right) = (Array(utf8), Array(other.utf8))
    var row = Array(0...right.count)
    for i in left.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in right.indices {
        let substitution = diagonal + (left[i] | 0x20 == right[j] | 0x20 ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = Swift.min(substitution, row[j] + 1, diagonal + 1)
      }
    }
    return row[right.count] <= slips
  }
}
