import BindingDocuments
import Testing

/// States that occur while somebody types: the site is there with what is there.
struct TerraformBrokenTests {
  private let heading = #"resource "azurerm_kubernetes_cluster_trusted_access_role_binding" "b""#

  /// What is found in a binding with this body, after its heading; a local stands behind it.
  private func site(_ body: String) -> String {
    let lines = printed(Terraform.self, heading + body + "\n\nlocals {\n  a = 1\n}\n")
    #expect(lines.last == "local.a = 1")
    #expect(lines.count == 2)
    let start = "terraformAzureRM declare [\(heading)]"
    #expect(lines[0].hasPrefix(start))
    return String(lines[0].dropFirst(start.count))
  }

  @Test func nothingButWords() {
    #expect(site("") == "")
    #expect(site(" {") == "")
    #expect(site(" {}") == "")
    #expect(site(" {\n  ro\n}") == "")
    #expect(site(" {\n  name =\n  roles = [\n}") == " roles=[]…")
  }

  @Test func missingEnds() {
    #expect(site(" {\n  name = \"x") == #" name=x←"x"#)
    #expect(site(" {\n  name = \"x\n  roles = [\"a") == #" name=x←"x roles=[a←"a]…"#)
    #expect(site(" {\n  roles = [\"a\",\n  name = \"x\"\n}") == #" name=x←"x" roles=[a←"a"]…"#)
    #expect(site(" {\n  roles = [\"a\",\n\n  lifecycle {\n  }\n  name = \"x\"\n}") == #" name=x←"x" roles=[a←"a"]…"#)
    #expect(
      site(" {\n  source_resource_id = \"${var.x\n  name = \"x\"\n}") == #" name=x←"x" source=⟨?${var.x⟩←"${var.x"#)
    #expect(site(" {\n  name = <<A\n  x\n}") == " name=  x\n}\n\n←<<A\n  x\n}\n\n")
    #expect(site(" {\n  name = (\"x\"\n  roles = []\n}").hasSuffix("roles=[]"))
  }

  @Test func missingBetween() {
    #expect(site(" {\n  kubernetes_cluster_id = var.\n  name = \"x\"\n}") == #" name=x←"x" cluster=⟨?var.⟩←var."#)
    #expect(site(" {\n  roles = [\"a\" \"b\"]\n}") == #" roles=[a←"a" | b←"b"]"#)
    #expect(site(" {\n  roles = [\"a\", , var.x...]\n}") == #" roles=[a←"a" | ⟨var.x⟩←var.x]…"#)
    #expect(site(" {\n  roles \"a\"\n  name = \"x\"\n}") == #" name=x←"x""#)
    #expect(site(" {\n  name = \"x\" ]]))\n  roles = \"a\"\n}") == #" name=x←"x" roles=[a←"a"]"#)
  }

  @Test func argumentsAreToldWithoutValues() {
    let text = heading + " {\n  name =\n  ro\n  roles = [\"a\", \"b\"]\n  timeouts {\n  }\n}"
    let site = Terraform.read(Array(text.utf8).span).sites[0]
    #expect(site.arguments.map(\.name.literal) == ["name", "ro", "roles", "timeouts"])
    #expect(site.arguments.map(\.values.count) == [0, 0, 2, 0])
    #expect(site.words.map(\.literal) == ["azurerm_kubernetes_cluster_trusted_access_role_binding"])
  }

  @Test func documentsInJSONSyntax() {
    let text = #"{"resource": {"azurerm_kubernetes_cluster_trusted_access_role_binding": {"b": {"name": "n","# + "\n"
    let site = #"terraformAzureRM declare ["b"] name=n←"n""#
    #expect(printed(Terraform.self, text) == [site])
    #expect(printed(Terraform.self, text + #""roles": ["a", "#) == [site + #" roles=[a←"a"]…"#])
    #expect(printed(Terraform.self, text + "\"kubernetes_cluster_id\":\n\"roles\": []}") == [site + " roles=[]"])
  }

  @Test func halfAKeywordIsNoSite() {
    #expect(printed(Terraform.self, #"resource "azurerm_kubernetes_cluster_trusted_access_role_bin"#).isEmpty)
    #expect(printed(Terraform.self, "resour").isEmpty)
  }

  /// What is open in one block takes nothing of those behind it but in comments, as for Terraform.
  @Test func blocksEndWhereOthersBegin() {
    let opened = ["{", "{ a = [", "{ a = f(", "{\n a = <<E\n", "{ a = \"${f(\n", "{ a = {{{"]
    for text in opened { #expect(printed(Terraform.self, "x \(text)\nlocals {\n  a = 1\n}").last == "local.a = 1") }
    #expect(printed(Terraform.self, "x {\n  a = \"${var.x\n  b = 1\n}\nc = 2").last == "var.c = 2")
    #expect(printed(Terraform.self, "/*\nlocals {\n  a = 1\n}").isEmpty)
    #expect(printed(Terraform.self, "/*\nlocals {\n  a = 1\n}\n*/ b = 2").last == "var.b = 2")
  }
}
