import BindingDocuments
import Testing

/// Calls of the REST API: `Invoke-AzRestMethod`, and `az rest`.
struct PowerShellRESTTests {
  @Test func readsACallByPath() {
    #expect(
      fields(
        PowerShell.self,
        #"""
        Invoke-AzRestMethod -Method PUT -Path "/subscriptions/$sub/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/aks/trustedAccessRoleBindings/nightly?api-version=2025-08-01" -Payload @"
        { "properties": { "sourceResourceId": "$vault", "roles": ["A.B/c/d", "A.B/c/$role"] } }
        "@
        """#) == """
          azureREST declare [Invoke-AzRestMethod]
            name=nightly
            cluster=/subscriptions/⟨sub⟩/resourceGroups/rg/providers/CLUSTERS/aks←/subscriptions/$sub/resourceGroups/rg/providers/CLUSTERS/aks
            source=⟨vault⟩←$vault
            roles=[A.B/c/d | A.B/c/⟨role⟩←A.B/c/$role]
          """)
  }

  @Test func readsAHashtableThatBecomesTheBody() {
    let payload = "(@{ properties = @{ sourceResourceId = $vault; roles = @('A.B/c/d') } } | ConvertTo-Json -Depth 5)"
    #expect(
      printed(
        PowerShell.self,
        "Invoke-AzRestMethod -Uri https://management.azure.com$aks/trustedAccessRoleBindings/x -Method Put -Payload \(payload)"
      ) == [
        "azureREST declare [Invoke-AzRestMethod] name=x cluster=⟨aks⟩←$aks source=⟨vault⟩←$vault "
          + "roles=[A.B/c/d←'A.B/c/d']"
      ])
  }

  @Test func refersToABodyInAVariable() {
    #expect(
      printed(
        PowerShell.self,
        """
        $body = @{ properties = @{ roles = 'A.B/c/d' } } | ConvertTo-Json
        Invoke-AzRestMethod /subscriptions/s/trustedAccessRoleBindings/x -Method PUT -Payload $body
        """) == [
          "body = ?", "body.properties.roles = A.B/c/d←'A.B/c/d'",
          "azureREST declare [Invoke-AzRestMethod] name=x cluster=/subscriptions/s "
            + "source=⟨body.properties.sourceresourceid⟩←$body roles=[⟨body.properties.roles[@]⟩←$body]",
        ])
  }

  @Test func putsPiecesTogether() {
    #expect(
      printed(
        PowerShell.self,
        """
        Invoke-AzRestMethod -SubscriptionId s -ResourceGroupName rg -ResourceProviderName Microsoft.ContainerService `
          -ResourceType managedClusters, trustedAccessRoleBindings -Name aks, x -ApiVersion 2025-08-01 -Method DELETE
        """) == [
          "azureREST delete [Invoke-AzRestMethod] name=x "
            + "cluster=/subscriptions/s/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/aks←aks"
        ])
  }

  @Test func readsABodyWithEscapesForTheProgram() {
    #expect(
      printed(
        PowerShell.self,
        #"""
        az rest --method put --url "$aks/trustedAccessRoleBindings/$name" `
          --body '{\"properties\":{\"sourceResourceId\":\"/s\",\"roles\":[\"A.B/c/d\"]}}'
        """#) == [
          "azureREST declare [az rest] name=⟨name⟩←$name cluster=⟨aks⟩←$aks source=/s roles=[A.B/c/d]"
        ])
  }

  @Test(arguments: [
    "az rest --url /subscriptions/s/roleBindings/trust", "az rest trustedAccessRoleBindings",
    "Invoke-AzRestMethod -Path /subscriptions/s/trust", "Invoke-AzRestMethod -Method PUT -Payload '{ \"trust\": 1 }'",
    "az rest --url /subscriptions/s/trustedAccessRoleBindingsX",
  ])
  func leavesOtherCallsAlone(_ text: String) {
    #expect(printed(PowerShell.self, text) == [])
  }
}
