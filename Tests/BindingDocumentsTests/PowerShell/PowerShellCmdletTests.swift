import BindingDocuments
import Testing

/// The cmdlets of Az.Aks.
struct PowerShellCmdletTests {
  @Test func readsACmdletOverContinuedLines() {
    #expect(
      fields(
        PowerShell.self,
        """
        New-AzAksTrustedAccessRoleBinding -ResourceGroupName rg-edge -ResourceName aks-edge -Name nightly-backup `
          -SourceResourceId $vaultId -Role 'Microsoft.DataProtection/backupVaults/backup-operator'
        """) == """
          azurePowerShell create [New-AzAksTrustedAccessRoleBinding]
            name=nightly-backup
            cluster=/subscriptions/⟨?⟩/resourceGroups/rg-edge/providers/CLUSTERS/aks-edge←aks-edge
            source=⟨vaultid⟩←$vaultId
            roles=[Microsoft.DataProtection/backupVaults/backup-operator←'Microsoft.DataProtection/backupVaults/backup-operator']
          """)
  }

  @Test func knowsEachCmdlet() {
    #expect(
      printed(
        PowerShell.self,
        """
        Update-AzAksTrustedAccessRoleBinding -Name a -Role r
        Get-AzAksTrustedAccessRoleBinding -ResourceGroupName rg -ResourceName aks
        Get-AzAksTrustedAccessRoleBinding -Name a
        Remove-AzAksTrustedAccessRoleBinding -Name a
        get-azakstrustedaccessrole -Location 'East US'
        Az.Aks\\Get-AzAksTrustedAccessRole -Location eastus
        Get–AzAksTrustedAccessRole –Location eastus
        Set-AzAksTrustedAccessRoleBinding -Name a
        New-AzAksTrustedAccessRoleBi
        New-AzAksTrustedA
        """) == [
          "azurePowerShell update [Update-AzAksTrustedAccessRoleBinding] name=a roles=[r]",
          "azurePowerShell list [Get-AzAksTrustedAccessRoleBinding] cluster=/subscriptions/⟨?⟩/resourceGroups/rg/"
            + "providers/Microsoft.ContainerService/managedClusters/aks←aks",
          "azurePowerShell show [Get-AzAksTrustedAccessRoleBinding] name=a",
          "azurePowerShell delete [Remove-AzAksTrustedAccessRoleBinding] name=a",
          "azurePowerShell listRoles [get-azakstrustedaccessrole] location=East US←'East US'",
          "azurePowerShell listRoles [Az.Aks\\Get-AzAksTrustedAccessRole] location=eastus",
          "azurePowerShell listRoles [Get–AzAksTrustedAccessRole] location=eastus",
          "azurePowerShell ? [Set-AzAksTrustedAccessRoleBinding] name=a",
          "azurePowerShell ? [New-AzAksTrustedAccessRoleBi]",
          "azurePowerShell ? [New-AzAksTrustedA]",
        ])
  }

  @Test(arguments: [
    "-N x", "–Name x", "—NAME x", "-Name: x", "-Name:x", "-Name:'x'", "-TrustedAccessRoleBindingName x", "-trusted x",
    "-AsJob -Name x", "-Name x -Confirm:$false",
  ])
  func knowsParametersHoweverTheyAreWritten(_ parameter: String) {
    let found = printed(PowerShell.self, "Remove-AzAksTrustedAccessRoleBinding \(parameter)")
    let isAmbiguous = parameter == "-N x"
    #expect(found.first?.contains(" name=x") == !isAmbiguous)
  }

  @Test(arguments: [
    ("a/b/c", "[a/b/c]"), ("a/b/c,d/e/f", "[a/b/c | d/e/f]"), ("'a', \"b\"", "[a←'a' | b←\"b\"]"),
    ("@('a', 'b')", "[a←'a' | b←'b']"), ("@(\n  'a'\n  $b # c\n)", "[a←'a' | ⟨b[@]⟩←$b]"), ("('a')", "[a←'a']"),
    ("$roles", "[⟨roles[@]⟩←$roles]"), ("$p.Role", "[⟨p.role[@]⟩←$p.Role]"),
    ("(Get-Roles)", "[⟨?(Get-Roles)⟩←(Get-Roles)]…"), ("'a','", "[a←'a' | ←']"), ("@('a',", "[a←'a']"),
    ("'a',", "[a←'a']"),
    ("a b", "[a]"), ("('a' + $b)", "[a⟨b⟩←'a' + $b]"),
  ])
  func readsListsOfRoles(_ written: String, _ roles: String) {
    #expect(
      printed(PowerShell.self, "Update-AzAksTrustedAccessRoleBinding -Role \(written)") == [
        "azurePowerShell update [Update-AzAksTrustedAccessRoleBinding] roles=\(roles)"
      ])
  }

  @Test func refersToSplattedHashtables() {
    #expect(
      fields(
        PowerShell.self,
        """
        $p = @{
          Name = 'nightly'; ResourceGroupName = $rg
          'ResourceName' = "aks"
          Role = @(
            'a/b/c'
            'd/e/f'
          )
        }
        $p.SourceResourceId = $vault.Id
        $p["Role"] += 'g/h/i'
        New-AzAksTrustedAccessRoleBinding @p -ResourceName other
        """) == """
          p = ?
          p.name = nightly←'nightly'
          p.resourcegroupname = ⟨rg⟩←$rg
          p.resourcename = aks←"aks"
          p.role = ?
          p.sourceresourceid = ⟨vault.id⟩←$vault.Id
          p.role = ?
          azurePowerShell create [New-AzAksTrustedAccessRoleBinding]
            name=⟨p.name⟩←@p
            cluster=/subscriptions/⟨p.subscriptionid⟩/resourceGroups/⟨p.resourcegroupname⟩/providers/CLUSTERS/other←other
            source=⟨p.sourceresourceid⟩←@p
            roles=[⟨p.role[@]⟩←@p]
          """)
  }

  @Test func keepsAllParameters() {
    let bytes = Array("New-AzAksTrustedAccessRoleBinding x -Role a b -asjob -Nmae: y @p -".utf8)
    let site = PowerShell.read(bytes.span).sites.first
    #expect(site?.words.compactMap(\.literal) == ["New-AzAksTrustedAccessRoleBinding", "x"])
    #expect(
      site?.arguments.map { "\($0.name.parts[0].text) \($0.values.compactMap(\.literal))" } == [
        "-Role [\"a\", \"b\"]", "-asjob []", "-Nmae [\"y\"]", "p[@] []", "- []",
      ])
  }

  @Test func isGivenSomethingInAPipeline() {
    let text = """
      Get-AzAksTrustedAccessRoleBinding -ResourceGroupName rg -ResourceName aks |
        Where-Object { $_.Name -like 'x*' } |
        Remove-AzAksTrustedAccessRoleBinding
      """
    let bytes = Array(text.utf8)
    #expect(PowerShell.block(in: bytes.span, from: 0).end == bytes.count)
    let sites = PowerShell.read(bytes.span).sites
    #expect(sites.map(\.operation) == [.list, .delete])
    #expect(sites.last?.arguments.map(\.name.literal) == [nil])
  }

  @Test(arguments: [
    "Get-Help New-AzAksTrustedAccessRoleBinding",
    "Describe 'New-AzAksTrustedAccessRoleBinding' { }",
    "function New-AzAksTrustedAccessRoleBinding { }", "# New-AzAksTrustedAccessRoleBinding -Name x",
    "<# New-AzAksTrustedAccessRoleBinding -Name x\n#>", "\"New-AzAksTrustedAccessRoleBinding\"",
    "Write-Host 'see trusted access'", "@{ New-AzAksTrustedAccessRoleBinding = 1 }", "New-AzAksTable -Name trust",
  ])
  func findsNothingWhereNothingIsDone(_ text: String) {
    #expect(printed(PowerShell.self, text).filter { $0.hasPrefix("azure") } == [])
  }
}
