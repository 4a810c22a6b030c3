/// Writes one JSON text, RFC 8259, into bytes; the text is valid whatever its user calls.
///
/// What has no place is left out and what is missing is filled in, silently: a value where a member's name belongs and
/// a second value at top level are dropped (an array or object with all that would be in it: its closure is not
/// called), a name in an array or at top level is ignored, a name without a value gets `null`, and so does a text
/// without any value.
package struct JSONWriter: ~Copyable, Sendable {
  /// How a text is laid out.
  package enum Style: Sendable {
    /// Without any white space; one line.
    case compact
    /// A line for each element and member, indented by two spaces a level. Ends without a line feed.
    case indented
  }

  private var buffer: ByteBuffer
  private let style: Style
  private var place = Place.start

  // Which of the open containers are objects: a bit for each of the innermost 64, the lowest one for the innermost, and
  // the bits of the others in words below.
  private var depth = 0
  private var objects: UInt64 = 0
  private var outerObjects: [UInt64] = []

  /// What comes next.
  private enum Place: UInt8 {
    /// The text's one value.
    case start
    /// Nothing.
    case end
    case firstElement, laterElement
    case firstName, laterName
    /// The value that belongs to the name just written.
    case memberValue
  }

  /// Creates a writer.
  package init(style: Style = .compact) {
    self.init(into: ByteBuffer(), style: style)
  }

  /// Creates a writer that appends its text to bytes, which it takes over; ``finishBuffer()`` gives them back.
  package init(into bytes: consuming ByteBuffer, style: Style = .compact) {
    buffer = bytes
    self.style = style
  }

  /// Ends the text: whatever is open is closed. Gives the text, behind the bytes that the writer took over.
  package consuming func finish() -> [UInt8] {
    finishBuffer().array
  }

  /// Ends the text as ``finish()`` does, without a copy.
  package consuming func finishBuffer() -> ByteBuffer {
    close(to: 0)
    if place == .start { null() }
    return buffer
  }
}

// MARK: Values

extension JSONWriter {
  /// Writes `null`.
  package mutating func null() {
    guard beginValue() else { return }
    append("null")
  }

  /// Writes `true` or `false`.
  package mutating func write(_ value: Bool) {
    guard beginValue() else { return }
    append(value ? "true" : "false")
  }

  /// Writes an integer.
  package mutating func write(_ value: Int) {
    guard beginValue() else { return }
    buffer.append(decimal: value)
  }

  /// Writes a number with the fewest digits that mean it; `null` if it is infinite or not a number.
  package mutating func write(_ value: Double) {
    guard beginValue() else { return }
    append(value.isFinite ? "\(value)" : "null")
  }

  /// Writes a number as it is given; `null` if that is no number of JSON.
  package mutating func write(number lexeme: String) {
    guard beginValue() else { return }
    append(isNumber(lexeme) ? lexeme : "null")
  }

  /// Writes a string. Escapes quote, backslash and control characters and nothing else.
  package mutating func write(_ value: String) {
    guard beginValue() else { return }
    appendQuoted(value)
  }

  /// Writes a string of ASCII characters, such as digits, that needs no escape: the closure puts it into room for
  /// `capacity` of them. What is else comes out as `?`.
  package mutating func write(asciiUpTo capacity: Int, _ characters: (inout OutputSpan<UInt8>) -> Void) {
    guard beginValue() else { return }
    buffer.append(addingCapacity: capacity &+ 2) { room in
      room.append(UInt8(ascii: "\""))
      characters(&room)
      var written = room.mutableSpan
      for place in 1..<written.count where !isPlainASCII(written[place]) { written[place] = UInt8(ascii: "?") }
      room.append(UInt8(ascii: "\""))
    }
  }

  /// Writes a string that the closure puts together from parts.
  package mutating func string(_ parts: (inout StringContents) -> Void) {
    guard beginValue() else { return }
    buffer.append(UInt8(ascii: "\""))
    var contents = StringContents(buffer: buffer.take())
    parts(&contents)
    buffer = contents.buffer
    buffer.append(UInt8(ascii: "\""))
  }

  /// Writes a parsed value in this writer's style: numbers as they were written, strings as `write` does.
  package mutating func write(_ value: JSONValue) {
    guard beginValue() else { return }
    switch value.word.token {
    case .array, .object: appendContainer(value)
    default: appendString(or: value)
    }
  }

  /// Appends an array or object, for which the place is prepared.
  private mutating func appendContainer(_ value: JSONValue) {
    var index = value.index
    var ends: [Int] = []
    while true {
      let token = JSONValue(text: value.text, index: index)
      let word = value.text.tape[index]
      switch word.token {
      case .array, .object:
        open(isObject: word.token == .object)
        ends.append(word.high)
        index &+= 2
      default:
        appendString(or: token)
        index &+= 1
      }
      while ends.last == index {
        ends.removeLast()
        close()
      }
      guard !ends.isEmpty else { return }
      if place == .firstName || place == .laterName {
        key(JSONValue(text: value.text, index: index))
        index &+= 1
      }
      _ = beginValue()
    }
  }

  /// Writes an array; the closure writes its elements.
  package mutating func array<Failure: Error>(
    _ elements: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    try container(isObject: false, elements)
  }

  /// Writes an object; the closure writes its members, for each `key` and then a value.
  package mutating func object<Failure: Error>(
    _ members: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    try container(isObject: true, members)
  }

  private mutating func container<Failure: Error>(
    isObject: Bool, _ contents: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    guard beginValue() else { return }
    let outer = depth
    open(isObject: isObject)
    // The closure may even have put another writer here: whatever stands here then is closed as far as it is open.
    defer { close(to: outer) }
    try contents(&self)
  }

  /// Writes a member's name; its value is next.
  ///
  /// Most names are literals, which need no look at each character: those must have nothing to escape.
  package mutating func key(_ name: StaticString) {
    if place == .memberValue { null() }
    guard place == .firstName || place == .laterName else { return }
    assert(name.withUTF8Buffer { !needsEscape($0.span.bytes) }, "\(name) needs escapes")
    if style == .compact {
      let comma = place == .laterName ? UInt8(ascii: ",") : nil
      buffer.append(quoted: name, after: comma, then: UInt8(ascii: ":"))
      place = .memberValue
    } else {
      key(named: name.description)
    }
  }

  /// Writes a member's name that the program does not know beforehand; its value is next.
  package mutating func key(named name: String) {
    guard beginName() else { return }
    appendQuoted(name, then: UInt8(ascii: ":"))
    endName()
  }

  /// Writes a member's name, which is a parsed string.
  private mutating func key(_ name: JSONValue) {
    guard beginName() else { return }
    appendString(or: name)
    buffer.append(UInt8(ascii: ":"))
    endName()
  }
}

// MARK: Members

extension JSONWriter {
  /// Writes a member that is a string.
  package mutating func member(_ name: StaticString, _ value: String) {
    key(name)
    write(value)
  }

  /// Writes a member that is an integer.
  package mutating func member(_ name: StaticString, _ value: Int) {
    key(name)
    write(value)
  }

  /// Writes a member that is a boolean.
  package mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    write(value)
  }

  /// Writes a member that is a parsed value.
  package mutating func member(_ name: StaticString, _ value: JSONValue) {
    key(name)
    write(value)
  }

  /// Writes a member that is an array of strings.
  package mutating func member(_ name: StaticString, _ value: [String]) {
    key(name)
    array { for element in value { $0.write(element) } }
  }

  /// Writes a member with the one value that the closure writes.
  package mutating func member<Failure: Error>(
    _ name: StaticString, _ value: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    key(name)
    try value(&self)
  }

  /// Writes a member whose name the program does not know beforehand, with the one value that the closure writes.
  package mutating func member<Failure: Error>(
    named name: String, _ value: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    key(named: name)
    try value(&self)
  }
}

// MARK: Structure

extension JSONWriter {
  /// Prepares the place for a value; false if there is none.
  private mutating func beginValue() -> Bool {
    switch place {
    case .start:
      place = .end
    case .memberValue:
      place = .laterName
    case .firstElement:
      place = .laterElement
      beginLine()
    case .laterElement:
      buffer.append(UInt8(ascii: ","))
      beginLine()
    case .firstName, .laterName, .end:
      return false
    }
    return true
  }

  /// Prepares the place for a member's name; false if there is none.
  private mutating func beginName() -> Bool {
    if place == .memberValue { null() }
    switch place {
    case .firstName: break
    case .laterName: buffer.append(UInt8(ascii: ","))
    default: return false
    }
    beginLine()
    return true
  }

  private mutating func endName() {
    if style == .indented { buffer.append(UInt8(ascii: " ")) }
    place = .memberValue
  }

  private mutating func open(isObject: Bool) {
    if depth > 0, depth % 64 == 0 { outerObjects.append(objects) }
    objects = objects &<< 1 | (isObject ? 1 : 0)
    depth += 1
    buffer.append(isObject ? UInt8(ascii: "{") : UInt8(ascii: "["))
    place = isObject ? .firstName : .firstElement
  }

  private mutating func close() {
    if place == .memberValue { null() }
    let isObject = objects & 1 == 1
    let isEmpty = place == .firstName || place == .firstElement
    objects &>>= 1
    depth -= 1
    if depth % 64 == 0, let outer = outerObjects.popLast() { objects = outer }
    if !isEmpty { beginLine() }
    buffer.append(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    place = depth == 0 ? .end : objects & 1 == 1 ? .laterName : .laterElement
  }

  /// Closes containers until no more than `outer` are open.
  private mutating func close(to outer: Int) {
    while depth > outer { close() }
  }

  private mutating func beginLine() {
    guard style == .indented else { return }
    buffer.append(UInt8(ascii: "\n"))
    for _ in 0..<depth {
      buffer.append(UInt8(ascii: " "))
      buffer.append(UInt8(ascii: " "))
    }
  }
}

// MARK: Bytes

extension JSONWriter {
  private mutating func append(_ text: String) {
    let utf8 = text.utf8
    buffer.append(utf8.span.bytes)
  }

  /// Appends a string with the escapes that must be, or another scalar as it was written. A string without escapes is
  /// as this writer writes it.
  private mutating func appendString(or scalar: JSONValue) {
    if scalar.word.token == .escapedString {
      appendQuoted(scalar.string ?? "")
    } else {
      let source = scalar.text.bytes
      buffer.append(source.span.bytes.extracting(scalar.sourceRange))
    }
  }

  /// Appends a string, and behind its closing quote one more byte if it is given.
  private mutating func appendQuoted(_ text: String, then end: UInt8? = nil) {
    let utf8 = text.utf8
    let contents = utf8.span.bytes
    if needsEscape(contents) {
      var contents = StringContents(buffer: buffer.take())
      contents.buffer.append(UInt8(ascii: "\""))
      contents.append(text)
      buffer = contents.buffer
      buffer.append(UInt8(ascii: "\""))
      if let end { buffer.append(end) }
    } else {
      buffer.append(quoted: contents, then: end)
    }
  }
}

extension JSONWriter {
  /// What stands between a string's quotes, while it is written.
  package struct StringContents: ~Copyable {
    fileprivate var buffer: ByteBuffer

    /// Appends a text, with the escapes that must be.
    package mutating func append(_ text: String) {
      let utf8 = text.utf8
      let contents = utf8.span.bytes
      if needsEscape(contents) {
        for byte in utf8 { appendEscaped(byte) }
      } else {
        buffer.append(contents)
      }
    }

    /// Appends a literal, which must have nothing to escape.
    package mutating func append(literal text: StaticString) {
      assert(text.withUTF8Buffer { !needsEscape($0.span.bytes) }, "\(text) needs escapes")
      buffer.append(text)
    }

    /// Appends a parsed string; nothing if the value is none.
    package mutating func append(_ value: JSONValue) {
      let word = value.word
      guard word.token == .plainString else { return append(value.string ?? "") }
      let source = value.text.bytes
      buffer.append(source.span.bytes.extracting(word.low..<word.low &+ word.high))
    }

    private mutating func appendEscaped(_ byte: UInt8) {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        buffer.append(UInt8(ascii: "\\"))
        buffer.append(byte)
      case 0..<0x20:
        let escape = controlEscape(byte)
        let utf8 = escape.utf8
        buffer.append(utf8.span.bytes)
      default:
        buffer.append(byte)
      }
    }
  }
}

/// Whether the byte is a printable ASCII character that stands for itself in a string.
private func isPlainASCII(_ byte: UInt8) -> Bool {
  byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
}

/// Whether a quote, a backslash or a control character is among the bytes.
private func needsEscape(_ bytes: RawSpan) -> Bool {
  var offset = 0
  if bytes.byteCount >= 8 {
    // Gathered and looked at once: nearly always there is nothing, and a branch for each word costs more than the words.
    let last = bytes.byteCount &- 8
    var special: UInt64 = 0
    while offset < last {
      special |= specialBytes(in: bytes.word(uncheckedAt: offset))
      offset &+= 8
    }
    return special | specialBytes(in: bytes.word(uncheckedAt: last)) != 0
  }
  while offset < bytes.byteCount {
    let byte = bytes.byte(at: offset)
    if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return true }
    offset &+= 1
  }
  return false
}

/// A word that is not 0 if a quote, a backslash or a control character is among the word's bytes.
@inline(__always)
private func specialBytes(in word: UInt64) -> UInt64 { specialCharacters(in: word) & ~word & highBits }

extension RawSpan {
  /// The eight bytes at `offset`, which must be there.
  @inline(__always)
  fileprivate func word(uncheckedAt offset: Int) -> UInt64 {
    unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
  }
}

private func isNumber(_ lexeme: String) -> Bool {
  let utf8 = lexeme.utf8
  let text = utf8.span.bytes
  let first = text.peek(at: 0)
  guard first == UInt8(ascii: "-") || isDigit(first) else { return false }
  guard let number = try? text.scanningNumber(from: 0) else { return false }
  return number.end == text.byteCount
}
