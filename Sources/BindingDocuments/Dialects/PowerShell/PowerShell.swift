/// PowerShell, Windows PowerShell 5.1 and 7.
///
/// Read are the cmdlets of Az.Aks that are about Trusted Access (``AzAksCmdlet``), and `az` as PowerShell passes its
/// words on: anywhere in a script, in brackets, strings and script blocks too. Splatted hashtables and what variables are
/// assigned are definitions: `$p = @{ Role = 'r' }` defines `p.role`. Names of variables are in lower case.
///
/// A block is a statement with its brackets and continued lines, and the blank lines and comments above it; a brace on the
/// next line is of it. It is cut at the end of a line from 64 KiB on, and a closing brace at the beginning of a line closes
/// all. A quote that is not closed ends with its line: it is not closed if no other follows within 16 KiB and before a line
/// that starts with `az`, a cmdlet of Az, or an assignment. A here-string or a comment is not closed if its end is not
/// within 64 KiB, or another one begins before that.
///
/// Limits: what is assigned in a condition, a loop or a function is unknown behind it; of operators only `+` and `-f` are
/// followed; a subexpression in a string stands on one line; commands whose name is in a variable, and `az` whose first
/// words are splatted, are not seen; aliases are not followed.
package enum PowerShell: Dialect {
  package static let name = DialectName.powerShell

  package static let definitionScope = DefinitionScope.fromThereOn

  package static func block(in text: Span<UInt8>, from start: Int) -> Block {
    PowerShellCutter.block(in: text, from: start)
  }

  /// The variable's name, without its drive; those of its keys stand behind it.
  package static func mark(ofDefinition name: String) -> String? {
    let variable = (name.hasPrefix("env:") ? Substring(name.utf8.dropFirst(4)) : name[...]).utf8.prefix {
      $0 != UInt8(ascii: ".")
    }
    // Others may be written with escapes.
    return variable.allSatisfy { $0 < 0x80 && PowerShellCharacters.isOfName($0) } ? String(Substring(variable)) : nil
  }

  package static func read(_ block: Span<UInt8>) -> BlockReading {
    PowerShellReader(block.withUnsafeBufferPointer { Array($0) }).reading
  }

  package static func spelling(of text: String, as quoting: Quoting) -> String? {
    PowerShellSpelling.spelling(of: text, as: quoting)
  }
}
