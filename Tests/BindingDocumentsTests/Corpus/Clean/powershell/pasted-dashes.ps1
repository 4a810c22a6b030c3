# Pasted from a word processor, which made dashes of hyphens. PowerShell takes them all the same.
$rg = “rg-paste”
$id = ‘/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.DataProtection/backupVaults/bv’

New–AzAksTrustedAccessRoleBinding –ResourceGroupName $rg –ResourceName aks –Name backup –SourceResourceId $id –Role ‘Microsoft.DataProtection/backupVaults/backup-operator’

Start-Sleep –Seconds 300

Get-AzAksTrustedAccessRoleBinding —ResourceGroupName $rg —ResourceName aks —Name backup
Get-AzAksTrustedAccessRole -Location:westeurope
Update-AzAksTrustedAccessRoleBinding -ResourceGroup $rg -ResourceName aks -Name backup -Role @(
    'Microsoft.DataProtection/backupVaults/backup-operator'
)

if ($PSBoundParameters.ContainsKey('Clean')) {
    # disconnects the vault
    Remove-AzAksTrustedAccessRoleBinding -ResourceGroupName $rg -ResourceName aks -Name backup -PassThru
}

& az aks trustedaccess role list -l westeurope | Out-Null
$azArgs = 'aks', 'trustedaccess', 'rolebinding', 'list', '-g', $rg, '--cluster-name', 'aks'
& az @azArgs
Invoke-Expression "az aks trustedaccess rolebinding list -g $rg --cluster-name aks"
Start-Process az -ArgumentList 'aks trustedaccess role list -l westeurope' -Wait -NoNewWindow
