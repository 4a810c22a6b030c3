/// YAML: what is declared in it, and the scripts that stand in it.
///
/// Read are, each by its meaning and wherever in a document it stands:
/// - Azure Service Operator's `TrustedAccessRoleBinding` (`ServiceOperator.swift`),
/// - Crossplane's, of both of the provider's groups (`Crossplane.swift`),
/// - Pulumi YAML's resources, with variables, configuration and references (`Pulumi.swift`),
/// - scripts of GitHub Actions, Azure Pipelines, GitLab and others, as texts of their own dialects (`Scripts.swift`),
///   with the variables that pipelines define (`Environment.swift`).
///
/// YAML itself is read as version 1.2 has it (`Tree`), block and flow style, with anchors, aliases and merge keys, and
/// with the lines and expressions of template engines in it. Limits: a name is a scalar on one line; `? ` and `: ` by
/// themselves are stepped over; a pair in a flow sequence, `[a: b]`, is two elements; an indentation of tabs counts a
/// column each.
///
/// A block is a document of the text: it ends before a line that begins with `---`. One of more than 64 KB ends before
/// the next line that begins a name or an item in its first column, which is sound for all that is read but for what a
/// name at the top says of others: a workflow's shell, anchors. Of interest is a block that holds the letters `trusted`
/// or `aks`.
package enum YAML: Dialect {
  package static let name = DialectName.yaml
  package static let definitionScope = DefinitionScope.everywhere

  package static func read(_ block: Span<UInt8>) -> BlockReading {
    let isOfInterest = block.withUnsafeBytes { holdsTrigger($0, 0..<$0.count) }
    guard isOfInterest else { return BlockReading() }
    let bytes = block.withUnsafeBufferPointer { Array($0) }
    var reader = Reader(TreeBuilder.tree(of: bytes))
    return reader.read()
  }
}
