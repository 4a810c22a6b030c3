# Text for other tools stands in here-strings; this script runs none of it.
$cluster = 'aks'

$manifest = @"
apiVersion: containerservice.azure.com/v1api20250801
kind: TrustedAccessRoleBinding
metadata:
  name: backup
spec:
  owner:
    name: $cluster
  roles:
    - Microsoft.DataProtection/backupVaults/backup-operator
  sourceResourceReference:
    group: dataprotection.azure.com
    kind: BackupVault
    name: vault
"@
$manifest | kubectl apply -f -

$help = @'
Use this to see the roles of a location:

    az aks trustedaccess role list --location eastus

and this to make a binding:

    az aks trustedaccess rolebinding create ...
    New-AzAksTrustedAccessRoleBinding ...
'@
Write-Output $help

$payload = @'
{ "properties": { "sourceResourceId": "<vault>", "roles": [ "<role>" ] } }
'@
Set-Content -Path body.json -Value $payload

az rest --method put `
    --url "https://management.azure.com$((Get-AzAksCluster -Name $cluster -ResourceGroupName rg).Id)/trustedAccessRoleBindings/backup?api-version=2025-08-01" `
    --body '@body.json'
