import TrustedAccess

/// What a cluster is held to when it is registered.
enum ClusterRules {
  /// The cluster with its location in the spelling that Azure's API uses, `eastus` for `East US`.
  static func checked(_ cluster: Cluster) throws(BackendError) -> Cluster {
    _ = try ClusterFileName.name(for: cluster.id)
    var checked = cluster
    checked.location = cluster.location.lowercased().filter { $0 != " " }
    guard (1...64).contains(checked.location.utf8.count),
      checked.location.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    else {
      throw invalid("location", "'\(cluster.location)' is no Azure location", "Give it as Azure names it, eastus.")
    }
    for range in cluster.authorizedIPRanges where !isIPv4Range(range) {
      throw invalid(
        "authorizedIPRanges", "'\(range)' is no IPv4 address or range", "Give it as 203.0.113.7 or 203.0.113.0/24.")
    }
    return checked
  }

  private static func invalid(_ target: String, _ reason: String, _ remedy: String) -> BackendError {
    BackendError(
      .invalid, code: "InvalidCluster", message: "The cluster is not valid: \(reason).", target: target, remedy: remedy)
  }

  /// Whether `text` is `a.b.c.d` or `a.b.c.d/n`, the two forms of `apiServerAccessProfile.authorizedIPRanges`.
  private static func isIPv4Range(_ text: String) -> Bool {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let octets = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    return octets.count == 4 && octets.allSatisfy { isNumber($0, upTo: 255) }
      && parts.dropFirst().allSatisfy { isNumber($0, upTo: 32) }
  }

  private static func isNumber(_ text: Substring, upTo limit: Int) -> Bool {
    (1...3).contains(text.utf8.count) && text.utf8.allSatisfy { 0x30...0x39 ~= $0 } && (Int(text) ?? .max) <= limit
  }
}
