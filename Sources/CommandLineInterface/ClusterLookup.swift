import JSON

extension ParsedArguments {
  /// What the command line says of a cluster: all, so that its ID is known, or only its names.
  fileprivate enum Cluster {
    case id(String)
    case names(name: String, group: String)
  }

  fileprivate func statedCluster() throws(CommandFailure) -> Cluster {
    let group = self[Options.resourceGroup]
    let name = self[Options.clusterName]
    if let id = self[Options.cluster] {
      let others = [Options.resourceGroup, Options.clusterName, Options.subscription].filter { has($0) }
      guard others.isEmpty else {
        throw .usage("--cluster says it all: leave out \(others.map(\.key).joined(separator: ", "))")
      }
      return .id(id)
    }
    guard let name, let group else {
      let missing = [Options.resourceGroup, Options.clusterName].filter { !has($0) }.map(\.spelling)
      throw .usage("the following arguments are required: \(missing.joined(separator: ", ")), or --cluster instead")
    }
    guard let subscription = self[Options.subscription] else { return .names(name: name, group: group) }
    return .id(
      "/subscriptions/\(subscription)/resourceGroups/\(group)/providers/Microsoft.ContainerService/managedClusters/"
        + name)
  }

  /// The resource ID of a cluster that need not be known yet.
  func newCluster() throws(CommandFailure) -> String {
    guard case .id(let id) = try statedCluster() else {
      throw .usage("the following arguments are required: --subscription, or --cluster instead of names")
    }
    return id
  }
}

extension MethodCall {
  /// The resource ID of the cluster that a command line means: by its ID, by names and subscription, or by names alone
  /// among the registered clusters.
  func cluster(_ arguments: ParsedArguments) throws(CommandFailure) -> String {
    switch try arguments.statedCluster() {
    case .id(let id): id
    case .names(let name, let group): try registeredCluster(named: name, in: group)
    }
  }

  private func registeredCluster(named name: String, in group: String) throws(CommandFailure) -> String {
    let listing = try result(of: "clusters/list") { $0.member("name", name) }
    let candidates = (listing["clusters"] ?? .null).elements
      .filter { $0["resourceGroup"]?.string?.lowercased() == group.lowercased() }
      .compactMap { $0["id"]?.string }
    guard let id = candidates.first else {
      // A file that can't be read may be the cluster's.
      let problems = (listing["problems"] ?? .null).elements.compactMap { $0["message"]?.string }
      throw .refused(
        code: "ResourceNotFound", message: "No cluster '\(name)' in the resource group '\(group)' is registered.",
        remedy: (["Register it with 'clusters register', or give --subscription or --cluster."] + problems)
          .joined(separator: "\n"),
        status: 3)
    }
    guard candidates.count == 1 else {
      throw .usage(
        "\(candidates.count) registered clusters are called '\(name)' in '\(group)'; name one by --subscription or"
          + " --cluster: \(candidates.joined(separator: ", "))")
    }
    return id
  }
}
