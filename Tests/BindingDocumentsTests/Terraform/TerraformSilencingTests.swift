import BindingDocuments
import Testing

/// Which findings comments silence.
struct TerraformSilencingTests {
  private let heading = #"resource "azurerm_kubernetes_cluster_trusted_access_role_binding" "b" {"#

  private func silencings(_ text: String) -> [String] {
    printed(Terraform.self, text).filter { $0.hasPrefix("ignore") }.map {
      $0.replacing(heading.replacing("\"", with: "\\\""), with: "HEADING")
    }
  }

  @Test func beforeASiteTheSite() {
    #expect(
      silencings("# trusted-access: ignore a, b\n\n// why\n\(heading)\n}\n") == [#"ignore a,b in "HEADING\n}""#])
    #expect(silencings("/* trusted-access: ignore a */ \(heading)\n}\n") == [#"ignore a in "HEADING\n}""#])
  }

  @Test func behindCodeTheSiteThatHoldsIt() {
    #expect(
      silencings("\(heading)\n  roles = [\"x\"] # trusted-access: ignore\n}")
        == [#"ignore  in "HEADING\n  roles = [\"x\"] # trusted-access: ignore\n}""#])
    #expect(
      silencings("locals {\n  x = 1 // trusted-access: ignore z\n}")
        == [#"ignore z in "  x = 1 // trusted-access: ignore z""#])
  }

  @Test func withinASiteTheNextLine() {
    #expect(
      silencings("\(heading)\n  # trusted-access: ignore a\n  # trusted-access: ignore b\n\n  name = \"x\"\n}")
        == [#"ignore a in "  name = \"x\"""#, #"ignore b in "  name = \"x\"""#])
  }

  @Test func whatIsNoCommentSilencesNothing() {
    #expect(silencings("x = \"# trusted-access: ignore a\"\ny = <<E\n# trusted-access: ignore a\nE\n").isEmpty)
  }

  @Test func nothingBehindIt() {
    #expect(silencings("# trusted-access: ignore a\n") == [#"ignore a in """#])
  }
}
