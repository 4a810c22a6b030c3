import BindingDocuments
import Testing

/// The language itself: `az` called from it, values, definitions, comments, blocks.
struct PowerShellTests {
  @Test func readsTheAzureCLI() {
    #expect(
      fields(
        PowerShell.self,
        """
        $result = az aks trustedaccess rolebinding create --resource-group $rg `
          --cluster-name "aks-$env:STAGE" -n 'it''s' --source-resource-id $vault.Id `
          --roles A.B/c/d,A.B/c/e 2>$null | ConvertFrom-Json
        """) == """
          result = ?
          azureCLI create [az aks trustedaccess rolebinding create]
            name=it's←'it''s'
            cluster=/subscriptions/⟨?⟩/resourceGroups/⟨rg⟩/providers/CLUSTERS/aks-⟨env:stage⟩←"aks-$env:STAGE"
            source=⟨vault.id⟩←$vault.Id
            roles=A.B/c/d | A.B/c/e
          """)
  }

  @Test(arguments: [
    ("a,b", ["a,b"]), ("a, b", ["a", "b"]), ("'a','b'", ["a,b"]), ("$(x),b", ["⟨?$(x)⟩,b"]), ("@x", ["⟨x[@]⟩"]),
    ("\"a\"b", ["a", "b"]), ("a\"b c\"d", ["ab cd"]), ("a`,b", ["a,b"]), ("$x/b", ["⟨x⟩/b"]), ("$x.b", ["⟨x.b⟩"]),
    ("$x.b()", ["⟨?$x.b()⟩"]), ("$x[0]", ["⟨?$x[0]⟩"]), ("/a/$x.b/c", ["/a/⟨x⟩.b/c"]), ("\"$x.b\"", ["⟨x⟩.b"]),
    ("\"$($x.b)`n\"\"\"", ["⟨x.b⟩\n\""]), ("\"${x}y\"", ["⟨x⟩y"]), ("“a”", ["a"]), ("‘a’", ["a"]),
    ("'\\\"a\\\"'", ["\"a\""]),
    ("\"$(f \"$(g ')')\")\"", ["⟨?$(f \"$(g ')')\")⟩"]), ("a > b", ["a"]), ("a 2>&1", ["a"]), ("a *> $null", ["a"]),
    ("<name>", ["<name>"]), ("${{ inputs.name }}", ["⟨?${{ inputs.name }}⟩"]), ("a # b", ["a"]), ("a#b", ["a#b"]),
    ("a <# b #> c", ["a", "c"]), ("a; b", ["a"]), ("a && b", ["a"]), ("(f)", ["⟨?(f)⟩"]),
    ("--% a \"b c\" %X%", ["a", "b c", "⟨env:x⟩"]),
    ("$true", ["⟨?$true⟩"]), ("{ a }", ["⟨?{ a }⟩"]), ("@'\na\n'b\n'@", ["a\n'b"]), ("@\"\n$a\"\n\"@", ["⟨a⟩\""]),
    ("", []),
    ("$script:x", ["⟨x⟩"]), ("–x", ["–x"]), ("\"`u{e9}\"", ["é"]),
  ])
  func readsWords(_ written: String, _ words: [String]) {
    let bytes = Array("az aks trustedaccess \(written)".utf8)
    let site = PowerShell.read(bytes.span).sites.first
    let found = (site?.words.dropFirst(3) ?? []).map(shown) + (site?.arguments.map { shown($0.name) } ?? [])
    #expect(found == words)
  }

  private func shown(_ value: Expression) -> String {
    value.parts.map { $0.kind == .text ? $0.text : $0.kind == .reference ? "⟨\($0.text)⟩" : "⟨?\($0.text)⟩" }.joined()
  }

  @Test(arguments: [
    ("$x = 'a'", ["x = a←'a'"]), ("$X='a'", ["x = a←'a'"]), ("[string] $x = \"a$y\"", ["x = a⟨y⟩←\"a$y\""]),
    ("$script:x = 5", ["x = 5"]), ("$env:X = 'a'", ["env:x = a←'a'"]), ("$x = az account show", ["x = ?"]),
    ("$x = 'a' + $y + \"b\"", ["x = a⟨y⟩b←'a' + $y + \"b\""]), ("$x =\n  'a'", ["x = a←'a'"]),
    ("$x = '/s/{0}/{1}{{' -f $y, 'b'", ["x = /s/⟨y⟩/b{←'/s/{0}/{1}{{' -f $y, 'b'"]), ("$x = '{9}' -f 1", ["x = ?"]),
    ("$x = 'a'.ToUpper()", ["x = ?"]), ("$x = $y", ["x = ⟨y⟩←$y"]), ("$x, $y = 1, 2", []), ("$x += 'a'", ["x = ?"]),
    ("$x = if ($y) { 'a' } else { 'b' }", ["x = ?"]), ("$x = @'\na\n'@", ["x = a←@'\na\n'@"]),
    ("$x = 'a', 'b'", ["x = ?"]),
    ("if ($y) { $x = 'a' }", ["x = a←'a'", "x = ?"]), ("try { $x = 'a' } catch { }", ["x = a←'a'"]),
    ("$x = @{ a = @{ b = 'c' } } | ConvertTo-Json", ["x = ?", "x.a.b = c←'c'"]),
    ("foreach ($x in 1..3) { $y = 'a' }", ["x = ?", "y = a←'a'", "y = ?"]),
    ("param([string]$x = 'a', [int] $y)\n$z = 1", ["x = a←'a'", "y = ?", "z = 1"]),
    ("function f($x) { $y = 1 }", ["x = ?", "y = 1", "y = ?"]),
    ("$x -eq 'a' = 1", []), ("# $x = 'a'", []), ("f -a $x = 'b'", []),
  ])
  func readsDefinitions(_ text: String, _ definitions: [String]) {
    #expect(printed(PowerShell.self, text) == definitions)
  }

  @Test func whatALoopSetsIsNotKnownBehindIt() throws {
    let script =
      "$b = 'a_b'\nforeach ($b in $list) {\n  Write-Host $b\n}\naz aks trustedaccess rolebinding show -n $b\n"
    let analysis = try #require(DocumentAnalysis(Array(script.utf8), as: .powerShell))
    #expect(analysis.sites.map { $0.name?.isKnown } == [false])
  }

  @Test func readsElementsOfLists() {
    let bytes = Array("$x = 'a', $b; $x += 'c'; $x = ('a', 'b')".utf8)
    let elements = PowerShell.read(bytes.span).definitions.map { $0.elements?.map(shown) }
    #expect(elements == [["a", "⟨b⟩"], ["⟨x[@]⟩", "c"], ["a", "b"]])
  }

  @Test(arguments: [
    "foreach ($x in $y) { CALL }", "1..3 | ForEach-Object { CALL }", "$y | % { if ($_) { CALL } }",
    "while ($x) { CALL }",
    "for ($i = 0; $i -lt 3; $i++)\n{\n  CALL\n}", "do { CALL } while ($x)",
  ])
  func knowsWhatIsRepeated(_ text: String) {
    let call = text.replacing("CALL", with: "az aks trustedaccess role list -l x")
    #expect(printed(PowerShell.self, call).count { $0.contains("] repeated location=x") } == 1)
    let behind = call + "; az aks trustedaccess role list -l y"
    #expect(printed(PowerShell.self, behind).count { $0.contains("] location=y") } == 1)
  }

  @Test(arguments: [
    "if ($x) { CALL }", "$y = $(CALL)", "\"$(CALL)\"", "f (CALL)", "& CALL", "{ CALL }", "try { CALL } catch { }",
    "$y = CALL",
    "if (-not (CALL)) { }", "x | CALL", "@{ a = CALL }", "& { CALL }", "return CALL", "function f { CALL }", "f; CALL",
  ])
  func findsCommandsAnywhere(_ text: String) {
    let call = text.replacing("CALL", with: "az aks trustedaccess role list -l x")
    #expect(printed(PowerShell.self, call).count { $0.contains("azureCLI listRoles") } == 1)
  }

  @Test func readsSilencingComments() {
    #expect(
      printed(
        PowerShell.self,
        """
        # trusted-access: ignore unknown-role
        # because

        az aks trustedaccess role list `
          -l x
        if ($a) {
          az aks trustedaccess role list -l y # trusted-access: ignore
        }
        <# trusted-access: ignore a, b #> f
        """
      ).filter { $0.hasPrefix("ignore") } == [
        "ignore unknown-role in \"az aks trustedaccess role list `\\n  -l x\"",
        "ignore  in \"az aks trustedaccess role list -l y\"",
        "ignore a,b in \"<# trusted-access: ignore a, b #> f\"",
      ])
  }

  @Test(arguments: [
    ("a\nb\n", ["a\n", "b\n"]), ("\n# c\na\nb", ["\n# c\na\n", "b"]), ("a `\n b\nc", ["a `\n b\n", "c"]),
    ("a |\n b\nc", ["a |\n b\n", "c"]), ("f {\n a\n}\nb", ["f {\n a\n}\n", "b"]), ("f 'a\nb'\nc", ["f 'a\nb'\n", "c"]),
    ("f 'a\naz b\n", ["f 'a\n", "az b\n"]), ("f \"a\n$x = 1\n\"", ["f \"a\n", "$x = 1\n", "\""]),
    ("$x = @'\n}'\n'@\nb", ["$x = @'\n}'\n'@\n", "b"]), ("f @'\na\n", ["f @'\n", "a\n"]),
    ("<# a\n#>\nb\nc", ["<# a\n#>\nb\n", "c"]),
    ("a <# b\nc", ["a <# b\n", "c"]), ("function f {\n  g (\n}\nb", ["function f {\n  g (\n}\n", "b"]),
    ("a\r\nb", ["a\r\n", "b"]),
    ("f \"$(g\n)\"\nb", ["f \"$(g\n", ")\"\n", "b"]), ("f ${a{b}\nc", ["f ${a{b}\n", "c"]),
    ("a # {\nb", ["a # {\n", "b"]),
    ("a#{\n}\nb", ["a#{\n}\n", "b"]), ("'a' -f\n 'b'\nc", ["'a' -f\n 'b'\n", "c"]),
    ("az --% {\nb", ["az --% {\n", "b"]),
  ])
  func cutsBlocks(_ text: String, _ blocks: [String]) {
    let bytes = Array(text.utf8)
    var found: [String] = []
    var start = 0
    while start < bytes.count {
      let block = PowerShell.block(in: bytes.span, from: start)
      found.append(String(decoding: bytes[start..<block.end], as: UTF8.self))
      start = block.end
    }
    #expect(found == blocks)
  }

  @Test func cutsWhatIsNeverClosed() {
    let text = Array(("f {\n" + String(repeating: "  g\n", count: 40_000)).utf8)
    let block = PowerShell.block(in: text.span, from: 0)
    #expect(block.end == 1 << 16)
  }

  @Test func looksAtAllThatAnEndDependsOn() {
    let text = Array("f 'a\n\nb'\n".utf8)
    let unclosed = Array("f 'a\n\nb\n".utf8)
    #expect(PowerShell.block(in: text.span, from: 0).end == text.count)
    #expect(PowerShell.block(in: unclosed.span, from: 0) == Block(end: 5, examined: 8, interest: .nothing))
  }

  @Test(arguments: [
    ("Write-Host 'a'", Block.Interest.nothing), ("# $x = 1", .nothing), ("$x = 'a'", .definitions),
    ("$x = az account show", .anything), ("# TRUSTED-access: ignore", .anything), ("f 'trust'", .anything),
    ("lazy az-x", .nothing),
  ])
  func tellsWhatMayBeInABlock(_ text: String, _ interest: Block.Interest) {
    let bytes = Array(text.utf8)
    #expect(PowerShell.block(in: bytes.span, from: 0).interest == interest)
  }

  @Test func spellsTexts() {
    #expect(PowerShell.spelling(of: "it's ‘$x", as: .single) == "'it''s ‘‘$x'")
    #expect(PowerShell.spelling(of: "a\"$x`\n", as: .double) == "\"a`\"`$x```n\"")
    #expect(PowerShell.spelling(of: "/a/b.c-d", as: .none) == "/a/b.c-d")
    #expect(PowerShell.spelling(of: "a,b", as: .none) == "a`,b")
    #expect(PowerShell.spelling(of: "-a", as: .none) == nil)
    #expect(PowerShell.spelling(of: "a\nb", as: .none) == nil)
    #expect(PowerShell.spelling(of: "a\nb", as: .block) == "a\nb")
    #expect(PowerShell.spelling(of: "a\n'@", as: .block) == nil)
    #expect(PowerShell.spelling(of: "$a", as: .block) == nil)
  }
}
