extension SourceText {
  /// A copy of the bytes of a range, which must lie in the text. Cost: the range's length.
  package func bytes(in range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    forEachChunk(in: range) { bytes.append(copying: $0.bytes) }
    return bytes
  }

  /// Gives the bytes of a range, which must lie in the text, to `body`: where they are if they lie in one chunk, else a
  /// copy. Cost: logarithmic, and of a copy the range's length.
  package func withBytes<Result, Failure: Error>(
    in range: Range<Int>, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    check(range)
    let place = chunk(at: range.lowerBound)
    guard range.upperBound <= place.end else { return try body(bytes(in: range).span) }
    return try body(
      place.element.bytes.span.extracting(range.lowerBound - place.start..<range.upperBound - place.start))
  }

  /// Gives the bytes of a range, which must lie in the text, to `body` where they are, one stretch after the other. None
  /// is empty, and none begins or ends within CR LF or a well-formed character, unless the range does.
  package func forEachChunk<Failure: Error>(
    in range: Range<Int>, _ body: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    check(range)
    let place = chunk(at: range.lowerBound)
    var start = place.start
    for chunk in chunks.suffix(from: place.index) {
      let end = start + chunk.summary.bytes
      let part = range.clamped(to: start..<end)
      if !part.isEmpty { try body(chunk.bytes.span.extracting(part.lowerBound - start..<part.upperBound - start)) }
      if end >= range.upperBound { break }
      start = end
    }
  }

  func check(_ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= byteCount, "bytes \(range) of \(byteCount)")
  }
}
