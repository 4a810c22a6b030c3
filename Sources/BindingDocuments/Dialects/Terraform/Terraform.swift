/// Terraform's configurations (`.tf`), values of variables (`.tfvars`), and both in JSON syntax.
///
/// **Sites:** resources and data of `azurerm_kubernetes_cluster_trusted_access_role_binding`; `azapi_resource`,
/// `azapi_update_resource`, `azapi_resource_action` and the data of azapi whose type is a binding's, with a `body` that is
/// an object, `jsonencode({…})` or a heredoc of JSON; `import` blocks by a binding's ID.
///
/// **Definitions:** `var.x` (defaults and `.tfvars`), `local.x`, both down to the attributes and elements of their
/// objects and lists (`local.cluster.name`, `var.names[0]`); of clusters, resource groups and what can be a source:
/// `TYPE.LABEL.name`, `.resource_group_name`, `.location`, and `.id`, put together; of any `azapi_resource`: `.name` and
/// `.id`; `provider.azurerm.subscription_id`, which is what IDs of azurerm's resources begin with.
///
/// **Values:** quoted templates and heredocs with their escapes; references; `format`, `join`, `concat`, `toset`, `tolist`,
/// `tostring`, `distinct`, `compact`, `flatten` and `jsonencode` of what is known. All else is opaque: other functions,
/// operators, conditions, `for`, `each`, `count`, `self`, `path`, `module`. An index of a resource's instance is passed
/// over, for its instances differ in nothing but what is opaque.
///
/// **Blocks:** a top-level block or attribute with the comments before it; a document in JSON syntax, which is one whose
/// first token is `{` and whose second is a string or `}`, is one block. A quoted template ends with its line. Whatever
/// else is open ends before a line that begins, at its first column, as `resource "`, `locals {` and their kin do; only a
/// `/*` without its `*/` takes the rest of the document, as it does for Terraform.
///
/// **Limits:** modules are not followed; nothing nested deeper than 64 levels is looked at; `for_each` is not unrolled:
/// what it makes is one site that is repeated. Comments of JSON syntax (`"//"`) are values like others.
package enum Terraform: Dialect {
  /// Its name.
  package static var name: DialectName { .terraform }

  /// A module's files are read together, in no order.
  package static var definitionScope: DefinitionScope { .everywhere }

  /// Cuts off a top-level block.
  package static func block(in text: Span<UInt8>, from start: Int) -> Block {
    var cutter = Cutter()
    return cutter.block(in: text, from: start)
  }

  /// The second part of a name: the variable's, the local's, the resource's. Of a provider's settings the last.
  package static func mark(ofDefinition name: String) -> String? {
    let parts = name.utf8.split(whereSeparator: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "[") })
    guard parts.count > 1 else { return nil }
    return String(parts[0].elementsEqual("provider".utf8) ? parts[parts.count - 1] : parts[1])
  }

  /// Finds what a block says.
  package static func read(_ block: Span<UInt8>) -> BlockReading {
    var reader = Reader(block)
    return reader.reading()
  }

  /// A quoted template, whatever stands there: it means the same in the place of a reference or of a heredoc. Source: HCL
  /// Native Syntax Specification, "Quoted Templates"; its escapes are JSON's too. `nil` in single quotes, which HCL has
  /// not.
  package static func spelling(of text: String, as quoting: Quoting) -> String? {
    if quoting == .single { return nil }
    if quoting == .piece { return text.asPiece }
    var written = "\""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"": written += #"\""#
      case "\\": written += #"\\"#
      case "\n": written += #"\n"#
      case "\r": written += #"\r"#
      case "\t": written += #"\t"#
      case "$" where rest.first == "{": written += "$$"
      case "%" where rest.first == "{": written += "%%"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        written += #"\u"# + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: written.unicodeScalars.append(scalar)
      }
    }
    return written + "\""
  }
}
