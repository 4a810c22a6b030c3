import JSONRPC
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

  /// The method that a message names.
  func method(named name: MethodName) -> Method? {
    let length = name.length
    guard length < byLength.count else { return nil }
    return byLength[length].first { name == $0.name }
  }

  /// A name that becomes `name`, which is not known, by a few edits.
  ///
  /// - Parameter length: the name's length in bytes; the name is only made if there are others about as long.
  func nameNear(_ name: @autoclosure () -> String, length: Int) -> String? {
    let slips = max(2, length / 8)
    let near = max(0, length - slips)..<length + slips + 1
    let lengths = near.clamped(to: byLength.indices)
    guard lengths.contains(where: { !byLength[$0].isEmpty }) else { return nil }
    let text = Self.small(name())
    for length in lengths where !byLength[length].isEmpty {
      var distance = EditDistance(to: text)
      for method in byLength[length] where distance(Self.small(method.name)[...], limit: slips) != nil {
        return method.name
      }
    }
    return nil
  }

  /// A name's bytes without regard to the case of its letters.
  private static func small(_ name: String) -> [UInt8] { name.utf8.map { $0 | 0x20 } }
}
