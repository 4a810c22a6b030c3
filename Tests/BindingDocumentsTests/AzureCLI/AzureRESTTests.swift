import BindingDocuments
import Testing

/// `az rest`, as the shell gives its words.
struct AzureRESTTests {
  @Test func aBindingIsDeclared() {
    let script = #"""
      az rest --method put --url "https://management.azure.com/subscriptions/$SUB/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/aks/trustedAccessRoleBindings/ml?api-version=2025-08-01" \
        --body '{"properties": {"sourceResourceId": "'"$SRC"'", "roles": ["A/b\/c", "A/b/d"]}}'
      """#
    #expect(
      printed(Shell.self, script) == [
        "azureREST declare [az rest] name=ml cluster=/subscriptions/⟨SUB⟩/resourceGroups/rg/providers/"
          + "Microsoft.ContainerService/managedClusters/aks←/subscriptions/$SUB/resourceGroups/rg/providers/"
          + "Microsoft.ContainerService/managedClusters/aks source=⟨SRC⟩←$SRC roles=[A/b/c←A/b\\/c | A/b/d]"
      ])
  }

  @Test(arguments: [
    ("-m GET -u $ID/trustedAccessRoleBindings", "list [az rest] cluster=⟨ID⟩←$ID"),
    ("--uri https://x$ID/trustedaccessrolebindings/b?a=1", "show [az rest] name=b cluster=⟨ID⟩←$ID"),
    ("-m delete -u /subscriptions/0/trustedAccessRoleBindings/b/", "delete [az rest] name=b cluster=/subscriptions/0"),
    ("-m patch -u $ID/trustedAccessRoleBindings/b", "? [az rest] name=b cluster=⟨ID⟩←$ID"),
    ("-u /subscriptions/0/providers/a/locations/$L/trustedAccessRoles", "listRoles [az rest] location=⟨L⟩←$L"),
    (
      #"-m put -u "$URL" -b "{\"properties\":{\"sourceResourceId\":\"$S\",\"roles\":$R}}""#,
      "declare [az rest] source=⟨S⟩←$S roles=[]…"
    ),
    ("-m put -u $ID/trustedAccessRoleBindings/b -b @body.json", "declare [az rest] name=b cluster=⟨ID⟩←$ID"),
  ]) func methodsAndURLs(_ arguments: String, _ site: String) {
    #expect(printed(Shell.self, "az rest " + arguments) == ["azureREST " + site])
  }

  @Test(arguments: [
    "az rest -u https://graph.microsoft.com/v1.0/me", "az rest", "az rest --url",
    #"az rest -m put -u /subscriptions/0/x -b '{"properties":{"sourceResourceId":"a","roles":[]}}'"#,
    "az rest -u $ID/trustedAccessRoleBindingsOther",
    "az rest -m put -u $URL -b '{\"properties\":{\"sourceResourceId\":1}}'",
  ]) func otherCallsAreNone(_ command: String) {
    #expect(printed(Shell.self, command) == [])
  }
}
