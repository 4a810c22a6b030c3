// What tells that a stretch of text may speak of role bindings: the letters `trusted` and `aks`, in any case.

extension YAML {
  /// Whether a stretch holds the letters of a trigger.
  static func holdsTrigger(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    // Three bytes that are rare together, at eight places at once: `rus` and `aks`.
    while offset &+ 10 <= range.upperBound {
      let first = word(bytes, offset)
      let second = word(bytes, offset &+ 1)
      let third = word(bytes, offset &+ 2) ^ repeated(UInt8(ascii: "s"))
      let isRus = (first ^ repeated(UInt8(ascii: "r"))) | (second ^ repeated(UInt8(ascii: "u"))) | third
      let isAks = (first ^ repeated(UInt8(ascii: "a"))) | (second ^ repeated(UInt8(ascii: "k"))) | third
      if (zeros(isRus) | zeros(isAks)) != 0, isTrigger(bytes, offset..<offset &+ 8, within: range) { return true }
      offset &+= 8
    }
    return isTrigger(bytes, offset..<range.upperBound, within: range)
  }

  /// Eight bytes, letters in lower case.
  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) | repeated(0x20)
  }

  @inline(__always)
  private static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// Something else than 0 if one of the bytes is 0.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- repeated(0x01)) & ~word & repeated(0x80) }

  /// Whether a trigger has its rare three bytes at one of the places.
  private static func isTrigger(
    _ bytes: UnsafeRawBufferPointer, _ places: Range<Int>, within range: Range<Int>
  ) -> Bool {
    places.contains { place in
      has("aks", at: place, bytes, range) || has("trusted", at: place - 1, bytes, range)
    }
  }

  private static func has(
    _ word: StaticString, at place: Int, _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>
  ) -> Bool {
    guard place >= range.lowerBound, place + word.utf8CodeUnitCount <= range.upperBound else { return false }
    return word.withUTF8Buffer { letters in
      letters.indices.allSatisfy { bytes[place + $0] | 0x20 == letters[$0] }
    }
  }
}
