import BindingDocuments
import Testing

/// Lists among the Azure CLI's words.
struct AzureListsTests {
  @Test func aListIsSpreadOut() throws {
    let script = Array(
      #"""
      args=(-g rg --cluster-name "$C" --roles=A/b/c,A/b/d)
      az aks trustedaccess rolebinding create "${args[@]}" --name=-x "${more[@]}"
      """#.utf8)
    let reading = Shell.read(script.span)
    let elements = try #require(reading.definitions.first?.elements)
    let written = try #require(reading.sites.first)
    #expect(written.roles == nil)
    let site = AzureCommandLine.site(written) { word in
      word.parts.first?.text == "args[@]" ? elements.map { $0.standing(at: word.range) } : [word]
    }
    #expect(site.name?.literal == "-x")
    #expect(site.roles?.elements.map(\.literal) == ["A/b/c", "A/b/d"])
    #expect(site.cluster?.parts.filter { $0.kind == .reference }.map(\.text) == ["C"])
    #expect(site.arguments.map { $0.name.literal } == ["-g", "--cluster-name", "--roles", "--name", nil])
    let splat = try #require(written.arguments.first?.name.range)
    #expect(site.roles?.elements.map(\.range) == [splat, splat])
    #expect(AzureCommandLine.site(written) { [$0] } == written)
  }
}

extension Expression {
  fileprivate func standing(at range: Range<Int>) -> Expression {
    Expression(
      parts.map { .init($0.kind, $0.text, at: range, fallback: $0.fallback) }, range: range, quoting: .double)
  }
}
