/// The scripts of the Windows command prompt, `.cmd` and `.bat`.
///
/// Read is `az`, with its lines continued by `^`, anywhere in a line: behind `call`, `@`, `if …`, `for … do`, `&`, `&&`, `||`,
/// `|` and in parentheses. `set NAME=value` and `set "NAME=value"` are definitions; names are in lower case. `%NAME%` and
/// `!NAME!` refer to them; arguments, `%1`, the variables of loops, `%%x`, and parts of values, `%NAME:~0,3%`, are unknown,
/// and so is what a pipeline replaces, `$(name)`.
///
/// A block is a line with those that continue it, and the blank lines and comments above it. A line that ends with an
/// opening parenthesis goes on to the one that begins with the closing one, though not over a label nor beyond 64 KiB.
///
/// Limits: what is set in parentheses or by an `if` or `for` is unknown behind it; in parentheses, `%NAME%` of what is set
/// there is unknown, too. `goto` and calls of labels are not followed.
package enum Batch: Dialect {
  package static let name = DialectName.batch

  package static let definitionScope = DefinitionScope.fromThereOn

  package static func block(in text: Span<UInt8>, from start: Int) -> Block {
    BatchCutter.block(in: text, from: start)
  }

  /// The name itself, which has no escapes. Cases beyond ASCII are not compared.
  package static func mark(ofDefinition name: String) -> String? {
    name.utf8.allSatisfy { $0 < 0x80 } ? name : nil
  }

  package static func read(_ block: Span<UInt8>) -> BlockReading {
    BatchReader(block.withUnsafeBufferPointer { Array($0) }).reading
  }

  package static func spelling(of text: String, as quoting: Quoting) -> String? {
    let scalars = text.unicodeScalars
    guard !scalars.contains(where: { $0.value < 0x20 }) else { return nil }
    var spelled = ""
    for scalar in scalars {
      switch scalar {
      case "%": spelled += "%%"
      case "\"": spelled += "\\\""
      case "&", "|", "<", ">", "^", "(", ")":
        if quoting == .none { spelled += "^" }
        spelled.unicodeScalars.append(scalar)
      case " ":
        guard quoting == .double else { return nil }
        spelled += " "
      default: spelled.unicodeScalars.append(scalar)
      }
    }
    switch quoting {
    case .double: return "\"" + spelled + "\""
    case .none: return spelled.isEmpty ? nil : spelled
    case .single, .block: return nil
    case .piece: return text.asPiece
    }
  }
}
