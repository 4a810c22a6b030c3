/// Walks through the commands of a block.
struct BatchReader {
  private(set) var reading = BlockReading()
  private let bytes: [UInt8]
  private var words: BatchWords
  private var offset = 0
  /// For each parenthesis that is open, whether it is of a loop.
  private var parentheses: [Bool] = []
  /// Whether the commands of this line depend on a condition, or are run more than once.
  private var isConditional = false
  private var isRepeated = false
  /// Whether something stands on this line already.
  private var isBehindCode = false
  /// The comments with orders that are to be given their scope.
  private var orders: [(order: SilencingOrder, comment: Range<Int>, isBehindCode: Bool)] = []

  /// Where the code begins that is next behind a comment.
  private var nextCode: (behind: Range<Int>, code: Int)?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    words = BatchWords(bytes)
    while offset < bytes.count { step() }
    closeAll()
    // From the last one on, so that the next line of code is looked for once.
    for (order, comment, isBehindCode) in orders.reversed() {
      let scope = isBehindCode ? scope(behindCode: comment) : scope(alone: comment)
      reading.silencings.append(Silencing(codes: order.codes, range: order.range, scope: scope))
    }
    reading.silencings.reverse()
  }

  private mutating func step() {
    let lineBreak = words.lineBreak(at: offset)
    if lineBreak > 0 {
      offset += lineBreak
      isConditional = false
      isRepeated = false
      isBehindCode = false
      return
    }
    switch bytes[offset] {
    case 0x20, 0x09, UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "@"), UInt8(ascii: ";"), UInt8(ascii: ","):
      offset += 1
    case UInt8(ascii: "("):
      parentheses.append(isRepeated || parentheses.last == true)
      offset += 1
      isBehindCode = true
    case UInt8(ascii: ")"):
      if parentheses.popLast() != nil, parentheses.isEmpty { closeAll() }
      offset += 1
      isBehindCode = true
    case UInt8(ascii: ":"):
      if BatchLine.isComment(bytes.span, at: offset) { comment() } else { offset = endOfLine() }
    default:
      if BatchLine.isComment(bytes.span, at: offset) { comment() } else { command() }
    }
  }

  /// All parentheses are closed: what was set in them is unknown.
  private mutating func closeAll() {
    let place = Swift.min(offset, bytes.count)
    for name in words.hidden.sorted() { reading.definitions.append(Definition(name, nil, at: place..<place)) }
    words.showAll()
  }

  private func endOfLine() -> Int {
    var end = offset
    while end < bytes.count, words.lineBreak(at: end) == 0 { end += 1 }
    return end
  }

  private mutating func comment() {
    let end = endOfLine()
    if let order = SilencingOrder(in: bytes.span, offset..<end) { orders.append((order, offset..<end, isBehindCode)) }
    offset = end
  }

  // MARK: Commands

  private mutating func command() {
    isBehindCode = true
    var command: [Expression] = []
    let start = offset
    while offset < bytes.count {
      skipBlanks()
      guard offset < bytes.count, words.lineBreak(at: offset) == 0 else { break }
      let byte = bytes[offset]
      if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "|") || byte == UInt8(ascii: ")") { break }
      if byte == UInt8(ascii: "(") {
        guard isInFor(command) else { break }
        skipSet()
        continue
      }
      if skipRedirection() { continue }
      let word = words.word(at: offset, limit: bytes.count)
      guard !word.range.isEmpty else {
        offset += 1
        continue
      }
      if isOfCommand(word, "set"),
        Self.prefixes.isSuperset(of: command.compactMap { $0.literal?.lowercased() }) || isConditional
      {
        offset = word.range.upperBound
        return set()
      }
      offset = word.range.upperBound
      command.append(word)
      if isOfCommand(word, "if") || isOfCommand(word, "else"), command.count == 1 { isConditional = true }
      if isOfCommand(word, "do"), command.first.map({ isOfCommand($0, "for") }) == true {
        isConditional = true
        isRepeated = true
        return
      }
    }
    add(command, from: start)
    if offset == start { offset += 1 }
  }

  private static let prefixes: Set<String> = ["call", "else"]

  private func isOfCommand(_ word: Expression, _ name: String) -> Bool {
    word.quoting == .none && word.literal?.lowercased() == name
  }

  private func isInFor(_ command: [Expression]) -> Bool {
    command.last.map { isOfCommand($0, "in") } == true && command.first.map { isOfCommand($0, "for") } == true
  }

  /// Steps over the set that a loop runs through.
  private mutating func skipSet() {
    var end = offset
    while end < bytes.count, bytes[end] != UInt8(ascii: ")"), words.lineBreak(at: end) == 0 { end += 1 }
    offset = Swift.min(end + 1, bytes.count)
  }

  /// Steps over blanks and continued lines.
  private mutating func skipBlanks() {
    while offset < bytes.count {
      if bytes[offset] == 0x20 || bytes[offset] == 0x09 {
        offset += 1
      } else if bytes[offset] == UInt8(ascii: "^"), words.lineBreak(at: offset + 1) > 0 {
        offset += 1 + words.lineBreak(at: offset + 1)
      } else {
        return
      }
    }
  }

  /// Steps over `>file`, `2>&1`, `<file`.
  private mutating func skipRedirection() -> Bool {
    var end = offset
    if bytes[end] &- 0x30 < 10, end + 1 < bytes.count { end += 1 }
    guard
      bytes[end] == UInt8(ascii: ">")
        || bytes[end] == UInt8(ascii: "<") && words.word(at: end, limit: bytes.count).range.isEmpty
    else { return false }
    while end < bytes.count, bytes[end] == UInt8(ascii: ">") || bytes[end] == UInt8(ascii: "<") { end += 1 }
    if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "&"), bytes[end + 1] &- 0x30 < 10 {
      offset = end + 2
      return true
    }
    offset = end
    skipBlanks()
    if offset < bytes.count { offset = words.word(at: offset, limit: bytes.count).range.upperBound }
    return true
  }

  /// What a command says, if it calls the Azure CLI: at its beginning, or behind `if …`, `call` and their kin.
  private mutating func add(_ command: [Expression], from start: Int) {
    guard let first = command.first else { return }
    let isPrefixed = ["if", "else", "call", "for", "cmd", "start"].contains(first.literal?.lowercased() ?? "")
    guard
      let program = isPrefixed
        ? command.firstIndex(where: AzureCommandLine.isProgram) : AzureCommandLine.isProgram(first) ? 0 : nil
    else { return }
    let azure = Array(command[program...])
    let range = azure[0].range.lowerBound..<azure.reduce(0) { Swift.max($0, $1.range.upperBound) }
    guard var site = AzureCommandLine.site(of: azure, range: range) else { return }
    site.isRepeated = isRepeated || parentheses.last == true
    // Any line may be one that `goto` leads to, or leads away from.
    site.isConditional = true
    reading.sites.append(site)
  }

  // MARK: Definitions

  /// `set NAME=value`, up to the end of the command.
  private mutating func set() {
    skipBlanks()
    let start = offset
    // To the end of the command: an operator outside of quotes, or the end of the line.
    let whole = words.word(at: start, limit: bytes.count, takesBlanks: true)
    offset = Swift.max(whole.range.upperBound, start)
    var range = whole.range
    guard !range.isEmpty else { return }
    let isQuoted = bytes[start] == UInt8(ascii: "\"")
    if isQuoted {
      range = start + 1..<Swift.max(start + 1, bytes[range].lastIndex(of: UInt8(ascii: "\"")) ?? start)
      if range.isEmpty { range = start + 1..<Swift.max(start + 1, whole.range.upperBound) }
    }
    guard let sign = bytes[range].firstIndex(of: UInt8(ascii: "=")), sign > range.lowerBound else { return }
    let isComputed = bytes[range.lowerBound] == UInt8(ascii: "/")
    let place =
      isComputed
      ? (bytes[range.lowerBound..<sign].lastIndex(of: 0x20) ?? range.lowerBound - 1) + 1..<sign
      : range.lowerBound..<sign
    let name = String(decoding: bytes[place], as: UTF8.self).lowercased()
    let value = isComputed ? nil : words.word(at: sign + 1, limit: range.upperBound, takesBlanks: true)
    reading.definitions.append(Definition(name, isConditional ? nil : value, at: place))
    if !parentheses.isEmpty { words.hide(name) }
  }

  // MARK: Silencings

  private func scope(behindCode comment: Range<Int>) -> Range<Int> {
    let line = line(at: comment.lowerBound)
    let site = reading.sites.last { $0.range.lowerBound < line.upperBound && $0.range.upperBound > line.lowerBound }
    return site?.range ?? line
  }

  private mutating func scope(alone comment: Range<Int>) -> Range<Int> {
    var next = comment.upperBound
    while next < bytes.count {
      while next < bytes.count, bytes[next] <= 0x20 || bytes[next] == UInt8(ascii: "@") { next += 1 }
      if let nextCode, nextCode.behind.contains(next) {
        next = nextCode.code
        break
      }
      guard next < bytes.count, BatchLine.isComment(bytes.span, at: next) else { break }
      while next < bytes.count, words.lineBreak(at: next) == 0 { next += 1 }
    }
    nextCode = (comment.lowerBound..<comment.upperBound + 1, next)
    guard next < bytes.count else { return comment.upperBound..<comment.upperBound }
    let line = line(at: next)
    return reading.sites.first { $0.range.lowerBound >= next && $0.range.lowerBound < line.upperBound }?.range ?? line
  }

  private func line(at offset: Int) -> Range<Int> {
    var start = offset
    while start > 0, words.lineBreak(at: start - 1) == 0 { start -= 1 }
    var end = offset
    while end < bytes.count, words.lineBreak(at: end) == 0 { end += 1 }
    return start..<end
  }
}
