internal import TrustedAccess

/// A cmdlet of Az.Aks that is about Trusted Access. Source: the help of Az.Aks, `src/Aks/Aks/help` of azure-powershell, which
/// has them since Az 15.2.
package struct AzAksCmdlet: Hashable, Sendable {
  /// A parameter.
  package struct Parameter: Hashable, Sendable {
    /// What a parameter's value is.
    package enum Meaning: Hashable, Sendable {
      case name, group, cluster, source, roles, location, subscription
      /// An object that says which binding or cluster is meant.
      case identity
      case other
    }

    /// Its name, and its aliases.
    package var names: [String]

    /// What its value is.
    package var meaning: Meaning

    /// Whether it has no value, `-AsJob`.
    package var isSwitch: Bool

    init(_ names: String..., meaning: Meaning = .other, isSwitch: Bool = false) {
      self.names = names
      self.meaning = meaning
      self.isSwitch = isSwitch
    }
  }

  /// What a parameter's name as it is written stands for.
  package enum Match: Hashable, Sendable {
    case one(Parameter)
    /// Cut so short that several start with it.
    case several([Parameter])
    case none
  }

  /// Its name.
  package var name: String

  /// What it does.
  package var operation: BindingSite.Operation

  /// Its parameters, without those that all cmdlets have.
  package var parameters: [Parameter]

  /// What the names of all of these cmdlets have in them.
  package static let stem = "-AzAksTrustedAccess"

  /// All of them.
  package static let all: [AzAksCmdlet] = [
    AzAksCmdlet(
      name: "New-AzAksTrustedAccessRoleBinding", operation: .create,
      parameters: [name, group, cluster, subscription, roles, source] + body + runtime + waiting + asking),
    AzAksCmdlet(
      name: "Update-AzAksTrustedAccessRoleBinding", operation: .update,
      parameters: [name, group, cluster, subscription, roles, source] + identities + body + runtime + waiting + asking),
    AzAksCmdlet(
      name: "Get-AzAksTrustedAccessRoleBinding", operation: .show,
      parameters: [name, group, cluster, subscription] + identities + runtime),
    AzAksCmdlet(
      name: "Remove-AzAksTrustedAccessRoleBinding", operation: .delete,
      parameters: [name, group, cluster, subscription] + identities + [.init("PassThru", isSwitch: true)] + runtime
        + waiting + asking),
    AzAksCmdlet(
      name: "Get-AzAksTrustedAccessRole", operation: .listRoles, parameters: [location, subscription] + runtime),
  ]

  /// The cmdlet of that name; `nil` if there is none.
  package static func named(_ name: String) -> AzAksCmdlet? { all.first { $0.name.isEqualIgnoringCase(to: name) } }

  /// The parameter that is written so, without its dash: by its name, an alias, or the start of one. Those
  /// that every cmdlet has are found, too.
  package func parameter(_ written: String) -> Match {
    func isNamed(_ parameter: Parameter) -> Bool { parameter.names.contains { $0.isEqualIgnoringCase(to: written) } }
    func starts(_ parameter: Parameter) -> Bool { parameter.names.contains { $0.hasPrefixIgnoringCase(written) } }
    if let exact = parameters.first(where: isNamed) ?? Self.common.first(where: isNamed) { return .one(exact) }
    guard !written.isEmpty else { return .none }
    let found = parameters.filter(starts) + Self.common.filter(starts)
    return found.count > 1 ? .several(found) : found.first.map(Match.one) ?? .none
  }

  private static let name = Parameter("Name", "TrustedAccessRoleBindingName", meaning: .name)
  private static let group = Parameter("ResourceGroupName", meaning: .group)
  private static let cluster = Parameter("ResourceName", meaning: .cluster)
  private static let subscription = Parameter("SubscriptionId", meaning: .subscription)
  private static let roles = Parameter("Role", meaning: .roles)
  private static let source = Parameter("SourceResourceId", meaning: .source)
  private static let location = Parameter("Location", meaning: .location)
  private static let identities = [
    Parameter("InputObject", meaning: .identity), Parameter("ManagedClusterInputObject", meaning: .identity),
  ]
  private static let body = [Parameter("JsonFilePath"), Parameter("JsonString")]
  private static let waiting = [Parameter("AsJob", isSwitch: true), Parameter("NoWait", isSwitch: true)]
  private static let asking = [Parameter("WhatIf", "wi", isSwitch: true), Parameter("Confirm", "cf", isSwitch: true)]
  private static let runtime = [
    Parameter("DefaultProfile", "AzureRMContext", "AzureCredential"), Parameter("Break", isSwitch: true),
    Parameter("HttpPipelineAppend"), Parameter("HttpPipelinePrepend"), Parameter("Proxy"), Parameter("ProxyCredential"),
    Parameter("ProxyUseDefaultCredentials", isSwitch: true),
  ]

  /// The parameters of every cmdlet (`about_CommonParameters`).
  private static let common = [
    Parameter("Debug", "db", isSwitch: true), Parameter("Verbose", "vb", isSwitch: true),
    Parameter("ErrorAction", "ea"), Parameter("ErrorVariable", "ev"), Parameter("InformationAction", "infa"),
    Parameter("InformationVariable", "iv"), Parameter("OutVariable", "ov"), Parameter("OutBuffer", "ob"),
    Parameter("PipelineVariable", "pv"), Parameter("ProgressAction", "proga"), Parameter("WarningAction", "wa"),
    Parameter("WarningVariable", "wv"),
  ]
}
