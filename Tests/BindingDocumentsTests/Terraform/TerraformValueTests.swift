import BindingDocuments
import Testing

/// What expressions mean.
struct TerraformValueTests {
  /// What the value of a local is printed as, without the written text.
  private func meaning(_ value: String) -> String {
    let line = printed(Terraform.self, "locals {\n  x = \(value)\n}\n")[0].dropFirst("local.x = ".count)
    return String(line.split(separator: "←", maxSplits: 1)[0])
  }

  @Test func templatesHaveEscapes() {
    #expect(meaning(#""a\"b\\c\n\t\u00e9\U0001F600""#) == "a\"b\\c\n\té😀")
    #expect(meaning(#""$${x} %%{y} $x 5% {z}""#) == "${x} %{y} $x 5% {z}")
    #expect(meaning(#""a\qb\u12""#) == #"a\qb\u12"#)
  }

  @Test func templatesReferToOthers() {
    #expect(meaning(#""${var.a}-${ local.b.c }-x""#) == "⟨var.a⟩-⟨local.b.c⟩-x")
    #expect(meaning(#""${"in"}${"n${var.e}r"}""#) == "inn⟨var.e⟩r")
    #expect(meaning(#""${upper(var.a)}x""#) == "⟨?${upper(var.a)}⟩x")
    #expect(meaning(#""${~ var.a ~}x""#) == "⟨?${~ var.a ~}⟩x")
    #expect(meaning(#""a%{ if var.x }b%{ else }c%{ endif }d""#) == "a⟨?%{ if var.x }b%{ else }c%{ endif }⟩d")
    #expect(meaning("\"${join(\"\", [\n\"a\",\n\"b\"\n])}\"") == "ab")
  }

  @Test func heredocsKeepTheirLines() {
    #expect(meaning("<<EOT\n  a\\n ${var.b}\n\n EOT \n") == "  a\\n ⟨var.b⟩\n\n")
    #expect(meaning("<<-EOT\n      a\n\n        $${b}\n    EOT\n") == "a\n\n  ${b}\n")
    // A marker with something behind it ends nothing.
    #expect(meaning("<<A\nA b\nA\n") == "A b\n")
  }

  @Test func functionsPutTextsTogether() {
    #expect(meaning(#"format("/subscriptions/%s/%%/%v", var.s, "x")"#) == "/subscriptions/⟨var.s⟩/%/x")
    #expect(meaning(#"format("%03d", 7)"#) == #"⟨?format("%03d", 7)⟩"#)
    #expect(meaning(#"format("%s")"#) == #"⟨?format("%s")⟩"#)
    #expect(meaning(#"format("x", "y")"#) == #"⟨?format("x", "y")⟩"#)
    #expect(meaning(#"join("/", concat(["a"], [var.b]))"#) == "a/⟨var.b⟩")
    #expect(meaning(#"join(",", var.list)"#) == #"⟨?join(",", var.list)⟩"#)
    #expect(meaning(#"lower("A")"#) == #"⟨?lower("A")⟩"#)
    #expect(meaning(#"provider::azapi::id("A")"#) == #"⟨?provider::azapi::id("A")⟩"#)
  }

  @Test func referencesHaveAttributesAndIndices() {
    #expect(meaning("azurerm_kubernetes_cluster.edge[count.index].id") == "⟨azurerm_kubernetes_cluster.edge.id⟩")
    #expect(meaning(#"azurerm_kubernetes_cluster.edge["a"].id"#) == "⟨azurerm_kubernetes_cluster.edge.id⟩")
    #expect(meaning(#"var.names["west"]"#) == "⟨var.names.west⟩")
    #expect(meaning("local.names[1].x") == "⟨local.names[1].x⟩")
    #expect(meaning("local.names[var.i]") == "⟨?local.names[var.i]⟩")
    #expect(meaning("azurerm_x.y[*].id") == "⟨azurerm_x.y.id⟩")
    #expect(meaning("azurerm_x.y.*.id") == "⟨?azurerm_x.y.*.id⟩")
  }

  @Test(arguments: [
    "each.value", "each.value.name", "count.index", "self.id", "path.module", "module.aks.id", "terraform.workspace",
    "string", "null", "-1", "!var.x", "1 + 2", #"var.x == "y" ? "a" : "b""#, "[for x in var.y : x]", "f(x).y",
    "(var.x || var.y)",
  ])
  func whatCannotBeKnown(_ value: String) {
    #expect(meaning(value) == "⟨?\(value)⟩" || meaning("(\(value))").hasPrefix("⟨?"))
  }

  @Test func parenthesesMeanNothing() {
    #expect(meaning(#"(("a"))"#) == "a")
    #expect(meaning("(\n  var.x\n)") == "⟨var.x⟩")
  }

  @Test func commentsStandAnywhere() {
    #expect(meaning(#"/* a */ join("/", [ # b"# + "\n\"c\", // d\n\"e\"])") == "c/e")
    #expect(meaning(##""# no // comment /* here */""##) == "# no // comment /* here */")
  }

  @Test func textsAreSpelledAsTemplates() {
    #expect(Terraform.spelling(of: "a\"b\\\n${x}%{y}$\u{1}", as: .double) == #""a\"b\\\n$${x}%%{y}$\u0001""#)
    #expect(Terraform.spelling(of: "a", as: .none) == #""a""#)
    #expect(Terraform.spelling(of: "a", as: .block) == #""a""#)
    #expect(Terraform.spelling(of: "a", as: .single) == nil)
    #expect(meaning(Terraform.spelling(of: "a\"b\\\n${x}%{y}$\u{1}", as: .double) ?? "") == "a\"b\\\n${x}%{y}$\u{1}")
  }
}
