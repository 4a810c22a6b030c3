/// What a role list is for: the service answers for one location, and hides some roles from some subscriptions.
package struct RoleListKey: Hashable, Comparable, Sendable {
  /// The cloud's name as the Azure CLI has it, `AzureCloud`; in small letters if it is none of Azure's own.
  package let cloud: String

  /// The subscription's ID in small letters; `nil` if it does not matter whose list it is.
  package let subscription: String?

  /// The location as Azure's API spells it, `eastus`.
  package let location: String

  /// The cloud that is meant where none is named.
  package static let publicCloud = "AzureCloud"

  /// Azure's own clouds, as `az cloud list` has them.
  private static let ownClouds = [publicCloud, "AzureChinaCloud", "AzureUSGovernment"]

  /// Takes a key; `nil` if a part could be no name of what it stands for. Case does not matter, and a location may be
  /// spelled as people do, `East US`.
  package init?(cloud: String = publicCloud, subscription: String? = nil, location: String) {
    let location = location.lowercased().filter { $0 != " " }
    let subscription = subscription?.lowercased()
    guard Self.isName(cloud), Self.isName(location), subscription.map(Self.isName) ?? true else { return nil }
    let lowercased = cloud.lowercased()
    self.cloud = Self.ownClouds.first { $0.lowercased() == lowercased } ?? lowercased
    self.subscription = subscription
    self.location = location
  }

  /// The key of the list of the same cloud and location for which it does not matter whose it is.
  package var withoutSubscription: RoleListKey {
    RoleListKey(cloud: cloud, subscription: nil, knownLocation: location)
  }

  private init(cloud: String, subscription: String?, knownLocation location: String) {
    self.cloud = cloud
    self.subscription = subscription
    self.location = location
  }

  /// Whether `text` is of ASCII letters, digits and hyphens, and of a length that a file name can bear.
  private static func isName(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") }
  }

  /// By cloud, location and subscription.
  package static func < (left: RoleListKey, right: RoleListKey) -> Bool {
    (left.cloud, left.location, left.subscription ?? "") < (right.cloud, right.location, right.subscription ?? "")
  }
}
