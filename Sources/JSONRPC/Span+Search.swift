import Glibc

extension Span<UInt8> {
  /// Where a byte first occurs in a range, which must lie in the span.
  func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    extracting(range).withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let match = memchr(base, CInt(byte), bytes.count) else { return nil }
      return range.lowerBound + (UnsafeRawPointer(match) - base)
    }
  }
}
