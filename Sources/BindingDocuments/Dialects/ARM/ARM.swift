import JSON

/// ARM JSON: templates, their parameter files, and bodies of the REST API.
///
/// A document is one block, as it has one value: an expression's meaning hangs on the templates around it.
///
/// What is read, wherever in the document it stands:
/// - *Resources* of type `Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings`, and those that stand in a
///   cluster's `resources` with the type relative to it. A type that only begins so has no operation. With `existing`
///   they are references, in a `copy` loop repeated.
/// - *Bodies* with `properties` that have both `sourceResourceId` and `roles`, and what the API and `az` answer, known by
///   the ID: references.
/// - *Templates*, nested ones with inner and with outer scope. Parameters' defaults and variables are definitions,
///   `parameters.name` and `variables.name`, in lower case, as names have no case. Those of a nested template with a scope
///   of its own are called `nested1.parameters.name` and so on; what the deployment passes to it are their values.
/// - *Parameter files*, told by their `$schema`: definitions of the same names.
/// - *Expressions* `[…]`: see ``ARMExpression``. Group and subscription of a cluster are those that its template is
///   deployed to, as a deployment around it has them.
///
/// Limits: linked templates are not followed; what a parameter means is its default; functions of the template's own are
/// opaque; members of objects are known to a depth of eight; names that are written with escapes count as others.
/// Broken JSON gives what `JSONTree` makes of it.
package enum ARM: Dialect {
  package static var name: DialectName { .arm }

  package static var definitionScope: DefinitionScope { .everywhere }

  package static func block(in text: Span<UInt8>, from start: Int) -> Block {
    Block(end: text.count, isOfInterest: ARMSearch().finds(in: text, from: start))
  }

  package static func read(_ block: Span<UInt8>) -> BlockReading {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(block.count)
    for index in block.indices { bytes.append(block[unchecked: index]) }
    var reader = ARMReader(JSONTree(bytes, dialect: .armTemplate))
    return reader.read()
  }

  /// In double quotes as a member's value; in single quotes within an expression.
  package static func spelling(of text: String, as quoting: Quoting) -> String? {
    switch quoting {
    case .none, .single:
      "'" + escaped(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")) + "'"
    case .double: "\"" + (text.utf8.first == bracket && text.utf8.last == closing ? "[" : "") + escaped(text) + "\""
    case .block: nil
    case .piece: text.asPiece
    }
  }

  private static var bracket: UInt8 { UInt8(ascii: "[") }
  private static var closing: UInt8 { UInt8(ascii: "]") }

  private static func escaped(_ text: String) -> String {
    var writer = JSONWriter()
    writer.write(text)
    return String(decoding: writer.finish().dropFirst().dropLast(), as: UTF8.self)
  }
}
