extension Terraform {
  /// Puts a block's tokens together. Recursive down to a depth that no document has; what is deeper is opaque.
  struct Parser {
    let bytes: [UInt8]
    let tokens: [Token]
    /// The number of the next token.
    var next = 0
    private(set) var depth = 0

    private static var greatestDepth: Int { 64 }

    init(_ bytes: [UInt8], _ tokens: [Token]) {
      self.bytes = bytes
      self.tokens = tokens
    }

    /// The first token that is no line feed.
    var firstToken: Token? { tokens.first { $0.kind != .newline } }

    /// The attributes and blocks of a block that is a document by itself; those of the object, if it is in JSON syntax.
    mutating func document() -> [Member] {
      skipNewlines()
      if kind == .openBrace { return operand()?.members ?? [] }
      return members(until: tokens.count)
    }

    // MARK: Tokens

    var kind: Token.Kind? { next < tokens.count ? tokens[next].kind : nil }

    func kind(at index: Int) -> Token.Kind? { index < tokens.count ? tokens[index].kind : nil }

    mutating func skipNewlines() {
      while kind == .newline { next += 1 }
    }

    /// From where a token begins to where the one before the next ends.
    func range(from first: Int) -> Range<Int> {
      let start = tokens[first].start
      return start..<(next > first ? tokens[next - 1].end : start)
    }

    func written(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    func opaque(_ range: Range<Int>) -> Node { .opaque(range, written(range)) }

    /// What a part of the block gives one level further in; opaque if that is too deep, and stepped over.
    mutating func deeper(_ parse: (inout Parser) -> Node?) -> Node? {
      guard depth < Self.greatestDepth else {
        let first = next
        stepOver()
        return opaque(range(from: first))
      }
      depth += 1
      defer { depth -= 1 }
      return parse(&self)
    }

    /// Steps over a token, and all that it opens.
    mutating func stepOver() {
      guard next < tokens.count else { return }
      let partner = tokens[next].partner
      guard partner > next else { return next += 1 }
      next = partner < tokens.count && tokens[partner].isClosing ? partner + 1 : partner
    }

    // MARK: Members

    /// The attributes and blocks, or the members of an object, up to the token that closes what they stand in.
    mutating func members(until end: Int) -> [Member] {
      var members: [Member] = []
      while next < end {
        switch kind {
        case .newline, .comma: next += 1
        case .identifier, .openQuote, .openParenthesis, .number, .openInterpolation:
          let first = next
          if let member = member(until: end) { members.append(member) }
          // Whatever stands there is looked at once.
          if next == first { stepOver() }
        default: stepOver()
        }
      }
      next = Swift.max(next, end)
      return members
    }

    private mutating func member(until end: Int) -> Member? {
      let first = next
      guard let name = memberName() else { return nil }
      var member = Member(name: name, range: range(from: first))
      switch kind {
      case .equals, .colon:
        next += 1
        member.value = deeper { $0.expression(acrossLines: false) }
      case .identifier, .openQuote, .openBrace:
        while kind == .identifier || kind == .openQuote, next < end {
          guard let label = memberName() else { break }
          member.labels.append(label)
        }
        if kind == .openBrace, next < end { member.value = deeper { $0.object() } }
      default: break
      }
      member.range = range(from: first)
      return member
    }

    /// A name: an identifier stands for itself.
    private mutating func memberName() -> Expression? {
      let token = tokens[next]
      switch token.kind {
      case .identifier, .number:
        next += 1
        return Expression([.init(.text, written(token.range), at: token.range)], range: token.range, quoting: .none)
      case .openQuote: return template()
      default: return deeper { $0.operand() }?.text
      }
    }

    /// What stands in braces.
    mutating func object() -> Node {
      let first = next
      let end = tokens[first].partner
      next += 1
      skipNewlines()
      if isFor(until: end) {
        next = first
        stepOver()
        return opaque(range(from: first))
      }
      let members = members(until: end)
      if kind == .closeBrace { next += 1 }
      return Node(range: range(from: first), value: .object(members))
    }

    /// Whether a `for` expression begins here.
    func isFor(until end: Int) -> Bool {
      next + 1 < end && kind == .identifier && written(tokens[next].range) == "for" && kind(at: next + 1) == .identifier
    }
  }
}

extension Terraform.Token {
  /// Whether the token belongs to the one that opened it, as its partner.
  var isClosing: Bool {
    switch kind {
    case .closeBrace, .closeBracket, .closeParenthesis, .closeQuote, .closeHeredoc, .closeTemplate: true
    default: false
    }
  }
}
