import BindingDocuments
import Testing

/// What names stand for in a module.
struct TerraformDefinitionTests {
  @Test func variablesHaveDefaults() {
    let text = """
      variable "location" {
        type    = string
        default = "westeurope"
      }
      variable "cluster" {}
      variable "vault" {
        type    = object({ name = string, zones = list(string) })
        default = { name = "v", "zones" : ["1", var.zone] }
      }
      """
    #expect(
      printed(Terraform.self, text) == [
        #"var.location = westeurope←"westeurope""#, "var.cluster = ?", "var.vault = ?", #"var.vault.name = v←"v""#,
        "var.vault.zones = ?", #"var.vault.zones[0] = 1←"1""#, "var.vault.zones[1] = ⟨var.zone⟩←var.zone",
      ])
  }

  @Test func valuesOfVariablesAndLocals() {
    let text = """
      rg = "rg-edge" # as agreed
      locals {
        id   = "${var.base}/x"
        zone = 3
        none = var.is_prod ? "a" : "b"
      }
      """
    #expect(
      printed(Terraform.self, text) == [
        #"var.rg = rg-edge←"rg-edge""#, #"local.id = ⟨var.base⟩/x←"${var.base}/x""#, "local.zone = 3",
        #"local.none = ⟨?var.is_prod ? "a" : "b"⟩←var.is_prod ? "a" : "b""#,
      ])
  }

  @Test func elementsOfLists() {
    let lists = definitions(
      """
      locals {
        roles = concat(["a"], local.more, ["b"])
        some  = [for r in var.roles : r]
        mixed = ["a", [1]]
      }
      """)
    #expect(lists["local.roles"]??.map(\.parts).map { $0.map(\.text) } == [["a"], ["local.more[@]"], ["b"]])
    #expect(lists["local.some"] == .some(nil))
    #expect(lists["local.mixed"] == .some(nil))
  }

  private func definitions(_ text: String) -> [String: [Expression]?] {
    let bytes = Array(text.utf8)
    return Dictionary(
      Terraform.read(bytes.span).definitions.map { ($0.name, $0.elements) }, uniquingKeysWith: { first, _ in first })
  }

  @Test func idsArePutTogether() {
    let text = """
      provider "azurerm" {
        features {}
        subscription_id = var.sub
      }
      provider "azurerm" {
        alias           = "hub"
        subscription_id = "s2"
      }
      resource "azurerm_kubernetes_cluster" "edge" {
        name                = "aks"
        resource_group_name = azurerm_resource_group.rg.name
        default_node_pool {
          name = "pool"
        }
      }
      data "azurerm_resource_group" "rg" {
        provider = azurerm.hub
        name     = "rg"
      }
      data "azurerm_subscription" "current" {}
      """
    #expect(
      printed(Terraform.self, text) == [
        "provider.azurerm.subscription_id = ⟨var.sub⟩←var.sub", #"provider.azurerm.hub.subscription_id = s2←"s2""#,
        #"azurerm_kubernetes_cluster.edge.name = aks←"aks""#,
        "azurerm_kubernetes_cluster.edge.resource_group_name = ⟨azurerm_resource_group.rg.name⟩"
          + "←azurerm_resource_group.rg.name",
        "azurerm_kubernetes_cluster.edge.id = /subscriptions/⟨provider.azurerm.subscription_id⟩"
          + "/resourceGroups/⟨azurerm_resource_group.rg.name⟩"
          + #"/providers/Microsoft.ContainerService/managedClusters/aks←"aks""#,
        #"data.azurerm_resource_group.rg.name = rg←"rg""#,
        "data.azurerm_resource_group.rg.id = /subscriptions/⟨provider.azurerm.hub.subscription_id⟩"
          + #"/resourceGroups/rg←"rg""#,
        "data.azurerm_subscription.current.subscription_id = ⟨provider.azurerm.subscription_id⟩",
        "data.azurerm_subscription.current.id = /subscriptions/⟨provider.azurerm.subscription_id⟩",
      ])
  }

  @Test func idsOfWhatAzAPIMakes() {
    let text = """
      resource "azapi_resource" "aks" {
        type      = "Microsoft.ContainerService/managedClusters@2025-01-01"
        parent_id = azurerm_resource_group.rg.id
        name      = "aks"
      }
      resource "azapi_resource" "pool" {
        type      = "Microsoft.ContainerService/managedClusters/agentPools@2025-01-01"
        parent_id = azapi_resource.aks.id
        name      = "p"
      }
      """
    #expect(
      printed(Terraform.self, text).filter { $0.contains(".id = ") } == [
        #"azapi_resource.aks.id = ⟨azurerm_resource_group.rg.id⟩/providers/Microsoft.ContainerService/managedClusters/aks←"aks""#,
        #"azapi_resource.pool.id = ⟨azapi_resource.aks.id⟩/agentPools/p←"p""#,
      ])
  }

  @Test(arguments: [
    "output \"x\" {\n  value = \"y\"\n}", "module \"aks\" {\n  source = \"./aks\"\n  roles = [\"x\"]\n}",
    "terraform {\n  required_version = \"1\"\n}", "resource \"azurerm_storage_account\" \"s\" {\n  name = \"s\"\n}",
    "moved {\n  from = a.b\n  to = a.c\n}", "The role binding = is written so: \"x\"\n",
  ])
  func otherBlocksSayNothing(_ text: String) {
    #expect(printed(Terraform.self, text).isEmpty)
  }
}
