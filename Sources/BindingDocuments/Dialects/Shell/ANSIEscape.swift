/// The escapes of `$'…'`.
enum ANSIEscape {
  /// What the escape at an offset means, and where it ends. One that there is not means itself.
  static func read(_ text: Span<UInt8>, at start: Int, before end: Int) -> (String, Int) {
    let sign = text[start + 1]
    switch sign {
    case UInt8(ascii: "n"): return ("\n", start + 2)
    case UInt8(ascii: "t"): return ("\t", start + 2)
    case UInt8(ascii: "r"): return ("\r", start + 2)
    case UInt8(ascii: "a"): return ("\u{7}", start + 2)
    case UInt8(ascii: "b"): return ("\u{8}", start + 2)
    case UInt8(ascii: "v"): return ("\u{B}", start + 2)
    case UInt8(ascii: "f"): return ("\u{C}", start + 2)
    case UInt8(ascii: "e"), UInt8(ascii: "E"): return ("\u{1B}", start + 2)
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "?"):
      return (String(Unicode.Scalar(sign)), start + 2)
    case UInt8(ascii: "x"): return number(text, start, start + 2, digits: 2, radix: 16, end)
    case UInt8(ascii: "u"): return number(text, start, start + 2, digits: 4, radix: 16, end)
    case UInt8(ascii: "U"): return number(text, start, start + 2, digits: 8, radix: 16, end)
    case UInt8(ascii: "0")...UInt8(ascii: "7"): return number(text, start, start + 1, digits: 3, radix: 8, end)
    default: return ("\\", start + 1)
    }
  }

  private static func number(
    _ text: Span<UInt8>, _ start: Int, _ first: Int, digits: Int, radix: UInt32, _ end: Int
  ) -> (String, Int) {
    var value: UInt32 = 0
    var last = first
    while last < end, last - first < digits, let digit = Self.digit(text[last]), digit < radix {
      value = value &* radix &+ digit
      last += 1
    }
    guard last > first, let scalar = Unicode.Scalar(value) else { return ("\\", start + 1) }
    return (String(scalar), last)
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    if byte &- 0x30 < 10 { return UInt32(byte - 0x30) }
    return (byte | 0x20) &- 0x61 < 6 ? UInt32((byte | 0x20) - 0x61 + 10) : nil
  }
}
