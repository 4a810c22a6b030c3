extension YAML {
  /// The text of a block scalar (YAML 1.2.2, chapter 8.1).
  struct BlockScalarText {
    private let bytes: [UInt8]
    private let node: Node
    private let isFolded: Bool
    private let header: [UInt8]
    private let start: Int

    init(bytes: [UInt8], node: Node) {
      self.bytes = bytes
      self.node = node
      isFolded = node.kind == .folded
      var end = node.range.lowerBound
      while end < node.range.upperBound, bytes[end] > 0x20 { end += 1 }
      header = Array(bytes[node.range.lowerBound..<end])
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      start = Self.behindBreak(at: end, in: bytes)
    }

    /// A line's text without its indentation, and where its line break ends.
    private struct Line {
      var text: Range<Int>
      var end: Int
    }

    func pieces() -> [Piece] {
      var pieces: [Piece] = []
      var offset = start
      var last: Line?
      /// Breaks of lines that are empty, and of the last that is not.
      var breaks: [Range<Int>] = []
      while offset < node.range.upperBound {
        let line = line(at: offset)
        offset = line.end
        if line.text.isEmpty {
          breaks.append(line.text.upperBound..<line.end)
          continue
        }
        add(breaks, between: last, and: line, to: &pieces)
        pieces.append(.verbatim(line.text))
        breaks = [line.text.upperBound..<line.end]
        last = line
      }
      if header.contains(UInt8(ascii: "+")) {
        while offset < bytes.count {
          let line = line(at: offset)
          guard line.text.isEmpty, line.end > offset else { break }
          breaks.append(line.text.upperBound..<line.end)
          offset = line.end
        }
      } else {
        breaks = last != nil && !header.contains(UInt8(ascii: "-")) ? Array(breaks.prefix(1)) : []
      }
      for range in breaks { add(range, to: &pieces) }
      return pieces
    }

    private func add(_ breaks: [Range<Int>], between last: Line?, and next: Line, to pieces: inout [Piece]) {
      let isFolded = isFolded && last.map { !isIndented($0) && !isIndented(next) } ?? false
      if isFolded, breaks.count == 1 {
        pieces.append(.replaced(" ", breaks[0].lowerBound..<next.text.lowerBound))
      } else {
        for range in isFolded ? breaks[1...] : breaks[...] { add(range, to: &pieces) }
      }
    }

    /// The last byte of a line break stands for all of it.
    private func add(_ lineBreak: Range<Int>, to pieces: inout [Piece]) {
      guard let last = lineBreak.last else { return }
      if bytes[last] == 0x0A {
        pieces.append(.verbatim(last..<last + 1))
      } else {
        pieces.append(.replaced("\n", lineBreak))
      }
    }

    /// Lines that begin with a blank are not folded.
    private func isIndented(_ line: Line) -> Bool {
      bytes[line.text.lowerBound] == 0x20 || bytes[line.text.lowerBound] == 0x09
    }

    private func line(at start: Int) -> Line {
      var text = start
      while text < bytes.count, text < start + node.detail, bytes[text] == 0x20 { text += 1 }
      var end = text
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      return Line(text: text..<end, end: Self.behindBreak(at: end, in: bytes))
    }

    private static func behindBreak(at end: Int, in bytes: [UInt8]) -> Int {
      guard end < bytes.count else { return bytes.count }
      return end + (bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? 2 : 1)
    }
  }
}
