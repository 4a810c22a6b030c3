// What other tools replace before a text is JSON, written with braces: `${NAME}`, `#{name}#`, `{{ name }}`,
// `${{ variables.name }}`. Where they stand without quotes, their braces are not JSON's.

extension RawSpan {
  /// Whether a placeholder begins at an opening brace.
  @inline(__always)
  func hasPlaceholder(at offset: Int) -> Bool {
    peek(at: offset &+ 1) == UInt8(ascii: "{") && placeholderEnd(at: offset) != nil
  }

  /// The end of the placeholder that begins at an offset; `nil` if none does. It ends on its line and holds no brace.
  func placeholderEnd(at start: Int) -> Int? {
    let first = peek(at: start)
    let brace = first == UInt8(ascii: "$") || first == UInt8(ascii: "#") ? start + 1 : start
    guard peek(at: brace) == UInt8(ascii: "{") else { return nil }
    let isDouble = first != UInt8(ascii: "#") && peek(at: brace + 1) == UInt8(ascii: "{")
    guard isDouble || brace != start else { return nil }
    let contents = brace + (isDouble ? 2 : 1)
    var offset = contents
    while offset < byteCount {
      switch byte(at: offset) {
      case UInt8(ascii: "{"), 0x0A, 0x0D: return nil
      case UInt8(ascii: "}"):
        let hasSecond = isDouble ? peek(at: offset + 1) == UInt8(ascii: "}") : true
        guard offset > contents, hasSecond else { return nil }
        let end = offset + (isDouble ? 2 : 1)
        return first == UInt8(ascii: "#") && peek(at: end) == UInt8(ascii: "#") ? end + 1 : end
      // An object after all: `{{"a": 1}}`.
      case UInt8(ascii: "\"") where offset == contents: return nil
      default: offset += 1
      }
    }
    return nil
  }
}
