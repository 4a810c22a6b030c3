// A unit is what stands for one scalar: a well-formed sequence of UTF-8 (Unicode Standard, table 3-7), or a byte that is
// part of none, which counts as the one U+FFFD that editors show in its place. Which bytes make up a unit is decided by
// these bytes alone: a unit of several begins with a byte that continues none.

extension RawSpan {
  /// How many bytes the unit that begins at an offset has: 1 to 4.
  func unitLength(at offset: Int) -> Int {
    let first = byte(at: offset)
    if first < 0x80 { return 1 }
    let length: Int
    let second: ClosedRange<UInt8>
    switch first {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 1
    }
    guard offset &+ length <= byteCount, second.contains(byte(at: offset &+ 1)) else { return 1 }
    for index in 2..<Swift.max(length, 2) where !continues(byte(at: offset &+ index)) { return 1 }
    return length
  }

  /// Where the unit begins that a byte belongs to; the end of the text is where it is.
  func startOfUnit(at offset: Int) -> Int {
    guard offset < byteCount, continues(byte(at: offset)) else { return offset }
    var start = offset &- 1
    while start >= 0, offset &- start < 4 {
      if !continues(byte(at: start)) {
        return start &+ unitLength(at: start) > offset ? start : offset
      }
      start &-= 1
    }
    return offset
  }

  /// The length in UTF-16 code units and in scalars.
  func countingUnits() -> (utf16: Int, scalars: Int) {
    var utf16 = 0
    var scalars = 0
    var offset = 0
    while offset < byteCount {
      if offset &+ 8 <= byteCount, word(at: offset) & .highBits == 0 {
        scalars &+= 8
        utf16 &+= 8
        offset &+= 8
      } else {
        let length = unitLength(at: offset)
        scalars &+= 1
        utf16 &+= length == 4 ? 2 : 1
        offset &+= length
      }
    }
    return (utf16, scalars)
  }

  /// Steps over whole units from where one begins until the next would be too much.
  ///
  /// - Parameters:
  ///   - length: how far to go, in UTF-16 code units or in scalars.
  ///   - end: where to stop at the latest; a unit ends there.
  /// - Returns: where that leads, and what is left of the length.
  func advancing(from start: Int, by length: Int, countingUTF16: Bool, to end: Int) -> (offset: Int, left: Int) {
    var offset = start
    var left = length
    while offset < end {
      if left >= 8, offset &+ 8 <= end, word(at: offset) & .highBits == 0 {
        left &-= 8
        offset &+= 8
      } else {
        let bytes = unitLength(at: offset)
        let width = countingUTF16 && bytes == 4 ? 2 : 1
        if width > left { break }
        left &-= width
        offset &+= bytes
      }
    }
    return (offset, left)
  }

  private func continues(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
