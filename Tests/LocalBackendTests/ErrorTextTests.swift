import DurableStorage
import LocalBackend
import SimulatedDisk
import Testing
import TrustedAccess

/// What the backend says when it refuses: AKS's own words where they are known, and what would be right.
struct ErrorTextTests {
  private let store = TestStore()
  private let aks: ResourceID
  private let backend: LocalBackend

  init() throws {
    aks = try clusterID()
    backend = store.backend()
    _ = try backend.register(cluster())
  }

  private func refusal(of role: String, type: String = "Microsoft.MachineLearningServices/workspaces")
    -> BackendError?
  {
    failure {
      _ = try backend.create(
        BindingSpecification(name: name("b"), source: source(type: type), roles: roles(role)), on: aks)
    }
  }

  private func aksText(_ role: String) -> String {
    """
    The value of parameter properties.roles is invalid. Error details: non-exist role: \(role), please refer to \
    http://aka.ms/aks/ta/role to list available roles. Please see https://aka.ms/aks-naming-rules for more details.
    """
  }

  @Test(arguments: [
    ("old", "The role is retired: eastus last listed it on 2024-05-01."),
    ("inner", "The role is listed only to subscriptions of Microsoft's own tests."),
    ("reader", "The role stands in documentation only; put a real one in its place."),
    (
      "workload",
      """
      eastus lists no such role. Nearest: Microsoft.MachineLearningServices/workspaces/mlworkload, \
      Microsoft.MachineLearningServices/workspaces/inference-v1, \
      Microsoft.Security/pricings/microsoft-defender-operator.
      """
    ),
    ("none", "eastus lists no such role. No role fits."),
  ])
  func aRoleThatCannotBeGiven(role: String, remedy: String) throws {
    let error = try #require(refusal(of: role))
    #expect(error.kind == .invalid)
    #expect(error.code == "InvalidParameter")
    #expect(error.message == aksText("Microsoft.MachineLearningServices/workspaces/\(role)"))
    #expect(error.target == "properties.roles")
    #expect(error.remedy == remedy)
    #expect(!error.isRetryable)
  }

  @Test func aRoleOfAnotherType() throws {
    let role = "Microsoft.DataProtection/backupVaults/backup-operator"
    let error = try #require(refusal(of: role))
    #expect(error.message == aksText(role))
    #expect(
      error.remedy == """
        '\(role)' is for sources of type Microsoft.DataProtection/backupVaults, but '\(try source())' is of type \
        Microsoft.MachineLearningServices/workspaces. Roles for it: \
        Microsoft.MachineLearningServices/workspaces/mlworkload, \
        Microsoft.MachineLearningServices/workspaces/inference-v1.
        """)
    let vault = try #require(refusal(of: role, type: "Microsoft.RecoveryServices/vaults"))
    #expect(vault.remedy?.hasSuffix("is of type Microsoft.RecoveryServices/vaults. No role fits.") == true)
  }

  @Test func oneBadRoleAmongGoodOnes() throws {
    let error = failure {
      _ = try backend.create(
        BindingSpecification(name: name("b"), source: source(), roles: roles("mlworkload", "old")), on: aks)
    }
    #expect(error?.message == aksText("Microsoft.MachineLearningServices/workspaces/old"))
  }

  @Test func noRoles() throws {
    let error = failure {
      _ = try backend.create(BindingSpecification(name: name("b"), source: source(), roles: []), on: aks)
    }
    #expect(
      error?.message == """
        The value of parameter properties.roles is invalid. Error details: at least one role is required. Please see \
        https://aka.ms/aks-naming-rules for more details.
        """)
    #expect(error?.remedy == "Name a role that a source of this type may have.")
  }

  @Test func aSourceWithoutAName() throws {
    let collection = try id(
      "/subscriptions/\(subscription)/resourceGroups/rg/providers/Microsoft.Demo/locations/eastus/samples")
    let error = failure {
      _ = try backend.create(BindingSpecification(name: name("b"), source: collection, roles: []), on: aks)
    }
    #expect(error?.target == "properties.sourceResourceId")
    #expect(error?.message.contains("'\(collection)' names no resource") == true)
  }

  @Test func aBindingThatIsThere() throws {
    _ = try backend.create(specification("ml"), on: aks)
    let error = failure { _ = try backend.create(specification("ML"), on: aks) }
    #expect(
      error
        == BackendError(
          .alreadyExists, code: "AlreadyExists",
          message: """
            TrustedAccess RoleBinding ML already existed, please use 'az aks trustedaccess rolebinding update' command \
            to update!
            """,
          target: "ML", remedy: "Update the binding, or choose another name."))
  }

  @Test func aBindingThatIsNotThere() throws {
    let missing = try name("ml")
    for body in [
      { _ = try backend.binding(named: missing, on: aks) },
      { _ = try backend.update(missing, roles: roles("mlworkload"), expecting: "x", on: aks) },
    ] as [() throws -> Void] {
      let error = failure(body)
      #expect(error?.kind == .notFound)
      #expect(error?.code == "NotFound")
      #expect(
        error?.message == """
          Could not find the trusted access role binding ml in subscription: \(subscription), resourceGroup: rg, \
          clusterName: aks.
          """)
      #expect(
        error?.details == [
          .init(
            code: "Unspecified", message: "rpc error: code = NotFound desc = TrustedAccessRoleBinding not found")
        ])
    }
  }

  @Test func oneBindingTooMany() throws {
    for number in 1...8 { _ = try backend.create(specification("n\(number)"), on: aks) }
    let error = failure { _ = try backend.create(specification("n9"), on: aks) }
    #expect(error?.code == "TrustedAccessRoleBindingLimitExceeded")
    #expect(error?.message == "The cluster has 8 Trusted Access role bindings, and may have 8; 'n9' is one too many.")
    #expect(error?.target == "n9")
    // AKS looks at the roles before it counts, and at the name before both.
    #expect(failure { _ = try backend.create(specification("n9", "old"), on: aks) }?.code == "InvalidParameter")
    #expect(failure { _ = try backend.create(specification("n1", "old"), on: aks) }?.code == "AlreadyExists")
  }

  @Test func aStaleEtag() throws {
    let made = try backend.create(specification("ml"), on: aks)
    let error = failure { _ = try backend.delete(name("ml"), expecting: "stale", on: aks) }
    #expect(error?.code == "PreconditionFailed")
    #expect(error?.message == "The binding ml is no longer the one with the etag 'stale'.")
    #expect(error?.details == [.init(code: "CurrentETag", message: made.etag)])
  }

  @Test func aClusterThatIsNotThere() throws {
    let error = failure { _ = try backend.bindings(on: clusterID("none")) }
    #expect(error?.code == "ResourceNotFound")
    #expect(
      error?.message == """
        The Resource 'Microsoft.ContainerService/managedClusters/none' under resource group 'rg' was not found. For \
        more details please go to https://aka.ms/ARMResourceNotFoundFix
        """)
    #expect(error?.remedy == "Register the cluster in the local store, or check its ID.")
    let group = failure { _ = try backend.bindings(on: clusterID("none", group: "other")) }
    #expect(group?.code == "ResourceGroupNotFound")
    #expect(group?.message == "Resource group 'other' could not be found.")
    let empty = failure { _ = try TestStore().backend().bindings(on: aks) }
    #expect(empty?.code == "ResourceGroupNotFound")
  }

  @Test func everyMethodWantsARegisteredCluster() throws {
    let none = try clusterID("none")
    for body in [
      { _ = try backend.bindings(on: none) },
      { _ = try backend.binding(named: name("a"), on: none) },
      { _ = try backend.create(specification("a"), on: none) },
      { _ = try backend.update(name("a"), roles: [], expecting: nil, on: none) },
      { _ = try backend.delete(name("a"), expecting: nil, on: none) },
      { _ = try backend.effects(on: none, at: store.clock.now) },
      { _ = try backend.cluster(none) },
      { _ = try backend.unregister(none) },
    ] as [() throws -> Void] {
      #expect(failure(body)?.code == "ResourceNotFound")
    }
  }

  @Test func aBusyStore() throws {
    let descriptor = try store.disk.fileSystem.open("\(store.folder)/.lock", .lock)
    try store.disk.fileSystem.lock(descriptor, .exclusive)
    let error = failure { _ = try backend.create(specification("ml"), on: aks) }
    #expect(
      error
        == BackendError(
          .unavailable, code: "StoreBusy",
          message: "Cannot lock \(store.folder)/.lock: another process or thread has held it for more than 50 ms.",
          target: "\(store.folder)/.lock",
          remedy: "Try again; if it lasts, look for a process that hangs with the file open.", isRetryable: true))
    // Readers do not wait.
    #expect(try backend.bindings(on: aks) == [])
  }
}
