import SeededRandom
import Testing

@testable import BindingDocuments

/// What is found through definitions, and said of it, is the same after edits as anew.
struct ResolutionEditTests {
  private static let shell = #"""
    SUB=8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b
    A=$SUB
    ROLES="x/y/z,a/b/c"
    args=(-g rg --cluster-name "$C")
    args+=(--subscription $A)
    az aks trustedaccess rolebinding create "${args[@]}" --roles $ROLES -n b_
    C=aks
    az aks trustedaccess rolebinding update "${args[@]}" --roles "$ROLES,$A" -n $C
    """#
  private static let powerShell = #"""
    $p = @{ Role = 'x/y/z', $r; Name = "b_$x" }
    $r = 'a/b/c'
    $x = $r
    New-AzAksTrustedAccessRoleBinding @p
    $all = @($r, 'd/e/f')
    $all += $x
    az aks trustedaccess rolebinding update --roles $all @more
    """#
  private static let terraform = #"""
    locals {
      a = ["x/y/z"]
      b = concat(local.a, var.c)
    }
    variable "c" {
      default = ["a"]
    }
    resource "azurerm_kubernetes_cluster_trusted_access_role_binding" "b" {
      name = local.b[0]
      roles = local.b
    }
    c = ["d/e/f"]
    """#
  private static let bicep = #"""
    var a = ['x/y/z']
    param c array = ['a']
    var b = concat(a, c)
    resource r 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' = {
      name: 'aks/${n}_'
      properties: {
        roles: b
      }
    }
    var n = 'b'
    """#

  @Test(
    arguments: [
      (DialectName.shell, shell, ["=", "\"", "${a[@]}", "args", "(", ")", "\n", "$A", ","]),
      (.powerShell, powerShell, ["=", "'", "@p", "$r", "(", ")", "\n", ",", "$x"]),
      (.terraform, terraform, ["=", "\"", "local.a", "[", "]", "\n", "{", "}", "c"]),
      (.bicep, bicep, ["=", "'", "...a", "[", "]", "\n", "{", "}", "c"]),
    ], UInt64(0)..<8)
  func editsGiveWhatAFreshReadingGives(fixture: (DialectName, String, [String]), seed: UInt64) throws {
    let dialect = try #require(Dialects.dialect(fixture.0))
    let fault = EditInvariants(dialect, Array(fixture.1.utf8), typing: fixture.2).fault(seed: seed, edits: 60)
    #expect(fault == nil)
  }
}
