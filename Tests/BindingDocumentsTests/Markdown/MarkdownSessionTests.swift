import BindingDocuments
import Testing

/// What a terminal shows: the commands are read, and nothing that they print.
struct MarkdownSessionTests {
  private func commands(_ name: String, _ lines: String...) -> String? {
    printed(Markdown.self, "```\(name)\n" + lines.joined(separator: "\n") + "\n```\n").first.map {
      $0.replacing("embedded ", with: "")
    }
  }

  @Test func prompts() {
    #expect(commands("console", "$ a", "out", "$ b") == #"shell: "a\nb\n""#)
    #expect(commands("console", "me@host:~/x$ a", "out", "root@host:/# b") == #"shell: "a\nb\n""#)
    #expect(commands("console", "% a", "out") == #"shell: "a\n""#)
    #expect(commands("console", "bash-5.2$ a", "out") == #"shell: "a\n""#)
    #expect(commands("console", "$", "$ a") == #"shell: "\na\n""#)
  }

  @Test func continuedLines() {
    #expect(commands("console", "$ a \\", "  b \\", "> c", "out") == #"shell: "a \\\n  b \\\nc\n""#)
    #expect(commands("bash", "$ a \\", "  b", "$ c") == #"shell: "a \\\n  b\nc\n""#)
  }

  @Test func hashesArePromptsOrComments() {
    #expect(commands("console", "# az a", "out", "# az b") == #"shell: "az a\naz b\n""#)
    #expect(commands("console", "# List them", "az a") == ##"shell: "# List them\naz a\n""##)
    #expect(commands("console", "# List them", "$ az a", "# az b") == #"shell: "az a\n""#)
    #expect(commands("bash", "# az a", "az b") == ##"shell: "# az a\naz b\n""##)
  }

  @Test func withoutPromptsAllIsACommand() {
    #expect(commands("console", "a", "b") == #"shell: "a\nb\n""#)
    #expect(commands("bash", "a", "$ b") == #"shell: "a\n$ b\n""#)
    #expect(commands("bash", "$RG", "${x} b", "$(c)") == #"shell: "$RG\n${x} b\n$(c)\n""#)
  }

  @Test func otherShells() {
    #expect(commands("powershell", "PS C:\\> a `", ">> b", "out", "PS> c") == #"powerShell: "a `\nb\nc\n""#)
    #expect(commands("powershell", "a", "PS> c") == #"powerShell: "a\nPS> c\n""#)
    #expect(commands("cmd", "C:\\x>a ^", "  b", "out", "C:\\x> c") == #"batch: "a ^\n  b\nc\n""#)
  }
}
