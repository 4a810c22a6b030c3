import BindingRendering
import Testing
import TrustedAccess

let subscription = "11111111-2222-3333-4444-555555555555"
let vault =
  "/subscriptions/\(subscription)/resourceGroups/rg-bkp/providers/Microsoft.DataProtection/backupVaults/bv-edge"

/// A binding on `aks-edge`, whose ID is spelt as Azure's answers often spell it.
func binding(
  _ name: String = "nightly-backup", cluster: String = "aks-edge", group: String = "rg-edge", source: String = vault,
  roles: [String] = ["Microsoft.DataProtection/backupVaults/backup-operator"],
  operation: RenderedBinding.Operation = .create
) throws -> RenderedBinding {
  let cluster =
    "/subscriptions/\(subscription)/resourcegroups/\(group)"
    + "/providers/microsoft.containerservice/managedclusters/\(cluster)"
  let name = try #require(BindingName(name))
  let roles = try roles.map { try #require(RoleName($0)) }
  return try #require(
    RenderedBinding(
      name: name, cluster: ResourceID(cluster), source: ResourceID(source), roles: roles, operation: operation))
}
