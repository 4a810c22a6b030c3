internal import TrustedAccess

/// An option of `az aks trustedaccess …`.
package struct AzureOption: Hashable, Sendable {
  /// What a value is.
  package enum Meaning: Hashable, Sendable {
    case name, group, cluster, source, roles, location, subscription
    case other
  }

  /// Its names: the long one, if it has one, and the short ones.
  package var names: [String]

  /// What its value is.
  package var meaning: Meaning

  /// Whether it is followed by a value.
  package var takesValue: Bool

  /// Whether the Azure CLI no longer has it: `-s` and `-r` were names of `--source-resource-id` until aks-preview 13.
  package var isRemoved: Bool

  init(_ names: String..., meaning: Meaning = .other, takesValue: Bool = true, isRemoved: Bool = false) {
    self.names = names
    self.meaning = meaning
    self.takesValue = takesValue
    self.isRemoved = isRemoved
  }

  /// What an option's name as it is written stands for.
  package enum Match: Hashable, Sendable {
    case one(AzureOption)
    /// Cut so short that several start with it.
    case several([AzureOption])
    case none
  }

  /// The option of a command that is written so: by one of its names, or by the start of its long name.
  package static func named(_ name: String, of operation: BindingSite.Operation?) -> Match {
    named(name, among: all(of: operation))
  }

  static func named(_ name: String, among options: [AzureOption]) -> Match {
    if let option = options.first(where: { $0.names.contains { $0.hasSameBytes(as: name) } }) { return .one(option) }
    guard name.utf8.count > 2, name.hasPrefix("--") else { return .none }
    let found = options.filter { $0.names.contains { $0.utf8.starts(with: name.utf8) } }
    return found.count > 1 ? .several(found) : found.first.map(Match.one) ?? .none
  }

  /// The options of `az rest`.
  static let rest =
    [
      AzureOption("--url", "--uri", "-u"), AzureOption("--method", "-m"), AzureOption("--body", "-b"),
      AzureOption("--headers"), AzureOption("--uri-parameters", "--url-parameters"), AzureOption("--resource"),
      AzureOption("--output-file"), AzureOption("--skip-authorization-header", takesValue: false),
    ] + global

  /// The options of a command, required ones first; of all commands if it is not known.
  package static func all(of operation: BindingSite.Operation?) -> [AzureOption] {
    switch operation {
    case .listRoles: ofListRoles
    case .list: ofList
    case .show: ofShow
    case .create: ofCreate
    case .update: ofUpdate
    case .delete: ofDelete
    case .declare, nil: ofAny
    }
  }

  /// The options without which a command fails.
  package static func required(of operation: BindingSite.Operation?) -> [AzureOption] {
    switch operation {
    case .listRoles: [location]
    case .list: [group, cluster]
    case .show, .delete: [group, cluster, name]
    case .create: [group, cluster, name, source, roles]
    case .update: [group, cluster, name, roles]
    case .declare, nil: []
    }
  }

  private static let ofListRoles = [location] + global
  private static let ofList = [group, cluster] + global
  private static let ofShow = [group, cluster, name] + global
  private static let ofCreate = [group, cluster, name, source, roles, removedSource] + policy + global
  private static let ofUpdate = [group, cluster, name, roles] + policy + global
  private static let ofDelete = [group, cluster, name, yes] + policy + global
  private static let ofAny = [group, cluster, name, source, roles, location, removedSource, yes] + policy + global

  private static let name = AzureOption("--name", "-n", meaning: .name)
  private static let group = AzureOption("--resource-group", "-g", meaning: .group)
  private static let cluster = AzureOption("--cluster-name", meaning: .cluster)
  private static let source = AzureOption("--source-resource-id", meaning: .source)
  private static let removedSource = AzureOption("-s", "-r", meaning: .source, isRemoved: true)
  private static let roles = AzureOption("--roles", meaning: .roles)
  private static let location = AzureOption("--location", "-l", meaning: .location)
  private static let yes = AzureOption("--yes", "-y", takesValue: false)
  private static let policy = [
    AzureOption("--acquire-policy-token", takesValue: false), AzureOption("--change-reference"),
  ]
  private static let global = [
    AzureOption("--subscription", meaning: .subscription), AzureOption("--output", "-o"), AzureOption("--query"),
    AzureOption("--debug", takesValue: false), AzureOption("--verbose", takesValue: false),
    AzureOption("--only-show-errors", takesValue: false), AzureOption("--help", "-h", takesValue: false),
  ]
}
