/// Scripts as people write them, with a little of everything.
enum PowerShellFixtures {
  static let splatted = """
    <#
    .SYNOPSIS Lets the vault back the cluster up.
    #>
    param(
      [Parameter(Mandatory = $true)] [string] $ResourceGroup,
      [ValidateSet('blue', 'green')] [string]$Cluster = 'blue',
      [string[]] $Roles = @('Microsoft.DataProtection/backupVaults/backup-operator')
    )
    $sub = (Get-AzContext).Subscription.Id
    $binding = @{
      Name              = 'nightly'   # trusted-access: ignore binding-name
      ResourceGroupName = $ResourceGroup
      ResourceName      = $Cluster
      SourceResourceId  = "/subscriptions/$sub/resourceGroups/${ResourceGroup}/providers/Microsoft.DataProtection/backupVaults/$($vault.Name)"
      Role              = $Roles, "b/c/d"
    }
    New-AzAksTrustedAccessRoleBinding @binding –Confirm:$false | Out-Null
    """

  static let looped = """
    foreach ($c in Get-AzAksCluster) {
      try {
        $id = '/subscriptions/{0}/resourceGroups/{1}/providers/X.Y/z/v' -f $env:SUB, 'rg'
        # trusted-access: ignore
        az aks trustedaccess rolebinding create --resource-group $c.ResourceGroupName --cluster-name $c.Name -n "ta-$env:USER" `
          --source-resource-id "$id" --roles X.Y/z/r,X.Y/z/`r 2>$null
      } catch { Write-Warning "it's $($_.Exception.Message) `u{1F600} “no”" }
    }
    Get-AzAksTrustedAccessRoleBinding -ResourceGroupName rg -ResourceName aks |
      Where-Object { $_.Name -like 'x*' } | Remove-AzAksTrustedAccessRoleBinding -Confirm:$false
    $body = @"
    { "properties": { "roles": ["$($roles -join '","')"] } }
    "@
    Invoke-AzRestMethod -Method PUT -Path "/subscriptions/$sub/x/trustedAccessRoleBindings/b" -Payload $body
    az --% aks trustedaccess rolebinding delete -n "a b" -g %RG% | Out-Null
    """

  static let all = [splatted, looped]
}
