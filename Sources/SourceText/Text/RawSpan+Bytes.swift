// Offsets must lie in the span.

extension RawSpan {
  @inline(__always)
  func byte(at offset: Int) -> UInt8 {
    unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  }

  /// The byte at an offset, `nil` behind the end.
  @inline(__always)
  func byteIfAny(at offset: Int) -> UInt8? {
    offset < byteCount ? byte(at: offset) : nil
  }

  /// The eight bytes from an offset on, the first one lowest.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    assert(offset >= 0 && offset <= byteCount - 8)
    // Not checked in a release: the loops over words check where they end, and a second check is a third of their time.
    return UInt64(littleEndian: unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
  }
}

extension UInt64 {
  /// The same byte eight times.
  @inline(__always)
  init(repeating byte: UInt8) {
    self = UInt64(byte) &* 0x0101_0101_0101_0101
  }

  /// The highest bit of each byte.
  static let highBits = UInt64(repeating: 0x80)

  /// Sets the highest bit of each byte that is equal to `byte`, and no other bit.
  @inline(__always)
  func matching(_ byte: UInt8) -> UInt64 {
    let difference = self ^ UInt64(repeating: byte)
    let low = UInt64(repeating: 0x7F)
    return ~(((difference & low) &+ low) | difference | low)
  }

  /// How many bytes have their highest bit set, given that no other bits are.
  @inline(__always)
  var countOfHighBits: Int {
    Int(((self &>> 7) &* UInt64(repeating: 1)) &>> 56)
  }
}
