/// What stands at a place of a site, in the offsets of the site's block.
struct SiteSubject {
  var subject: TypingPlace.Subject

  /// What is typed there; `nil` for nothing yet.
  var value: Expression?
}

extension BindingSite {
  /// What stands at a place; `nil` if nothing does.
  func subject(at place: Int) -> SiteSubject? {
    for (index, element) in (roles?.elements ?? []).enumerated() where element.contentRange.touches(place) {
      return SiteSubject(subject: .role(index), value: element)
    }
    return form.isCommand
      ? argument(at: place) ?? word(at: place)
      : field(at: place) ?? argument(at: place)
        ?? word(at: place)
  }

  /// What an option that is not followed by a value yet is to be followed by, behind a place.
  func subjectOfValue(behind place: Int) -> TypingPlace.Subject? {
    guard form.isCommand,
      let last = arguments.last(where: { $0.name.range.upperBound < place }), last.values.isEmpty,
      !arguments.contains(where: {
        last.name.range.upperBound < $0.name.range.lowerBound && $0.name.range.upperBound <= place
      })
    else { return nil }
    return takesValue(last) ? subject(ofArgument: last) : nil
  }

  /// What the value of a property of that name is.
  func subject(ofProperty name: String) -> TypingPlace.Subject? {
    switch (form, name) {
    case (_, "sourceResourceId"), (_, "source_resource_id"): .source
    case (_, "kubernetes_cluster_id"), (_, "kubernetesClusterId"), (.terraformAzAPI, "parent_id"): .cluster
    case (.pulumi, "resourceName"): .clusterName
    case (.pulumi, "resourceGroupName"): .group
    case (_, "azureName"), (_, "trustedAccessRoleBindingName"): .bindingName
    case (.bicep, "name"), (.terraformAzureRM, "name"), (.terraformAzAPI, "name"): .bindingName
    default: nil
    }
  }

  private func argument(at place: Int) -> SiteSubject? {
    for argument in arguments {
      for value in argument.values where value.contentRange.touches(place) {
        return SiteSubject(subject: subject(ofArgument: argument), value: value)
      }
    }
    return arguments.firstIndex { !$0.name.range.isEmpty && $0.name.contentRange.touches(place) }.map {
      SiteSubject(subject: .argumentName($0), value: arguments[$0].name)
    }
  }

  private func word(at place: Int) -> SiteSubject? {
    words.firstIndex { !$0.range.isEmpty && $0.contentRange.touches(place) }.map {
      SiteSubject(subject: .word($0), value: words[$0])
    }
  }

  private func field(at place: Int) -> SiteSubject? {
    for (subject, value) in [(TypingPlace.Subject.source, source), (.cluster, cluster), (.bindingName, name)] {
      guard let value, !value.range.isEmpty, value.contentRange.touches(place) else { continue }
      guard let implied = value.parts.lastIndex(where: { $0.range.isEmpty && $0.text.utf8.first == UInt8(ascii: "/") })
      else { return SiteSubject(subject: subject, value: value) }
      // Put together of pieces, the last of which is the resource's name.
      guard subject == .cluster else { continue }
      let name = Expression(Array(value.parts[(implied + 1)...]), range: value.range, quoting: value.quoting)
      if name.contentRange.touches(place) { return SiteSubject(subject: .clusterName, value: name) }
    }
    return nil
  }

  private func subject(ofArgument argument: Argument) -> TypingPlace.Subject {
    let name = argument.name.literal ?? ""
    switch form {
    case .azureCLI:
      guard case .one(let option) = AzureOption.named(name, of: operation) else { break }
      switch option.meaning {
      case .name: return .bindingName
      case .group: return .group
      case .cluster: return .clusterName
      case .source: return .source
      case .roles: return .role(roles?.elements.count ?? 0)
      case .location: return .location
      case .subscription: return .subscription
      case .other: return .argument(option.names.first ?? name)
      }
    case .azurePowerShell:
      guard let parameter = parameter(of: argument) else { break }
      switch parameter.meaning {
      case .name: return .bindingName
      case .group: return .group
      case .cluster: return .clusterName
      case .source: return .source
      case .roles: return .role(roles?.elements.count ?? 0)
      case .location: return .location
      case .subscription: return .subscription
      case .identity, .other: return .argument(parameter.names.first ?? name)
      }
    default:
      if let subject = subject(ofProperty: name) { return subject }
    }
    return .argument(name)
  }

  private func takesValue(_ argument: Argument) -> Bool {
    switch form {
    case .azureCLI:
      guard let name = argument.name.literal, case .one(let option) = AzureOption.named(name, of: operation) else {
        return false
      }
      return option.takesValue
    case .azurePowerShell: return parameter(of: argument)?.isSwitch == false
    default: return false
    }
  }

  private func parameter(of argument: Argument) -> AzAksCmdlet.Parameter? {
    let name = argument.name.parameterName
    let known = words.first?.literal.flatMap(AzAksCmdlet.named).map { [$0] } ?? AzAksCmdlet.all
    for cmdlet in known { if case .one(let parameter) = cmdlet.parameter(name) { return parameter } }
    return nil
  }
}

extension BindingSite.Form {
  /// Whether it is a command with options, and no list of properties.
  package var isCommand: Bool { self == .azureCLI || self == .azurePowerShell || self == .azureREST }
}

extension Range<Int> {
  /// Whether the place lies in the range or at one of its ends.
  func touches(_ place: Int) -> Bool { lowerBound <= place && place <= upperBound }
}

extension Expression {
  /// Where the value stands without its quotes.
  var contentRange: Range<Int> {
    guard let first = parts.first, let last = parts.last else {
      guard quoting != .none, !range.isEmpty else { return range }
      return range.lowerBound + 1..<Swift.max(range.lowerBound + 1, range.upperBound - 1)
    }
    return first.range.lowerBound..<Swift.max(first.range.lowerBound, last.range.upperBound)
  }
}
