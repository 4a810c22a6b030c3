import SourceText
import TrustedAccess

/// `-s` and `-r` were names of `--source-resource-id` once.
enum RemovedOptionRule: DocumentRule {
  static let description = DocumentRuleDescription(
    code: "removed-option", summary: "The Azure CLI still has the option.", severity: .error)

  static func findings(in site: CheckedSite) -> [DocumentFinding] {
    guard site.site.form == .azureCLI, let operation = site.site.operation else { return [] }
    return site.site.arguments.compactMap { argument in
      guard let name = argument.name.literal, case .one(let option) = AzureOption.named(name, of: operation),
        option.isRemoved
      else { return nil }
      return finding(
        "'\(name)' is no option any more; it is '--source-resource-id'.", at: argument.name.range,
        fixes: [
          DocumentFix(
            title: "Use '--source-resource-id'",
            edits: [TextEdit(range: argument.name.range, text: Array("--source-resource-id".utf8))])
        ])
    }
  }
}
