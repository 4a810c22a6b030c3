// A line break is LF, CR LF or CR, as in LSP, and nothing else. The functions take a stretch of text that neither begins
// nor ends within CR LF.

private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")

extension RawSpan {
  /// Counts line breaks, and tells whether all bytes are ASCII.
  func countingLineBreaks() -> (lineBreaks: Int, isASCII: Bool) {
    var count = 0
    var all: UInt64 = 0
    var offset = 0
    while offset &+ 8 < byteCount {
      // A byte each for the counts of eight columns, so many words that none of them overflows.
      var columns: UInt64 = 0
      let end = Swift.min(byteCount &- 8, offset &+ 255 &* 8)
      while offset < end {
        columns &+= endsOfLineBreaks(at: offset) &>> 7
        all |= word(at: offset)
        offset &+= 8
      }
      let pairs = (columns & 0x00FF_00FF_00FF_00FF) &+ (columns &>> 8 & 0x00FF_00FF_00FF_00FF)
      count &+= Int((pairs &* 0x0001_0001_0001_0001) &>> 48)
    }
    while offset < byteCount {
      all |= UInt64(byte(at: offset))
      if endsLineBreak(at: offset) { count &+= 1 }
      offset &+= 1
    }
    return (count, all & .highBits == 0)
  }

  /// Where the line break of a number, counted from 1, ends; the end of the text if there are fewer.
  func endOfLineBreak(number: Int) -> Int {
    var left = number
    var offset = 0
    while offset &+ 64 < byteCount {
      // A byte each for the counts of eight columns.
      var columns: UInt64 = 0
      for word in 0..<8 { columns &+= endsOfLineBreaks(at: offset &+ word &* 8) &>> 7 }
      let count = Int((columns &* UInt64(repeating: 1)) &>> 56)
      if count >= left { break }
      left &-= count
      offset &+= 64
    }
    while offset &+ 8 < byteCount {
      let count = endsOfLineBreaks(at: offset).countOfHighBits
      if count >= left { break }
      left &-= count
      offset &+= 8
    }
    while offset < byteCount {
      if endsLineBreak(at: offset) {
        left &-= 1
        if left == 0 { return offset &+ 1 }
      }
      offset &+= 1
    }
    return offset
  }

  /// Where the first line break at or behind an offset begins, searched up to another offset.
  func startOfLineBreak(from start: Int, to end: Int) -> Int? {
    var offset = start
    while offset &+ 8 <= end {
      let word = word(at: offset)
      let found = word.matching(lineFeed) | word.matching(carriageReturn)
      if found != 0 { return offset &+ found.trailingZeroBitCount &>> 3 }
      offset &+= 8
    }
    while offset < end {
      if isLineBreak(byte(at: offset)) { return offset }
      offset &+= 1
    }
    return nil
  }

  /// Where the last line break before an offset, at which the text is not cut within CR LF, ends.
  func endOfLastLineBreak(before end: Int) -> Int? {
    var offset = end
    while offset >= 8 {
      let word = word(at: offset &- 8)
      let found = word.matching(lineFeed) | word.matching(carriageReturn)
      if found != 0 { return offset &- found.leadingZeroBitCount &>> 3 }
      offset &-= 8
    }
    while offset > 0 {
      if isLineBreak(byte(at: offset &- 1)) { return offset }
      offset &-= 1
    }
    return nil
  }

  /// Whether an offset lies between CR and LF.
  func isWithinLineBreak(at offset: Int) -> Bool {
    offset > 0 && offset < byteCount && byte(at: offset) == lineFeed && byte(at: offset &- 1) == carriageReturn
  }

  /// Sets the highest bit of those of eight bytes that end a line break. There is a ninth.
  @inline(__always)
  private func endsOfLineBreaks(at offset: Int) -> UInt64 {
    let word = word(at: offset)
    let next = self.word(at: offset &+ 1)
    return word.matching(lineFeed) | (word.matching(carriageReturn) & ~next.matching(lineFeed))
  }

  private func endsLineBreak(at offset: Int) -> Bool {
    switch byte(at: offset) {
    case lineFeed: true
    case carriageReturn: byteIfAny(at: offset &+ 1) != lineFeed
    default: false
    }
  }
}

private func isLineBreak(_ byte: UInt8) -> Bool {
  byte == lineFeed || byte == carriageReturn
}
