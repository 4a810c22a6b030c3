import SourceText
import TrustedAccess

/// The Azure CLI takes the roles as one text with commas between them.
enum SpaceSeparatedRolesRule: DocumentRule {
  static let description = DocumentRuleDescription(
    code: "space-separated-roles", summary: "The roles of '--roles' are separated by commas.", severity: .error)

  static func findings(in site: CheckedSite) -> [DocumentFinding] {
    guard site.site.form == .azureCLI, let operation = site.site.operation else { return [] }
    return site.site.arguments.compactMap { argument in
      guard argument.values.count > 1, let name = argument.name.literal,
        case .one(let option) = AzureOption.named(name, of: operation), option.meaning == .roles,
        let first = argument.values.first, let last = argument.values.last
      else { return nil }
      let range = first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound)
      let texts = argument.values.compactMap(\.literal)
      var fixes: [DocumentFix] = []
      if texts.count == argument.values.count, argument.values.allSatisfy({ $0.quoting == .none }) {
        let roles = texts.flatMap { $0.utf8.split(separator: UInt8(ascii: ",")) }.map { String(Substring($0)) }
        let text = roles.joined(separator: ",")
        fixes = [
          DocumentFix(title: "Separate the roles by commas", edits: [TextEdit(range: range, text: Array(text.utf8))])
        ]
      }
      return finding("Roles are separated by commas, without blanks: '--roles A,B'.", at: range, fixes: fixes)
    }
  }
}
