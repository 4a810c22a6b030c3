extension [UInt8] {
  // `Array` takes bytes from memory in one move only when they come as a buffer; a span comes as one for no longer than
  // the call.

  /// Appends a copy of bytes.
  mutating func append(copying bytes: RawSpan) {
    bytes.withUnsafeBytes { append(contentsOf: $0) }
  }

  /// Replaces a range by a copy of bytes. The array's memory is never more than twice what it holds: on its own it would
  /// double when it is full, and not shrink.
  mutating func replaceSubrange(_ range: Range<Int>, with bytes: RawSpan) {
    let newCount = count - range.count + bytes.byteCount
    if newCount <= capacity, newCount >= capacity / 2 {
      bytes.withUnsafeBytes { replaceSubrange(range, with: $0) }
    } else {
      var roomy: [UInt8] = []
      roomy.reserveCapacity(newCount + newCount / 8)
      roomy += self[..<range.lowerBound]
      roomy.append(copying: bytes)
      roomy += self[range.upperBound...]
      self = roomy
    }
  }
}
