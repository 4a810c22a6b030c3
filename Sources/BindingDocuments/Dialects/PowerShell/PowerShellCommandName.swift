internal import TrustedAccess

/// Tells commands by their names.
enum PowerShellCommandName {
  /// What a command is to this reader.
  enum Kind {
    case azureCLI, cmdlet, rest, other
  }

  /// The name of the command that begins with a token, in lower case, without its module and with a hyphen for a dash of
  /// another kind; empty if it is not known.
  static func name(at start: Int, _ strings: PowerShellStrings) -> String {
    var text = ""
    let tokens = strings.tokens
    var index = start
    repeat {
      switch tokens[index].kind {
      case .word: text += strings.text(tokens[index].range)
      case .single, .doubleOpen: text += strings.string(at: index)?.0.literal ?? ""
      default: return ""
      }
      index += tokens[index].kind == .doubleOpen ? tokens.count : 1
    } while index < tokens.count && tokens[index].isJoined && tokens[index].kind == .word
    if let separator = text.utf8.lastIndex(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "/") }) {
      text = String(text[text.utf8.index(after: separator)...])
    }
    guard text.utf8.contains(0xE2) else { return text.lowercased() }
    return String(text.map { "–—―".contains($0) ? "-" : $0 }).lowercased()
  }

  static func kind(of name: String) -> Kind {
    switch name {
    case "az", "az.cmd", "az.exe", "az.bat", "az.ps1": .azureCLI
    case "invoke-azrestmethod", "invoke-azrest": .rest
    default: name.split(separator: "-").dropFirst().first?.hasPrefix("azakst") == true ? .cmdlet : .other
    }
  }
}
