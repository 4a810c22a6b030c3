extension YAML {
  /// A stretch of a scalar's text.
  enum Piece: Equatable {
    /// What is written.
    case verbatim(Range<Int>)
    /// What an escape or a folded line break means, and where it stands.
    case replaced(String, Range<Int>)
  }
}

extension YAML.Tree {
  /// The text of a scalar, in pieces.
  func pieces(of node: Int) -> [YAML.Piece] {
    switch nodes[node].kind {
    case .plain, .single, .double:
      YAML.FlowScalarText(bytes: bytes, kind: nodes[node].kind).pieces(in: contents(of: node))
    case .literal, .folded: YAML.BlockScalarText(bytes: bytes, node: nodes[node]).pieces()
    default: []
    }
  }

  /// The text of a scalar.
  func text(of node: Int) -> String {
    pieces(of: node).reduce(into: "") { text, piece in
      switch piece {
      case .verbatim(let range): text += String(decoding: bytes[range], as: UTF8.self)
      case .replaced(let replacement, _): text += replacement
      }
    }
  }
}

extension YAML {
  /// The text of a scalar with quotes, or without any.
  struct FlowScalarText {
    let bytes: [UInt8]
    let kind: Node.Kind

    /// The pieces of what stands between the quotes.
    func pieces(in range: Range<Int>) -> [Piece] {
      var pieces: [Piece] = []
      var start = range.lowerBound
      var offset = start
      /// Adds what came before a piece, and the piece.
      func replace(_ replaced: Range<Int>, by text: String) {
        if start < replaced.lowerBound { pieces.append(.verbatim(start..<replaced.lowerBound)) }
        pieces.append(.replaced(text, replaced))
        (start, offset) = (replaced.upperBound, replaced.upperBound)
      }
      while offset < range.upperBound {
        switch bytes[offset] {
        case 0x0A, 0x0D:
          let fold = fold(at: offset, in: start..<range.upperBound)
          replace(fold.range, by: fold.text)
        case UInt8(ascii: "'") where kind == .single && offset + 1 < range.upperBound:
          replace(offset..<offset + 2, by: "'")
        case UInt8(ascii: "\\") where kind == .double:
          let escape = Escape(at: offset, in: bytes, before: range.upperBound)
          replace(offset..<escape.end, by: escape.text)
        default: offset += 1
        }
      }
      if start < range.upperBound { pieces.append(.verbatim(start..<range.upperBound)) }
      return pieces
    }

    /// A line break with the blanks around it: a space, or as many line breaks as lines are empty.
    private func fold(at lineBreak: Int, in range: Range<Int>) -> (range: Range<Int>, text: String) {
      var start = lineBreak
      while start > range.lowerBound, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
      var end = lineBreak
      var breaks = 0
      while end < range.upperBound, bytes[end] <= 0x20 {
        if bytes[end] == 0x0A || bytes[end] == 0x0D && (end + 1 >= bytes.count || bytes[end + 1] != 0x0A) {
          breaks += 1
        }
        end += 1
      }
      return (start..<end, breaks > 1 ? String(repeating: "\n", count: breaks - 1) : " ")
    }
  }
}
