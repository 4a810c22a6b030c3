package import JSON

/// What ties a response to its request: JSON-RPC 2.0 §4, member `id`.
///
/// Given back as it came: `1`, `1.0` and `"1"` are three different ids, and 2^53 + 1 loses nothing. So the value of the
/// message is kept, and nothing is made of it until ids are compared.
package struct RequestID: Sendable {
  private let value: JSONValue

  /// An id that is there and is null; an id that is not there makes a notification.
  package static let null = RequestID(value: .null)

  private init(value: JSONValue) {
    self.value = value
  }

  /// Reads an id; `nil` if the value is none: a boolean, an array or an object.
  package init?(_ value: JSONValue) {
    switch value.kind {
    case .string, .number, .null: self.value = value
    case .boolean, .array, .object: return nil
    }
  }

  /// Appends the id as it is written: as it came, but for escapes that need not be.
  func append(to bytes: inout ByteBuffer) {
    guard value.kind == .string else { return bytes.append(value) }
    var writer = JSONWriter(into: bytes.take())
    writer.write(value)
    bytes = writer.finishBuffer()
  }
}

extension RequestID: Hashable {
  /// Whether two ids are of the same kind and say the same: strings by their characters, numbers by their spelling.
  package static func == (left: RequestID, right: RequestID) -> Bool {
    left.value.kind == right.value.kind && left.meaning.utf8.elementsEqual(right.meaning.utf8)
  }

  /// Hashes what is compared.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(value.kind)
    hasher.combine(meaning)
  }

  private var meaning: String { value.string ?? value.numberText ?? "" }
}
