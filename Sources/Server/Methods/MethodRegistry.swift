import TrustedAccess

/// Every method of the server, by name.
///
/// Made when the first call comes that is not of LSP's lifecycle, so that it costs nothing at start.
package struct MethodRegistry: Sendable {
  /// The methods in the order of the documentation.
  package let methods: [Method]

  /// The methods by the lengths of their names in bytes. Few share one, so that a name is found sooner than by its hash,
  /// and what is near to a name is about as long.
  private let byLength: [[Method]]

  init(_ methods: [Method]) {
    self.methods = methods
    let longest = methods.map(\.name.utf8.count).max() ?? 0
    byLength = (0...longest).map { length in methods.filter { $0.name.utf8.count == length } }
  }

  /// The method of that name.
  package func method(named name: String) -> Method? {
    let length = name.utf8.count
    guard length < byLength.count else { return nil }
    return byLength[length].first { $0.name == name }
  }

  /// A name that becomes `name`, which is not known, by a few edits.
  func nameNear(_ name: String) -> String? {
    let length = name.utf8.count
    let slips = max(2, length / 8)
    let near = max(0, length - slips)..<length + slips + 1
    for length in near.clamped(to: byLength.indices) where !byLength[length].isEmpty {
      var distance = EditDistance(to: Self.small(name))
      for method in byLength[length] where distance(Self.small(method.name)[...], limit: slips) != nil {
        return method.name
      }
    }
    return nil
  }

  /// A name's bytes without regard to the case of its letters.
  private static func small(_ name: String) -> [UInt8] { name.utf8.map { $0 | 0x20 } }
}
