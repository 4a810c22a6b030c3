extension JSONNode {
  /// What a string means, with the way back to where it is written. A number or word that stands for a member's name
  /// means itself, without the quote that may close it. `nil` for other nodes.
  package var contents: JSONStringContents? {
    guard let range = contentsRange else { return nil }
    return JSONStringContents(range, of: storage.bytes, isEscaped: word.has(.escaped))
  }

  /// What a string means, as text: bytes that are not UTF-8 are replaced with U+FFFD.
  package var string: String? { contents.map { String(decoding: $0.bytes, as: UTF8.self) } }

  /// Where a string's contents stand: its range without its quotes. `nil` for other nodes, unless they are names.
  package var contentsRange: Range<Int>? { kind == .member ? nil : storage.contentsRange(of: index) }

  /// Whether this is a string, or a name, of that text. Allocates nothing unless it is written with escapes.
  ///
  /// - Parameter ignoringCase: whether a–z and A–Z are the same.
  package func equals(_ text: String, ignoringCase: Bool = false) -> Bool {
    let utf8 = text.utf8
    return kind != .member && storage.isText(index, utf8.span.bytes, ignoringCase: ignoringCase)
  }
}

extension JSONTreeStorage {
  /// Where the contents of a string, or of a word that is a name, stand.
  func contentsRange(of index: Int) -> Range<Int>? {
    let word = tape[index]
    let end = word.low + word.high
    switch word.token {
    case .string:
      return word.low + 1..<(word.has(.openEnded) ? end : end - 1)
    case .number, .word, .true, .false, .null:
      guard word.has(.name) else { return nil }
      return word.low..<(word.high > 1 && bytes[end - 1] == UInt8(ascii: "\"") ? end - 1 : end)
    default:
      return nil
    }
  }

  /// Whether a word is a string, or a name, of that text.
  func isText(_ index: Int, _ text: RawSpan, ignoringCase: Bool) -> Bool {
    guard let range = contentsRange(of: index) else { return false }
    if tape[index].has(.escaped) {
      let meant = JSONStringContents(range, of: bytes, isEscaped: true).bytes
      return meant.span.bytes.isSame(as: text, ignoringCase: ignoringCase)
    }
    guard range.count == text.byteCount else { return false }
    let bytes = bytes
    return bytes.span.bytes.extracting(range).isSame(as: text, ignoringCase: ignoringCase)
  }
}

extension RawSpan {
  fileprivate func isSame(as other: RawSpan, ignoringCase: Bool) -> Bool {
    guard byteCount == other.byteCount else { return false }
    guard ignoringCase else { return hasBytes(of: other, at: 0) }
    for offset in 0..<byteCount where lowercased(byte(at: offset)) != lowercased(other.byte(at: offset)) {
      return false
    }
    return true
  }
}

/// The lower case letter of an upper case one of ASCII; other bytes stay.
func lowercased(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}
