import JSON

extension MethodCall {
  /// The resource ID of the cluster that a command line means: by its ID, by names and subscription, or by names alone
  /// among the registered clusters.
  func cluster(_ arguments: ParsedArguments) throws(CommandFailure) -> String {
    let group = arguments[Options.resourceGroup]
    let name = arguments[Options.clusterName]
    if let id = arguments[Options.cluster] {
      guard group == nil, name == nil else {
        throw .usage("--cluster says it all: leave out --resource-group and --cluster-name")
      }
      return id
    }
    guard let name, let group else {
      let missing = [(group, "--resource-group/-g"), (name, "--cluster-name")].filter { $0.0 == nil }.map(\.1)
      throw .usage("the following arguments are required: \(missing.joined(separator: ", ")), or --cluster")
    }
    if let subscription = arguments[Options.subscription] {
      return
        "/subscriptions/\(subscription)/resourceGroups/\(group)/providers/Microsoft.ContainerService/managedClusters/"
        + name
    }
    let listing = try result(of: "clusters/list") { $0.member("name", name) }
    let candidates = (listing["clusters"] ?? .null).elements
      .filter { $0["resourceGroup"]?.string?.lowercased() == group.lowercased() }
      .compactMap { $0["id"]?.string }
    switch candidates.count {
    case 1: return candidates[0]
    case 0:
      let problem = (listing["problems"] ?? .null).elements.first { _ in true }
      throw .refused(
        code: "ResourceNotFound", message: "No cluster '\(name)' in the resource group '\(group)' is registered.",
        remedy: problem?["message"]?.string
          ?? "Register it with 'clusters register', or give --subscription or --cluster.",
        status: 3)
    default:
      throw .usage("several clusters are called so, give --subscription: \(candidates.joined(separator: ", "))")
    }
  }
}
