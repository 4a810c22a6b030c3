/// An Azure resource ID that names a resource, kept as written and compared without regard to case.
public struct ResourceID: Sendable {
  /// The ID as written.
  public let text: String

  /// Parses `text`.
  ///
  /// - Throws: what is wrong with it, where, and what would be right.
  public init(_ text: String) throws(ResourceIDError) {
    self.text = text
  }
}

/// Why a text is no resource ID.
public struct ResourceIDError: Error, Hashable, Sendable {
  /// What is wrong and what would be right.
  public var message: String
}

extension ResourceID: Hashable {
  /// Equal without regard to case.
  public static func == (left: ResourceID, right: ResourceID) -> Bool {
    left.text.isEqualIgnoringCase(to: right.text)
  }

  /// Hashes what ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) {
    text.hashIgnoringCase(into: &hasher)
  }
}

extension ResourceID: CustomStringConvertible {
  /// The ID as written.
  public var description: String { text }
}
