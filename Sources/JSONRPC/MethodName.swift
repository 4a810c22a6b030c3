import JSON

/// A method's name as it stands in a message. Compared as it stands, so that no string is made of it on the way to its
/// handler.
package struct MethodName: Sendable {
  let value: JSONValue

  /// Reads a name; `nil` if the value is no string.
  init?(_ value: JSONValue) {
    guard value.kind == .string else { return nil }
    self.value = value
    length = value.plainLength ?? value.string?.utf8.count ?? 0
  }

  /// The name.
  package var text: String { value.string ?? "" }

  /// The name's length in bytes of UTF-8.
  package let length: Int

  /// Whether this is the name `text`.
  package static func == (name: MethodName, text: String) -> Bool {
    // Most names are told apart by this alone.
    name.length == text.utf8.count && name.value.equals(text)
  }
}

extension MethodName: CustomStringConvertible {
  /// The name.
  package var description: String { text }
}
