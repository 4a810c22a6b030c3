/// Classes of bytes that the shell's cutter and its reader share.
extension UInt8 {
  /// Whether it may be in a variable's name.
  @inline(__always)
  var isShellName: Bool { (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 || self == UInt8(ascii: "_") }

  /// Whether it means nothing within quotes, neither by itself nor with what is around it: no sign of the shell's, no line
  /// feed, no `=` of an assignment and no `z` of `az`.
  @inline(__always)
  var isPlainInShellQuotes: Bool {
    self > 127 || (self < 64 ? Self.meaningLow : Self.meaningHigh) >> UInt64(self & 63) & 1 == 0
  }

  /// A bit for each byte that means something within quotes: a line feed, `"$'=`, and from 64 on `Z`, `\`, a backtick, `z`.
  private static var meaningLow: UInt64 { 1 << 0x0A | 1 << 0x22 | 1 << 0x24 | 1 << 0x27 | 1 << 0x3D }
  private static var meaningHigh: UInt64 { 1 << 0x1A | 1 << 0x1C | 1 << 0x20 | 1 << 0x3A }

  /// A blank or a tab, or the carriage return of a line's end.
  @inline(__always)
  var isShellBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }

  /// Whether a word ends before it.
  @inline(__always)
  var endsShellWord: Bool {
    switch self {
    case 0x20, 0x09, 0x0D, 0x0A, UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"):
      true
    default: false
    }
  }
}

extension Span<UInt8> {
  /// The byte at an offset, 0 outside of the text.
  @inline(__always)
  func shellByte(_ offset: Int) -> UInt8 { offset >= 0 && offset < count ? self[offset] : 0 }

  /// Whether a text stands at an offset.
  @inline(__always)
  func hasShellWord(_ word: StaticString, at offset: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard offset >= 0, offset + length <= count else { return false }
    return word.withUTF8Buffer { word in
      for place in 0..<length where self[offset &+ place] != word[place] { return false }
      return true
    }
  }

  /// The first offset from one on that holds no blank.
  func skippingShellBlanks(from offset: Int) -> Int {
    var end = offset
    while end < count, self[end].isShellBlank { end &+= 1 }
    return end
  }
}

extension Span<UInt8> {
  /// Whether the brace of `${` at an offset is closed on its line, and not far away.
  func hasClosedShellBrace(at offset: Int) -> Bool {
    var end = offset + 1
    while end < count, end - offset < 512, self[end] != 0x0A {
      if self[end] == UInt8(ascii: "}") { return true }
      end &+= 1
    }
    return false
  }
}
