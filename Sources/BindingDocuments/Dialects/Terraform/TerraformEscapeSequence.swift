extension Terraform {
  /// What stands for something else in a template's text.
  ///
  /// Sources: HCL Native Syntax Specification, "Quoted Templates"; RFC 8259 for JSON syntax, whose escapes HCL does not all
  /// have, but gives no other meaning.
  struct EscapeSequence {
    /// How many bytes it takes; not beyond its line.
    var length: Int
    /// What it means; `nil` if it means nothing, and so stands for itself.
    var meaning: String?

    /// The escape that begins with the backslash, `$` or `%` at an offset.
    init(at start: Int, in text: Span<UInt8>) {
      guard text[start] == UInt8(ascii: "\\") else {
        self.init(3, text[start] == UInt8(ascii: "$") ? "${" : "%{")
        return
      }
      switch text.peek(at: start + 1) {
      case UInt8(ascii: "\""): self.init(2, "\"")
      case UInt8(ascii: "\\"): self.init(2, "\\")
      case UInt8(ascii: "/"): self.init(2, "/")
      case UInt8(ascii: "n"): self.init(2, "\n")
      case UInt8(ascii: "r"): self.init(2, "\r")
      case UInt8(ascii: "t"): self.init(2, "\t")
      case UInt8(ascii: "b"): self.init(2, "\u{8}")
      case UInt8(ascii: "f"): self.init(2, "\u{C}")
      case UInt8(ascii: "u"): self.init(unitsAt: start, in: text)
      case UInt8(ascii: "U"):
        guard let value = text.hexadecimal(8, at: start + 2) else { self.init(1, nil); return }
        self.init(10, Unicode.Scalar(value).map { String($0) })
      default: self.init(1, nil)
      }
    }

    private init(_ length: Int, _ meaning: String?) {
      self.length = length
      self.meaning = meaning
    }

    private init(unitsAt start: Int, in text: Span<UInt8>) {
      guard let unit = text.hexadecimal(4, at: start + 2) else { self.init(1, nil); return }
      if let scalar = Unicode.Scalar(unit) {
        self.init(6, String(scalar))
      } else if unit < 0xDC00, text.has("\\u", at: start + 6), let low = text.hexadecimal(4, at: start + 8),
        low & 0xFC00 == 0xDC00, let scalar = Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF)
      {
        self.init(12, String(scalar))
      } else {
        self.init(6, nil)
      }
    }
  }
}

extension Span<UInt8> {
  /// The number that is written at an offset with so many hexadecimal digits; `nil` if there are not so many.
  func hexadecimal(_ digits: Int, at start: Int) -> UInt32? {
    var value: UInt32 = 0
    for offset in start..<start + digits {
      let byte = peek(at: offset)
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte & 0xF)
      case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
        value = value << 4 | UInt32((byte & 0xF) + 9)
      default: return nil
      }
    }
    return value
  }
}
