import JSON

/// A method's name as it stands in a message. Compared as it stands, so that no string is made of it on the way to its
/// handler.
package struct MethodName: Sendable {
  let value: JSONValue

  /// Reads a name; `nil` if the value is no string.
  init?(_ value: JSONValue) {
    guard value.kind == .string else { return nil }
    self.value = value
  }

  /// The name.
  package var text: String { value.string ?? "" }

  /// The name's length in bytes of UTF-8.
  package var length: Int { value.plainLength ?? text.utf8.count }

  /// Whether this is the name `text`.
  package static func == (name: MethodName, text: String) -> Bool { name.value.equals(text) }
}

extension MethodName: CustomStringConvertible {
  /// The name.
  package var description: String { text }
}
