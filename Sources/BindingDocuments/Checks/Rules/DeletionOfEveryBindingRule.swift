internal import TrustedAccess

/// A loop that deletes what a command lists, and does not ask, disconnects every service of a cluster: those of others, too.
/// Source: Azure docs, "Get secure resource access to AKS using Trusted Access", the warning of "Delete a role binding".
enum DeletionOfEveryBindingRule: DocumentRule {
  static let description = DocumentRuleDescription(
    code: "deletion-of-every-binding", summary: "A script does not delete bindings that it does not name.",
    severity: .hint)

  static func findings(in site: CheckedSite) -> [DocumentFinding] {
    let written = site.site
    guard written.operation == .delete, written.form == .azureCLI, written.isRepeated,
      let name = written.name?.parts.first, name.kind == .opaque,
      name.text.hasPrefix("$(az ") || name.text.hasPrefix("`az "),
      written.arguments.contains(where: { $0.name.literal == "--yes" || $0.name.literal == "-y" })
    else { return [] }
    return [
      finding(
        "This deletes bindings without asking; each one disconnects its Azure service from the cluster. Name the bindings"
          + " that are the script's own, or leave '--yes' out.", at: written.heading)
    ]
  }
}
