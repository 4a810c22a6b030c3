/// Trusted Access is a feature of AKS clusters; what is nested in one or looks like one is a common slip.
enum ClusterTypeRule: ValidationRule {
  static let description = ValidationRuleDescription(
    code: "cluster-type", summary: "The cluster is a Microsoft.ContainerService/managedClusters.", severity: .error)

  static func findings(in draft: DraftReading, context: ValidationContext) -> [Finding] {
    guard let id = draft.cluster?.shape, id.type != .cluster else { return [] }
    if let cluster = enclosingCluster(of: id) {
      return [
        finding(
          "The ID names a \(id.type) in a cluster; the cluster's own ID ends with '/managedClusters/{name}'.",
          at: .cluster, fixes: [.use(cluster.text, at: .cluster)])
      ]
    }
    let isArc = id.type.description.isEqualIgnoringCase(to: "Microsoft.Kubernetes/connectedClusters")
    let reason = isArc ? "Trusted Access does not reach clusters connected by Azure Arc" : "The ID names a \(id.type)"
    return [finding("\(reason); a binding sits on a \(ResourceType.cluster).", at: .cluster)]
  }

  /// The cluster that `id` lies in.
  private static func enclosingCluster(of id: ResourceID) -> ResourceID? {
    var parent = id.parent
    while let candidate = parent {
      if candidate.type == .cluster, !candidate.name.isEmpty { return candidate }
      parent = candidate.parent
    }
    return nil
  }
}
