# Azure RBAC, Event Grid and recovery: nothing of Trusted Access.
param([string] $SourceResourceId, [string[]] $Role = @('Reader', 'Contributor'))

$vault = Get-AzDataProtectionBackupVault -ResourceGroupName rg-backup -VaultName bv
$cluster = Get-AzAksCluster -ResourceGroupName rg-aks -Name aks

foreach ($name in $Role) {
    New-AzRoleAssignment -ObjectId $vault.IdentityPrincipalId -RoleDefinitionName $name -Scope $cluster.Id
}
New-AzRoleAssignment -SignInName 'ops@contoso.com' -RoleDefinitionName 'Azure Kubernetes Service RBAC Admin' -Scope $cluster.Id
Get-AzRoleAssignment -Scope $cluster.Id | Where-Object RoleDefinitionName -like '*Kubernetes*'

New-AzEventGridSubscription -ResourceId $SourceResourceId -EventSubscriptionName created -Endpoint https://example.com/hook

$config = New-AzSnapshotConfig -SourceResourceId $SourceResourceId -Location westeurope -CreateOption Copy
New-AzSnapshot -Snapshot $config -SnapshotName copy -ResourceGroupName rg-snapshots

$disk = New-AzDiskConfig -SourceResourceId $SourceResourceId -Location westeurope -CreateOption Copy
New-AzDisk -Disk $disk -ResourceGroupName rg-snapshots -DiskName copy

Set-AzRecoveryServicesVaultContext -Vault (Get-AzRecoveryServicesVault -Name rsv)
Enable-AzRecoveryServicesBackupProtection -ResourceGroupName rg -Name vm -Policy $policy
Set-AzDiagnosticSetting -ResourceId $cluster.Id -WorkspaceId $SourceResourceId -Enabled $true

kubectl create rolebinding view --clusterrole=view --user=ops@contoso.com
kubectl get rolebindings -A -o json | ConvertFrom-Json | Select-Object -ExpandProperty items
