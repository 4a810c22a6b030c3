/// A text under edits: bytes, the lines in them, and places in them as editors give them.
///
/// It is held in chunks of some 1 KB under a ``SumTree`` of their lengths. So an edit costs what it changes and a
/// logarithm of what the text holds, as does the way from a position to an offset and back. A value: a copy is a
/// snapshot, costs nothing, and does not see later edits. Memory: some 1.1 times the text.
///
/// An offset counts bytes. Lines end at LF, CR LF or CR and at nothing else, as in LSP; behind the last line break there is
/// one line more, which may be empty. Any bytes are a text: one that is no part of well-formed UTF-8 counts as one
/// scalar and one UTF-16 code unit, as the U+FFFD that editors show in its place does.
package struct SourceText: Sendable {
  /// Never none.
  var chunks: SumTree<Chunk>
  let chunkSize: ChunkSize

  /// Creates a text, empty unless bytes are given. Cost: linear.
  package init(_ bytes: [UInt8] = []) {
    self.init(bytes.span)
  }

  /// Creates a text of a copy of bytes. Cost: linear.
  package init(_ bytes: Span<UInt8>) {
    self.init(bytes.bytes, chunkSize: .standard)
  }

  init(_ bytes: RawSpan, chunkSize: ChunkSize) {
    chunks = SumTree(Chunk.chunks(of: bytes, size: chunkSize))
    self.chunkSize = chunkSize
  }

  /// How many bytes there are.
  package var byteCount: Int { chunks.summary.bytes }

  /// How many lines there are: one more than line breaks.
  package var lineCount: Int { chunks.summary.lineBreaks + 1 }
}

// MARK: Chunks

extension SourceText {
  /// A chunk and what is before it.
  typealias Place = SumTree<Chunk>.Place

  /// The first chunk up to the end of which the text is as long as is wanted, else the last.
  @inline(__always)
  func chunk(where isReached: (TextSummary) -> Bool) -> Place {
    guard let place = chunks.place(where: isReached) else { preconditionFailure("a text without a chunk") }
    return place
  }

  /// The chunk in which an offset is; between two chunks, the first of them.
  func chunk(at offset: Int) -> Place {
    chunk { $0.bytes >= offset }
  }
}

extension SumTree<Chunk>.Place {
  /// The offset at which the chunk starts.
  var start: Int { before.bytes }
  /// The offset at which it ends.
  var end: Int { before.bytes + element.summary.bytes }
}
