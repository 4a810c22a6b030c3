import BindingDocuments
import Testing

/// Bindings by azapi's resources, and by import.
struct TerraformAzAPITests {
  private func azAPI(_ kind: String, _ body: String) -> [String] {
    let text = """
      \(kind) "b" {
        type = "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01"
      \(body)
      }
      """
    return printed(Terraform.self, text).filter { $0.hasPrefix("terraform") }.map {
      $0.replacing("terraformAzAPI ", with: "").replacing(" [\(kind) \"b\"]", with: "")
    }
  }

  @Test func bodies() {
    let found = [#"declare source=⟨var.s⟩/x←"${var.s}/x" roles=[a/b/c←"a/b/c"]"#]
    let json = #"{ "properties" : {"roles": ["a/b/c"], "sourceResourceId": "${var.s}/x"} }"#
    #expect(azAPI(#"resource "azapi_resource""#, "  body = \(json)") == found)
    #expect(azAPI(#"resource "azapi_resource""#, "  body = jsonencode(\(json))") == found)
    #expect(azAPI(#"resource "azapi_resource""#, "  body = <<-BODY\n\(json)\n  BODY\n") == found)
    #expect(
      azAPI(
        #"resource "azapi_resource""#,
        "  body {\n    properties {\n      roles = [\"a/b/c\"]\n      sourceResourceId = \"${var.s}/x\"\n    }\n  }")
        == found)
    #expect(
      azAPI(#"resource "azapi_resource""#, "  body = <<B\n{\"properties\": {\"roles\": ${jsonencode([\"a\"])}}}\nB\n")
        == [#"declare roles=[a←"a"]"#])
    #expect(azAPI(#"resource "azapi_resource""#, "  body = merge(local.a, {})") == ["declare"])
  }

  @Test func operations() {
    let id = #"  resource_id = "${var.aks}/trustedAccessRoleBindings/${var.n}""#
    let place = " name=⟨var.n⟩←${var.n} cluster=⟨var.aks⟩←${var.aks}"
    let action = #"resource "azapi_resource_action""#
    #expect(azAPI(action, id + "\n  method = \"DELETE\"") == ["delete" + place])
    #expect(azAPI(action, id + "\n  method = \"PUT\"") == ["declare" + place])
    #expect(azAPI(action, id) == ["?" + place])
    #expect(azAPI(#"resource "azapi_update_resource""#, id) == ["update" + place])
    #expect(azAPI(#"data "azapi_resource""#, id) == ["show reference" + place])
    #expect(
      azAPI(#"data "azapi_resource_list""#, "  parent_id = var.aks") == ["list reference cluster=⟨var.aks⟩←var.aks"])
  }

  @Test func severalBindingsAreOneSite() {
    #expect(
      azAPI(#"resource "azapi_resource""#, "  for_each = var.x\n  name = each.key").first?.hasPrefix("declare repeated")
        == true)
    #expect(azAPI(#"resource "azapi_resource""#, "  count = 2").first == "declare repeated")
  }

  @Test func aBracketThatIsNotClosedEndsWithItsObject() {
    #expect(
      azAPI(
        #"resource "azapi_resource""#,
        "  body = {\n    properties = {\n      roles = [\"a\"\n    }\n  }\n  name = \"n\"") == [
          #"declare name=n←"n" roles=[a←"a"]…"#
        ])
  }

  @Test func argumentsOfTheBody() {
    let text = """
      resource "azapi_resource" "b" {
        type = "microsoft.containerservice/managedclusters/trustedaccessrolebindings@2025-08-01"
        body = { properties = { roles = ["a"], source = "x" } }
        name = "n"
      }
      """
    let site = Terraform.read(Array(text.utf8).span).sites.first
    #expect(
      site?.arguments.map(\.name.literal) == ["type", "body", "properties", "roles", "source", "name"])
    #expect(
      site?.words.map(\.literal) == ["microsoft.containerservice/managedclusters/trustedaccessrolebindings@2025-08-01"])
  }

  @Test func otherTypesAreNoSites() {
    for type in [
      "Microsoft.Authorization/roleAssignments@2022-04-01", "Microsoft.ContainerService/managedClusters@2025-08-01",
    ] {
      let text = """
        resource "azapi_resource" "b" {
          type = "\(type)"
          body = { properties = { sourceResourceId = "/x", roles = ["y"] } }
        }
        """
      #expect(printed(Terraform.self, text).isEmpty)
    }
  }

  @Test func imports() {
    let id = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/c"
    let text = """
      import {
        to = azurerm_kubernetes_cluster_trusted_access_role_binding.b
        id = "\(id)/trustedAccessRoleBindings/n"
      }
      import {
        to = azurerm_kubernetes_cluster.c
        id = "\(id)"
      }
      """
    #expect(printed(Terraform.self, text) == ["terraformAzureRM show [import] reference name=n cluster=\(id)"])
    let json = #"{"import": [{"to": "azapi_resource.b", "id": "\#(id)/trustedaccessrolebindings/n"}]}"#
    #expect(printed(Terraform.self, json) == ["terraformAzAPI show [{] reference name=n cluster=\(id)"])
  }

  @Test func documentsInJSONSyntax() {
    let text = """
      {
        "//": "comment",
        "resource": [{"azurerm_kubernetes_cluster_trusted_access_role_binding": {
          "b": {"kubernetes_cluster_id": "${azurerm_kubernetes_cluster.e.id}", "roles": ["a\\/b", "${var.r}"], "count": 2},
          "c": [{"name": "n"}]
        }}],
        "data": {"azurerm_resource_group": {"rg": {"name": "g"}}},
        "locals": {"l": {"m": 1}},
        "variable": {"v": {"default": "d"}},
        "module": {"x": {"source": "./x"}},
        "region": "west"
      }
      """
    #expect(
      printed(Terraform.self, text) == [
        #"terraformAzureRM declare ["b"] repeated cluster=⟨azurerm_kubernetes_cluster.e.id⟩"#
          + #"←"${azurerm_kubernetes_cluster.e.id}" roles=[a/b←"a\/b" | ⟨var.r⟩←"${var.r}"]"#,
        #"terraformAzureRM declare ["c"] name=n←"n""#,
        #"data.azurerm_resource_group.rg.name = g←"g""#,
        #"data.azurerm_resource_group.rg.id = /subscriptions/⟨provider.azurerm.subscription_id⟩/resourceGroups/g←"g""#,
        "local.l = ?", "local.l.m = 1", #"var.v = d←"d""#, #"var.region = west←"west""#,
      ])
  }
}
