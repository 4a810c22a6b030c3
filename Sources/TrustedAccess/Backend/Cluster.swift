/// An AKS cluster, as far as Trusted Access is concerned.
///
/// Trusted Access reaches every cluster alike: the source's service calls the AKS regional gateway, which knows the
/// source by its system-assigned identity and forwards to the cluster's API server what the binding's roles allow. So
/// neither the network in front of the API server nor the ways in which people sign in matter. Source: Azure docs, "Get
/// secure resource access to AKS using Trusted Access".
public struct Cluster: Hashable, Sendable {
  /// The cluster's ID, of type `Microsoft.ContainerService/managedClusters`.
  public var id: ResourceID

  /// The Azure location, `eastus`: small letters, no spaces.
  public var location: String

  /// Whether the API server has a private address only.
  public var isPrivate: Bool

  /// Whether the cluster's local accounts are turned off.
  public var hasLocalAccountsDisabled: Bool

  /// Whether people sign in with Microsoft Entra ID.
  public var usesEntra: Bool

  /// The IPv4 ranges that may reach the API server, `203.0.113.0/24`; empty if all may.
  public var authorizedIPRanges: [String]

  /// Creates a cluster.
  public init(
    id: ResourceID,
    location: String,
    isPrivate: Bool = false,
    hasLocalAccountsDisabled: Bool = false,
    usesEntra: Bool = false,
    authorizedIPRanges: [String] = []
  ) {
    self.id = id
    self.location = location
    self.isPrivate = isPrivate
    self.hasLocalAccountsDisabled = hasLocalAccountsDisabled
    self.usesEntra = usesEntra
    self.authorizedIPRanges = authorizedIPRanges
  }

  /// How Trusted Access reaches this cluster, in words: one sentence for the way, and one for each setting of the cluster
  /// that seems to stand in it and does not.
  public var reachability: [String] {
    var sentences = [
      "The source reaches the API server through the AKS regional gateway, with its system-assigned identity."
    ]
    if isPrivate {
      sentences.append("The cluster is private: the gateway reaches it all the same, and no private link is needed.")
    }
    if !authorizedIPRanges.isEmpty {
      sentences.append(
        "Authorized IP ranges (\(authorizedIPRanges.joined(separator: ", "))) do not apply to the gateway; the source's "
          + "address need not be among them.")
    }
    if hasLocalAccountsDisabled {
      sentences.append("Local accounts are off: Trusted Access uses none.")
    }
    if usesEntra {
      sentences.append(
        "People sign in with Microsoft Entra ID: the source does not, and needs no role in Entra for it.")
    }
    return sentences
  }
}
