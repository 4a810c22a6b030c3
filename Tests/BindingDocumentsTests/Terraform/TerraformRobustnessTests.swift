import BindingDocuments
import SeededRandom
import Testing

/// Law 3: any bytes are read, and what is found lies where it was found.
struct TerraformRobustnessTests {
  private let invariants = ReadingInvariants(Terraform.self)

  static let fixtures = [
    #"""
    # trusted-access: ignore binding-name
    resource "azurerm_kubernetes_cluster_trusted_access_role_binding" "b" {
      for_each = toset(["a", "b"])
      kubernetes_cluster_id = "${azurerm_kubernetes_cluster.edge["x"].id}" /* c */
      name = format("%s-%03d%%", var.name, "x\n\u00e9")
      roles = concat(["A/b/${var.role}"], local.more) // trusted-access: ignore
    }
    """#,
    #"""
    resource "azapi_resource" "b" {
      type = "Microsoft.ContainerService/managedClusters/trustedAccessRoleBindings@2025-08-01"
      resource_id = "${var.id}/trustedAccessRoleBindings/x"
      body = <<-EOT
        { "properties": { "roles": ["A/b/c"], "sourceResourceId": "${var.source}" } }
        EOT
    }
    locals { a = var.x ? "%{ if y }z%{ endif }" : [for s in var.l : s] }
    """#,
    #"""
    {"resource": {"azurerm_kubernetes_cluster_trusted_access_role_binding": {"b": [{"name": "n\u0041", "roles": ["r"]}]}},
     "locals": [{"x": 1}], "variable": {"v": {"default": "d"}}}
    """#,
  ].map { Array($0.utf8) }

  @Test(arguments: fixtures.indices) func everyPrefix(_ index: Int) {
    let fixture = Self.fixtures[index]
    for end in fixture.indices { #expect(invariants.fault(in: Array(fixture[..<end])) == nil) }
  }

  @Test(arguments: fixtures.indices) func everyDeletion(_ index: Int) {
    let fixture = Self.fixtures[index]
    for index in fixture.indices {
      var bytes = fixture
      bytes.remove(at: index)
      #expect(invariants.fault(in: bytes) == nil)
    }
  }

  @Test func randomSplices() {
    var random = SplitMix64(seed: 7)
    let pieces =
      Self.fixtures
      + ["${", "\"", "<<E\n", "}", "[", "/*", "\0", "\u{FEFF}", "%{", "\n", "=", "\\u"].map { Array($0.utf8) } + [
        [0xFF, 0xC3]
      ]
    for _ in 0..<600 {
      var bytes = Self.fixtures.randomElement(using: &random) ?? []
      for _ in 0..<3 {
        let piece = pieces.randomElement(using: &random) ?? []
        let start = Int.random(in: 0...piece.count, using: &random)
        let end = Int.random(in: start...piece.count, using: &random)
        let place = Int.random(in: 0...bytes.count, using: &random)
        let cut = Swift.min(bytes.count, place + Int.random(in: 0..<20, using: &random))
        bytes.replaceSubrange(place..<cut, with: piece[start..<end])
      }
      #expect(invariants.fault(in: bytes) == nil)
    }
  }

  @Test(arguments: [
    "[", "{", "(", "\"${", "{a=", "a={", "f(", "<<A\n${", "x.y[", "/*", "\"", "${", "}", "a\n",
    "# trusted-access: ignore\n",
  ])
  func whateverIsRepeated(_ piece: String) {
    let body = Array(String(repeating: piece, count: 20_000).utf8)
    #expect(invariants.fault(in: body) == nil)
    let head = Array(#"resource "azurerm_kubernetes_cluster_trusted_access_role_binding" "b" {\#n  roles = "#.utf8)
    #expect(invariants.fault(in: head + body) == nil)
  }

  @Test(arguments: fixtures.indices, UInt64(0)..<4) func editsGiveWhatAFreshReadingGives(index: Int, seed: UInt64) {
    let fixture = Self.fixtures[index] + Array("\n".utf8)
    let typed = [
      "{", "}", "\"", "${", "\n", "\nlocals {\n", "\nresource \"a\" \"b\" {", "/*", "*/", "<<EOT\n", "\nEOT\n", "[",
    ]
    #expect(EditInvariants(Terraform.self, fixture, typing: typed).fault(seed: seed, edits: 60) == nil)
  }
}
