/// Reads words as the command prompt and then a program's start take them apart.
struct BatchWords {
  private let bytes: [UInt8]
  /// The names of variables that `%NAME%` does not show, being set in the same parentheses.
  private(set) var hidden: Set<String> = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A variable is set in parentheses.
  mutating func hide(_ name: String) { hidden.insert(name) }

  /// The parentheses are closed.
  mutating func showAll() { hidden.removeAll() }

  private func peek(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0x0A }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The length of a line break at an offset, 0 if there is none.
  func lineBreak(at offset: Int) -> Int {
    if peek(offset) == 0x0D, peek(offset + 1) == 0x0A, offset + 1 < bytes.count { return 2 }
    return offset < bytes.count && (bytes[offset] == 0x0A || bytes[offset] == 0x0D) ? 1 : 0
  }

  /// The word that begins at an offset, up to a blank or an operator, or in a `set` up to an operator alone.
  ///
  /// - Parameter limit: where it ends at the latest.
  func word(at start: Int, limit: Int, takesBlanks: Bool = false) -> Expression {
    var parts: [Expression.Part] = []
    var plain = start
    var offset = start
    var isQuoted = false
    var quotes = 0
    func flush(_ end: Int) {
      if end > plain { parts.append(.init(.text, text(plain..<end), at: plain..<end)) }
    }
    func add(_ part: Expression.Part) {
      flush(offset)
      parts.append(part)
      offset = part.range.upperBound
      plain = offset
    }
    loop: while offset < limit {
      switch bytes[offset] {
      case 0x0A, 0x0D: break loop
      case 0x20, 0x09, UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "("),
        UInt8(ascii: ")"):
        let isBlank = bytes[offset] == 0x20 || bytes[offset] == 0x09
        if isQuoted || isBlank && takesBlanks {
          offset += 1
        } else if bytes[offset] == UInt8(ascii: "<"), let end = endOfAngled(offset) {
          offset = Swift.min(end, limit)
        } else if bytes[offset] == UInt8(ascii: "("), offset > start {
          offset += 1
        } else {
          break loop
        }
      case UInt8(ascii: "\""):
        if isQuoted, peek(offset + 1) == UInt8(ascii: "\""), offset + 1 < limit {
          add(.init(.text, "\"", at: offset..<offset + 2))
        } else {
          flush(offset)
          offset += 1
          plain = offset
          isQuoted.toggle()
          quotes += 1
        }
      case UInt8(ascii: "\\") where peek(offset + 1) == UInt8(ascii: "\"") && offset + 1 < limit:
        add(.init(.text, "\"", at: offset..<offset + 2))
      case UInt8(ascii: "^") where !isQuoted:
        let length = lineBreak(at: offset + 1)
        if length > 0 || offset + 1 >= limit { break loop }
        var end = offset + 2
        while end < limit, bytes[end] & 0xC0 == 0x80 { end += 1 }
        add(.init(.text, text(offset + 1..<end), at: offset..<end))
      case UInt8(ascii: "$"):
        if let part = workflowExpression(offset, limit) ?? macro(offset, limit) { add(part) } else { offset += 1 }
      case UInt8(ascii: "%"): if let part = percent(offset, limit) { add(part) } else { offset += 1 }
      case UInt8(ascii: "!"): if let part = delayed(offset, limit) { add(part) } else { offset += 1 }
      default: offset += 1
      }
    }
    flush(offset)
    let range = start..<Swift.max(start, offset)
    let isWhole =
      quotes > 0 && quotes <= 2 && bytes[start] == UInt8(ascii: "\"")
      && (quotes == 1 || bytes[offset - 1] == UInt8(ascii: "\""))
    return Expression(parts, range: range, quoting: isWhole ? .double : .none)
  }

  /// `${{ matrix.name }}`, in whose place a pipeline puts a value before the prompt sees it; `nil` if there is none.
  private func workflowExpression(_ start: Int, _ limit: Int) -> Expression.Part? {
    guard peek(start + 1) == UInt8(ascii: "{"), peek(start + 2) == UInt8(ascii: "{") else { return nil }
    var end = start + 3
    while end + 1 < limit, end < start + 256, bytes[end] != 0x0A {
      if bytes[end] == UInt8(ascii: "}"), bytes[end + 1] == UInt8(ascii: "}") {
        return .init(.opaque, text(start..<end + 2), at: start..<end + 2)
      }
      end += 1
    }
    return nil
  }

  /// `$(name)`, which a pipeline replaces before the command prompt sees it; `nil` for a dollar sign that means itself.
  private func macro(_ start: Int, _ limit: Int) -> Expression.Part? {
    guard peek(start + 1) == UInt8(ascii: "(") else { return nil }
    var end = start + 2
    while end < limit, end < start + 128, isAlphanumeric(peek(end)) || "_.-".utf8.contains(peek(end)) { end += 1 }
    guard end < limit, end > start + 2, peek(end) == UInt8(ascii: ")") else { return nil }
    return .init(.opaque, text(start..<end + 1), at: start..<end + 1)
  }

  /// `%NAME%`, `%1`, `%%x`; `nil` for a percent sign that means itself.
  private func percent(_ start: Int, _ limit: Int) -> Expression.Part? {
    let next = peek(start + 1)
    if next == UInt8(ascii: "*") || next &- 0x30 < 10 {
      return .init(.opaque, text(start..<Swift.min(start + 2, limit)), at: start..<Swift.min(start + 2, limit))
    }
    if next == UInt8(ascii: "%") || next == UInt8(ascii: "~") { return loopVariable(start, limit) }
    guard let end = end(of: UInt8(ascii: "%"), start, limit) else { return nil }
    return reference(start..<end, isDelayed: false)
  }

  /// `%%x`, `%%~nx`, `%~1`.
  private func loopVariable(_ start: Int, _ limit: Int) -> Expression.Part? {
    var end = start + (peek(start + 1) == UInt8(ascii: "%") ? 2 : 1)
    if peek(end) == UInt8(ascii: "~") {
      end += 1
      // `%~dp0`: letters, and what they are taken of.
      while end < limit, isAlphanumeric(peek(end + 1)), (peek(end) | 0x20) &- 0x61 < 26 { end += 1 }
    }
    guard end < limit, isAlphanumeric(peek(end)) else {
      // `%%` means a percent sign.
      return end == start + 2 && end <= limit ? .init(.text, "%", at: start..<end) : nil
    }
    return .init(.opaque, text(start..<end + 1), at: start..<end + 1)
  }

  private func isAlphanumeric(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

  private func delayed(_ start: Int, _ limit: Int) -> Expression.Part? {
    end(of: UInt8(ascii: "!"), start, limit).map { reference(start..<$0, isDelayed: true) }
  }

  /// Where the name that begins behind a sign ends, with the sign behind it; a name has no blanks and no quotes.
  private func end(of sign: UInt8, _ start: Int, _ limit: Int) -> Int? {
    var end = start + 1
    while end < limit, end < start + 128 {
      let byte = bytes[end]
      if byte == sign { return end > start + 1 ? end + 1 : nil }
      if byte < 0x20 || byte == 0x20 || byte == UInt8(ascii: "\"")
        || byte == UInt8(ascii: "/") && sign == UInt8(ascii: "!")
      {
        return nil
      }
      end += 1
    }
    return nil
  }

  private func reference(_ range: Range<Int>, isDelayed: Bool) -> Expression.Part {
    let name = text(range.lowerBound + 1..<range.upperBound - 1).lowercased()
    let isKnown = !name.utf8.contains(UInt8(ascii: ":")) && (isDelayed || !hidden.contains(name))
    return isKnown ? .init(.reference, name, at: range) : .init(.opaque, text(range), at: range)
  }

  /// Where `<…>` ends, which stands for something in its place.
  private func endOfAngled(_ start: Int) -> Int? {
    var end = start + 1
    while end < bytes.count, end < start + 60 {
      let byte = bytes[end]
      if byte == UInt8(ascii: ">") { return end > start + 1 ? end + 1 : nil }
      guard (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "-_ .".utf8.contains(byte),
        end > start + 1 || byte != 0x20
      else { return nil }
      end += 1
    }
    return nil
  }
}
