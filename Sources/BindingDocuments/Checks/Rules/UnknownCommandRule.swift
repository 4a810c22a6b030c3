import SourceText
import TrustedAccess

/// `az aks trusted access …` and its kin, which the Azure CLI does not know.
enum UnknownCommandRule: DocumentRule {
  static let description = DocumentRuleDescription(
    code: "unknown-command", summary: "The command is one of the Azure CLI's.", severity: .error)

  static func findings(in site: CheckedSite) -> [DocumentFinding] {
    guard site.site.form == .azureCLI, site.site.operation == nil, site.site.words.count > 1, !site.asksForHelp,
      !site.isAbridged
    else {
      return []
    }
    let words = site.site.words.map { $0.literal ?? "…" }
    guard !words.contains("…") else { return [] }
    let written = words[1...].joined(separator: " ")
    guard let command = nearest(to: words[1...]) else {
      return [
        finding(
          "There is no command 'az \(written)'; there are 'az aks trustedaccess role list' and "
            + "'az aks trustedaccess rolebinding create', 'update', 'show', 'list' and 'delete'.", at: site.site.heading
        )
      ]
    }
    let first = site.site.words[1].range.lowerBound
    let fix = DocumentFix(
      title: "Use 'az \(command)'",
      edits: [TextEdit(range: first..<site.site.heading.upperBound, text: Array(command.utf8))])
    return [finding("There is no command 'az \(written)'; it is 'az \(command)'.", at: site.site.heading, fixes: [fix])]
  }

  private static let commands = [
    "aks trustedaccess role list", "aks trustedaccess rolebinding create", "aks trustedaccess rolebinding update",
    "aks trustedaccess rolebinding show", "aks trustedaccess rolebinding list", "aks trustedaccess rolebinding delete",
  ]

  /// What other tools, and other commands, call the same.
  private static let synonyms = [
    "add": "create", "new": "create", "get": "show", "describe": "show", "ls": "list", "set": "update",
    "edit": "update", "remove": "delete", "rm": "delete",
  ]

  /// The command that is meant: the one with the fewest slips, where spaces and hyphens are none.
  private static func nearest(to words: ArraySlice<String>) -> String? {
    func letters(_ text: String) -> [UInt8] { text.utf8.map { $0 | 0x20 }.filter { $0 &- 0x61 < 26 } }
    let verb = words.last.flatMap { synonyms[$0.lowercased()] }
    let written = letters((verb.map { words.dropLast() + [$0] } ?? words).joined())
    var best: (command: String, slips: Int)?
    for command in commands {
      var distance = EditDistance(to: written)
      guard let slips = distance(letters(command)[...], limit: 6), slips < best?.slips ?? .max else { continue }
      best = (command, slips)
    }
    return best?.command
  }
}
