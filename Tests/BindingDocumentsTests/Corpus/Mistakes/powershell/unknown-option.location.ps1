# The Azure CLI from PowerShell
$vault = "/subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b/resourceGroups/rg-backup/providers/Microsoft.DataProtection/backupVaults/bv-prod"
$group = "rg-prod"

az aks trustedaccess rolebinding create `
    --resource-group $group `
    --cluster-name aks-prod `
    --name nightly-backup `
    --source-resource-id $vault `
    --roles Microsoft.DataProtection/backupVaults/backup-operator

if ($LASTEXITCODE -ne 0) { throw "not made" }
Start-Sleep -Seconds 300
az aks trustedaccess role list ‸--locaton‸ westeurope --output table
‸‸ unknown-option
- az aks trustedaccess role list --locaton westeurope --output table
+ az aks trustedaccess role list --location westeurope --output table
