import JSON
import LocalBackend
import TrustedAccess

extension RegisteredCluster {
  /// The shape of ``write(at:to:)``. The flags have the names of ARM's `managedClusters`, without their nesting.
  static let schema = Schema.named(
    "Cluster",
    .object([
      .required("id", .text, "The cluster's resource ID."),
      .required("name", .text, "The cluster's name."),
      .required("resourceGroup", .text, "The cluster's resource group."),
      .required("subscriptionId", .text, "The cluster's subscription."),
      .required("location", .text, "The cluster's location."),
      .required("enablePrivateCluster", .boolean, "Whether the API server has a private address only."),
      .required("disableLocalAccounts", .boolean, "Whether local accounts are off."),
      .required("enableAAD", .boolean, "Whether people sign in with Microsoft Entra ID."),
      .required("authorizedIPRanges", .texts, "The ranges that may reach the API server; empty if all may."),
      .required("registeredAt", .timestamp, "When the cluster was registered."),
      .required("nextReconciliation", .timestamp, "When it next puts changes of its bindings into effect."),
      .required("bindingCount", .count, "How many role bindings it has."),
      .required("reachability", .texts, "How Trusted Access reaches it, in words."),
    ]))

  func write(at time: Timestamp, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", cluster.id.text)
      writer.member("name", cluster.id.name)
      writer.member("resourceGroup", cluster.id.resourceGroup ?? "")
      writer.member("subscriptionId", cluster.id.subscriptionID ?? "")
      writer.member("location", cluster.location)
      writer.member("enablePrivateCluster", cluster.isPrivate)
      writer.member("disableLocalAccounts", cluster.hasLocalAccountsDisabled)
      writer.member("enableAAD", cluster.usesEntra)
      writer.member("authorizedIPRanges", cluster.authorizedIPRanges)
      writer.member("registeredAt", registeredAt)
      writer.member("nextReconciliation", schedule.firstTick(after: time))
      writer.member("bindingCount", bindingCount)
      writer.member("reachability", cluster.reachability)
    }
  }
}
