extension ShellReader {
  /// A word that means something to the shell where a command may begin; it is none of the command's.
  mutating func readReservedWord(_ word: ShellWord, _ end: Int) -> Bool {
    let top = frames.count - 1
    guard frames[top].command.words.isEmpty, frames[top].command.assignments.isEmpty, !word.isQuoted,
      word.parts.count == 1, word.parts[0].isVerbatim, end - word.start < 9
    else { return false }
    switch word.parts[0].text {
    case "if": open(.condition)
    case "while", "until": open(.loop)
    case "for", "select":
      open(.loop)
      return false
    case "case":
      open(.choice)
      return false
    case "then": if isInnermost(.condition) { scopes.open() }
    case "elif", "else":
      if isInnermost(.condition) { closeScopes(downTo: flow.entries.last?.scopes ?? 0, at: end) }
      if word.parts[0].text == "else", isInnermost(.condition) { scopes.open() }
    case "fi": close(.condition, at: end)
    case "do": if isInnermost(.loop) { flow.beginBody(sites: reading.sites.count) }
    case "done": close(.loop, at: end)
    case "esac": close(.choice, at: end)
    case "{":
      open(.group)
      if frames[top].conditionalDepth != nil { scopes.open() }
    case "}": close(.group, at: end)
    case "function": functions.append(word.start)
    case "!", "time", "coproc": break
    default: return false
    }
    return true
  }

  /// A branch of `case` ends: `;;`.
  mutating func endBranch(at offset: Int) {
    guard isInnermost(.choice) else { return }
    closeScopes(downTo: flow.entries.last?.scopes ?? 0, at: offset)
    flow.setAtPattern(true)
  }

  /// A branch of `case` begins behind its pattern.
  mutating func beginBranch() {
    frames[frames.count - 1].command = ShellCommand()
    flow.setAtPattern(false)
    scopes.open()
  }

  /// What is set in scopes is not known behind them.
  mutating func closeScopes(downTo depth: Int, at offset: Int) {
    while scopes.depth > depth {
      for name in scopes.close() { reading.definitions.append(Definition(name, nil, at: offset..<offset)) }
    }
  }

  private func isInnermost(_ kind: ShellFlow.Kind) -> Bool { flow.innermost(frames.count)?.kind == kind }

  private mutating func open(_ kind: ShellFlow.Kind) {
    flow.open(kind, frames: frames.count, scopes: scopes.depth)
  }

  private mutating func close(_ kind: ShellFlow.Kind, at offset: Int) {
    if let entry = flow.close(kind, frames: frames.count, sites: reading.sites.count) {
      closeScopes(downTo: entry.scopes, at: offset)
    }
  }
}
