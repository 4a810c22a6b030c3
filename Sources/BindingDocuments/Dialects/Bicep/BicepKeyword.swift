extension Bicep {
  /// The word that a declaration begins with.
  struct Keyword {
    /// Which one it is.
    enum Kind {
      case parameter, variable, resource
      /// One of the others.
      case other
      /// `targetScope`, which has no name.
      case scope
      /// Not one of Bicep's, or not typed to its end.
      case unknown
    }

    let kind: Kind

    /// Where it stands.
    let range: Range<Int>

    /// The word at a place.
    init(at start: Int, in text: Span<UInt8>) {
      var end = start
      while end < text.count, Self.isNameByte(text[unchecked: end]) { end &+= 1 }
      range = start..<end
      kind = Self.kind(at: start, end - start, in: text)
    }

    private static func kind(at start: Int, _ length: Int, in text: Span<UInt8>) -> Kind {
      func isWord(_ word: StaticString) -> Bool {
        word.utf8CodeUnitCount == length && text.hasWord(word, at: start)
      }
      switch length {
      case 3: return isWord("var") ? .variable : .unknown
      case 4: return isWord("func") || isWord("type") ? .other : .unknown
      case 5: return isWord("param") ? .parameter : isWord("using") ? .other : .unknown
      case 6: return isWord("module") || isWord("output") || isWord("import") || isWord("assert") ? .other : .unknown
      case 7: return isWord("extends") ? .other : .unknown
      case 8: return isWord("resource") ? .resource : isWord("metadata") || isWord("provider") ? .other : .unknown
      case 9: return isWord("extension") ? .other : .unknown
      case 11: return isWord("targetScope") ? .scope : .unknown
      default: return .unknown
      }
    }

    /// Whether it is one of Bicep's.
    var isKnown: Bool {
      if case .unknown = kind { false } else { true }
    }

    /// Whether what it declares may matter.
    var isOfInterest: Bool {
      switch kind {
      case .parameter, .variable, .resource: true
      case .other, .scope: false
      // It may become `resource`.
      case .unknown: true
      }
    }

    /// Where something stands behind it in its line.
    func behindBlanks(in text: Span<UInt8>) -> Int? { Self.skippingBlanks(in: text, from: range.upperBound) }

    /// Whether an equals sign stands behind it.
    func isAssigned(in text: Span<UInt8>) -> Bool {
      kind == .scope && behindBlanks(in: text).map { text[unchecked: $0] == UInt8(ascii: "=") } ?? false
    }

    /// Whether it begins what is hardly anything but a declaration: `resource x '`, `module x '`, `param x string`,
    /// `targetScope =`.
    func isPlain(in text: Span<UInt8>) -> Bool {
      if kind == .scope { return isAssigned(in: text) }
      guard isKnown, let name = behindBlanks(in: text), name > range.upperBound,
        Self.isNameByte(text[unchecked: name])
      else { return false }
      let behindName = Keyword(at: name, in: text).range.upperBound
      guard let next = Self.skippingBlanks(in: text, from: behindName), next > behindName else { return false }
      switch kind {
      case .resource: return text[unchecked: next] == UInt8(ascii: "'")
      case .other: return text.hasWord("module", at: range.lowerBound) && text[unchecked: next] == UInt8(ascii: "'")
      case .parameter:
        return ["string", "array", "object", "bool", "int"].contains { text.hasWord($0, at: next) }
      default: return false
      }
    }

    private static func skippingBlanks(in text: Span<UInt8>, from start: Int) -> Int? {
      var offset = start
      while offset < text.count, text[unchecked: offset] == 0x20 || text[unchecked: offset] == 0x09 { offset &+= 1 }
      return offset < text.count && text[unchecked: offset] != 0x0A ? offset : nil
    }

    /// Whether a byte belongs to a name.
    @inline(__always)
    static func isNameByte(_ byte: UInt8) -> Bool {
      (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
    }
  }
}

extension Span<UInt8> {
  /// Whether a word begins at a place.
  fileprivate func hasBytes(of word: StaticString, at start: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard start + length <= count else { return false }
    let bytes = word.utf8Start
    for offset in 0..<length where self[unchecked: start &+ offset] != bytes[offset] { return false }
    return true
  }

  func hasWord(_ word: StaticString, at start: Int) -> Bool { hasBytes(of: word, at: start) }

  /// Whether three single quotes stand at a place.
  func isTripleQuote(at start: Int) -> Bool { hasBytes(of: "'''", at: start) }
}
