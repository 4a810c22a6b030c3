// What stands for something else where the text is not JSON yet: what other tools replace, `${NAME}`, `#{name}#`,
// `{{ name }}`, `${{ variables.name }}`, `$(name)`, `$name`, `__name__`, `%name%`, and what prose writes, `<your name>`
// and an ellipsis. Without quotes around them their braces are not JSON's.

extension RawSpan {
  /// Whether a placeholder begins at an opening brace.
  @inline(__always)
  func hasPlaceholder(at offset: Int) -> Bool {
    peek(at: offset &+ 1) == UInt8(ascii: "{") && placeholderEnd(at: offset) != nil
  }

  /// The end of the placeholder with braces or angle brackets that begins at an offset; `nil` if none does. It ends on its
  /// line and holds no other.
  func placeholderEnd(at start: Int) -> Int? {
    switch peek(at: start) {
    case UInt8(ascii: "{"): placeholderEnd(inBraces: start, isDouble: true)
    case UInt8(ascii: "$"): placeholderEnd(inBraces: start + 1, isDouble: peek(at: start + 2) == UInt8(ascii: "{"))
    case UInt8(ascii: "#"):
      placeholderEnd(inBraces: start + 1, isDouble: false).map { peek(at: $0) == UInt8(ascii: "#") ? $0 + 1 : $0 }
    case UInt8(ascii: "<"): placeholderEnd(inAngles: start)
    default: nil
    }
  }

  private func placeholderEnd(inBraces start: Int, isDouble: Bool) -> Int? {
    guard peek(at: start) == UInt8(ascii: "{"), !isDouble || peek(at: start + 1) == UInt8(ascii: "{") else {
      return nil
    }
    let contents = start + (isDouble ? 2 : 1)
    var offset = contents
    while offset < byteCount {
      switch byte(at: offset) {
      case UInt8(ascii: "{"), 0x0A, 0x0D: return nil
      case UInt8(ascii: "}"):
        guard offset > contents, !isDouble || peek(at: offset + 1) == UInt8(ascii: "}") else { return nil }
        return offset + (isDouble ? 2 : 1)
      // An object after all: `{{"a": 1}}`.
      case UInt8(ascii: "\"") where offset == contents: return nil
      default: offset += 1
      }
    }
    return nil
  }

  private func placeholderEnd(inAngles start: Int) -> Int? {
    var offset = start + 1
    while offset < byteCount {
      switch byte(at: offset) {
      case UInt8(ascii: ">"): return offset > start + 1 ? offset + 1 : nil
      case UInt8(ascii: "<"), UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"), 0x0A, 0x0D: return nil
      default: offset += 1
      }
    }
    return nil
  }

  /// Whether a word stands for something else.
  func isPlaceholder(_ word: Range<Int>) -> Bool {
    let last = peek(at: word.upperBound - 1)
    switch peek(at: word.lowerBound) {
    case UInt8(ascii: "$"): return word.count > 1
    case UInt8(ascii: "<"): return last == UInt8(ascii: ">")
    case UInt8(ascii: "%"): return last == UInt8(ascii: "%") && word.count > 2
    case UInt8(ascii: "_"): return last == UInt8(ascii: "_") && word.count > 4
    case UInt8(ascii: "."): return word.allSatisfy { byte(at: $0) == UInt8(ascii: ".") }
    // U+2026, an ellipsis in one character.
    case 0xE2: return word.count == 3 && peek(at: word.lowerBound + 1) == 0x80 && last == 0xA6
    // No other word has a brace.
    default: return word.contains { byte(at: $0) == UInt8(ascii: "{") }
    }
  }
}
