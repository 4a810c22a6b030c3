// Azure compares names without regard to the case of ASCII letters. These work on UTF-8 bytes: no allocation, no Unicode
// tables, and a name with letters beyond ASCII is equal only to itself.

extension UInt8 {
  /// This byte, an ASCII capital made small.
  @inlinable
  package var asciiLowercased: UInt8 {
    self &- 0x41 < 26 ? self | 0x20 : self
  }
}

extension StringProtocol {
  /// Whether both texts have the same UTF-8 bytes but for the case of ASCII letters. Cost: their length, nothing if those
  /// differ.
  @inlinable
  public func isEqualIgnoringCase(to other: some StringProtocol) -> Bool {
    utf8.count == other.utf8.count && hasPrefixIgnoringCase(other)
  }

  /// Whether this text starts with `prefix` but for the case of ASCII letters.
  @inlinable
  public func hasPrefixIgnoringCase(_ prefix: some StringProtocol) -> Bool {
    withUTF8Bytes { bytes in
      prefix.withUTF8Bytes { prefix in
        guard bytes.count >= prefix.count else { return false }
        for place in prefix.indices {
          let (one, other) = (bytes[place], prefix[place])
          guard one == other || one.asciiLowercased == other.asciiLowercased else { return false }
        }
        return true
      }
    }
  }

  /// Whether `part` stands somewhere in this text but for the case of ASCII letters. Cost: both lengths multiplied.
  public func containsIgnoringCase(_ part: some StringProtocol) -> Bool {
    utf8.indices.contains { self[$0...].hasPrefixIgnoringCase(part) } || part.isEmpty
  }

  /// Feeds the text to `hasher` so that texts equal by ``isEqualIgnoringCase(to:)`` hash alike.
  @inlinable
  public func hashIgnoringCase(into hasher: inout Hasher) {
    withUTF8Bytes { bytes in
      // Eight bytes at a time: a hasher's cost is that of its calls.
      var word: UInt64 = 0
      for place in bytes.indices {
        word = word << 8 | UInt64(bytes[place].asciiLowercased)
        if place & 7 == 7 { hasher.combine(word) }
      }
      hasher.combine(word)
      hasher.combine(bytes.count)
    }
  }

  /// Whether both texts have the same UTF-8 bytes; `==` takes `é` for `e` with an accent after it.
  @inlinable
  package func hasSameBytes(as other: some StringProtocol) -> Bool {
    withUTF8Bytes { bytes in
      other.withUTF8Bytes { other in
        guard bytes.count == other.count else { return false }
        for place in bytes.indices where bytes[place] != other[place] { return false }
        return true
      }
    }
  }

  /// Gives the text's bytes to `body` in one piece: loops over those are several times as fast as over `utf8`.
  @inlinable
  package func withUTF8Bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    // Only a string that another language's runtime holds has no storage of its own.
    utf8.withContiguousStorageIfAvailable(body)
      ?? Array(utf8).withUnsafeBufferPointer(body)
  }
}
