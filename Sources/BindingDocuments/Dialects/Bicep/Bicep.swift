/// Bicep files.
///
/// **Sites:** resources of type `Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings`, with `parent`, with
/// the cluster in a name with a slash, or nested in a cluster's resource; in loops they are repeated, marked `existing`
/// they are references. A type that only begins so has no operation, and a keyword that is not typed to its end counts.
///
/// **Definitions:** `x` of parameters (their defaults) and variables, and their members, `x.y`, to a depth of eight; of
/// resources `x.name` and `x.id`, put together from what they are named, their `parent` and `scope`, and the same of
/// resources nested in them, `x::y.id`.
///
/// **Values:** strings with their escapes and interpolations, references, members, `resourceId()` and its kin, `format()`,
/// `concat()`, `union()`, `resourceGroup()` and `subscription()` with what they are given. All else is opaque: other
/// functions, operators, conditions, indices, loops' variables, outputs of modules.
///
/// **Blocks:** a top-level declaration with its decorators and the comments before it. A string in single quotes ends with
/// its line. Whatever else is open ends before a line that begins, at its first column, as a declaration does; in a
/// multi-line string only `resource x '`, `module x '`, `param x` with a type and `targetScope =` do. A `/*` without its
/// `*/` takes the rest of the document, as it does for Bicep.
///
/// **Limits:** what a module does with its parameters is not followed; Azure Verified Modules' managed cluster has none for
/// Trusted Access. A resource without a scope is taken to be in a resource group, but for those of `Microsoft.Security`
/// and resource groups. Nothing nested deeper than 64 levels is looked at.
package enum Bicep: Dialect {
  /// Its name.
  package static var name: DialectName { .bicep }

  /// Declarations hold before and behind them.
  package static var definitionScope: DefinitionScope { .everywhere }

  /// Cuts off a top-level declaration.
  package static func block(in text: Span<UInt8>, from start: Int) -> Block {
    var cutter = Cutter()
    return cutter.block(in: text, from: start)
  }

  /// Finds what a declaration says.
  package static func read(_ block: Span<UInt8>) -> BlockReading {
    Reader(block).reading()
  }

  /// A string in single quotes, whatever stands there. Bicep has no double quotes.
  package static func spelling(of text: String, as quoting: Quoting) -> String? {
    switch quoting {
    case .none, .single, .block: "'" + escaped(text) + "'"
    case .double: nil
    case .piece: text.asPiece
    }
  }

  private static func escaped(_ text: String) -> String {
    var written = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "'": written += #"\'"#
      case "\\": written += #"\\"#
      case "\n": written += #"\n"#
      case "\r": written += #"\r"#
      case "\t": written += #"\t"#
      case "$" where rest.first == "{": written += #"\$"#
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        written += #"\u{"# + String(scalar.value, radix: 16) + "}"
      default: written.unicodeScalars.append(scalar)
      }
    }
    return written
  }
}

/// Files of values for the parameters of a Bicep file: `using './main.bicep'`, `param x = 'v'`. Read as ``Bicep`` is; what
/// `using` and `extends` name is not followed.
package enum BicepParameters: Dialect {
  /// Its name.
  package static var name: DialectName { .bicepParameters }

  /// Declarations hold before and behind them.
  package static var definitionScope: DefinitionScope { .everywhere }

  /// Cuts off a top-level declaration.
  package static func block(in text: Span<UInt8>, from start: Int) -> Block { Bicep.block(in: text, from: start) }

  /// Finds what a declaration says.
  package static func read(_ block: Span<UInt8>) -> BlockReading {
    var reading = Bicep.read(block)
    for index in reading.definitions.indices { reading.definitions[index].isDefault = false }
    return reading
  }

  /// As in ``Bicep``.
  package static func spelling(of text: String, as quoting: Quoting) -> String? {
    Bicep.spelling(of: text, as: quoting)
  }
}
