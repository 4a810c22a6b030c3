# The Azure CLI from PowerShell, with backticks.
param($Stage = "dev")

$rg = "rg-ml-$Stage"
$cluster = "aks-ml-$Stage"
$workspace = az ml workspace show -n "ws-$Stage" -g $rg --query id -o tsv
if ($LASTEXITCODE -ne 0) { throw "no workspace" }

$names = az aks trustedaccess rolebinding list `
    --resource-group $rg `
    --cluster-name $cluster `
    --query '[].name' -o tsv

if ($names -notcontains "ml-$Stage") {
    az aks trustedaccess rolebinding create `
        --resource-group $rg `
        --cluster-name $cluster `
        --name "ml-$Stage" `
        --source-resource-id $workspace `
        --roles Microsoft.MachineLearningServices/workspaces/mlworkload `
        --output none
}
else {
    az aks trustedaccess rolebinding update `
        --resource-group $rg `
        --cluster-name $cluster `
        --name "ml-$Stage" `
        --roles 'Microsoft.MachineLearningServices/workspaces/mlworkload'
}

Write-Host "Waiting for the add-on manager (five minutes)" -ForegroundColor Cyan
Start-Sleep -Seconds 300

$roles = az aks trustedaccess role list --location eastus | ConvertFrom-Json
$roles | Where-Object sourceResourceType -like 'Microsoft.MachineLearningServices*' | ForEach-Object {
    "{0}/{1}" -f $_.sourceResourceType, $_.name
}

# az aks trustedaccess rolebinding delete --name "ml-$Stage" `
#     --resource-group $rg `
#     --cluster-name $cluster
