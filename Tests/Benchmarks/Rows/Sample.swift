/// A cluster, and resources that may be bound to it.
enum Sample {
  private static let group = "/subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b/resourceGroups/benchmarks/providers"

  /// A role of the type that the sources have.
  static let role = "Microsoft.MachineLearningServices/workspaces/mlworkload"

  /// How many bindings AKS lets a cluster have.
  static let bindingsOfCluster = 8

  /// The ID of a cluster.
  static func cluster(_ number: Int) -> String {
    "\(group)/Microsoft.ContainerService/managedClusters/cluster-\(number)"
  }

  /// The ID of a source.
  static func source(_ number: Int) -> String {
    "\(group)/Microsoft.MachineLearningServices/workspaces/workspace-\(number)"
  }

  /// A request that registers a cluster.
  static func register(cluster number: Int) -> Request {
    Request("trustedAccess/clusters/register", #"{"id":"\#(cluster(number))","location":"eastus"}"#)
  }

  /// A request that creates a binding; no two of a cluster have the same source.
  static func create(binding: Int, cluster number: Int) -> Request {
    Request(
      "trustedAccess/roleBindings/create",
      #"{"cluster":"\#(cluster(number))","name":"binding-\#(binding)","#
        + #""sourceResourceId":"\#(source(binding))","roles":["\#(role)"]}"#)
  }

  /// A request that lists a cluster's bindings.
  static func list(cluster number: Int) -> Request {
    Request("trustedAccess/roleBindings/list", #"{"cluster":"\#(cluster(number))"}"#)
  }

  /// A request that validates one role.
  static let validate = Request(
    "trustedAccess/roles/validate",
    #"{"roles":["\#(role)"],"sourceResourceId":"\#(source(0))","location":"eastus"}"#)
}
