/// A value in a parsed JSON text: a place on the text's tape. Cheap to copy; keeps the whole text alive.
package struct JSONValue: Sendable {
  /// The six kinds of value, RFC 8259 §3.
  package enum Kind: Sendable { case null, boolean, number, string, array, object }

  /// What kind of value this is.
  package var kind: Kind { .null }

  /// Parses one JSON text, RFC 8259, and nothing around it but white space.
  ///
  /// - Throws: where the text stops being JSON, and why.
  package static func parse(_ bytes: [UInt8], limits: JSONLimits = .standard) throws(JSONSyntaxError) -> JSONValue {
    JSONValue()
  }

  /// The boolean, if this is one.
  package var boolean: Bool? { nil }
  /// The string, unescaped on demand, if this is one.
  package var string: String? { nil }
  /// The number as written (its lexeme, `1.50e3`), if this is one.
  package var numberText: String? { nil }
  /// The number, if it is one without fraction and exponent that fits.
  package var integer: Int? { nil }
  /// The number's nearest double, if this is a finite one; 1e400 is `nil`.
  package var double: Double? { nil }
  /// How many elements or members an array or object has; 0 for other kinds.
  package var count: Int { 0 }
  /// The elements of an array; empty for other kinds.
  package var elements: [JSONValue] { [] }
  /// The members of an object in the order written, duplicates included; empty for other kinds.
  package var members: [(name: String, value: JSONValue)] { [] }
  /// The member of that name, the last if there are several; `nil` if there is none or this is no object.
  package subscript(name: String) -> JSONValue? { nil }
  /// Where the value stands in the text, in bytes.
  package var sourceRange: Range<Int> { 0..<0 }
  /// The value as written.
  package var sourceText: ArraySlice<UInt8> { [] }
}

/// What a parser accepts at most.
package struct JSONLimits: Sendable {
  /// How deep arrays and objects may nest.
  package var depth: Int
  /// The limits that fit a request: 128 levels... settle and document.
  package static let standard = JSONLimits(depth: 512)
}

/// Where and why a text is not JSON.
package struct JSONSyntaxError: Error, Hashable, Sendable {
  /// The byte at which the text stops being JSON.
  package var offset: Int
  /// What is wrong there and what would be right.
  package var message: String
}
