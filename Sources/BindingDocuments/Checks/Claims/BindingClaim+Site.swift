internal import TrustedAccess

extension BindingClaim {
  /// What a site claims; `nil` if that is nothing, or cannot be held against anything else.
  ///
  /// - Parameters:
  ///   - site: the site, its references followed.
  ///   - order: the order of its content.
  init?(_ site: CheckedSite, inContent order: UInt64) {
    let written = site.site
    guard !written.isReference, let operation = Self.operation(of: written) else { return nil }
    self.operation = operation
    form = written.form
    run = written.script.map { "\(order):\($0.lowerBound)" } ?? ""
    isCertain = !written.isConditional && !written.isRepeated
    let reader = ClaimKeyReader(isTemplate: written.form.isTemplate, account: written.account)
    cluster = site.cluster.flatMap(reader.cluster)
    name = site.name.flatMap(reader.key)
    source = site.source.flatMap(reader.identifier)
    let place = written.name?.range ?? written.heading
    range = place.isEmpty ? written.heading : place
  }

  private static func operation(of site: BindingSite) -> Operation? {
    switch site.operation {
    case .create: .create
    case .delete: .delete
    // `az rest --method put` may be run again and again.
    case .declare: site.form.isTemplate ? .declare : nil
    case .update, .show, .list, .listRoles, nil: nil
    }
  }
}

extension BindingSite.Form {
  /// Whether it is a resource of a template, which tells what is to be, and not what to do.
  var isTemplate: Bool {
    switch self {
    case .bicep, .armTemplate, .terraformAzureRM, .terraformAzAPI, .serviceOperator, .crossplane, .pulumi: true
    case .azureCLI, .azureREST, .azurePowerShell, .restBody: false
    }
  }
}

/// Tells values from each other.
private struct ClaimKeyReader {
  /// Whether the same text means the same wherever it stands in the document.
  let isTemplate: Bool
  /// The subscription that stands in the place of one that is not given.
  let account: Expression?

  /// A cluster's ID.
  func cluster(_ value: ResolvedText) -> ClaimKey? {
    guard let key = key(value) else { return nil }
    if key.isKnown {
      guard let id = try? ResourceID(key.written), id.type == .cluster, !id.name.isEmpty else { return nil }
      return ClaimKey(text: id.canonical.lowercased(), isKnown: !id.isOfAnExample, written: key.written)
    }
    return key.text.hasSuffix("/") ? nil : key
  }

  /// A source's ID.
  func identifier(_ value: ResolvedText) -> ClaimKey? {
    guard let key = key(value) else { return nil }
    guard key.isKnown else { return key }
    guard let id = try? ResourceID(key.written), !id.name.isEmpty else { return nil }
    return ClaimKey(text: id.canonical.lowercased(), isKnown: true, written: key.written)
  }

  /// Any value; `nil` if a part of it is not known, so that it may be another elsewhere.
  func key(_ value: ResolvedText) -> ClaimKey? {
    var text = ""
    var isKnown = true
    for part in value.expression.parts {
      switch part.kind {
      case .text: text += part.text
      case .reference:
        text += "${\(part.text)}"
        isKnown = false
      case .opaque where part.text.isEmpty:
        guard let account = account?.parts, account.count == 1, account[0].kind != .opaque else { return nil }
        text += account[0].kind == .text ? account[0].text : "${\(account[0].text)}"
        isKnown = isKnown && account[0].kind == .text
      case .opaque:
        guard isTemplate else { return nil }
        text += "${\(part.text)}"
        isKnown = false
      }
    }
    guard !text.isEmpty, isKnown ? Placeholder.all(in: text).isEmpty : !hasPlaceholder(value.expression) else {
      return nil
    }
    return ClaimKey(text: text.lowercased(), isKnown: isKnown, written: text)
  }

  /// Whether a part that is text has something to be filled in.
  private func hasPlaceholder(_ value: Expression) -> Bool {
    value.parts.contains { $0.kind == .text && !Placeholder.all(in: $0.text).isEmpty }
  }
}

extension ResourceID {
  /// Whether its subscription is none of anybody's: documentation writes `00000000-0000-0000-0000-000000000000` and
  /// `12345678-1234-1234-1234-123456789012`.
  fileprivate var isOfAnExample: Bool {
    guard let id = subscriptionID?.lowercased() else { return true }
    let digits = id.utf8.filter { $0 != UInt8(ascii: "-") }
    guard digits.count == 32 else { return true }
    return Set(digits).count < 7 || id.hasPrefix("12345678-1234-") || id.hasPrefix("01234567-89ab-")
  }
}
