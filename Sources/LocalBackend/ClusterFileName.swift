import TrustedAccess

/// The name of a cluster's file: `{cluster}.{resource group}.{subscription}.json`, all in small letters.
///
/// No two clusters share one: a cluster's name and a subscription's ID have no full stop, so the first and the last tell
/// the three parts apart. All three are checked before.
enum ClusterFileName {
  /// What every name ends with.
  static let suffix = ".json"

  /// The longest resource group, in bytes, that is written out. Azure allows 90 characters, of up to four bytes each;
  /// file systems allow 255 bytes for the whole name.
  private static let longestGroup = 120

  /// The file name for `cluster`, or what is wrong with the ID.
  static func name(for cluster: ResourceID) throws(BackendError) -> String {
    guard cluster.type == .cluster, cluster.scope == .resourceGroup, !cluster.name.isEmpty,
      let subscription = cluster.subscriptionID, let group = cluster.parent
    else {
      throw invalid(cluster, "it is no ID of an AKS cluster")
    }
    guard isSubscription(subscription) else { throw invalid(cluster, "'\(subscription)' is no subscription ID") }
    for (id, kind) in [(group, "resource group"), (cluster, "cluster")] {
      let rule = ResourceNameRule.rule(for: id.type)
      if let violation = rule.violation(in: id.name) {
        throw invalid(
          cluster, "the name of the \(kind), '\(id.name)', \(violation.reason), where it has \(rule.summary)")
      }
    }
    return name(cluster: cluster.name, group: group.name, subscription: subscription)
  }

  /// Whether `fileName` has the form of a cluster's file.
  static func isWellFormed(_ fileName: String) -> Bool {
    guard fileName.hasSuffix(suffix), fileName == lowercased(fileName) else { return false }
    let parts = fileName.dropLast(suffix.count).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 3, let cluster = parts.first, let subscription = parts.last else { return false }
    return ResourceNameRule.rule(for: .cluster).violation(in: cluster) == nil && isSubscription(subscription)
  }

  /// What the names of files of the clusters called `cluster` start with.
  static func prefix(forClustersNamed cluster: String) -> String { lowercased(cluster) + "." }

  /// Whether `fileName` is the name of a file of a cluster in the same group as `cluster`.
  static func isInGroup(_ fileName: String, of cluster: ResourceID) -> Bool {
    let ending = name(cluster: "", group: cluster.resourceGroup ?? "", subscription: cluster.subscriptionID ?? "")
    return fileName.firstIndex(of: ".").map { fileName[$0...] == ending } ?? false
  }

  private static func name(cluster: String, group: String, subscription: String) -> String {
    let small = lowercased(group)
    let part = small.utf8.count <= longestGroup ? small : "~" + fingerprint(of: small)
    return "\(lowercased(cluster)).\(part).\(lowercased(subscription))\(suffix)"
  }

  private static func invalid(_ cluster: ResourceID, _ reason: String) -> BackendError {
    BackendError(
      .invalid,
      code: "InvalidClusterID",
      message: "The cluster's ID '\(cluster.text)' is not valid: \(reason).",
      target: "cluster",
      remedy: """
        Give it as /subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.ContainerService/\
        managedClusters/{name}.
        """
    )
  }

  /// Small ASCII letters; Azure compares no others without regard to case.
  private static func lowercased(_ text: String) -> String {
    String(decoding: text.utf8.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// A group too long to be written out, in 16 characters. A file also holds its cluster's ID, which is compared.
  private static func fingerprint(of text: String) -> String {
    // FNV-1a, 64 bits.
    let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return String(hash, radix: 16)
  }

  private static func isSubscription(_ text: some StringProtocol) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") }
  }
}
