import BindingDocuments
import SourceText
import TrustedAccess

// The words, options and values of `az aks trustedaccess …`, and the cmdlets of Az.Aks with their parameters.

extension Completion {
  /// The words that tell what a site is.
  func words(_ place: TypingPlace, _ index: Int) -> CompletionProposals {
    switch place.site.form {
    case .azureCLI:
      values(place, Self.commandWords(behind: Array(place.words[..<index])).map { ($0, nil) }, .commandWord)
    case .azurePowerShell where index == 0: values(place, AzAksCmdlet.all.map { ($0.name, nil) }, .commandWord)
    case .bicep, .terraformAzAPI, .serviceOperator: versions(place)
    default: CompletionProposals()
    }
  }

  /// Options, parameters or arguments that are not given yet.
  ///
  /// - Parameter index: the one that is being typed.
  func arguments(_ place: TypingPlace, besides index: Int?) -> CompletionProposals {
    let given = place.argumentNames.enumerated().filter { $0.offset != index }.map(\.element)
    switch place.site.form {
    case .azureCLI:
      guard place.site.operation != nil else {
        return values(place, Self.commandWords(behind: place.words).map { ($0, nil) }, .commandWord)
      }
      return options(place, given)
    case .azurePowerShell: return parameters(place, given)
    default: return properties(place, given)
    }
  }

  /// The values of an option or a property that names nothing.
  func argumentValues(_ place: TypingPlace, _ name: String) -> CompletionProposals {
    switch name {
    case "--output": values(place, AzureOptionHelp.outputs.map { ($0, nil) })
    case "apiVersion": versions(place)
    default: CompletionProposals()
    }
  }

  // MARK: The Azure CLI

  private static let commands = [
    ["az", "aks", "trustedaccess", "rolebinding", "create"], ["az", "aks", "trustedaccess", "rolebinding", "list"],
    ["az", "aks", "trustedaccess", "rolebinding", "show"], ["az", "aks", "trustedaccess", "rolebinding", "update"],
    ["az", "aks", "trustedaccess", "rolebinding", "delete"], ["az", "aks", "trustedaccess", "role", "list"],
  ]

  /// What may stand behind a command's words: the next one, and the rest of each command.
  static func commandWords(behind words: [String]) -> [String] {
    let following = commands.filter { command in
      command.count > words.count && zip(command, words).dropFirst().allSatisfy { $0.isEqualIgnoringCase(to: $1) }
    }
    let rests = following.map { $0[words.count...].joined(separator: " ") }
    var next: [String] = []
    for command in following where !next.contains(command[words.count]) { next.append(command[words.count]) }
    return next + rests.filter { !next.contains($0) }
  }

  private func options(_ place: TypingPlace, _ given: [String]) -> CompletionProposals {
    let operation = place.site.operation
    let known = given.compactMap { name -> AzureOption? in
      guard case .one(let option) = AzureOption.named(name, of: operation) else { return nil }
      return option
    }
    let required = AzureOption.required(of: operation)
    var proposals = CompletionProposals()
    for option in AzureOption.all(of: operation) where !option.isRemoved && !known.contains(option) {
      let value = option.takesValue ? AzureOptionHelp.value(of: option) : nil
      let detail = AzureOptionHelp.text(of: option).map { required.contains(option) ? $0 + " (required)" : $0 }
      add(option.names, value, detail, place, to: &proposals)
    }
    return proposals
  }

  // MARK: PowerShell

  private func parameters(_ place: TypingPlace, _ given: [String]) -> CompletionProposals {
    var proposals = CompletionProposals()
    guard let cmdlet = place.words.first.flatMap(AzAksCmdlet.named) else { return proposals }
    let known = given.compactMap { name -> AzAksCmdlet.Parameter? in
      guard case .one(let parameter) = cmdlet.parameter(String(name.drop { "-–—―".contains($0) })) else { return nil }
      return parameter
    }
    for parameter in cmdlet.parameters where !known.contains(parameter) {
      let names = parameter.names.map { "-" + $0 }
      add(names, parameter.isSwitch ? nil : "", AzAksParameterHelp.text(of: parameter), place, to: &proposals)
    }
    return proposals
  }

  /// Proposes an option by its first name, if one of its names begins with what is typed.
  ///
  /// - Parameter value: what a snippet proposes for its value; `nil` for an option without one.
  private func add(
    _ names: [String], _ value: String?, _ detail: String?, _ place: TypingPlace,
    to proposals: inout CompletionProposals
  ) {
    guard place.written != nil, let name = names.first,
      let typed = names.first(where: { $0.hasPrefixIgnoringCase(place.textBefore) })
    else { return }
    var proposal = CompletionProposal(.argument, name, at: place.range)
    if typed != name { proposal.filterText = typed }
    proposal.detail = detail
    // A value that is there already stays.
    if options.snippets, let value, place.typed == place.written?.utf8.count, !isFollowed(place) {
      proposal.text = Snippet.literal(name) + " " + (value.isEmpty ? "$0" : "${1\(value)}$0")
      proposal.isSnippet = true
    }
    proposals.proposals.append(proposal)
  }

  /// Whether something stands in the line behind the place.
  func isFollowed(_ place: TypingPlace) -> Bool {
    let end = text.range(ofLine: text.line(at: offset)).upperBound
    return text.withBytes(in: place.range.upperBound..<max(end, place.range.upperBound)) { bytes in
      for index in bytes.indices where bytes[index] != 0x20 && bytes[index] != 0x09 {
        return bytes[index] != UInt8(ascii: "\\") && bytes[index] != UInt8(ascii: "`")
      }
      return false
    }
  }
}
