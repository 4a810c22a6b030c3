import BindingDocuments
import Testing

struct BatchTests {
  @Test func readsACommandOverContinuedLines() {
    #expect(
      fields(
        Batch.self,
        """
        @echo off
        set RG=rg-edge
        set "CLUSTER=aks edge"
        call az aks trustedaccess rolebinding create -g %RG% --cluster-name "%CLUSTER%" -n night^
        ly ^
          --source-resource-id "/subscriptions/!SUB!/x" ^
          --roles A.B/c/d,A.B/c/e >nul 2>&1 || echo failed
        """) == """
          rg = rg-edge
          cluster = aks edge
          azureCLI create [az aks trustedaccess rolebinding create]
            name=night
            cluster=/subscriptions/⟨?⟩/resourceGroups/⟨rg⟩/providers/CLUSTERS/⟨cluster⟩←"%CLUSTER%"
            source=/subscriptions/⟨sub⟩/x←"/subscriptions/!SUB!/x"
            roles=A.B/c/d | A.B/c/e
          """)
  }

  @Test func knowsLoopsAndConditions() {
    #expect(
      printed(
        Batch.self,
        """
        for %%c in (one two) do az aks trustedaccess rolebinding list -g rg --cluster-name %%c
        for /f "tokens=*" %%c in ('az aks list') do (
          set NAME=ta-%%c
          az aks trustedaccess rolebinding delete -n %NAME% -g rg -y
          az aks trustedaccess rolebinding delete -n !NAME! -g rg -y
        )
        if exist x (az aks trustedaccess role list -l eastus) else az aks trustedaccess role list -l westus
        if "%1"=="" set LOCATION=eastus
        """) == [
          "azureCLI list [az aks trustedaccess rolebinding list] repeated cluster=/subscriptions/⟨?⟩/resourceGroups/rg/"
            + "providers/Microsoft.ContainerService/managedClusters/⟨?%%c⟩←%%c",
          "name = ta-⟨?%%c⟩←ta-%%c",
          "azureCLI delete [az aks trustedaccess rolebinding delete] repeated name=⟨?%NAME%⟩←%NAME%",
          "azureCLI delete [az aks trustedaccess rolebinding delete] repeated name=⟨name⟩←!NAME!",
          "name = ?",
          "azureCLI listRoles [az aks trustedaccess role list] location=eastus",
          "azureCLI listRoles [az aks trustedaccess role list] location=westus",
          "location = ?",
        ])
  }

  @Test(arguments: [
    ("\"a b\"", "a b←\"a b\""), ("a\"b c\"", "ab c←a\"b c\""), ("\"a\\\"b\"", "a\"b←\"a\\\"b\""), ("a^&b", "a&b←a^&b"),
    ("a%%-b", "a%-b←a%%-b"), ("%%b", "⟨?%%b⟩←%%b"), ("${{ env.X }}y", "⟨?${{ env.X }}⟩y←${{ env.X }}y"),
    ("%1", "⟨?%1⟩←%1"), ("%X:~0,3%", "⟨?%X:~0,3%⟩←%X:~0,3%"),
    ("%~dp0x", "⟨?%~dp0⟩x←%~dp0x"),
    ("<name>", "<name>"), ("\"open", "open←\"open"), ("50%", "50%"), ("a&b", "a"), ("a>b", "a"), ("a!b", "a!b"),
  ])
  func readsWords(_ written: String, _ name: String) {
    #expect(
      printed(Batch.self, "az aks trustedaccess rolebinding show -n \(written)").first
        == "azureCLI show [az aks trustedaccess rolebinding show] name=\(name)")
  }

  @Test(arguments: ["set X=a b", "set \"X=a b\"", "set \"X=a b\" & echo x", "SET X=\"a b\"", "set X=a b\r\n"])
  func readsAssignments(_ text: String) {
    #expect(printed(Batch.self, text).map { $0.split(separator: "←")[0] } == ["x = a b"])
  }

  @Test(arguments: ["set /a X=1+2", "set /p X=Name:"]) func doesNotKnowWhatIsComputed(_ text: String) {
    #expect(printed(Batch.self, text) == ["x = ?"])
  }

  @Test func readsSilencingComments() {
    #expect(
      printed(
        Batch.self,
        """
        @rem trusted-access: ignore unknown-role
        :: trusted-access: ignore binding-name
        :: more

        az aks trustedaccess rolebinding show ^
          -n a
        az aks trustedaccess rolebinding show -n b & rem trusted-access: ignore
        """
      ).filter { $0.hasPrefix("ignore") } == [
        "ignore unknown-role in \"az aks trustedaccess rolebinding show ^\\n  -n a\"",
        "ignore binding-name in \"az aks trustedaccess rolebinding show ^\\n  -n a\"",
        "ignore  in \"az aks trustedaccess rolebinding show -n b\"",
      ])
  }

  @Test(arguments: [
    "rem az aks trustedaccess rolebinding show -n a", ":: az aks trustedaccess rolebinding show -n a",
    "echo az aks trustedaccess rolebinding show -n a", ":az aks trustedaccess", "az aks show -n trust",
  ])
  func findsNothingWhereNothingIsDone(_ text: String) {
    #expect(printed(Batch.self, text) == [])
  }

  @Test func spellsTexts() {
    #expect(Batch.spelling(of: "a&b%c\"", as: .none) == "a^&b%%c\\\"")
    #expect(Batch.spelling(of: "a b&c", as: .double) == "\"a b&c\"")
    #expect(Batch.spelling(of: "a b", as: .none) == nil)
    #expect(Batch.spelling(of: "a\nb", as: .double) == nil)
    #expect(Batch.spelling(of: "a", as: .single) == nil)
  }

  private static let script = """
    @echo off
    setlocal enabledelayedexpansion
    rem trusted-access: ignore a, b
    if "%~1"=="" (
      set "RG=rg & co"
    ) else (
      set RG=%1
    )
    for %%c in (one two) do (
      call az aks trustedaccess rolebinding create -g %RG% --cluster-name "%%~c" -n night ^
        --source-resource-id "/subscriptions/!SUB!/x" --roles A.B/c/d,A.B/c/e >nul 2>&1 || echo failed
    )
    :end
    az aks trustedaccess role list -l "west^ europe" | findstr "é" & rem trusted-access: ignore
    """

  @Test func readsDamagedScripts() {
    #expect(readingFaultsOfDamaged(Batch.self, Self.script) == [])
    let windows = Self.script.replacing("\n", with: "\r\n")
    #expect(printed(Batch.self, windows).count == printed(Batch.self, Self.script).count)
    #expect(readingFaults(Batch.self, Array(windows.utf8)) == [])
  }

  @Test(arguments: [
    "(", ")", "\"", "^", "%", "!", "%a", "!a", "<", "<a", "az aks trustedaccess & ", "for ", "(\n", "^\n", "set a=",
    "set a=1\n", "rem trusted-access: ignore\n", "if ", "\0", ">", "&", "%%~a", "\\\"", "\r",
  ])
  func standsMuchOfAnything(_ piece: String) {
    let text = "az aks trustedaccess " + String(repeating: piece, count: 1_200 / piece.utf8.count)
    #expect(readingFaults(Batch.self, Array(text.utf8)) == [])
    #expect(readingFaults(Batch.self, Array((String(repeating: piece, count: 300) + "trust").utf8)) == [])
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func saysAfterEditsWhatItSaysAnew(_ seed: UInt64) {
    let typed = ["\"", "(", ")", "^\n", "\n", "(\n", ")\n", "rem ", "%", "set a=b\n", "az ", "&", ":x\n"]
    #expect(EditInvariants(Batch.self, Array(Self.script.utf8), typing: typed).fault(seed: seed, edits: 60) == nil)
  }
}
