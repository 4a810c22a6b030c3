import TrustedAccess

/// Every method of the server, by name.
///
/// Made when the first call comes that is not of LSP's lifecycle, so that it costs nothing at start.
package struct MethodRegistry: Sendable {
  /// The methods in the order of the documentation.
  package let methods: [Method]

  private let byName: [String: Method]

  /// The names by their length in bytes: what is near to a name is about as long.
  private let namesByLength: [[String]]

  init(_ methods: [Method]) {
    self.methods = methods
    byName = Dictionary(methods.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let longest = methods.map(\.name.utf8.count).max() ?? 0
    namesByLength = (0...longest).map { length in
      methods.map(\.name).filter { $0.utf8.count == length }
    }
  }

  /// The method of that name.
  package func method(named name: String) -> Method? { byName[name] }

  /// A name that becomes `name`, which is not known, by a few edits.
  func nameNear(_ name: String) -> String? {
    let length = name.utf8.count
    let slips = max(2, length / 8)
    let near = max(0, length - slips)..<length + slips + 1
    var distance = EditDistance(to: Self.small(name))
    return namesByLength[near.clamped(to: namesByLength.indices)].lazy.joined()
      .first { distance(Self.small($0)[...], limit: slips) != nil }
  }
  /// A name's bytes without regard to the case of its letters.
  private static func small(_ name: String) -> [UInt8] { name.utf8.map { $0 | 0x20 } }
}
