import BindingDocuments
import Testing

/// Where commands stand, and what they say.
struct ShellTests {
  @Test func aCommandGoesOnBehindABackslash() {
    let script = #"""
      #!/usr/bin/env bash
      set -euo pipefail

      az aks trustedaccess rolebinding create -g rg-edge --cluster-name aks-edge -n nightly-backup \
        --source-resource-id "$VAULT_ID" \
        --roles Microsoft.DataProtection/backupVaults/backup-operator
      """#
    #expect(
      printed(Shell.self, script) == [
        "azureCLI create [az aks trustedaccess rolebinding create] name=nightly-backup "
          + "cluster=/subscriptions/⟨?⟩/resourceGroups/rg-edge/providers/Microsoft.ContainerService/managedClusters/"
          + "aks-edge←aks-edge source=⟨VAULT_ID⟩←\"$VAULT_ID\" "
          + "roles=Microsoft.DataProtection/backupVaults/backup-operator"
      ])
  }

  @Test func wrappersStandBeforeIt() {
    for command in [
      "sudo -E az", "env A=b az", "time az", "timeout 5m az", "retry 3 az", "! az", "$ az", "\\az", "/usr/bin/az",
      "az.cmd",
      "true && az", "false||az", "A=1 az", "x | az", "(az", "{ az", "echo $(az", "echo \"`az", "if az", "AZ",
    ] {
      #expect(printed(Shell.self, command + " aks trustedaccess role list -l eastus").count == 1, "\(command)")
    }
    for command in ["echo az", "# az", "jaz", "grep az", "az-x", "'az aks' a", "man az", "echo 'az'"] {
      #expect(printed(Shell.self, command + " aks trustedaccess role list -l eastus") == [], "\(command)")
    }
  }

  @Test func whatIsRunForSeveralIsRepeated() {
    let script = #"""
      for cluster in a b; do
        while read -r name; do
          az aks trustedaccess rolebinding delete -g rg --cluster-name "$cluster" -n "$name" -y 2>/dev/null || true
        done < names.txt
      done
      until az aks trustedaccess rolebinding show -n x; do sleep 5; done
      cat names | xargs -I{} az aks trustedaccess rolebinding show -n {}
      for open in a b; do az aks trustedaccess rolebinding show -n y
      """#
    #expect(
      printed(Shell.self, script) == [
        "cluster = ?", "name = ?",
        "azureCLI delete [az aks trustedaccess rolebinding delete] repeated name=⟨name⟩←\"$name\" cluster=/subscriptions/"
          + "⟨?⟩/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/⟨cluster⟩←\"$cluster\"",
        "azureCLI show [az aks trustedaccess rolebinding show] name=x",
        "azureCLI show [az aks trustedaccess rolebinding show] repeated name={}",
        "open = ?", "azureCLI show [az aks trustedaccess rolebinding show] name=y",
      ])
  }

  @Test func commandsStandInSubstitutions() {
    let script = #"""
      state="$(az aks trustedaccess rolebinding show -n "a b" --query provisioningState -o tsv)"
      [ "`az aks trustedaccess rolebinding list`" = "[]" ] && echo none
      """#
    #expect(
      printed(Shell.self, script) == [
        "state = ?", "azureCLI show [az aks trustedaccess rolebinding show] name=a b←\"a b\"",
        "azureCLI list [az aks trustedaccess rolebinding list]",
      ])
  }

  @Test func placeholdersAreValues() {
    let script =
      "az aks trustedaccess rolebinding show -n <your binding> -g {{ .Values.rg }} --cluster-name ${{ env.NAME }}x"
    #expect(
      printed(Shell.self, script) == [
        "azureCLI show [az aks trustedaccess rolebinding show] name=<your binding> cluster=/subscriptions/⟨?⟩/"
          + "resourceGroups/{{ .Values.rg }}/providers/Microsoft.ContainerService/managedClusters/⟨?${{ env.NAME }}⟩x"
          + "←${{ env.NAME }}x"
      ])
  }

  @Test func placeholdersInEveryScriptAreValues() {
    #expect(
      printed(Shell.self, "az aks trustedaccess role list -l <地 域> -o tsv\n").last
        == "azureCLI listRoles [az aks trustedaccess role list] location=<地 域>")
    #expect(
      printed(Shell.self, "az aks trustedaccess role list -l {the location} -o tsv\n").last
        == "azureCLI listRoles [az aks trustedaccess role list] location={the location}")
    #expect(
      printed(Shell.self, "az aks trustedaccess role list -l $[[ inputs.location ]] -o tsv\n").last
        == "azureCLI listRoles [az aks trustedaccess role list] location=⟨?$[[ inputs.location ]]⟩←$[[ inputs.location ]]"
    )
  }

  @Test func whatIsBeingTypedIsASite() {
    for (script, site) in [
      ("az aks trustedaccess rolebinding create --roles", "create [az aks trustedaccess rolebinding create]"),
      (
        "az aks trustedaccess rolebinding create --name \"ab",
        "create [az aks trustedaccess rolebinding create] name=ab←\"ab"
      ),
      (
        "az aks trustedaccess rolebinding show -n \"ab -g rg \\\n --cluster-name \"c\"",
        "show [az aks trustedaccess rolebinding show] name=ab←\"ab cluster=/subscriptions/⟨?⟩/resourceGroups/rg/providers/"
          + "Microsoft.ContainerService/managedClusters/c←\"c\""
      ),
      ("az aks trustedaccess rolebinding show -n '", "show [az aks trustedaccess rolebinding show] name=←'"),
      (
        "az aks trustedaccess rolebinding show -n ${NAM",
        "show [az aks trustedaccess rolebinding show] name=⟨?${NAM⟩←${NAM"
      ),
      ("az aks trustedaccess role show -n a\\", "? [az aks trustedaccess role show] name=a←a\\"),
      ("az aks tru", "? [az aks tru]"),
      ("x=$(az aks trusted access rolebinding list", "? [az aks trusted access rolebinding list]"),
    ] {
      #expect(printed(Shell.self, script).last == "azureCLI " + site)
    }
  }
}
