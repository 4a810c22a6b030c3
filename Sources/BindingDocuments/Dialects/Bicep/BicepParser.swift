extension Bicep {
  /// Reads a block into a tree. Never fails; recursion is bounded by ``deepest``.
  struct Parser {
    static var deepest: Int { 64 }
    static var longestChain: Int { 16 }

    let bytes: [UInt8]
    var offset = 0
    var depth = 0
    /// Whether a line break is white space: within parentheses.
    var parentheses = 0
    /// How many arrays and objects are open, whose brackets end what is within them.
    var arrays = 0
    var objects = 0

    /// The comments, in order.
    private(set) var comments: [Range<Int>] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The declarations of the block: one, unless something is broken.
    mutating func declarations() -> [Declaration] {
      var declarations: [Declaration] = []
      var decorators: Int?
      while true {
        skipLines()
        guard offset < bytes.count else { return declarations }
        let start = offset
        if peek == UInt8(ascii: "@") {
          decorators = decorators ?? start
          skipDecorator()
        } else {
          if let declaration = declaration(from: decorators) { declarations.append(declaration) }
          decorators = nil
        }
        if !isAtDeclaration || offset == start { skipLine() }
        if offset == start { offset += 1 }
      }
    }

    // MARK: Declarations

    /// The declaration whose keyword stands here, with the decorators that begin before it.
    mutating func declaration(from decorators: Int?) -> Declaration? {
      let keyword = Keyword(at: offset, in: bytes.span)
      let start = decorators ?? offset
      guard !keyword.range.isEmpty else { return nil }
      offset = keyword.range.upperBound
      skipBlanks()
      guard let name = word() else { return nil }
      var declaration = Declaration(
        keyword: keyword.kind, range: start..<offset, name: text(name), place: name)
      skipBlanks()
      if peek == UInt8(ascii: "'") {
        declaration.type = string()
        skipBlanks()
        if hasWord("existing") {
          declaration.isExisting = true
          offset += 8
        }
      }
      declaration.range = start..<Swift.max(offset, name.upperBound)
      // What stands before the equals sign may be a type, with brackets of its own.
      skipBlanks()
      while let byte = peek, byte != UInt8(ascii: "="), byte != 0x0A {
        _ = value() ?? skipByte()
        skipBlanks()
      }
      guard peek == UInt8(ascii: "=") else { return declaration }
      offset += 1
      declaration.value = value()
      declaration.range = start..<Swift.max(declaration.value?.range.upperBound ?? offset, declaration.range.upperBound)
      return declaration
    }

    mutating func skipDecorator() {
      offset += 1
      skipBlanks()
      _ = value()
    }

    // MARK: Bytes

    var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    func peek(_ distance: Int) -> UInt8? { offset + distance < bytes.count ? bytes[offset + distance] : nil }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    func hasWord(_ word: StaticString) -> Bool {
      bytes.span.hasWord(word, at: offset)
        && !(peek(word.utf8CodeUnitCount).map(Keyword.isNameByte) ?? false)
    }

    /// Whether a line begins here that ends what is open: in a decorator, as a block ends before it otherwise.
    var isAtDeclaration: Bool {
      offset > 0 && bytes[offset - 1] == 0x0A && Cutter.beginsDeclaration(at: offset, in: bytes.span)
    }

    /// Back to the line feed before a declaration, so that what is open around ends there, too.
    mutating func stepBackOverLineFeed() { offset -= 1 }

    /// Steps over a name, if there is one.
    mutating func word() -> Range<Int>? {
      let start = offset
      while let byte = peek, Keyword.isNameByte(byte) { offset += 1 }
      return start < offset ? start..<offset : nil
    }

    @discardableResult
    mutating func skipByte() -> Node? {
      offset += 1
      return nil
    }

    /// Steps over white space and comments, and over line breaks within parentheses.
    mutating func skipBlanks() {
      while let byte = peek {
        switch byte {
        case 0x0A where parentheses == 0 || Cutter.beginsDeclaration(at: offset + 1, in: bytes.span): return
        case 0x00...0x20, 0xEF, 0xBB, 0xBF: offset += 1
        case UInt8(ascii: "/"): guard skipComment() else { return }
        default: return
        }
      }
    }

    /// Steps over white space, comments and line breaks.
    mutating func skipLines() {
      repeat { skipBlanks() } while skipLineFeed()
    }

    private mutating func skipLineFeed() -> Bool {
      guard peek == 0x0A else { return false }
      offset += 1
      return true
    }

    /// Steps to the end of the line.
    private mutating func skipLine() {
      while let byte = peek, byte != 0x0A {
        if byte == UInt8(ascii: "/"), skipComment() { continue }
        offset += 1
      }
    }

    private mutating func skipComment() -> Bool {
      let start = offset
      switch peek(1) {
      case UInt8(ascii: "/"): while let byte = peek, byte != 0x0A { offset += 1 }
      case UInt8(ascii: "*"):
        offset += 2
        while offset < bytes.count, !(bytes[offset] == UInt8(ascii: "*") && peek(1) == UInt8(ascii: "/")) {
          offset += 1
        }
        offset = Swift.min(offset + 2, bytes.count)
      default: return false
      }
      // What was stepped over in looking ahead is seen again.
      if start >= comments.last?.upperBound ?? 0 { comments.append(start..<offset) }
      return true
    }
  }
}
