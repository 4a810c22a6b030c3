extension Terraform {
  /// Cuts a block into tokens, and tells which belong together. One pass, no recursion; the same rules for what is left
  /// open as ``Cutter``'s.
  struct Lexer {
    private let bytes: [UInt8]
    private(set) var tokens: [Token] = []
    private(set) var comments: [Comment] = []

    /// What is open: the numbers of the tokens that opened it.
    private var open: [Int] = []
    /// The heredocs that are open: where the text of each ends.
    private var heredocs: [(end: Int, isClosed: Bool, closing: Range<Int>)] = []
    private var offset: Int
    /// The end of what is read: the text's, or the heredoc's.
    private var limit: Int
    private let end: Int

    /// How deep heredocs may nest: each is looked through for its end.
    private static var deepestHeredoc: Int { 8 }

    /// Reads a stretch of a bytes.span.
    init(_ bytes: [UInt8], _ range: Range<Int>) {
      self.bytes = bytes
      offset = range.lowerBound
      limit = range.upperBound
      end = range.upperBound
    }

    /// Reads all of it.
    mutating func run() {
      tokens.reserveCapacity((limit - offset) / 6 + 8)
      while true {
        if offset >= limit {
          if heredocs.isEmpty { break }
          closeHeredoc()
          continue
        }
        switch open.last.map({ tokens[$0].kind }) {
        case .openQuote: template(isQuoted: true)
        case .openHeredoc: template(isQuoted: false)
        default: code()
        }
      }
      while !open.isEmpty { abandon() }
    }

    // MARK: What is open

    private mutating func add(_ kind: Token.Kind, _ length: Int) {
      tokens.append(Token(kind: kind, start: offset, end: Swift.min(offset + length, limit)))
      offset = tokens[tokens.count - 1].end
    }

    private mutating func addOpening(_ kind: Token.Kind, _ length: Int) {
      open.append(tokens.count)
      add(kind, length)
    }

    /// Adds a token that closes the innermost that is open.
    private mutating func addClosing(_ kind: Token.Kind, _ length: Int) {
      if let opening = open.popLast() { tokens[opening].partner = tokens.count }
      add(kind, length)
    }

    /// Ends the innermost that is open without a token of its own.
    private mutating func abandon() {
      if let opening = open.popLast() { tokens[opening].partner = tokens.count }
    }

    private var isInBrackets: Bool {
      guard let last = open.last else { return false }
      return tokens[last].kind == .openBracket || tokens[last].kind == .openParenthesis
    }

    private mutating func closeHeredoc() {
      let heredoc = heredocs.removeLast()
      while let last = open.last, tokens[last].kind != .openHeredoc { abandon() }
      limit = heredocs.last?.end ?? end
      guard heredoc.isClosed else { return abandon() }
      offset = heredoc.closing.lowerBound
      addClosing(.closeHeredoc, heredoc.closing.count)
    }

    // MARK: Code

    private mutating func code() {
      let byte = bytes[offset]
      switch byte {
      case 0x20, 0x09, 0x0D: offset = Swift.min(bytes.span.skippingBlanks(from: offset), limit)
      case 0x0A: lineFeed()
      case 0xEF where bytes.span.has("\u{FEFF}", at: offset): offset = Swift.min(offset + 3, limit)
      case UInt8(ascii: "#"): comment(isBlock: false)
      case UInt8(ascii: "/"):
        switch bytes.span.peek(at: offset + 1) {
        case UInt8(ascii: "/"): comment(isBlock: false)
        case UInt8(ascii: "*"): comment(isBlock: true)
        default: add(.operator, 1)
        }
      case UInt8(ascii: "{"): addOpening(.openBrace, 1)
      case UInt8(ascii: "["): addOpening(.openBracket, 1)
      case UInt8(ascii: "("): addOpening(.openParenthesis, 1)
      case UInt8(ascii: "}"): closeBrace()
      case UInt8(ascii: "]"): isInBrackets ? addClosing(.closeBracket, 1) : add(.stray, 1)
      case UInt8(ascii: ")"): isInBrackets ? addClosing(.closeParenthesis, 1) : add(.stray, 1)
      case UInt8(ascii: "\""): addOpening(.openQuote, 1)
      case UInt8(ascii: "$") where bytes.span.peek(at: offset + 1) == UInt8(ascii: "{"):
        addOpening(.openInterpolation, 2)
      case UInt8(ascii: "<"):
        if heredocs.count < Self.deepestHeredoc, let heredoc = HeredocOpening(at: offset, in: bytes.span),
          heredoc.contents <= limit
        {
          openHeredoc(heredoc)
        } else {
          add(.operator, bytes.span.peek(at: offset + 1) == UInt8(ascii: "=") ? 2 : 1)
        }
      case UInt8(ascii: "="):
        switch bytes.span.peek(at: offset + 1) {
        case UInt8(ascii: "="): add(.operator, 2)
        case UInt8(ascii: ">"): add(.stray, 2)
        default: add(.equals, 1)
        }
      case UInt8(ascii: "!"), UInt8(ascii: ">"):
        add(.operator, bytes.span.peek(at: offset + 1) == UInt8(ascii: "=") ? 2 : 1)
      case UInt8(ascii: "&"), UInt8(ascii: "|"): add(.operator, bytes.span.peek(at: offset + 1) == byte ? 2 : 1)
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "%"), UInt8(ascii: "?"):
        add(.operator, 1)
      case UInt8(ascii: ","): add(.comma, 1)
      case UInt8(ascii: ":"): add(.colon, 1)
      case UInt8(ascii: "."): bytes.span.has("...", at: offset) ? add(.stray, 3) : add(.dot, 1)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): add(.number, numberLength)
      case _ where Terraform.isIdentifier(byte): add(.identifier, identifierLength)
      default: add(.stray, 1)
      }
    }

    private mutating func lineFeed() {
      if let last = open.last, tokens[last].kind == .openInterpolation || tokens[last].kind == .openDirective,
        open.dropLast().last.map({ tokens[$0].kind }) == .openQuote, bytes.span.beginsAttribute(behindLineFeed: offset)
      {
        abandon()
        abandon()
      }
      add(.newline, 1)
    }

    private mutating func closeBrace() {
      while isInBrackets { abandon() }
      switch open.last.map({ tokens[$0].kind }) {
      case .openBrace: addClosing(.closeBrace, 1)
      case .openInterpolation, .openDirective: addClosing(.closeTemplate, 1)
      default: add(.stray, 1)
      }
    }

    private mutating func comment(isBlock: Bool) {
      let end = Swift.min(limit, isBlock ? bytes.span.endOfComment(from: offset) : bytes.span.endOfLine(from: offset))
      comments.append(
        Comment(
          range: offset..<end, isBlock: isBlock,
          isBehindCode: tokens.last.map { $0.kind != .newline && $0.kind != .closeHeredoc } ?? false,
          next: tokens.count))
      offset = end
    }

    private mutating func openHeredoc(_ heredoc: HeredocOpening) {
      var line = heredoc.contents
      var closing: Range<Int>?
      while line < limit {
        if let end = heredoc.end(ofLineAt: line, in: bytes.span), end <= limit {
          closing = end - heredoc.marker.count..<end
          break
        }
        line = bytes.span.endOfLine(from: line) + 1
      }
      addOpening(.openHeredoc, heredoc.contents - offset)
      heredocs.append((Swift.min(line, limit), closing != nil, closing ?? limit..<limit))
      limit = Swift.min(line, limit)
    }

    private var numberLength: Int {
      var next = offset
      while next < limit, Terraform.isDigit(bytes[next]) || Terraform.isIdentifier(bytes[next]) { next += 1 }
      if bytes.span.peek(at: next) == UInt8(ascii: "."), Terraform.isDigit(bytes.span.peek(at: next + 1)) {
        next = bytes.span.skippingIdentifier(from: next + 1)
      }
      return next - offset
    }

    /// With the namespaces of a provider's function: `provider::azapi::build_resource_id`.
    private var identifierLength: Int {
      var next = bytes.span.skippingIdentifier(from: offset)
      while bytes.span.has("::", at: next), Terraform.isIdentifier(bytes.span.peek(at: next + 2)) {
        next = bytes.span.skippingIdentifier(from: next + 2)
      }
      return next - offset
    }

    // MARK: Templates

    private mutating func template(isQuoted: Bool) {
      var next = offset
      while next < limit {
        let byte = bytes[next]
        if byte == 0x0A { break }
        if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%") {
          if bytes.span.peek(at: next + 1) == UInt8(ascii: "{") { break }
          if bytes.span.peek(at: next + 1) == byte, bytes.span.peek(at: next + 2) == UInt8(ascii: "{") { break }
        } else if isQuoted, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
          break
        }
        next += 1
      }
      // A heredoc's line feeds are of its bytes.span.
      if !isQuoted, next < limit, bytes[next] == 0x0A { next += 1 }
      if next > offset { return add(.text, next - offset) }
      switch bytes[offset] {
      case 0x0A: abandon()
      case UInt8(ascii: "\""): addClosing(.closeQuote, 1)
      case UInt8(ascii: "\\"): add(.escape, EscapeSequence(at: offset, in: bytes.span).length)
      case let mark:
        if bytes.span.peek(at: offset + 1) == UInt8(ascii: "{") {
          addOpening(mark == UInt8(ascii: "$") ? .openInterpolation : .openDirective, 2)
        } else {
          add(.escape, 3)
        }
      }
    }
  }
}
