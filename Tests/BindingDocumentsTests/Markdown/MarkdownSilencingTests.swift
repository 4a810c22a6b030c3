import BindingDocuments
import Testing

/// Which findings HTML comments silence.
struct MarkdownSilencingTests {
  private func silencings(_ lines: String...) -> [String] {
    printed(Markdown.self, lines.joined(separator: "\n") + "\n").filter { $0.hasPrefix("ignore") }
  }

  @Test func beforeAFenceTheFence() {
    #expect(
      silencings("<!-- trusted-access: ignore a, b -->", "", "```bash", "c", "```", "d")
        == [#"ignore a,b in "```bash\nc\n```\n""#])
    #expect(
      silencings("<!--", "  trusted-access: ignore a", "-->", "<!-- why -->", "  ~~~python", "  ~~~")
        == [#"ignore a in "  ~~~python\n  ~~~\n""#])
  }

  @Test func beforeALineTheLine() {
    #expect(silencings("a", "<!-- trusted-access: ignore -->", "b `c`", "d") == [#"ignore  in "b `c`""#])
  }

  @Test func withinALineTheLine() {
    #expect(
      silencings("a `b` <!-- trusted-access: ignore x -->", "c") == [
        #"ignore x in "a `b` <!-- trusted-access: ignore x -->""#
      ])
    #expect(
      silencings("<!-- trusted-access: ignore x --> a `b`", "c")
        == [#"ignore x in "<!-- trusted-access: ignore x --> a `b`""#])
  }

  @Test func nothingBehindIt() {
    #expect(silencings("a", "", "<!-- trusted-access: ignore x -->") == [#"ignore x in """#])
  }

  @Test func whatCommentsHoldIsNotRead() {
    #expect(printed(Markdown.self, "<!--\n```bash\na\n```\n`az aks trusted access list`\n-->\n").isEmpty)
    #expect(printed(Markdown.self, "<!-- ```bash -->\n`az aks trusted access list`\n").count == 1)
  }
}
