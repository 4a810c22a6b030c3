import TrustedAccess

/// A site as rules look at it: its references followed, its values as texts.
struct CheckedSite: Sendable {
  /// The site, references followed.
  let site: BindingSite

  /// The binding's name.
  let name: ResolvedText?

  /// The cluster's ID.
  let cluster: ResolvedText?

  /// The source's ID.
  let source: ResolvedText?

  /// The roles.
  let roles: [ResolvedText]?

  /// `text` as it is written in the place of an expression that is quoted so; `nil` if it cannot be.
  func spelling(of text: String, as quoting: Quoting) -> String? { dialect.spelling(of: text, as: quoting) }

  /// How a text is quoted in a list of the language.
  var usualQuoting: Quoting {
    switch dialect.name {
    case .bicep, .bicepParameters, .powerShell: .single
    case .yaml: .none
    default: .double
    }
  }

  /// Whether commas alone stand between the elements of a list, however it is broken into lines.
  var joinsByCommas: Bool { [.arm, .terraform, .powerShell].contains(dialect.name) }

  private let dialect: any Dialect.Type

  /// Takes a site.
  ///
  /// - Parameter dialect: the document's language, for a site that does not tell its own.
  init(_ site: BindingSite, _ dialect: any Dialect.Type) {
    self.site = site
    self.dialect = site.dialect.flatMap(Dialects.dialect) ?? dialect
    name = site.name.map(ResolvedText.init)
    cluster = site.cluster.map { ResolvedText(site.form == .azureREST ? $0.withoutHost : $0) }
    source = site.source.map(ResolvedText.init)
    roles = site.roles.map { $0.elements.map(ResolvedText.init) }
  }

  /// The site as the domain's rules look at it.
  var draft: BindingDraft {
    let changes = site.operation == .create || site.operation == .update || site.operation == .declare
    return BindingDraft(
      name: name?.text, cluster: cluster?.text, source: source?.text, roles: changes ? knownRoles : nil,
      operation: site.operation == .update ? .update : .create)
  }

  /// The roles; `nil` if none are known, though there may be some. What else there may be is no matter of those that are.
  private var knownRoles: [String]? {
    guard let roles, let list = site.roles else { return nil }
    guard !list.isComplete, roles.allSatisfy(\.text.isEmpty) else { return roles.map(\.text) }
    return nil
  }

  /// The text of a field; `nil` if it has none, or is the list of roles as a whole.
  func text(of field: BindingField) -> ResolvedText? {
    switch field {
    case .name: name
    case .cluster: cluster
    case .source: source
    case .roles: nil
    case .role(let place): roles.flatMap { place < $0.count ? $0[place] : nil }
    }
  }

  /// Where something is said of a field, or of a part of its text: where that stands, else where the field does, else at
  /// what tells what the site is.
  func place(of field: BindingField, _ range: Range<Int>?) -> Range<Int> {
    if case .roles = field, let roles = site.roles { return roles.range }
    guard let text = text(of: field) else { return site.heading }
    let whole = text.expression.range
    if let place = text.place(of: range ?? 0..<text.text.utf8.count), !place.isEmpty || range?.isEmpty == true {
      return place
    }
    if whole.isEmpty, case .role = field, let list = site.roles?.range, !list.isEmpty { return list }
    return whole.isEmpty ? site.heading : whole
  }
}

extension Expression {
  /// The ID in the address of a request, whose beginning a variable may hold: `$base/trustedAccessRoleBindings/…`.
  fileprivate var withoutHost: Expression {
    guard var first = parts.first, first.kind == .text, first.isFollowed,
      first.text.lowercased().hasPrefix("https://")
    else { return self }
    first.text = String(Substring(first.text.utf8.dropFirst("https://".utf8.count).drop { $0 != UInt8(ascii: "/") }))
    var path = self
    path.parts[0] = first
    return path
  }
}
