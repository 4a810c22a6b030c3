extension JSONNode {
  /// What a string means, with the way back to where it is written. A number or word that stands for a member's name
  /// means itself. `nil` for other nodes.
  package var contents: JSONStringContents? {
    guard let range = contentsRange else { return nil }
    return JSONStringContents(range, of: storage.bytes, isEscaped: word.has(.escaped))
  }

  /// What a string means, as text: bytes that are not UTF-8 are replaced with U+FFFD.
  package var string: String? { contents.map { String(decoding: $0.bytes, as: UTF8.self) } }

  /// Where a string's contents stand: its range without its quotes. `nil` for other nodes, unless they are names.
  package var contentsRange: Range<Int>? {
    let range = storage.range(of: index)
    switch kind {
    case .string: return range.lowerBound + 1..<(isClosed ? range.upperBound - 1 : range.upperBound)
    case .number, .word, .boolean, .null: return isName ? range : nil
    default: return nil
    }
  }

  /// Whether this is a string, or a name, of that text. Allocates nothing unless it is written with escapes.
  ///
  /// - Parameter ignoringCase: whether a–z and A–Z are the same.
  package func equals(_ text: String, ignoringCase: Bool = false) -> Bool {
    let utf8 = text.utf8
    return equals(utf8.span.bytes, ignoringCase: ignoringCase)
  }

  func equals(_ text: RawSpan, ignoringCase: Bool) -> Bool {
    guard let range = contentsRange else { return false }
    if word.has(.escaped) {
      let meant = JSONStringContents(range, of: storage.bytes, isEscaped: true).bytes
      return meant.span.bytes.isSame(as: text, ignoringCase: ignoringCase)
    }
    let bytes = storage.bytes
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
