extension ShellReader {
  /// A list of commands ends before an offset; with a pipe, only a command.
  mutating func endCommand(at offset: Int, isPiped: Bool = false) {
    runCommand()
    let top = frames.count - 1
    if isPiped {
      frames[top].isPlainList = false
    } else {
      frames[top].isPlainList = true
      if let depth = frames[top].conditionalDepth, scopes.depth == depth + 1 {
        closeScopes(downTo: depth, at: offset)
        frames[top].conditionalDepth = nil
      }
    }
  }

  /// A command ends before `&&` or `||`. What follows is run only if it goes so, unless it is an assignment.
  mutating func endCommandOfList() {
    let isPlain = runCommand()
    let top = frames.count - 1
    if isPlain && frames[top].isPlainList { return }
    frames[top].isPlainList = false
    if frames[top].conditionalDepth == nil {
      frames[top].conditionalDepth = scopes.depth
      scopes.open()
    }
  }

  /// Takes what a command says. Whether it only assigns.
  @discardableResult
  private mutating func runCommand() -> Bool {
    let top = frames.count - 1
    let command = frames[top].command
    frames[top].command = ShellCommand()
    if command.isEmpty { return true }
    frames[top].commandCount += 1
    noteHereDocuments(of: command)
    guard let name = command.words.first else {
      for assignment in command.assignments { define(assignment) }
      return true
    }
    let words = command.words
    if let literal = name.literal { setVariables(literal, command) }
    let (start, isRepeated) = ShellWrapper.command(in: words)
    if start < words.count, let last = words.last,
      var site = AzureCommandLine.site(
        of: Array(words[start...]), range: words[start].range.lowerBound..<last.range.upperBound)
    {
      site.isRepeated = isRepeated
      site.isConditional = start > 0 || mayNotRun(words[0].range.lowerBound)
      reading.sites.append(site)
    } else if start < words.count {
      for definition in AzureCommandLine.definitions(by: Array(words[start...])) {
        reading.definitions.append(definition)
        if definition.value != nil { scopes.set(definition.name) }
      }
    }
    for script in ShellWrapper.scripts(in: words) { embed(script) }
    return false
  }

  /// Whether a command that starts at an offset may not be run: it stands in a scope, or its line is indented, as those of
  /// a function are, whose braces lie in other blocks.
  private func mayNotRun(_ start: Int) -> Bool {
    var line = start
    while line > 0, text[line - 1] != 0x0A { line -= 1 }
    return scopes.depth > 0 || !flow.entries.isEmpty || text[line] == 0x20 || text[line] == 0x09
  }

  // MARK: Variables

  private mutating func setVariables(_ name: String, _ command: ShellCommand) {
    let words = command.words.dropFirst()
    switch name {
    case "export", "readonly", "local", "declare", "typeset":
      for assignment in command.assignments { define(assignment) }
    case "for", "select": if let name = words.first { forget([name], for: words.dropFirst(2)) }
    case "read": forget(Self.withoutOptions(words, valued: "ptnNdiu"))
    case "readarray", "mapfile": forget(Self.withoutOptions(words, valued: "dnOsuCc"))
    case "unset": forget(Self.withoutOptions(words, valued: ""))
    case "getopts": forget(words.dropFirst())
    case "printf" where words.first?.literal == "-v": forget(words.dropFirst().prefix(1))
    case "let": forget(words)
    case "set":
      if words.first?.literal == "--", let first = words.first {
        reading.definitions.append(Definition("@", nil, elements: Array(words.dropFirst()), at: first.range))
        scopes.set("@")
      }
    default: break
    }
  }

  /// Names get a value that is not known. Where it comes from is told, if that is what a command puts out.
  private mutating func forget(_ names: some Sequence<Expression>, for values: ArraySlice<Expression> = []) {
    let output = values.count == 1 ? values.first.flatMap { $0.parts.map(\.kind) == [.opaque] ? $0 : nil } : nil
    for word in names {
      guard let text = word.literal, let first = text.utf8.first, first.isShellName, first &- 0x30 >= 10 else {
        continue
      }
      let name = String(Substring(text.utf8.prefix { $0.isShellName }))
      reading.definitions.append(Definition(name, output, at: word.range))
    }
  }

  /// The words of `read` and its kin without options and their values.
  private static func withoutOptions(_ words: ArraySlice<Expression>, valued: String) -> [Expression] {
    var names: [Expression] = []
    var isValue = false
    for word in words {
      if isValue {
        isValue = false
      } else if let text = word.literal, text.hasPrefix("-"), let last = text.utf8.last {
        isValue = valued.utf8.contains(last)
      } else {
        names.append(word)
      }
    }
    return names
  }

  private mutating func define(_ assignment: ShellCommand.Assignment) {
    let (name, range) = (assignment.name, assignment.nameRange)
    if var elements = assignment.elements {
      if assignment.isAppended { elements.insert(reference(name + "[@]", at: range), at: 0) }
      reading.definitions.append(Definition(name, nil, elements: elements, at: range))
      scopes.set(name)
      return
    }
    var value: Expression? = assignment.value
    if assignment.isAppended { value?.parts.insert(contentsOf: reference(name, at: range).parts, at: 0) }
    if value?.parts.contains(where: { $0.kind == .opaque }) == true || value?.isSplat == true { value = nil }
    reading.definitions.append(Definition(name, value, at: range))
    if value != nil { scopes.set(name) }
  }

  private func reference(_ name: String, at range: Range<Int>) -> Expression {
    Expression([.init(.reference, name, at: range)], range: range, quoting: .none)
  }
}
