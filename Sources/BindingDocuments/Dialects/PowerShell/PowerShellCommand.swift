/// A command with its words, as far as PowerShell takes them apart before it knows what the command is.
struct PowerShellCommand {
  /// A word behind the command's name.
  struct Word {
    /// The value, or the elements of a list.
    var elements: [Expression]
    /// Where it stands.
    var range: Range<Int>
    /// For a list, whether blanks stand between its elements: then each is a word of its own to a program.
    var hasBlanks = false
    /// Whether it is a parameter's name.
    var isParameter = false
    /// For a hashtable, the index of its token.
    var hash: Int?
    /// The index of its first token.
    var index: Int
  }

  /// The words, the command's name first.
  private(set) var words: [Word] = []
  /// Where the command stands.
  private(set) var range: Range<Int>
  /// What follows `--%`.
  private(set) var verbatim: Range<Int>?

  private let expressions: PowerShellExpressions
  private var strings: PowerShellStrings { expressions.strings }
  private var tokens: [PowerShellToken] { expressions.strings.tokens }

  /// Reads the command whose name begins with a token.
  init(at start: Int, _ expressions: PowerShellExpressions) {
    self.expressions = expressions
    range = expressions.strings.tokens[start].range
    var index = start
    while index < tokens.count, !tokens[index].endsCommand { index = add(at: index) }
  }

  private mutating func add(at index: Int) -> Int {
    let token = tokens[index]
    switch token.kind {
    case .redirection:
      // What it is followed by is none of the command's.
      let next = index + 1
      let isMerging = strings.bytes[token.end - 1] &- 0x30 < 10
      guard !isMerging, next < tokens.count, !tokens[next].endsCommand else { return next }
      return word(at: next).next
    case .verbatim:
      verbatim = token.range
      extend(to: token.end)
      return index + 1
    case .comma: return index + 1
    default: break
    }
    if !words.isEmpty, token.kind == .word, let parameter = parameter(token) {
      return add(parameter, at: index)
    }
    let (word, next) = list(at: index)
    words.append(word)
    extend(to: word.range.upperBound)
    return next
  }

  private mutating func extend(to end: Int) { range = range.lowerBound..<Swift.max(range.upperBound, end) }

  // MARK: Parameters

  /// Where a parameter's name ends in a word, if it is one: a dash with a letter behind it, up to a colon.
  private func parameter(_ token: PowerShellToken) -> Int? {
    let text = strings.bytes.span
    let dash = PowerShellCharacters.dash(text, at: token.start)
    guard dash > 0 else { return nil }
    // A dash alone is what is typed so far.
    guard token.start + dash < token.end else { return token.end }
    let first = text[token.start + dash]
    guard (first | 0x20) &- 0x61 < 26 || first == UInt8(ascii: "_") || first == UInt8(ascii: "?") else { return nil }
    return (token.start..<token.end).first { text[$0] == UInt8(ascii: ":") } ?? token.end
  }

  private mutating func add(_ nameEnd: Int, at index: Int) -> Int {
    let token = tokens[index]
    let name = Expression(
      [.init(.text, strings.text(token.start..<nameEnd), at: token.start..<nameEnd)], range: token.start..<nameEnd,
      quoting: .none)
    let hasColon = nameEnd < token.end
    words.append(Word(elements: [name], range: name.range, isParameter: true, index: index))
    extend(to: token.end)
    guard hasColon, nameEnd + 1 < token.end else { return index + 1 }
    // `-Name:value`: what is joined to the rest of the token is of the value.
    var parts: [Expression.Part] = [.init(.text, strings.text(nameEnd + 1..<token.end), at: nameEnd + 1..<token.end)]
    let next = appendJoined(at: index + 1, to: &parts)
    let end = end(before: next, atLeast: token.end)
    let value = Expression(parts, range: nameEnd + 1..<end, quoting: .none)
    words.append(Word(elements: [value], range: value.range, index: index))
    extend(to: end)
    return next
  }

  // MARK: Values

  /// A word, or several with commas between them.
  private func list(at index: Int) -> (Word, next: Int) {
    var (list, next) = word(at: index)
    while next < tokens.count, tokens[next].kind == .comma {
      let behind = expressions.skippingBreaks(next + 1)
      guard behind < tokens.count, !tokens[behind].endsCommand, tokens[behind].kind != .comma,
        tokens[behind].kind != .redirection
      else { return (list, next + 1) }
      if !tokens[next].isJoined || !tokens[behind].isJoined || behind > next + 1 { list.hasBlanks = true }
      let (element, end) = word(at: behind)
      list.elements += element.elements
      list.range = list.range.lowerBound..<Swift.max(list.range.upperBound, element.range.upperBound)
      next = end
    }
    return (list, next)
  }

  /// One word.
  private func word(at index: Int) -> (Word, next: Int) {
    let token = tokens[index]
    switch token.kind {
    case .single, .hereSingle, .doubleOpen:
      if let (string, next) = strings.string(at: index) {
        if let end = endOfMembers(next) { return opaqueWord(index, end) }
        return (Word(elements: [string], range: string.range, index: index), next)
      }
    case .splat:
      let name = strings.name(ofVariable: token.range)
      let part = Expression.Part(.reference, name + "[@]", at: token.range)
      return (
        Word(elements: [Expression([part], range: token.range, quoting: .none)], range: token.range, index: index),
        index + 1
      )
    case .variable:
      let (value, next) = strings.member(at: index)
      var parts = value.parts
      let behind = appendJoined(at: next, to: &parts)
      let range = value.range.lowerBound..<end(before: behind, atLeast: value.range.upperBound)
      return (Word(elements: [Expression(parts, range: range, quoting: .none)], range: range, index: index), behind)
    case .parenthesis, .array, .subexpression, .hash, .brace: return brackets(at: index)
    default: break
    }
    var parts: [Expression.Part] = []
    let first = strings.appendPart(at: index, to: &parts)
    let next = appendJoined(at: first, to: &parts)
    let range = token.start..<end(before: next, atLeast: token.end)
    return (Word(elements: [Expression(parts, range: range, quoting: .none)], range: range, index: index), next)
  }

  private func brackets(at index: Int) -> (Word, next: Int) {
    let next = expressions.behind(index)
    if let end = endOfMembers(next) { return opaqueWord(index, end) }
    if tokens[index].kind == .hash {
      var (word, end) = opaqueWord(index, next)
      word.hash = index
      return (word, end)
    }
    guard tokens[index].kind != .brace, let value = expressions.contents(of: index) else {
      return opaqueWord(index, next)
    }
    var word = Word(elements: value.elements, range: value.range, index: index)
    word.hash = value.hash
    word.hasBlanks = true
    return (word, next)
  }

  private func opaqueWord(_ index: Int, _ next: Int) -> (Word, next: Int) {
    let range = tokens[index].start..<end(before: next, atLeast: tokens[index].end)
    return (Word(elements: [strings.opaque(range)], range: range, index: index), next)
  }

  /// The index behind the properties and methods of a value that ends before a token; `nil` if it has none.
  private func endOfMembers(_ start: Int) -> Int? {
    var index = start
    while index < tokens.count, tokens[index].isJoined, !tokens[index].endsCommand, tokens[index].kind != .comma {
      if index == start {
        let first = strings.bytes[tokens[index].start]
        guard first == UInt8(ascii: ".") || first == UInt8(ascii: "[") else { return nil }
      }
      index = expressions.behind(index)
    }
    return index > start ? index : nil
  }

  /// Appends what is joined to a word that ends before a token.
  private func appendJoined(at start: Int, to parts: inout [Expression.Part]) -> Int {
    var index = start
    while index < tokens.count, tokens[index].isJoined, !tokens[index].endsCommand, tokens[index].kind != .comma,
      tokens[index].kind != .redirection
    {
      index = strings.appendPart(at: index, to: &parts)
    }
    return index
  }

  private func end(before index: Int, atLeast end: Int) -> Int {
    index > 0 && index - 1 < tokens.count ? Swift.max(end, tokens[index - 1].end) : end
  }
}
