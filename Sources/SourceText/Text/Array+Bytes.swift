extension [UInt8] {
  // `Array` takes bytes from memory in one move only when they come as a buffer; a span comes as one for no longer than
  // the call.

  /// Appends a copy of bytes.
  mutating func append(copying bytes: RawSpan) {
    bytes.withUnsafeBytes { append(contentsOf: $0) }
  }

  /// Replaces a range by a copy of bytes.
  mutating func replaceSubrange(_ range: Range<Int>, with bytes: RawSpan) {
    bytes.withUnsafeBytes { replaceSubrange(range, with: $0) }
  }
}
