/// An escape in a string.
struct JSONEscape {
  /// What it means; U+FFFD for half a surrogate pair.
  let scalar: Unicode.Scalar
  /// How many bytes it takes, its backslash included.
  let length: Int
  /// Whether RFC 8259 has it, and Unicode what it means.
  let isValid: Bool

  private init(_ scalar: Unicode.Scalar, length: Int, isValid: Bool = true) {
    self.scalar = scalar
    self.length = length
    self.isValid = isValid
  }

  /// The escape that begins with the backslash at an offset; `nil` if the backslash begins none and means itself.
  init?(at start: Int, in text: RawSpan) {
    switch text.peek(at: start + 1) {
    case UInt8(ascii: "\""): self.init("\"", length: 2)
    case UInt8(ascii: "\\"): self.init("\\", length: 2)
    case UInt8(ascii: "/"): self.init("/", length: 2)
    case UInt8(ascii: "b"): self.init("\u{8}", length: 2)
    case UInt8(ascii: "f"): self.init("\u{C}", length: 2)
    case UInt8(ascii: "n"): self.init("\n", length: 2)
    case UInt8(ascii: "r"): self.init("\r", length: 2)
    case UInt8(ascii: "t"): self.init("\t", length: 2)
    // Not RFC 8259's, and what it means is plain.
    case UInt8(ascii: "'"): self.init("'", length: 2, isValid: false)
    case UInt8(ascii: "u"): self.init(unitsAt: start, in: text)
    default: return nil
    }
  }

  private init?(unitsAt start: Int, in text: RawSpan) {
    guard let unit = Self.unit(at: start, in: text) else { return nil }
    if let scalar = Unicode.Scalar(unit) {
      self.init(scalar, length: 6)
    } else if unit < 0xDC00, let low = Self.unit(at: start + 6, in: text), low & 0xFC00 == 0xDC00,
      let scalar = Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF)
    {
      self.init(scalar, length: 12)
    } else {
      self.init("\u{FFFD}", length: 6, isValid: false)
    }
  }

  /// The UTF-16 unit that `\uXXXX` at an offset stands for.
  private static func unit(at start: Int, in text: RawSpan) -> UInt32? {
    guard text.peek(at: start) == UInt8(ascii: "\\"), text.peek(at: start + 1) == UInt8(ascii: "u") else { return nil }
    var unit: UInt32 = 0
    for offset in start + 2..<start + 6 {
      guard let digit = hexDigitValue(text.peek(at: offset)) else { return nil }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }
}
