/// Walks through a block's statements, at any depth, and notes what they say. What is open stands on a stack.
struct PowerShellReader {
  private(set) var reading = BlockReading()
  private let expressions: PowerShellExpressions
  private var strings: PowerShellStrings { expressions.strings }

  /// Brackets that are open.
  private struct Scope {
    enum Kind { case statements, hash, parameters }
    var kind = Kind.statements
    var isRepeated = false
    /// Whether what is assigned in it holds within it only, for all that is known behind it.
    var isConditional = false
    /// How many names were noted when it opened.
    var assigned = 0
    /// Where it is closed.
    var end = Int.max
    /// What a brace that opens directly in it is.
    var brace = Brace.block
    /// Whether a parameter's default is being read.
    var isInDefault = false
  }

  /// What a brace opens.
  private enum Brace {
    /// A block of a command, `Where-Object { }`.
    case block
    /// The body of a command that runs it for each of many things.
    case repeatedBlock
    /// A body that a keyword announces.
    case plain, conditional, loop
  }

  private var scopes = [Scope()]
  /// The names that were assigned in the conditional scopes that are open.
  private var assigned: [String] = []
  /// Whether a statement begins with the next token.
  private var isAtStart = true
  /// Whether the next command is given something by the one before it.
  private var isPiped = false

  init(_ bytes: [UInt8]) {
    let lexer = PowerShellLexer(bytes.span)
    expressions = PowerShellExpressions(PowerShellStrings(bytes: bytes, tokens: lexer.tokens))
    var index = 0
    while index < lexer.tokens.count { index = step(lexer.tokens[index], index) }
    reading.sites.sort { $0.range.lowerBound < $1.range.lowerBound }
    if !lexer.comments.isEmpty {
      var silencings = PowerShellSilencings(bytes, lexer.tokens, around: reading.sites)
      reading.silencings = silencings.silencings(of: lexer.comments)
    }
  }

  private func word(_ index: Int) -> String {
    kind(index) == .word ? strings.text(strings.tokens[index].range) : ""
  }

  private func kind(_ index: Int) -> PowerShellToken.Kind? {
    strings.tokens.indices.contains(index) ? strings.tokens[index].kind : nil
  }

  private var top: Int { scopes.count - 1 }

  // MARK: Steps

  /// Takes a token in; the index of the next one.
  private mutating func step(_ token: PowerShellToken, _ index: Int) -> Int {
    switch token.kind {
    case .newline:
      if !isPiped { isAtStart = true }
    case .semicolon, .andOr:
      isAtStart = true
      isPiped = false
    case .ampersand: isAtStart = true
    case .pipe:
      isAtStart = true
      isPiped = true
    case .comma:
      if scopes[top].kind == .parameters {
        scopes[top].isInDefault = false
        isAtStart = true
      }
    case .close: close(index)
    case .doubleOpen, .doubleClose, .text, .escape: isAtStart = false
    case .parenthesis, .subexpression, .array, .brace, .hash: open(token, index)
    case .variable where scopes[top].kind == .parameters && !scopes[top].isInDefault: return parameter(index)
    case .variable where isAtStart: return variable(index)
    case .word where isAtStart: return statement(token, index)
    case .single where isAtStart && scopes[top].kind == .hash && kind(index + 1) == .equals: return index + 2
    case .single where isAtStart && kind(index - 1) == .ampersand: return command(index)
    default: isAtStart = false
    }
    return index + 1
  }

  private mutating func open(_ token: PowerShellToken, _ index: Int) {
    var scope = Scope(isRepeated: scopes[top].isRepeated, assigned: assigned.count, end: Int(token.partner))
    switch token.kind {
    case .hash: scope.kind = .hash
    case .brace:
      switch scopes[top].brace {
      case .block, .conditional: scope.isConditional = true
      case .repeatedBlock, .loop:
        scope.isConditional = true
        scope.isRepeated = true
      case .plain: break
      }
    case .parenthesis where isAtStart && scopes[top].kind == .statements && word(index - 1).lowercased() == "param":
      scope.kind = .parameters
    default: break
    }
    scopes.append(scope)
    isAtStart = true
    isPiped = false
  }

  private mutating func close(_ index: Int) {
    isAtStart = false
    isPiped = false
    // A stray one closes nothing.
    while scopes.count > 1, scopes[top].end <= index {
      let scope = scopes.removeLast()
      guard scope.isConditional, assigned.count > scope.assigned else { continue }
      let place = strings.tokens[index].range
      for name in Set(assigned[scope.assigned...]).sorted() {
        reading.definitions.append(Definition(name, nil, at: place))
      }
      assigned.removeSubrange(scope.assigned...)
    }
    switch scopes[top].brace {
    case .plain, .conditional, .loop:
      guard strings.bytes[strings.tokens[index].start] == UInt8(ascii: "}") else { break }
      scopes[top].brace = .block
      isAtStart = true
    default: break
    }
  }

  // MARK: Statements

  /// A statement that begins with a word.
  private mutating func statement(_ token: PowerShellToken, _ index: Int) -> Int {
    let first = strings.bytes[token.start]
    // A type, `[string] $x`; a call, `. script`.
    if first == UInt8(ascii: "[") || token.end == token.start + 1 && first == UInt8(ascii: ".") { return index + 1 }
    if first == UInt8(ascii: "]"), token.isJoined { return index + 1 }
    if scopes[top].kind == .hash, kind(index + 1) == .equals { return index + 2 }
    let name = strings.text(token.range).lowercased()
    if !isPiped, let next = keyword(name, index) { return next }
    return command(index)
  }

  private mutating func keyword(_ name: String, _ index: Int) -> Int? {
    switch name {
    case "foreach", "for", "while", "do", "until": scopes[top].brace = .loop
    case "if", "elseif", "else", "catch", "trap", "switch", "default": scopes[top].brace = .conditional
    case "try", "finally", "begin", "process", "end", "class", "dynamicparam", "clean": scopes[top].brace = .plain
    case "param": break
    case "return", "throw", "exit": break
    case "function", "filter", "workflow":
      scopes[top].brace = .conditional
      return function(index)
    default: return nil
    }
    return index + 1
  }

  /// `function Name($a, $b) {`: the index of the brace, or what is there.
  private mutating func function(_ index: Int) -> Int {
    var next = index + 1
    while next < strings.tokens.count, kind(next) == .word { next += 1 }
    guard kind(next) == .parenthesis else { return next }
    scopes.append(
      Scope(
        kind: .parameters, isRepeated: scopes[top].isRepeated, assigned: assigned.count,
        end: Int(strings.tokens[next].partner)))
    isAtStart = true
    return next + 1
  }

  private mutating func command(_ start: Int) -> Int {
    isAtStart = false
    let name = PowerShellCommandName.name(at: start, strings)
    scopes[top].brace = ["foreach-object", "%", "foreach"].contains(name) ? .repeatedBlock : .block
    defer { isPiped = false }
    switch PowerShellCommandName.kind(of: name) {
    case .azureCLI:
      let command = PowerShellCommand(at: start, expressions)
      if let site = PowerShellAzureCLISite.site(of: command, strings) {
        add(site)
      } else {
        for definition in PowerShellAzureCLISite.definitions(by: command, strings) { define(definition) }
      }
    case .cmdlet:
      add(
        PowerShellCmdletSite.site(
          of: PowerShellCommand(at: start, expressions), named: name, isPiped: isPiped))
    case .rest: add(PowerShellRESTSite.site(of: PowerShellCommand(at: start, expressions), expressions))
    case .other: break
    }
    return start + 1
  }

  private mutating func add(_ site: BindingSite?) {
    guard var site else { return }
    site.isRepeated = scopes[top].isRepeated
    site.isConditional = scopes.contains(where: \.isConditional)
    reading.sites.append(site)
  }

  // MARK: Definitions

  /// A variable where a statement begins: perhaps an assignment.
  private mutating func variable(_ index: Int) -> Int {
    isAtStart = false
    if word(index + 1).lowercased() == "in" {
      define(strings.name(ofVariable: strings.tokens[index].range), nil, at: strings.tokens[index].range)
      return index + 2
    }
    guard let assignment = PowerShellAssignment(at: index, expressions) else { return index + 1 }
    for definition in assignment.definitions { define(definition) }
    isAtStart = true
    return assignment.next
  }

  /// A parameter of a script or a function.
  private mutating func parameter(_ index: Int) -> Int {
    let range = strings.tokens[index].range
    let name = strings.name(ofVariable: range)
    isAtStart = false
    guard kind(index + 1) == .equals else {
      define(name, nil, at: range)
      return index + 1
    }
    scopes[top].isInDefault = true
    let value = expressions.value(at: index + 2, takesCommas: false)?.0
    for definition in PowerShellAssignment.definitions(of: name, value, at: range, expressions) {
      var definition = definition
      definition.isDefault = true
      define(definition)
    }
    isAtStart = true
    return index + 2
  }

  private mutating func define(_ name: String, _ value: Expression?, at range: Range<Int>) {
    define(Definition(name, value, at: range))
  }

  private mutating func define(_ definition: Definition) {
    reading.definitions.append(definition)
    assigned.append(definition.name)
  }
}
