extension Terraform {
  /// Whether a byte is part of an identifier, letters beyond ASCII included.
  @inline(__always)
  static func isIdentifier(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...:
      true
    default: false
    }
  }

  /// Whether an identifier may begin with a byte.
  @inline(__always)
  static func beginsIdentifier(_ byte: UInt8) -> Bool {
    isIdentifier(byte) && byte != UInt8(ascii: "-") && !isDigit(byte)
  }

  /// Whether a byte is a decimal digit.
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  /// Whether a byte separates tokens within a line.
  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}

extension Span<UInt8> {
  /// The first offset from one on whose byte is no blank.
  @inline(__always)
  func skippingBlanks(from start: Int) -> Int {
    var offset = start
    while offset < count, Terraform.isBlank(self[offset]) { offset &+= 1 }
    return offset
  }

  /// The first offset from one on whose byte is part of no identifier.
  @inline(__always)
  func skippingIdentifier(from start: Int) -> Int {
    var offset = start
    while offset < count, Terraform.isIdentifier(self[offset]) { offset &+= 1 }
    return offset
  }

  /// Behind the `*/` of a comment whose `/*` stands at an offset; the end of the text if there is none.
  func endOfComment(from start: Int) -> Int {
    var offset = start + 2
    while offset < count {
      if self[offset] == UInt8(ascii: "*"), peek(at: offset + 1) == UInt8(ascii: "/") { return offset + 2 }
      offset &+= 1
    }
    return count
  }

  /// Whether the line feed at an offset is followed by a line that begins an attribute or a block: so that an
  /// interpolation of a quoted template that is open there was not meant to go on. Looks at a line that is as long as such
  /// lines are.
  func beginsAttribute(behindLineFeed lineFeed: Int) -> Bool {
    var offset = lineFeed + 1
    let limit = Swift.min(count, lineFeed + 256)
    while offset < limit, Terraform.isBlank(self[offset]) { offset &+= 1 }
    guard offset < limit, Terraform.beginsIdentifier(self[offset]) else { return false }
    while offset < limit, Terraform.isIdentifier(self[offset]) { offset &+= 1 }
    while offset < limit, Terraform.isBlank(self[offset]) { offset &+= 1 }
    guard offset < limit else { return false }
    return self[offset] == UInt8(ascii: "{")
      || self[offset] == UInt8(ascii: "=") && peek(at: offset + 1) != UInt8(ascii: "=")
  }
}
