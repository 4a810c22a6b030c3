import BindingDocuments
import Testing

/// Documents that are being typed, and those that only look like bindings.
struct YAMLEdgeTests {
  @Test(arguments: [
    """
    apiVersion: rbac.authorization.k8s.io/v1
    kind: RoleBinding
    metadata: {name: trusted}
    roleRef: {kind: Role, name: aks}
    """,
    """
    apiVersion: example.com/v1
    kind: TrustedAccessRoleBinding
    spec: {owner: {name: aks}}
    """,
    """
    kind: Example
    spec: {sourceResourceId: /subscriptions/trusted/aks}
    description: |
      az aks trustedaccess role list
    steps:
      - name: az aks trustedaccess role list
      - text: Run az aks trustedaccess role list first.
    """,
    """
    - uses: actions/github-script@v7
      with:
        script: |
          az aks trustedaccess role list
    - task: PythonScript@0
      inputs: {script: az aks trustedaccess role list}
    - shell: python
      run: az aks trustedaccess role list
    """,
  ])
  func seesNothing(_ text: String) {
    #expect(printed(YAML.self, text) == [])
  }

  @Test func readsWhatIsBeingTyped() {
    let head = "apiVersion: containerservice.azure.com/v1api20250801\nkind: "
    #expect(printed(YAML.self, head + "TrustedAccessRo") == ["serviceOperator ? [TrustedAccessRo]"])
    let typed = head + "TrustedAccessRole\nspec:\n  azureName: \"open\n  owner:\n    name\n  roles: [a/b/c, d\n  sou"
    #expect(
      printed(YAML.self, typed) == [
        "serviceOperator ? [TrustedAccessRole] name=open←\"open roles=[a/b/c | d]"
      ])
  }

  @Test(arguments: [
    ("- shell: cmd\n  run: az aks trusted", "embedded batch: \"az aks trusted\""),
    ("runs-on: windows-latest\nsteps:\n- run: az aks trusted", "embedded powerShell: \"az aks trusted\""),
    ("defaults: {run: {shell: pwsh}}\nsteps:\n- run: az aks trusted", "embedded powerShell: \"az aks trusted\""),
    ("pool: {vmImage: windows-2022}\nsteps:\n- script: az aks trusted", "embedded batch: \"az aks trusted\""),
    ("- pwsh: az aks trusted", "embedded powerShell: \"az aks trusted\""),
    ("- bash: az aks trusted", "embedded shell: \"az aks trusted\""),
    (
      "- task: AzureCLI@2\n  inputs:\n    scriptType: batch\n    inlineScript: az aks trusted",
      "embedded batch: \"az aks trusted\""
    ),
    ("- task: AzurePowerShell@5\n  inputs: {Inline: az aks trusted}", "embedded powerShell: \"az aks trusted\""),
    ("- task: Bash@3\n  inputs: {script: az aks trusted}", "embedded shell: \"az aks trusted\""),
    ("args: [-c, \"az aks trusted\\n\"]", "embedded shell: \"az aks trusted\\n\""),
    ("command: x && az aks trusted", "embedded shell: \"x && az aks trusted\""),
    (
      "any: |\n  az aks trustedaccess role list \\\n    -l x",
      "embedded shell: \"az aks trustedaccess role list \\\\\\n  -l x\""
    ),
    ("any: $x = Get-AzAksTrustedAccessRole", "embedded powerShell: \"$x = Get-AzAksTrustedAccessRole\""),
  ])
  func tellsLanguages(_ text: String, _ script: String) {
    #expect(printed(YAML.self, text) == [script])
  }

  @Test(arguments: ["hint", "data", "description"]) func commandsThatAreOnlyNamedAreProse(_ name: String) {
    #expect(printed(YAML.self, "\(name): |\n  az aks trustedaccess rolebinding create\n  makes a binding\n").isEmpty)
  }

  @Test func mapsScriptsExactly() throws {
    let text = "run: >-\n    az aks\n    trusted\r\n\r\n     deep\nbash: 'it''s aks'\n"
    let reading = YAML.read(Array(text.utf8).span)
    #expect(
      reading.embedded.map { String(decoding: $0.text, as: UTF8.self) } == ["az aks trusted\n\n deep", "it's aks"])
    let bytes = Array(text.utf8)
    for script in reading.embedded {
      for (offset, byte) in script.text.enumerated() where byte > 0x20 {
        #expect(bytes[script.map.original(offset)] == byte)
      }
    }
  }

  @Test func silences() {
    #expect(
      printed(YAML.self, "a: b # trusted-access: ignore x\n# trusted-access: ignore\n\nrun: |\n  az aks\nc: d\n") == [
        "ignore x in \"a: b # trusted-access: ignore x\"",
        "ignore  in \"run: |\\n  az aks\\n\"",
        "embedded shell: \"az aks\\n\"",
      ])
  }

  @Test func readsEveryKindOfLineBreak() {
    for fixture in [YAMLFixtures.crossplane, YAMLFixtures.pulumi, YAMLFixtures.gitLab] {
      let lines = fixture.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(printed(YAML.self, "\u{FEFF}" + lines.joined(separator: "\r\n")) == printed(YAML.self, fixture))
      #expect(printed(YAML.self, lines.joined(separator: "\r")) == printed(YAML.self, fixture))
    }
  }

  @Test func givesNoValueToWhatIsDefinedTwice() {
    #expect(
      printed(YAML.self, "x: {env: {A: 1, B: 2}}\ny: {env: {A: 1, B: 3}}\nz: aks") == ["A = 1", "B = ?"])
  }

  @Test func cutsAtDocuments() {
    let long = String(repeating: "  - item\n", count: 8_000)
    let text = "a: 1\n---\nb: aks\n--- # c\nc:\n" + long + "d:\n" + long
    let bytes = Array(text.utf8)
    var blocks: [Block] = []
    while (blocks.last?.end ?? 0) < bytes.count {
      blocks.append(YAML.block(in: bytes.span, from: blocks.last?.end ?? 0))
    }
    #expect(blocks.map(\.end) == [5, 16, 27 + long.utf8.count, bytes.count])
    #expect(blocks.map(\.examined) == [9, 20, 31 + long.utf8.count, bytes.count])
    #expect(blocks.map(\.isOfInterest) == [false, true, false, false])
  }

  @Test(
    arguments: [
      ("/subscriptions/x", Quoting.none, "/subscriptions/x"), ("a b", .none, "a b"), ("a: b", .none, nil),
      ("a #b", .none, nil), ("", .none, nil), ("123", .none, nil), ("true", .none, nil), ("- a", .none, nil),
      ("it's", .single, "it''s"), ("a\nb", .single, nil), ("a\"b\\\n", .double, "a\\\"b\\\\\\n"), ("a", .block, "a"),
      ("a\nb", .block, nil), ("[a", .none, nil), ("a,b", .none, nil), ("a:b", .none, "a:b"),
    ] as [(String, Quoting, String?)])
  func spells(_ text: String, _ quoting: Quoting, _ spelling: String?) {
    #expect(YAML.spelling(of: text, as: quoting) == spelling)
  }
}
