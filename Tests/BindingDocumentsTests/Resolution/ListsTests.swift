import BindingDocuments
import Testing

/// Lists that a document defines are spread out where they are used; one that is not known is never taken for less than it
/// may be.
struct ListsTests {
  private static let role = "Microsoft.MachineLearningServices/workspaces/mlworkload"
  private static let otherRole = "Microsoft.MachineLearningServices/workspaces/inference-v1"
  private static let update = "az aks trustedaccess rolebinding update -g rg --cluster-name aks -n b"
  private static let create = "az aks trustedaccess rolebinding create"

  @Test(arguments: [
    (
      """
      args=(-g rg --cluster-name aks -n b)
      args+=(--source-resource-id $SRC)
      \(create) "${args[@]}" --roles \(role)
      """,
      ["name=b cluster=aks source=${SRC} roles=M/mlworkload"]
    ),
    // What is missing is missed, and what is wrong is told where the list is used: the list may have other uses.
    (
      """
      args=(-g rg --cluster-name aks --nme b)
      az aks trustedaccess rolebinding delete "${args[@]}"
      """,
      [
        "cluster=aks",
        "unknown-option at \"${args[@]}\"",
      ]
    ),
    // Set in a branch, and so unknown.
    (
      """
      args=(-g rg)
      if [ -n "$1" ]; then args+=(-n b); fi
      az aks trustedaccess rolebinding delete "${args[@]}"
      """,
      [""]
    ),
    ("set -- -g rg --cluster-name aks\naz aks trustedaccess rolebinding list \"$@\"", ["cluster=aks"]),
    // A function's parameters are others.
    (
      "set -- -g rg\nf() {\n  az aks trustedaccess rolebinding list --cluster-name aks \"$@\"\n}", ["cluster=aks"]
    ),
    (
      "function f {\n  az aks trustedaccess rolebinding list --cluster-name aks \"$@\"\n}", ["cluster=aks"]
    ),
    // A plain value is a list of one.
    (
      "one=aks\naz aks trustedaccess rolebinding list -g rg --cluster-name \"${one[@]}\"", ["cluster=aks"]
    ),
    // Commas separate roles wherever they come from, and so do blanks that the shell sees.
    (
      "R=\(role),\(otherRole)\n\(update) --roles \"$R\"", ["name=b cluster=aks roles=M/mlworkload | M/inference-v1"]
    ),
    (
      "R=\"\(role) \(otherRole)\"\n\(update) --roles $R",
      ["name=b cluster=aks roles=M/mlworkload | M/inference-v1", "space-separated-roles at $R"]
    ),
    // Lists that hold each other have no end.
    ("a=(\"${b[@]}\")\nb=(\"${a[@]}\")\na=(\"${b[@]}\")\naz aks trustedaccess role list \"${a[@]}\"", [""]),
  ])
  func inTheShell(script: String, said expected: [String]) {
    #expect(said(.shell, script) == expected)
  }

  @Test(arguments: [
    (
      """
      $options = @('-g', 'rg', '--cluster-name', 'aks')
      $options += '-n', 'b'
      az aks trustedaccess rolebinding show @options
      """,
      ["name=b cluster=aks"]
    ),
    (
      """
      $p = @{ ResourceGroupName = 'rg'; ResourceName = 'aks'; Name = 'b'; Role = '\(role)', "$x"; SourceResourceId = $s }
      New-AzAksTrustedAccessRoleBinding @p
      """,
      ["name=b cluster=aks source=${s} roles=M/mlworkload | ${x}"]
    ),
    (
      "$roles = @('\(role)', '\(role)x')\nUpdate-AzAksTrustedAccessRoleBinding -Name b -Role $roles",
      ["name=b roles=M/mlworkload | M/mlworkloadx", "unknown-role at $roles"]
    ),
    // Another value may be given, and so there may be more.
    (
      "param([string[]]$Roles = @())\nUpdate-AzAksTrustedAccessRoleBinding -Name b -Role $Roles",
      ["name=b roles="]
    ),
    (
      "$Roles = @()\nUpdate-AzAksTrustedAccessRoleBinding -Name b -Role $Roles",
      ["name=b roles=", "empty-roles at $Roles"]
    ),
  ])
  func inPowerShell(script: String, said expected: [String]) {
    #expect(said(.powerShell, script) == expected)
  }

  @Test(arguments: [
    ("local.roles", ["roles=M/mlworkload"]),
    ("concat(local.roles, [\"\(role)x\"])", ["roles=M/mlworkload | M/mlworkloadx", "unknown-role at \(role)x"]),
    ("toset(concat(local.all, [\"\(role)\"]))", ["roles=M/mlworkload | M/mlworkload", "duplicate-role at \(role)"]),
    ("[for r in local.roles : \"x/${r}\"]", ["roles=${…}"]),
    ("local.others", ["roles=${local.others[@]}"]),
    ("var.roles", ["roles="]),
    ("local.none", ["roles=", "empty-roles at local.none"]),
    ("concat(local.none, local.others)", ["roles=${local.others[@]}"]),
  ])
  func inTerraform(roles: String, said expected: [String]) {
    let text = """
      locals {
        roles = ["\(Self.role)"]
        all   = concat(local.roles, [])
        none  = []
      }
      variable "roles" { default = [] }
      resource "azurerm_kubernetes_cluster_trusted_access_role_binding" "b" {
        roles = \(roles)
      }
      """
    let fix = { (line: String) in String(line.prefix { $0 != "→" }).trimmingSpaces }
    #expect(
      said(.terraform, text).map(fix)
        == expected.map { $0.replacing("Microsoft.MachineLearningServices/workspaces/", with: "M/") })
  }

  @Test(arguments: [
    ("roleNames", ["roles=M/mlworkload"]),
    ("concat(roleNames, ['\(role)x'])", ["roles=M/mlworkload | M/mlworkloadx", "unknown-role at \(role)x"]),
    ("[...all, 'x/y/z']", ["roles=M/mlworkload | x/y/z", "unknown-role at x/y/z"]),
    ("given", ["roles="]),
    ("empty", ["roles=", "empty-roles at empty"]),
    ("[for r in roleNames: 'x/${r}']", ["roles="]),
    ("unknown", ["roles=${unknown[@]}"]),
  ])
  func inBicep(roles: String, said expected: [String]) {
    let text = """
      param given array = []
      var empty = []
      var roleNames = ['\(Self.role)']
      var all = union(roleNames, [])
      resource b 'Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01' = {
        properties: {
          roles: \(roles)
        }
      }
      """
    let fix = { (line: String) in String(line.prefix { $0 != "→" }).trimmingSpaces }
    #expect(
      said(.bicep, text).map(fix)
        == expected.map { $0.replacing("Microsoft.MachineLearningServices/workspaces/", with: "M/") })
  }

  @Test(arguments: [
    ("[variables('roles')]", ["roles=M/mlworkload"]),
    ("[concat(variables('roles'), variables('roles'))]", ["roles=M/mlworkload | M/mlworkload", "duplicate-role"]),
    ("[union(variables('roles'), parameters('more'))]", ["roles=M/mlworkload | M/inference-v1"]),
    ("[parameters('none')]", ["roles="]),
    ("[parameters('unknown')]", ["roles=${parameters.unknown[@]}"]),
  ])
  func inARM(roles: String, said expected: [String]) {
    let text = """
      {
        "parameters": {
          "more": { "type": "array", "defaultValue": ["Microsoft.MachineLearningServices/workspaces/inference-v1"] },
          "none": { "type": "array", "defaultValue": [] },
          "unknown": { "type": "array" }
        },
        "variables": { "roles": ["\(Self.role)"] },
        "resources": [{
          "type": "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings",
          "properties": { "roles": "\(roles)" }
        }]
      }
      """
    #expect(
      said(.arm, text).map { String($0.prefix { $0 != " " || !$0.isASCII }) }
        == expected.map { String($0.prefix { $0 != " " }) })
  }

  @Test func inYAML() {
    let text = """
      all: &roles
        - \(Self.role)
        - Microsoft.MachineLearningServices/workspaces/inference-v1
      ---
      x: &roles [\(Self.role)]
      spec: &spec
        roles: *roles
      binding:
        apiVersion: containerservice.azure.com/v1api20240901
        kind: TrustedAccessRoleBinding
        spec: *spec
      """
    #expect(said(.yaml, text) == ["roles=M/mlworkload"])
  }
}

extension String {
  fileprivate var trimmingSpaces: String { String(reversed().drop { $0 == " " }.reversed()) }
}
