#Requires -Modules Az.Aks
<#
.SYNOPSIS
    Connects the Backup vault with the cluster.
#>
param([string] $Cluster = 'aks-prod')

Set-AzContext -Subscription 8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b | Out-Null

New-AzAksTrustedAccessRoleBinding -ResourceGroupName rg-prod -ResourceName aks-prod `
    -Name 'nightly‸ ‸backup' `
    -SourceResourceId '/subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b/resourceGroups/rg-backup/providers/Microsoft.DataProtection/backupVaults/bv-prod' `
    -Role 'Microsoft.DataProtection/backupVaults/backup-operator'

Start-Sleep -Seconds 300
Get-AzAksTrustedAccessRoleBinding -ResourceGroupName rg-prod -ResourceName $Cluster
‸‸ binding-name
-     -Name 'nightly backup' `
+     -Name 'nightly-backup' `
