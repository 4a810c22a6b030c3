/// A value in a parsed JSON text: a place on the text's tape. Two words; a copy retains the text, which stays whole in
/// memory as long as any of its values.
package struct JSONValue: Sendable {
  /// The six kinds of value, RFC 8259 §3.
  package enum Kind: Sendable { case null, boolean, number, string, array, object }

  let text: ParsedText
  /// The index of the value's word on the tape; always a word that a value begins with.
  let index: Int

  init(text: ParsedText, index: Int) {
    self.text = text
    self.index = index
  }

  /// The value `null`, of a text of its own.
  package static let null: JSONValue = {
    var tape = Tape(capacity: 1)
    tape.edit { $0.append(TapeWord(.null, high: 4, low: 0)) }
    return JSONValue(text: ParsedText(bytes: Array("null".utf8), tape: tape), index: 0)
  }()

  /// Parses one JSON text, RFC 8259, and nothing around it but white space.
  ///
  /// The bytes are kept, not copied, if nobody else holds them. Names may occur several times in an object, as RFC 8259
  /// §4 allows; all are kept, and the last one wins where a member is asked for by name. Escapes of half a surrogate
  /// pair are refused, for no Unicode text has them (RFC 8259 §8.2), and so is a byte order mark (§8.1).
  ///
  /// - Throws: where the text stops being JSON, and why. Texts above `JSONLimits.longestText` are refused.
  package static func parse(_ bytes: [UInt8], limits: JSONLimits = .standard) throws(JSONSyntaxError) -> JSONValue {
    let tape = try Parser.tape(of: bytes.span.bytes, limits: limits)
    return JSONValue(text: ParsedText(bytes: bytes, tape: tape), index: 0)
  }

  /// Parses one JSON text; its bytes are those of UTF-8. See ``parse(_:limits:)-([UInt8],_)``.
  package static func parse(_ text: String, limits: JSONLimits = .standard) throws(JSONSyntaxError) -> JSONValue {
    try parse(Array(text.utf8), limits: limits)
  }

  var word: TapeWord { text.tape[index] }

  /// The index of the word behind the value's last.
  var endIndex: Int { JSONValue.endIndex(of: index, on: text.tape) }

  static func endIndex(of index: Int, on tape: borrowing Tape) -> Int {
    let word = tape[index]
    return switch word.token {
    case .array, .object: word.high
    default: index &+ 1
    }
  }
}

// MARK: Scalars

extension JSONValue {
  /// What kind of value this is.
  package var kind: Kind {
    switch word.token {
    case .null: .null
    case .true, .false: .boolean
    case .integer, .decimal: .number
    case .plainString, .escapedString: .string
    case .array: .array
    case .object: .object
    }
  }

  /// Whether this is `null`.
  package var isNull: Bool { word.token == .null }

  /// The boolean, if this is one.
  package var boolean: Bool? {
    switch word.token {
    case .true: true
    case .false: false
    default: nil
    }
  }

  /// The number as written (its lexeme, `1.50e3`), if this is one.
  package var numberText: String? {
    kind == .number ? String(copyingValid: sourceRange, of: text.bytes) : nil
  }

  /// The number, if it is one without fraction and exponent that fits.
  package var integer: Int? {
    let word = word
    guard word.token == .integer else { return nil }
    let source = text.bytes
    let bytes = source.span
    let isNegative = bytes[word.low] == UInt8(ascii: "-")
    var result = 0
    for offset in (isNegative ? word.low &+ 1 : word.low)..<word.low &+ word.high {
      // Counted downwards, where there is room for one more.
      let (shifted, overflow) = result.multipliedReportingOverflow(by: 10)
      let (next, borrow) = shifted.subtractingReportingOverflow(Int(bytes[offset] &- UInt8(ascii: "0")))
      if overflow || borrow { return nil }
      result = next
    }
    if isNegative { return result }
    return result == .min ? nil : -result
  }

  /// The number's nearest double, if this is a finite one; 1e400 is `nil`.
  package var double: Double? {
    guard let numberText, let value = Double(numberText), value.isFinite else { return nil }
    return value
  }
}

// MARK: Source

extension JSONValue {
  /// Where the value stands in the text, in bytes; a string with its quotes, a container with its brackets.
  package var sourceRange: Range<Int> {
    let word = word
    return switch word.token {
    case .plainString, .escapedString: word.low &- 1..<word.low &+ word.high &+ 1
    case .array, .object: word.low..<text.tape[index &+ 1].low
    default: word.low..<word.low &+ word.high
    }
  }

  /// The value as written, white space within it included.
  package var sourceText: ArraySlice<UInt8> { text.bytes[sourceRange] }
}
