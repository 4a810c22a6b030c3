#Requires -Version 7
# Bindings over the REST API with the Az module.

$subscriptionId = (Get-AzContext).Subscription.Id
$cluster = "/subscriptions/$subscriptionId/resourceGroups/rg-rest/providers/Microsoft.ContainerService/managedClusters/aks-rest"
$version = '2025-08-01'

$body = @{
    properties = @{
        sourceResourceId = (Get-AzResource -Name bv-rest -ResourceType 'Microsoft.DataProtection/backupVaults').ResourceId
        roles            = @('Microsoft.DataProtection/backupVaults/backup-operator')
    }
} | ConvertTo-Json -Depth 5

$response = Invoke-AzRestMethod -Method PUT -Path "$cluster/trustedAccessRoleBindings/backup?api-version=$version" -Payload $body
switch ($response.StatusCode) {
    200 { 'replaced' }
    201 { 'made' }
    default { throw $response.Content }
}

do {
    Start-Sleep -Seconds 15
    $state = (Invoke-AzRestMethod -Path "$cluster/trustedAccessRoleBindings/backup?api-version=$version").Content |
        ConvertFrom-Json | Select-Object -ExpandProperty properties
} while ($state.provisioningState -eq 'Updating')

$list = Invoke-AzRestMethod -Method GET -Path ("{0}/trustedAccessRoleBindings?api-version={1}" -f $cluster, $version)
($list.Content | ConvertFrom-Json).value | ForEach-Object { $_.name }

$headers = @{ Authorization = "Bearer $((Get-AzAccessToken).Token)" }
Invoke-RestMethod -Uri "https://management.azure.com$cluster/trustedAccessRoleBindings?api-version=$version" -Headers $headers |
    Select-Object -ExpandProperty value

$roles = Invoke-AzRestMethod -Path "/subscriptions/$subscriptionId/providers/Microsoft.ContainerService/locations/eastus/trustedAccessRoles?api-version=$version"
$roles.Content | ConvertFrom-Json | ForEach-Object value | Format-Table sourceResourceType, name
