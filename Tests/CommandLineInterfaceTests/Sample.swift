/// Names and IDs that the tests share.
enum Sample {
  static let subscription = "8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b"
  static let providers = "/subscriptions/\(subscription)/resourceGroups/rg/providers"
  static let cluster = "\(providers)/Microsoft.ContainerService/managedClusters/aks"
  static let workspace = "\(providers)/Microsoft.MachineLearningServices/workspaces/ws1"
  static let workload = "Microsoft.MachineLearningServices/workspaces/mlworkload"
  static let inference = "Microsoft.MachineLearningServices/workspaces/inference-v1"
}

extension Program {
  /// The options that name the sample cluster as the Azure CLI does.
  static let cluster = ["-g", "rg", "--cluster-name", "aks"]

  /// Registers the sample cluster.
  func register() throws {
    try run("clusters", "register", "--cluster", Sample.cluster, "-l", "eastus")
  }

  /// Creates the binding `ml` of the sample workspace on the sample cluster.
  @discardableResult
  func create(_ options: String...) throws -> Outcome {
    try run(
      ["bindings", "create", "-n", "ml", "--source-resource-id", Sample.workspace] + Self.cluster
        + (options.isEmpty ? ["--roles", Sample.workload] : options))
  }

  /// A command on the binding `ml` of the sample cluster.
  @discardableResult
  func ml(_ command: String, _ options: String...) throws -> Outcome {
    try run(["bindings", command, "-n", "ml"] + Self.cluster + options)
  }
}
