# The workspace of the data team, splatted
$ErrorActionPreference = 'Stop'

$workspace = '/subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b/resourceGroups/rg-ml/providers/Microsoft.MachineLearningServices/workspaces/mlw-prod'
$binding = @{
    ResourceGroupName = 'rg-ml'
    ResourceName      = 'aks-ml'
    Name              = 'ml-training'
    SourceResourceId  = $workspace
    Role              = @('Microsoft.MachineLearningServices/workspaces/training')
}

if (-not (Get-AzAksTrustedAccessRoleBinding -ResourceGroupName rg-ml -ResourceName aks-ml -Name ml-training -ErrorAction Ignore)) {
    New-AzAksTrustedAccessRoleBinding ‸@binding‸
}
‸‸ retired-role
