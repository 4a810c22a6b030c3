import TrustedAccess

/// An option without which the Azure CLI refuses the command.
enum MissingOptionRule: DocumentRule {
  static let description = DocumentRuleDescription(
    code: "missing-option", summary: "The command has every option that it needs.", severity: .error)

  static func findings(in site: CheckedSite) -> [DocumentFinding] {
    guard site.site.form == .azureCLI, let operation = site.site.operation, !site.asksForHelp, !site.isAbridged else {
      return []
    }
    let given = site.site.arguments.compactMap { argument -> AzureOption.Meaning? in
      guard let name = argument.name.literal, case .one(let option) = AzureOption.named(name, of: operation) else {
        return nil
      }
      return option.meaning
    }
    let missing = AzureOption.required(of: operation).filter { !given.contains($0.meaning) }.compactMap(\.names.first)
    guard !missing.isEmpty else { return [] }
    let names = missing.map { "'\($0)'" }.joined(separator: ", ")
    return [
      finding(
        missing.count == 1 ? "The option \(names) is missing." : "The options \(names) are missing.",
        at: site.site.heading)
    ]
  }
}

extension CheckedSite {
  /// Whether a command is asked for its help, which it needs no other option for.
  var asksForHelp: Bool {
    let words = site.words + site.arguments.map(\.name)
    return words.contains { ["--help", "-h"].contains($0.literal) }
  }

  /// Whether something of a command is left out or not known: `...`, `[options]`, `"$@"`.
  var isAbridged: Bool {
    let words = site.words + site.arguments.flatMap { [$0.name] + $0.values }
    return words.contains { word in
      guard let text = word.literal else { return word.isSplat || word.parts.allSatisfy { $0.kind != .text } }
      return text.hasPrefix("[") || text.hasPrefix("<") || text.hasPrefix("…") || text.hasPrefix("...")
    }
  }
}
