import BindingDocuments
import Testing

/// Which fences are read, and what their text is.
struct MarkdownFenceTests {
  private func found(_ lines: String...) -> [String] {
    printed(Markdown.self, lines.joined(separator: "\n") + "\n").map { $0.replacing("embedded ", with: "") }
  }

  @Test(arguments: [
    ("azurecli", "shell"), ("azurecli-interactive", "shell"), ("azurecli=interactive", "shell"), ("bash", "shell"),
    ("sh", "shell"), ("shell", "shell"), ("zsh", "shell"), ("Bash", "shell"), ("console", "shell"),
    ("shell-session", "shell"), ("sh-session", "shell"), ("powershell", "powerShell"), ("pwsh", "powerShell"),
    ("ps1", "powerShell"), ("azurepowershell", "powerShell"), ("azurepowershell-interactive", "powerShell"),
    ("powershell-interactive", "powerShell"), ("cmd", "batch"), ("bat", "batch"), ("batch", "batch"),
    ("dos", "batch"), ("yaml", "yaml"), ("yml", "yaml"), ("YAML", "yaml"), ("json", "arm"), ("jsonc", "arm"),
    ("bicep", "bicep"), ("bicepparam", "bicepParameters"), ("hcl", "terraform"), ("terraform", "terraform"),
    ("tf", "terraform"), ("tfvars", "terraform"),
    ("{.bash}", "shell"), ("{ .bash .copy }", "shell"), ("{#id .bash}", "shell"), (".bash", "shell"),
    ("{bash}", "shell"), (" bash title=\"a.sh\"", "shell"), ("bash {1,3}", "shell"), ("bash{1}", "shell"),
    ("bash,ignore", "shell"), ("language-bash", "shell"), ("bash \t", "shell"), ("bash linenums=\"1\"", "shell"),
  ])
  func names(_ info: String, _ dialect: String) {
    #expect(found("```\(info)", "x", "```") == [#"\#(dialect): "x\n""#])
    #expect(found("~~~~ \(info)", "x", "~~~~") == [#"\#(dialect): "x\n""#])
  }

  @Test(arguments: ["text", "output", "Output", "markdown", "python", "mermaid", "{.python}", "c#", "=bash", "{}", ""])
  func otherNames(_ info: String) {
    #expect(found("```\(info)", "x", "```").isEmpty)
  }

  @Test func endsAreAsLongAsBeginnings() {
    #expect(found("````bash", "```", "a", "~~~~", "````", "b") == [#"shell: "```\na\n~~~~\n""#])
    #expect(found("~~~bash", "a", "~~~~~  ", "b") == [#"shell: "a\n""#])
    #expect(found("```bash", "a", "    ```", "b", "   ```", "c") == [#"shell: "a\n    ```\nb\n""#])
    #expect(found("```bash", "a", "``` b", "```") == [#"shell: "a\n``` b\n""#])
    #expect(found("``bash", "a", "``").isEmpty)
    #expect(found("```bash `x`", "a", "```").isEmpty)
    #expect(found("text ```bash", "a", "```").isEmpty)
  }

  @Test func openFences() {
    #expect(found("```bash", "a", "", "b") == [#"shell: "a\n\nb\n""#])
    #expect(found("```bash", "a", "", "```yaml", "b", "```") == [#"shell: "a\n\n""#, #"yaml: "b\n""#])
    #expect(found("````bash", "a", "```yaml", "b", "```") == [#"shell: "a\n```yaml\nb\n```\n""#])
    #expect(printed(Markdown.self, "```bash").isEmpty)
    #expect(printed(Markdown.self, "```bash\na") == [#"embedded shell: "a""#])
  }

  @Test func inLists() {
    #expect(
      found("1. Do:", "", "   ```bash", "   a \\", "     b", "", "   c", "   ```", "2. Then")
        == [#"shell: "a \\\n  b\n\nc\n""#])
    #expect(found("- ```bash", "  a", "  ```") == [#"shell: "a\n""#])
    #expect(found("10) * ```bash", "      a", "      ```") == [#"shell: "a\n""#])
    #expect(found("\t```bash", "\ta", "  b", "\t\tc", "\t```") == [#"shell: "a\nb\n\tc\n""#])
    // Less indented than its fence, as sloppy pages have it.
    #expect(found("   ```bash", "a", "   ```") == [#"shell: "a\n""#])
  }

  @Test func tabsThatReachFurtherAreContents() {
    #expect(found("  ```bash", "\ta", " \tb", "   c", "  ```") == [#"shell: "\ta\n\tb\n c\n""#])
  }

  /// What ends a fence that is not closed is of the next block, and an edit of it changes this one.
  @Test func blocksTellHowFarTheyWereLookedAt() {
    func block(_ page: String) -> Block { Markdown.block(in: page.utf8.span, from: 0) }
    #expect(block("```bash\na\n```yaml\nb") == Block(end: 10, examined: 18, isOfInterest: true))
    #expect(block("> ```bash\n> a\nb\n").examined > 14)
    #expect(block("a\n```yaml\nb\n") == Block(end: 2, examined: 10, isOfInterest: false))
    #expect(block("a\n   \nb\n").examined > 5)
    #expect(block("a\n  <!-- b\n").examined == 8)
    #expect(block("```bash\na\n```\nb\n") == Block(end: 14, isOfInterest: true))
  }

  @Test func inBlockQuotes() {
    #expect(
      found("> [!TIP]", "> ```bash", "> a", ">", ">  b", ">c", "> ```", "> d") == [#"shell: "a\n\n b\nc\n""#])
    #expect(found("> - ```bash", ">   a", ">   ```") == [#"shell: "a\n""#])
    #expect(found("> > ```bash", ">> a", "> > ```") == [#"shell: "a\n""#])
    // A fence ends with its quote.
    #expect(found("> ```bash", "> a", "b", "", "```yaml", "c", "```") == [#"shell: "a\n""#, #"yaml: "c\n""#])
  }

  @Test func otherLineBreaks() {
    #expect(printed(Markdown.self, "```bash\r\na\r\n```\r\nb\r\n") == [#"embedded shell: "a\r\n""#])
    #expect(printed(Markdown.self, "```\r\naz aks trustedaccess role list -l x\r\n```\r\n").count == 1)
  }

  @Test func textsTellWhereTheyStand() {
    let page = "> ```bash\n> a\n>   b\n> ```\n"
    let embedded = Markdown.read(Array(page.utf8).span).embedded[0]
    #expect(embedded.map.original(0..<1) == 12..<13)
    #expect(embedded.map.original(2..<5) == 16..<19)
  }

  @Test func withoutANameTheContentsTell() {
    let command = "az aks trustedaccess rolebinding create -g rg"
    #expect(found("```", "RG=rg", command, "```") == [#"shell: "RG=rg\n\#(command)\n""#])
    #expect(found("```", command + " `", " -n x", "```") == [#"powerShell: "\#(command) `\n -n x\n""#])
    #expect(found("```", command + " ^", " -n x", "```") == [#"batch: "\#(command) ^\n -n x\n""#])
    #expect(
      found("```", "$ " + command + " \\", "> -n x", "{", "$ b", "```") == [#"shell: "\#(command) \\\n-n x\nb\n""#])
    #expect(found("```", "the az aks trustedaccess role list -l x", "```").isEmpty)
    #expect(found("```", "az aks list -g x", "```").isEmpty)
    #expect(found("```", "Command", "    az aks trustedaccess role list : Lists them.", "```").isEmpty)
  }

  @Test func indentedCode() {
    let command = "az aks trustedaccess rolebinding create -g rg"
    #expect(
      found("Do:", "", "    " + command + " \\", "      -n x", "", "Then") == [#"shell: "\#(command) \\\n-n x\n""#])
    #expect(found("    $ " + command, "    {}") == [#"shell: "\#(command)\n""#])
    #expect(found("> a", ">", ">     " + command) == [#"shell: "\#(command)\n""#])
    #expect(found("    az aks list").isEmpty)
    #expect(found("Do:", command).isEmpty)
    #expect(found("    az aks trustedaccess is what makes all the difference to them").isEmpty)
  }

  @Test func frontMatterAndProseSayNothing() {
    #expect(
      found(
        "---", "title: az aks trustedaccess rolebinding create -g x", "---", "# Trusted Access", "",
        "Use az aks trustedaccess rolebinding create -g x.", "", ":::code language=\"azurecli\" source=\"a.sh\":::", "",
        "| a | b |", "|---|---|", "", "<div>az aks trustedaccess role list -l x</div>"
      ).isEmpty)
  }
}
