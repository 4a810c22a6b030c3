package import JSON

/// What ties a response to its request: JSON-RPC 2.0 §4, member `id`.
///
/// Given back as it came: `1`, `1.0` and `"1"` are three different ids, and 2^53 + 1 loses nothing.
package enum RequestID: Hashable, Sendable {
  case string(String)
  /// The number as written.
  case number(String)
  /// An id that is there and is null; an id that is not there makes a notification.
  case null

  /// Reads an id; `nil` if the value is of another kind.
  package init?(_ value: JSONValue) {
    switch value.kind {
    case .string:
      guard let text = value.string else { return nil }
      self = .string(text)
    case .number:
      guard let text = value.numberText else { return nil }
      self = .number(text)
    case .null:
      self = .null
    case .boolean, .array, .object:
      return nil
    }
  }

  func write(to writer: inout JSONWriter) {
    switch self {
    case .string(let text): writer.write(text)
    case .number(let text): writer.write(number: text)
    case .null: writer.null()
    }
  }
}
