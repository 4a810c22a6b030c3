import SourceText
import TrustedAccess

/// An option that the command does not have makes the Azure CLI refuse it.
enum UnknownOptionRule: DocumentRule {
  static let description = DocumentRuleDescription(
    code: "unknown-option", summary: "The command has the option.", severity: .error)

  static func findings(in site: CheckedSite) -> [DocumentFinding] {
    guard site.site.form == .azureCLI, let operation = site.site.operation else { return [] }
    return site.site.arguments.compactMap { argument in
      guard let name = argument.name.literal else { return nil }
      switch AzureOption.named(name, of: operation) {
      case .one: return nil
      case .several(let options):
        let names = options.compactMap(\.names.first).map { "'\($0)'" }
        return finding(
          "'\(name)' may be \(names.joined(separator: " or ")); write it in full.", at: argument.name.range,
          fixes: options.compactMap(\.names.first).map { fix(argument, $0) })
      case .none:
        let near = nearest(to: name, of: operation)?.names.first
        let offer = near.map { "; the nearest is '\($0)'" } ?? ""
        return finding(
          "The command has no option '\(name)'\(offer).", at: argument.name.range,
          fixes: near.map { [fix(argument, $0)] } ?? [])
      }
    }
  }

  private static func fix(_ argument: Argument, _ name: String) -> DocumentFix {
    DocumentFix(title: "Use '\(name)'", edits: [TextEdit(range: argument.name.range, text: Array(name.utf8))])
  }

  /// The option that is meant: the one with the fewest slips.
  static func nearest(to name: String, of operation: BindingSite.Operation) -> AzureOption? {
    func letters(_ text: String) -> [UInt8] { text.utf8.map { $0 | 0x20 }.filter { $0 &- 0x61 < 26 } }
    var best: (option: AzureOption, slips: Int)?
    for option in AzureOption.all(of: operation) where !option.isRemoved {
      guard let long = option.names.first, long.hasPrefix("--") else { continue }
      var distance = EditDistance(to: letters(name))
      guard let slips = distance(letters(long)[...], limit: 3), slips < best?.slips ?? .max else { continue }
      best = (option, slips)
    }
    return best?.option
  }
}
