internal import TrustedAccess

/// `az aks trustedaccess …`, and what people write in its stead.
enum AzureTrustedAccessCommand {
  static func site(of words: [Expression], range: Range<Int>) -> BindingSite? {
    guard meansTrustedAccess(words) else { return nil }
    let operation = operation(of: words)
    let end = endOfCommand(words, isKnown: operation != nil)
    let command = Array(words[..<end])
    let heading = command[0].range.lowerBound..<command.reduce(0) { Swift.max($0, $1.range.upperBound) }
    var site = BindingSite(.azureCLI, operation, range: range, heading: heading)
    site.words = command
    let arguments = AzureArguments(words[end...]) { AzureOption.named($0, of: operation) }
    site.arguments = arguments.arguments
    fill(&site, arguments)
    return site
  }

  private static func fill(_ site: inout BindingSite, _ arguments: AzureArguments) {
    func value(_ meaning: AzureOption.Meaning) -> Expression? { arguments.values { $0.meaning == meaning }?.first }
    site.name = value(.name)
    site.source = value(.source)
    site.location = value(.location)
    if site.location == nil, site.operation == .listRoles {
      site.location = AzureCommandLine.reference(
        to: AzureCommandLine.defaultLocation, at: site.heading.upperBound)
    }
    if let cluster = value(.cluster) {
      site.cluster = BindingSite.clusterID(
        subscription: value(.subscription).map(subscriptionID),
        group: value(.group)
          ?? AzureCommandLine.reference(to: AzureCommandLine.defaultGroup, at: cluster.range.lowerBound),
        name: cluster, at: cluster.range.lowerBound)
      if value(.subscription) == nil { site.account = AzureCommandLine.account(at: cluster.range.lowerBound) }
    }
    site.roles = arguments.values { $0.meaning == .roles }.flatMap(AzureCommandLine.roles(in:))
  }

  /// `--subscription` takes an ID or a name; which ID a name has is unknown.
  private static func subscriptionID(_ value: Expression) -> Expression {
    guard let text = value.literal else { return value }
    let isID = text.utf8.count == 36 && text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0.isASCIIHexDigit }
    return isID
      ? value : Expression([.init(.opaque, text, at: value.range)], range: value.range, quoting: value.quoting)
  }

  /// Whether a command's words speak of Trusted Access, as they should or not: `aks t…` while it is typed, `aks trusted
  /// access`, `aks rolebinding`, `trustedaccess` in the wrong place.
  private static func meansTrustedAccess(_ words: [Expression]) -> Bool {
    let texts = words[1...].prefix(4).prefix { !AzureArguments.isOption($0) }.map { $0.literal ?? "" }
    guard let first = texts.first else { return false }
    let isAKS = first.isEqualIgnoringCase(to: "aks")
    for text in texts.prefix(2) where text.hasPrefixIgnoringCase("trustedaccess") { return true }
    guard isAKS, texts.count > 1 else { return false }
    let word = texts[1]
    return word.hasPrefixIgnoringCase("trust") || word.hasPrefixIgnoringCase("rolebinding")
      || !word.isEmpty && "trustedaccess".hasPrefixIgnoringCase(word)
  }

  private static let commands: [(group: String, verb: String, operation: BindingSite.Operation)] = [
    ("role", "list", .listRoles), ("rolebinding", "create", .create), ("rolebinding", "update", .update),
    ("rolebinding", "show", .show), ("rolebinding", "list", .list), ("rolebinding", "delete", .delete),
  ]

  private static func operation(of words: [Expression]) -> BindingSite.Operation? {
    guard words.count > 4 else { return nil }
    let texts = words[1..<5].map { $0.literal ?? "" }
    guard texts[0].isEqualIgnoringCase(to: "aks"), texts[1].isEqualIgnoringCase(to: "trustedaccess") else { return nil }
    return commands.first { texts[2].isEqualIgnoringCase(to: $0.group) && texts[3].isEqualIgnoringCase(to: $0.verb) }?
      .operation
  }

  /// Where a command's own words end: with the first option. What is unknown behind a whole command is an argument.
  private static func endOfCommand(_ words: [Expression], isKnown: Bool) -> Int {
    words.indices.first { index in
      index > 0
        && (AzureArguments.isOption(words[index]) || words[index].isSplat
          || isKnown && index > 4 && words[index].literal == nil)
    } ?? words.count
  }
}

extension UInt8 {
  fileprivate var isASCIIHexDigit: Bool {
    self &- 0x30 < 10 || (self | 0x20) &- 0x61 < 6
  }
}
