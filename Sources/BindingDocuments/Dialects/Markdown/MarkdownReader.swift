extension Markdown {
  /// Finds what a block holds: comments, a fence or a run of lines.
  struct Reader {
    private(set) var reading = BlockReading()
    /// Orders that wait for what they are about.
    private var orders: [SilencingOrder] = []

    /// Reads a block.
    mutating func read(_ text: Span<UInt8>) {
      var offset = 0
      while offset < text.count {
        let line = Line(at: offset, in: text)
        if line.isBlank(in: text) {
          offset = text.endOfLine(from: line.text) + 1
        } else if text.has("<!--", at: line.text) {
          offset = comment(at: line.text, in: text)
        } else if let fence = Fence(line, in: text) {
          silence(offset..<text.count)
          self.fence(fence, in: text)
          return
        } else {
          run(in: text, from: line)
          return
        }
      }
      silence(text.count..<text.count)
    }

    // MARK: Comments

    /// A comment that begins a line.
    private mutating func comment(at start: Int, in text: Span<UInt8>) -> Int {
      var end = start + 4
      while end < text.count, text[end] != UInt8(ascii: "-") || !text.has("-->", at: end) { end += 1 }
      let lineEnd = text.endOfLine(from: end)
      if let order = SilencingOrder(in: text, start + 4..<Swift.min(end, text.count)) {
        let rest = text.skippingMarkdownBlanks(from: Swift.min(text.count, end + 3))
        if text.endOfMarkdownText(from: rest, lineEnd: Swift.max(rest, lineEnd)) > rest {
          let line = Swift.max(0, start)..<lineEnd
          reading.silencings.append(Silencing(codes: order.codes, range: order.range, scope: line))
        } else {
          orders.append(order)
        }
      }
      return lineEnd + 1
    }

    /// Gives the orders that wait their scope.
    private mutating func silence(_ scope: Range<Int>) {
      for order in orders {
        reading.silencings.append(Silencing(codes: order.codes, range: order.range, scope: scope))
      }
      orders = []
    }

    // MARK: Fences

    private mutating func fence(_ fence: Fence, in text: Span<UInt8>) {
      let language = FenceLanguage(text.extracting(fence.info))
      guard language != .other else { return }
      var lines: [Range<Int>] = []
      var line = fence.end
      while line < text.count {
        if fence.role(ofLineAt: line, in: text).role != .contents { break }
        let next = Swift.min(text.count, text.endOfLine(from: line) + 1)
        lines.append(fence.contents(ofLineAt: line, in: text)..<next)
        line = next
      }
      switch language {
      case .dialect(let dialect):
        embed(dialect, Session.commands(of: lines, in: text, as: dialect, isSession: false) ?? lines, of: text)
      case .session(let dialect):
        embed(dialect, Session.commands(of: lines, in: text, as: dialect, isSession: true) ?? lines, of: text)
      case .unnamed: embedIfCommands(lines, of: text)
      case .other: break
      }
    }

    /// Embeds lines that are not said to be of a dialect, if one of them begins as a command of Trusted Access does.
    private mutating func embedIfCommands(_ lines: [Range<Int>], of text: Span<UInt8>) {
      let commands = Session.commands(of: lines, in: text, as: .shell, isSession: true) ?? lines
      let isCommand = commands.contains { line in
        CommandLine(
          text.skippingMarkdownBlanks(from: line.lowerBound)..<text.endOfLine(from: line.lowerBound), in: text)?
          .isCommand == true
      }
      guard isCommand else { return }
      let marks = commands.compactMap { line -> UInt8? in
        let end = text.endOfMarkdownText(from: line.lowerBound, lineEnd: text.endOfLine(from: line.lowerBound))
        return end > line.lowerBound ? text[end - 1] : nil
      }
      let dialect: DialectName =
        marks.contains(UInt8(ascii: "`")) ? .powerShell : marks.contains(UInt8(ascii: "^")) ? .batch : .shell
      embed(dialect, commands, of: text)
    }

    private mutating func embed(_ dialect: DialectName, _ lines: [Range<Int>], of text: Span<UInt8>) {
      var bytes: [UInt8] = []
      var map = TextMap()
      bytes.reserveCapacity(lines.reduce(0) { $0 + $1.count })
      for line in lines {
        text.extracting(line).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
        map.append(line.count, from: line.lowerBound)
      }
      guard !bytes.isEmpty else { return }
      reading.embedded.append(EmbeddedText(dialect, bytes, map))
    }

    // MARK: Runs of lines

    private mutating func run(in text: Span<UInt8>, from first: Line) {
      var lines: [Range<Int>] = []
      var start = first.start
      silence(start..<text.endOfLine(from: start))
      while start < text.count {
        let end = Swift.min(text.count, text.endOfLine(from: start) + 1)
        let line = Line(at: start, in: text)
        lines.append(Swift.min(line.text, end)..<end)
        start = end
      }
      if first.column >= 4 {
        let count = reading.embedded.count
        embedIfCommands(lines, of: text)
        if reading.embedded.count > count { return }
      }
      for line in lines { self.line(line, in: text) }
    }

    private mutating func line(_ line: Range<Int>, in text: Span<UInt8>) {
      for code in CodeSpans(line, in: text).ranges {
        let start = text.skippingMarkdownBlanks(from: code.lowerBound)
        let range = Swift.min(start, code.upperBound)..<code.upperBound
        guard CommandLine(range, in: text)?.isMoreThanAName == true else { continue }
        embed(.shell, [range], of: text)
      }
      comments(line, in: text)
    }

    /// Comments behind a line's text: they are about the line.
    private mutating func comments(_ line: Range<Int>, in text: Span<UInt8>) {
      let scope = line.lowerBound..<text.endOfLine(from: line.lowerBound)
      var offset = line.lowerBound
      while offset < line.upperBound {
        guard text[offset] == UInt8(ascii: "<"), text.has("<!--", at: offset) else {
          offset += 1
          continue
        }
        let start = offset + 4
        offset = start
        while offset < line.upperBound, !text.has("-->", at: offset) { offset += 1 }
        guard start <= line.upperBound, let order = SilencingOrder(in: text, start..<Swift.max(start, offset)) else {
          continue
        }
        reading.silencings.append(Silencing(codes: order.codes, range: order.range, scope: scope))
      }
    }
  }
}
