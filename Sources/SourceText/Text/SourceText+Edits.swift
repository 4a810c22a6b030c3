extension SourceText {
  /// Replaces the bytes of a range, which must lie in the text and may be cut anywhere, by a copy of others. Cost: what is
  /// removed and added, and the logarithm of the text's length.
  package mutating func replace(_ range: Range<Int>, with bytes: Span<UInt8>) {
    check(range)
    if !replaceInChunk(range, with: bytes.bytes) { replaceChunks(range, with: bytes.bytes) }
  }

  /// Replaces the bytes of a range, which must lie in the text and may be cut anywhere, by others. Cost: what is removed
  /// and added, and the logarithm of the text's length.
  package mutating func replace(_ range: Range<Int>, with bytes: [UInt8]) {
    replace(range, with: bytes.span)
  }

  /// Replaces within one chunk, unless that concerns its neighbours: by making it too large or too small, or by a change
  /// of what stands at its ends.
  private mutating func replaceInChunk(_ range: Range<Int>, with bytes: RawSpan) -> Bool {
    let (index, start, end) = extentOfChunk(at: range.lowerBound)
    let total = byteCount
    let size = end - start - range.count + bytes.byteCount
    guard range.lowerBound - start >= Chunk.reach || start == 0, end - range.upperBound >= Chunk.reach || end == total,
      size <= chunkSize.most, size >= chunkSize.fewest || end - start == total
    else { return false }
    chunks.update(at: index) { $0.replace(range.lowerBound - start..<range.upperBound - start, with: bytes) }
    return true
  }

  /// Where a chunk is. Without the chunk: while that is held, a change would have to copy it.
  private func extentOfChunk(at offset: Int) -> (index: Int, start: Int, end: Int) {
    let place = chunk(at: offset)
    return (place.index, place.start, place.end)
  }

  /// Cuts anew the chunks that a change is in or at whose ends it is.
  private mutating func replaceChunks(_ range: Range<Int>, with bytes: RawSpan) {
    // Within reach of the start the change may join what is before it, and so for the end. A few bytes more, and neither
    // is what is cut anew smaller than a chunk may be.
    let first = chunk(at: max(range.lowerBound - chunkSize.fewest, 0))
    let last = chunk { $0.bytes >= range.upperBound + chunkSize.fewest }
    var text = self.bytes(in: first.start..<range.lowerBound)
    text.append(copying: bytes)
    text += self.bytes(in: range.upperBound..<last.end)
    chunks.replaceSubrange(first.index..<last.index + 1, with: Chunk.chunks(of: text.span.bytes, size: chunkSize))
  }
}
