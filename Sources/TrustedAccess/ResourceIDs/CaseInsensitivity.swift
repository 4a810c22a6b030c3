// Azure compares names without regard to the case of ASCII letters. These work on UTF-8 bytes: no allocation, no Unicode
// tables, and a name with letters beyond ASCII is equal only to itself.

extension UInt8 {
  /// This byte, an ASCII capital made small.
  var asciiLowercased: UInt8 {
    self &- 0x41 < 26 ? self | 0x20 : self
  }
}

extension StringProtocol {
  /// Whether both texts have the same UTF-8 bytes but for the case of ASCII letters. Cost: their length.
  public func isEqualIgnoringCase(to other: some StringProtocol) -> Bool {
    utf8.count == other.utf8.count && zip(utf8, other.utf8).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
  }

  /// Whether this text starts with `prefix` but for the case of ASCII letters.
  public func hasPrefixIgnoringCase(_ prefix: some StringProtocol) -> Bool {
    utf8.count >= prefix.utf8.count && zip(utf8, prefix.utf8).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
  }

  /// Whether `part` stands somewhere in this text but for the case of ASCII letters. Cost: both lengths multiplied.
  public func containsIgnoringCase(_ part: some StringProtocol) -> Bool {
    utf8.indices.contains { self[$0...].hasPrefixIgnoringCase(part) } || part.isEmpty
  }

  /// Feeds the text to `hasher` so that texts equal by ``isEqualIgnoringCase(to:)`` hash alike.
  public func hashIgnoringCase(into hasher: inout Hasher) {
    for byte in utf8 { hasher.combine(byte.asciiLowercased) }
    hasher.combine(0xFF as UInt8)
  }
}
