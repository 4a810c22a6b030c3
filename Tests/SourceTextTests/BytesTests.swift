import Testing

@testable import SourceText

@Suite struct Bytes {
  private static let bytes = (0..<100).map { UInt8($0) }
  private static let text = SourceText(bytes.span.bytes, chunkSize: ChunkSize(usual: 16))

  @Test func areGivenInStretchesThatAreNotEmpty() {
    for start in 0...100 {
      for end in start...100 {
        var found: [UInt8] = []
        Self.text.forEachChunk(in: start..<end) { stretch in
          let count = stretch.count
          #expect(count > 0, "\(start)..<\(end)")
          for index in stretch.indices { found.append(stretch[index]) }
        }
        #expect(found == Array(Self.bytes[start..<end]), "\(start)..<\(end)")
      }
    }
  }

  @Test func areGivenUntilAnError() {
    struct Enough: Error {}
    var count = 0
    #expect(throws: Enough.self) {
      try Self.text.forEachChunk(in: 0..<100) { _ throws(Enough) in
        count += 1
        if count == 3 { throw Enough() }
      }
    }
    #expect(count == 3)
  }

  @Test func areGivenAsOne() {
    for start in 0...100 {
      for end in start...100 {
        let found = Self.text.withBytes(in: start..<end) { span in span.indices.map { span[$0] } }
        #expect(found == Array(Self.bytes[start..<end]), "\(start)..<\(end)")
        #expect(Self.text.bytes(in: start..<end) == found, "\(start)..<\(end)")
      }
    }
  }

  /// An editor that replaces a word everywhere changes every chunk; that must not double the memory of a text.
  @Test func takeLittleMoreRoomThanTheirCount() {
    let two: [UInt8] = [0x62, 0x63]
    var chunk = Chunk(copying: [UInt8](repeating: 0x61, count: 1000).span.bytes)
    for _ in 0..<100 {
      chunk.replace(500..<501, with: two.span.bytes)
      let (capacity, count) = (chunk.bytes.capacity, chunk.bytes.count)
      #expect(capacity < count * 5 / 4)
    }
    for _ in 0..<100 {
      chunk.replace(3..<11, with: [UInt8]().span.bytes)
      let (capacity, count) = (chunk.bytes.capacity, chunk.bytes.count)
      #expect(capacity <= count * 2 + 1)
    }
  }
}
