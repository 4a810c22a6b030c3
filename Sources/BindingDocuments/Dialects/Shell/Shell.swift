/// POSIX shell and bash, and what other shells share with them.
///
/// It reads simple commands with every kind of quoting, expansions and assignments; the Azure CLI's commands among them,
/// also behind `sudo`, `env`, `timeout` and their kin, within substitutions, subshells, loops and conditions. Scripts in
/// strings (`bash -c '…'`, `eval '…'`) and in here-documents are texts of their own, if they hold such a command;
/// here-documents also of other dialects: what is fed to `kubectl`, or written to a file with an extension.
///
/// A block is a logical line, or a whole `if`, `case` or loop; lines that hold nothing are put together. Where something
/// is left open, the look-ahead is bounded:
/// - A quote whose next one looks like an opening one, or is more than 16 KiB away, ends with its line, or before the next
///   option on it.
/// - An array that is left open ends before a line that begins with `az` or an assignment; a compound command before `}` or
///   `function` in a line's first column; anything after 16 KiB, at the end of a line. A here-document after 64 KiB.
/// - `${` without `}` on its line is text.
///
/// What is set in a branch, behind `&&` or `||`, or in a subshell holds there and is unknown behind it. `$1`, `$(…)`,
/// `${NAME#…}` and the like are opaque; `${NAME:-text}` has a fallback. `"${args[@]}"` stays a splat among a site's words.
///
/// Limits: functions and aliases are not followed, nor `source`; what a function sets counts from there on; brace expansion
/// means itself; a command whose name is a variable is not seen.
package enum Shell: Dialect {
  /// Its name.
  package static let name = DialectName.shell

  /// Scripts run from top to bottom.
  package static let definitionScope = DefinitionScope.fromThereOn

  /// Cuts off a logical line, a compound command, or lines that hold nothing.
  package static func block(in text: Span<UInt8>, from start: Int) -> Block {
    var end = start
    var examined = start
    repeat {
      var cutter = ShellCutter(start: end)
      let unit = cutter.unit(in: text)
      if unit.isOfInterest {
        if end == start { return unit }
        // Should the unit come to hold nothing, it will be a block of its own: it need not be one with those before it.
        break
      }
      examined = Swift.max(examined, unit.examined)
      end = unit.end
    } while end < text.count && end - start < longestQuietBlock
    return Block(end: end, examined: examined, interest: .nothing)
  }

  /// The variable's name; a list's elements are defined with the list.
  package static func mark(ofDefinition name: String) -> String? {
    // The positional parameters: `set --`.
    name.hasPrefix("@") ? "set" : String(Substring(name.utf8.prefix { $0 != UInt8(ascii: "[") }))
  }

  /// Finds what a block says.
  package static func read(_ block: Span<UInt8>) -> BlockReading {
    var reader = ShellReader(block)
    return reader.read()
  }

  /// A text as it is written with its quotes. Without quotes, what is not plain to every shell cannot be written: the place
  /// may be a piece of a word that has quotes around it.
  package static func spelling(of text: String, as quoting: Quoting) -> String? {
    if text.utf8.contains(0) { return nil }
    switch quoting {
    case .none: return !text.isEmpty && text.utf8.allSatisfy(\.isPlainInShell) ? text : nil
    case .single:
      let pieces = text.split(separator: "'", omittingEmptySubsequences: false)
      return "'" + pieces.joined(separator: #"'\''"#) + "'"
    case .double:
      var written = "\""
      for character in text.unicodeScalars {
        if #""\$`"#.unicodeScalars.contains(character) { written += "\\" }
        written.unicodeScalars.append(character)
      }
      return written + "\""
    case .block: return text
    case .piece: return text.asPiece
    }
  }

  /// Lines that hold nothing are one block up to this length.
  private static let longestQuietBlock = 2048
}

extension UInt8 {
  /// Whether the byte means itself outside of quotes wherever it stands.
  fileprivate var isPlainInShell: Bool {
    isShellName || self == UInt8(ascii: "/") || self == UInt8(ascii: ".") || self == UInt8(ascii: "-")
      || self == UInt8(ascii: ",")
  }
}
