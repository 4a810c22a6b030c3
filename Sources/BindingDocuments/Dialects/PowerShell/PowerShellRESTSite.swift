internal import TrustedAccess

/// `Invoke-AzRestMethod`, read as the `az rest` that does the same. Source: its help in `src/Accounts/Accounts/help` of
/// azure-powershell.
struct PowerShellRESTSite {
  private let arguments: PowerShellArguments
  private let command: PowerShellCommand

  private static let parameters = [
    "Path", "Uri", "Method", "Payload", "SubscriptionId", "ResourceGroupName", "ResourceProviderName", "ResourceType",
    "Name", "ApiVersion", "ResourceId", "AsJob", "WaitForCompletion", "PollFrom", "FinalResultFrom", "DefaultProfile",
    "Paginate", "NextLinkName", "PageableItemName", "MaxPageSize", "WhatIf", "Confirm",
  ]

  static func site(of command: PowerShellCommand, _ expressions: PowerShellExpressions) -> BindingSite? {
    guard let heading = command.words.first else { return nil }
    let reader = PowerShellRESTSite(arguments: PowerShellArguments(command), command: command)
    guard let url = reader.url else { return nil }
    let place = heading.range.lowerBound
    var words = ["az", "rest", "--method"].map { Expression.implied($0, at: place) }
    words += [reader.value("Method") ?? .implied("GET", at: place), .implied("--url", at: place), url]
    let payload = reader.words("Payload")?.first
    if let payload, payload.elements.count == 1 { words += [.implied("--body", at: place), payload.elements[0]] }
    guard var site = AzureCommandLine.site(of: words, range: command.range) else { return nil }
    // Of pieces, the last one stands for all.
    if let place = site.cluster?.parts.last(where: { !$0.range.isEmpty }), reader.words("ResourceType") != nil {
      site.cluster?.range = place.range
    }
    site.heading = heading.range
    site.words = [heading.elements[0]] + reader.arguments.positional.flatMap(\.elements)
    site.arguments = reader.arguments.arguments
    if site.source == nil, site.roles == nil, let payload { reader.fill(&site, payload, expressions) }
    return site
  }

  /// The words of a parameter.
  private func words(_ name: String) -> [PowerShellCommand.Word]? {
    arguments.items.last { item in
      let written = item.name.parameterName
      guard !item.isSplat, !written.isEmpty, name.hasPrefixIgnoringCase(written) else { return false }
      return name.isEqualIgnoringCase(to: written)
        || Self.parameters.count { $0.hasPrefixIgnoringCase(written) } == 1
    }?.words
  }

  private func value(_ name: String) -> Expression? { words(name)?.first?.elements.first }

  /// The URL, or what its pieces come to.
  private var url: Expression? {
    if let url = value("Path") ?? value("Uri") ?? arguments.positional.first?.elements.first { return url }
    guard let types = words("ResourceType")?.first, let provider = value("ResourceProviderName") else { return nil }
    let place = command.range.lowerBound
    var pieces: [Expression] = []
    func add(_ label: String, _ value: Expression?) {
      let unknown = Expression([.init(.opaque, "", at: place..<place)], range: place..<place, quoting: .none)
      pieces += [.implied(label, at: place), value ?? unknown]
    }
    add("/subscriptions/", value("SubscriptionId"))
    if let group = value("ResourceGroupName") { add("/resourceGroups/", group) }
    add("/providers/", provider)
    let names = words("Name")?.first?.elements ?? []
    for (index, type) in types.elements.enumerated() {
      add("/", type)
      if index < names.count { add("/", names[index]) }
    }
    if let version = value("ApiVersion") { add("?api-version=", version) }
    return Expression(pieces.flatMap(\.parts), range: types.range, quoting: .none)
  }

  /// What a hashtable that becomes the body says, or the variable that holds it.
  private func fill(
    _ site: inout BindingSite, _ payload: PowerShellCommand.Word, _ expressions: PowerShellExpressions
  ) {
    let tokens = expressions.strings.tokens
    if let value = payload.elements.first, value.parts.count == 1, value.parts[0].kind == .reference {
      site.source = value.property("properties.sourceresourceid")
      site.roles = RoleList([value.property("properties.roles[@]")], range: value.range, form: .array)
      return
    }
    guard let open = [payload.index, payload.index + 1].first(where: { $0 < tokens.count && tokens[$0].kind == .hash })
    else { return }
    let value = PowerShellValue(range: expressions.range(of: open), isList: true, hash: open)
    for definition in PowerShellAssignment.definitions(of: "", value, at: value.range, expressions) {
      if definition.name == ".properties.sourceresourceid" { site.source = definition.value }
      if definition.name == ".properties.roles", let elements = definition.elements ?? definition.value.map({ [$0] }) {
        let elements = elements.map(\.asSplat)
        let end = elements.last?.range.upperBound ?? definition.range.upperBound
        site.roles = RoleList(
          elements, range: (elements.first?.range.lowerBound ?? definition.range.lowerBound)..<end, form: .array)
      }
    }
  }
}

extension Expression {
  /// A property of what a reference means.
  fileprivate func property(_ name: String) -> Expression {
    var property = self
    property.parts[0].text += "." + name
    property.quoting = .none
    return property
  }
}
