/// Writes texts as PowerShell needs them.
enum PowerShellSpelling {
  static func spelling(of text: String, as quoting: Quoting) -> String? {
    switch quoting {
    case .single: "'" + doubling("'‘’‚‛", in: text) + "'"
    case .double: "\"" + escaping(text) { "`$\"“”„".unicodeScalars.contains($0) } + "\""
    case .none: bare(text)
    case .block: here(text)
    case .piece: text.asPiece
    }
  }

  private static func doubling(_ characters: String, in text: String) -> String {
    var spelled = ""
    for character in text.unicodeScalars {
      spelled.unicodeScalars.append(character)
      if characters.unicodeScalars.contains(character) { spelled.unicodeScalars.append(character) }
    }
    return spelled
  }

  private static func escaping(_ text: String, where isSpecial: (Unicode.Scalar) -> Bool) -> String {
    var spelled = ""
    for character in text.unicodeScalars {
      switch character {
      case "\n": spelled += "`n"
      case "\r": spelled += "`r"
      case "\0": spelled += "`0"
      default:
        if isSpecial(character) { spelled += "`" }
        spelled.unicodeScalars.append(character)
      }
    }
    return spelled
  }

  /// Without quotes; `nil` for what needs them.
  private static func bare(_ text: String) -> String? {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, !scalars.contains(where: { $0.value < 0x20 }),
      !"-–—―@#<>[.*1234567890".unicodeScalars.contains(first)
    else { return nil }
    return escaping(text) { " `$\"'“”„‘’‚‛,;|&(){}<>\u{A0}\u{85}".unicodeScalars.contains($0) }
  }

  /// Within the lines of a here-string, where nothing needs an escape.
  private static func here(_ text: String) -> String? {
    let isPlain = !text.unicodeScalars.contains { $0 == "`" || $0 == "$" }
    let closes = text.split(omittingEmptySubsequences: false) { $0.isNewline }.contains { line in
      let second = line.dropFirst().first
      return second == "@" && line.first.map { "'\"“”„‘’‚‛".contains($0) } == true
    }
    return isPlain && !closes ? text : nil
  }
}
