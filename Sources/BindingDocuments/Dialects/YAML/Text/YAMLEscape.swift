extension YAML {
  /// An escape between double quotes (YAML 1.2.2, chapter 5.7).
  struct Escape {
    /// What it means: nothing for a line break that is left out, and itself if there is no such escape.
    private(set) var text = "\\"

    /// Behind it.
    private(set) var end: Int

    /// The escape whose backslash stands at an offset.
    init(at start: Int, in bytes: [UInt8], before limit: Int) {
      end = start + 1
      guard end < limit else { return }
      switch bytes[end] {
      case UInt8(ascii: "x"): read(digits: 2, in: bytes, before: limit)
      case UInt8(ascii: "u"): read(digits: 4, in: bytes, before: limit)
      case UInt8(ascii: "U"): read(digits: 8, in: bytes, before: limit)
      case 0x0A, 0x0D:
        text = ""
        while end < limit, bytes[end] <= 0x20 { end += 1 }
      case let letter:
        guard let meaning = Self.meaning(of: letter) else { return }
        text = meaning
        end += 1
      }
    }

    private static func meaning(of letter: UInt8) -> String? {
      switch letter {
      case UInt8(ascii: "0"): "\0"
      case UInt8(ascii: "a"): "\u{7}"
      case UInt8(ascii: "b"): "\u{8}"
      case UInt8(ascii: "t"), 0x09: "\t"
      case UInt8(ascii: "n"): "\n"
      case UInt8(ascii: "v"): "\u{B}"
      case UInt8(ascii: "f"): "\u{C}"
      case UInt8(ascii: "r"): "\r"
      case UInt8(ascii: "e"): "\u{1B}"
      case UInt8(ascii: " "): " "
      case UInt8(ascii: "\""): "\""
      case UInt8(ascii: "/"): "/"
      case UInt8(ascii: "\\"): "\\"
      case UInt8(ascii: "N"): "\u{85}"
      case UInt8(ascii: "_"): "\u{A0}"
      case UInt8(ascii: "L"): "\u{2028}"
      case UInt8(ascii: "P"): "\u{2029}"
      default: nil
      }
    }

    private mutating func read(digits: Int, in bytes: [UInt8], before limit: Int) {
      var value: UInt32 = 0
      let start = end + 1
      end = start
      while end < limit, end < start + digits, let digit = Self.value(of: bytes[end]) {
        value = value << 4 | digit
        end += 1
      }
      text = "\u{FFFD}"
      if end == start + digits, let scalar = Unicode.Scalar(value) { text = String(scalar) }
    }

    private static func value(of digit: UInt8) -> UInt32? {
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(digit - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(digit - UInt8(ascii: "A") + 10)
      default: nil
      }
    }
  }
}
