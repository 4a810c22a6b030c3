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

  /// What an editor sends after a replacement of every word must not double the memory of a text.
  @Test func takeLittleMoreRoomThanTheirCount() {
    var text = SourceText([UInt8](repeating: 0x61, count: 100_000))
    for offset in stride(from: 0, to: 100_000, by: 100) { text.replace(offset..<offset + 1, with: [0x62, 0x63]) }
    let grown = text.chunks.reduce(0) { $0 + $1.bytes.capacity }
    #expect(grown < text.byteCount * 5 / 4)
    for chunk in (0..<200).reversed() { text.replace(chunk * 500 + 40..<chunk * 500 + 500, with: []) }
    let shrunk = text.chunks.reduce(0) { $0 + $1.bytes.capacity }
    #expect(shrunk < text.byteCount * 5 / 2)
  }
}
