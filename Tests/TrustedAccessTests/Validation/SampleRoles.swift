import Testing
import TrustedAccess

/// A directory of a few roles that stand for all kinds.
struct SampleRoles: RoleDirectory {
  var provenance = RoleProvenance(
    origin: .bundled, fetchedAt: Timestamp(millisecondsSinceEpoch: 1_762_473_600_000), timeToLive: 0, location: "eastus"
  )

  static let backupOperator = "Microsoft.DataProtection/backupVaults/backup-operator"
  static let mlworkload = "Microsoft.MachineLearningServices/workspaces/mlworkload"
  static let inferenceV1 = "Microsoft.MachineLearningServices/workspaces/inference-v1"
  static let defenderOperator = "Microsoft.Security/pricings/microsoft-defender-operator"
  /// Retired; permits the same as ``inferenceV1``.
  static let oldInferenceV1 = "Microsoft.MachineLearningServices/workspaces/inferenceV1"
  /// Offered to Microsoft's own subscriptions alone.
  static let testAdmin = "Microsoft.Compute/virtualMachineScaleSets/test-admin"
  /// A placeholder of the documentation.
  static let reader = "Microsoft.MachineLearningServices/workspaces/reader"
  /// Current, and can be turned into more than it says.
  static let secretReader = "Contoso.App/apps/secret-reader"
  /// Current, for another source type than ``mlworkload``, and permits the same.
  static let serviceReader = "Contoso.App/apps/reader"
  /// Current, and permits the same as ``mlworkload``.
  static let mlworkloadTwin = "Microsoft.MachineLearningServices/workspaces/ml-twin"

  private static let all: [RoleEntry] = [
    (backupOperator, RoleLifecycle.current, ["get,list :configmaps"]),
    (mlworkload, .current, ["get,list :services"]),
    (mlworkloadTwin, .current, ["list :services", "get :services"]),
    (inferenceV1, .current, ["get,list,watch :services,events"]),
    (defenderOperator, .current, ["get,list :pods"]),
    (secretReader, .current, ["get :pods/exec,secrets", "list :secrets", "get /metrics"]),
    (serviceReader, .current, ["get,list :services"]),
    (oldInferenceV1, .retired(lastListed: "2022-11-24"), ["get,list,watch :services,events"]),
    (testAdmin, .internalTest, ["get :nodes"]),
    (reader, .placeholder, ["get :services"]),
  ].compactMap { text, lifecycle, rules in
    RoleName(text).map {
      RoleEntry(role: Role(name: $0, rules: rules.map { PolicyRule($0) }), lifecycle: lifecycle)
    }
  }

  func entry(for name: RoleName) -> RoleEntry? { Self.all.first { $0.role.name == name } }

  func entries(forSourcesOf type: ResourceType) -> [RoleEntry] {
    Self.all.filter { $0.role.name.sourceType.isSameOrParent(of: type) }
  }

  func entries(named name: String) -> [RoleEntry] {
    Self.all.filter { $0.role.name.name.isEqualIgnoringCase(to: name) }
  }

  var sourceTypes: [ResourceType] { Self.all.filter { $0.lifecycle == .current }.map(\.role.name.sourceType) }

  /// Current roles that begin as `text` does for at least 30 letters.
  func nearest(to text: String, limit: Int) -> [RoleEntry] {
    Array(
      Self.all.filter { $0.lifecycle == .current && $0.role.name.description.hasPrefix(text.prefix(30)) }.prefix(limit))
  }
}
