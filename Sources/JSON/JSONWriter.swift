/// Writes one JSON text, RFC 8259, into bytes; what it has written is valid whatever its user did.
package struct JSONWriter: Sendable {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []

  /// Creates a writer.
  package init() {}

  // Values, in the place where one is expected (top level, after `key`, in an array):
  package mutating func null() {}
  package mutating func write(_ value: Bool) {}
  package mutating func write(_ value: Int) {}
  package mutating func write(_ value: String) {}
  package mutating func write(number lexeme: String) {}
  package mutating func write(_ value: JSONValue) {}
  package mutating func array(_ elements: (inout JSONWriter) -> Void) {}
  package mutating func object(_ members: (inout JSONWriter) -> Void) {}
  package mutating func key(_ name: String) {}

  // Members and whole arrays in one call:
  package mutating func member(_ name: String, _ value: String) {}
  package mutating func member(_ name: String, _ value: Int) {}
  package mutating func member(_ name: String, _ value: Bool) {}
  package mutating func member(_ name: String, _ value: [String]) {}
  package mutating func member(_ name: String, _ value: (inout JSONWriter) -> Void) {}
}
