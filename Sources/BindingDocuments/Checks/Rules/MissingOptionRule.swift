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
      guard let name = argument.name.literal else { return nil }
      switch AzureOption.named(name, of: operation) {
      case .one(let option): return option.meaning
      // What is misspelt is there, and has its own finding.
      case .none: return UnknownOptionRule.nearest(to: name, of: operation)?.meaning
      case .several: return nil
      }
    }
    let missing = AzureOption.required(of: operation).filter {
      !given.contains($0.meaning) && !site.hasDefault(for: $0.meaning)
    }.compactMap(\.names.first)
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
  /// Whether the document has told the Azure CLI what to take where the option is missing.
  fileprivate func hasDefault(for meaning: AzureOption.Meaning) -> Bool {
    func isKnown(_ value: Expression?, _ name: String) -> Bool {
      value?.parts.contains { $0.kind == .reference && $0.text == name } == false
    }
    switch meaning {
    case .group: return isKnown(site.cluster, AzureCommandLine.defaultGroup)
    case .location: return isKnown(site.location, AzureCommandLine.defaultLocation)
    default: return false
    }
  }

  /// Whether a command is asked for its help, which it needs no other option for.
  var asksForHelp: Bool {
    let words = site.words + site.arguments.map(\.name)
    return words.contains { ["--help", "-h"].contains($0.literal) }
  }

  /// Whether something of a command is left out or not known: `...`, `[options]`, `"$@"`. An option's own value may be
  /// whatever it is.
  var isAbridged: Bool {
    let values = site.arguments.flatMap { argument in argument.values.dropFirst(takesValue(argument) ? 1 : 0) }
    return (site.words + site.arguments.map(\.name) + values).contains(where: isOfAnAbridgedCommand)
      || site.arguments.contains { $0.values.first.map { isEllipsis($0.literal ?? "") } == true }
  }

  private func takesValue(_ argument: Argument) -> Bool {
    guard let name = argument.name.literal, case .one(let option) = AzureOption.named(name, of: site.operation) else {
      return false
    }
    return option.takesValue
  }

  private func isOfAnAbridgedCommand(_ word: Expression) -> Bool {
    guard let text = word.literal else { return word.isSplat || word.parts.allSatisfy { $0.kind != .text } }
    return text.hasPrefix("[") || text.hasPrefix("<") || isEllipsis(text)
  }

  private func isEllipsis(_ text: String) -> Bool { text.hasPrefix("…") || text.hasPrefix("...") }
}
