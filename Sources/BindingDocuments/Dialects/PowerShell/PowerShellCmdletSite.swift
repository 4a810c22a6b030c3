internal import TrustedAccess

/// What a cmdlet of Az.Aks says of a binding.
struct PowerShellCmdletSite {
  private let cmdlet: AzAksCmdlet?
  private let arguments: PowerShellArguments
  /// What each of the arguments' values is, if it is known.
  private let meanings: [AzAksCmdlet.Parameter.Meaning?]

  /// The site of a command; `nil` if it is about something else.
  ///
  /// - Parameter isPiped: whether it is given something by the command before it in a pipeline.
  static func site(of command: PowerShellCommand, named name: String, isPiped: Bool) -> BindingSite? {
    guard let heading = command.words.first?.range, isAboutTrustedAccess(name) else { return nil }
    let reader = PowerShellCmdletSite(AzAksCmdlet.named(name), PowerShellArguments(command))
    var site = BindingSite(.azurePowerShell, reader.cmdlet?.operation, range: command.range, heading: heading)
    site.words = [command.words[0].elements[0]] + reader.arguments.positional.flatMap(\.elements)
    site.arguments = reader.arguments.arguments
    if isPiped {
      let place = heading.lowerBound..<heading.lowerBound
      site.arguments.append(Argument(Expression([.init(.opaque, "|", at: place)], range: place, quoting: .none), []))
    }
    reader.fill(&site)
    return site
  }

  private init(_ cmdlet: AzAksCmdlet?, _ arguments: PowerShellArguments) {
    self.cmdlet = cmdlet
    self.arguments = arguments
    // Of a cmdlet that is not typed to its end, any parameter of these cmdlets is known.
    let known = cmdlet.map { [$0] } ?? AzAksCmdlet.all
    meanings = arguments.items.map { item in
      guard !item.isSplat else { return nil }
      let name = item.name.parameterName
      for cmdlet in known { if case .one(let parameter) = cmdlet.parameter(name) { return parameter.meaning } }
      return nil
    }
  }

  /// Whether a command's name is one of these cmdlets', or is to become one: of any verb, and not typed to its end.
  private static func isAboutTrustedAccess(_ name: String) -> Bool {
    guard let dash = name.utf8.firstIndex(of: UInt8(ascii: "-")) else { return false }
    return name[dash...].hasPrefixIgnoringCase(AzAksCmdlet.stem)
      || AzAksCmdlet.stem.hasPrefixIgnoringCase(name[dash...]) && name[dash...].utf8.count > "-AzAksTrust".utf8.count
  }

  private func fill(_ site: inout BindingSite) {
    let isKnownToHave: (AzAksCmdlet.Parameter.Meaning) -> Bool = { meaning in
      cmdlet?.parameters.contains { $0.meaning == meaning } ?? true
    }
    func value(_ meaning: AzAksCmdlet.Parameter.Meaning, _ splatted: String) -> Expression? {
      if let word = words(meaning)?.first { return word.elements.first }
      guard words(meaning) == nil, isKnownToHave(meaning), let splat = arguments.splats.last else { return nil }
      return reference(splat, splatted)
    }
    site.name = value(.name, "name")
    site.source = value(.source, "sourceresourceid")
    site.location = value(.location, "location")
    if let cluster = value(.cluster, "resourcename") {
      site.cluster = BindingSite.clusterID(
        subscription: value(.subscription, "subscriptionid"), group: value(.group, "resourcegroupname"), name: cluster,
        at: cluster.range.lowerBound)
    }
    if let word = words(.roles)?.first {
      site.roles = roles(of: word)
    } else if words(.roles) == nil, isKnownToHave(.roles), let splat = arguments.splats.last {
      site.roles = RoleList([reference(splat, "role[@]")], range: splat.range, form: .array)
    }
    if site.operation == .show, site.name == nil || site.name?.parts.first?.range == arguments.splats.last?.range,
      words(.identity) == nil
    {
      site.operation = .list
    }
  }

  /// The values of the last parameter of a meaning; empty if nothing is behind it, `nil` if it is not there.
  private func words(_ meaning: AzAksCmdlet.Parameter.Meaning) -> [PowerShellCommand.Word]? {
    meanings.lastIndex(of: meaning).map { arguments.items[$0].words }
  }

  /// The value of a key of a hashtable that is splatted.
  private func reference(_ splat: Expression.Part, _ key: String) -> Expression {
    let variable = splat.text.dropLast("[@]".count)
    return Expression([.init(.reference, "\(variable).\(key)", at: splat.range)], range: splat.range, quoting: .none)
  }

  private func roles(of word: PowerShellCommand.Word) -> RoleList {
    // A variable may hold a list as well.
    let elements = word.elements.map(\.asSplat)
    let isComplete = !elements.contains { $0.parts.contains { $0.kind == .opaque } }
    return RoleList(elements, range: word.range, isComplete: isComplete, form: .array)
  }
}

extension Expression {
  /// One variable that may hold a list, as what all of its elements are.
  var asSplat: Expression { quoting == .none ? spread : self }
}
