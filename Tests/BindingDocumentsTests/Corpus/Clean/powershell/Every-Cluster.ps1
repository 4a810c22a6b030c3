# All clusters of all subscriptions, one after the other.
$report = foreach ($subscription in Get-AzSubscription | Where-Object State -eq 'Enabled') {
    $null = Set-AzContext -SubscriptionId $subscription.Id
    Get-AzAksCluster | ForEach-Object {
        $group = ($_.Id -split '/')[4]
        $cluster = $_.Name
        try {
            Get-AzAksTrustedAccessRoleBinding -ResourceGroupName $group -ResourceName $cluster | ForEach-Object {
                [pscustomobject]@{
                    Subscription = $subscription.Name
                    Cluster      = $cluster
                    Binding      = $_.Name
                    Source       = $_.SourceResourceId
                    Roles        = $_.Role -join ', '
                    State        = $_.ProvisioningState
                }
            }
        }
        catch {
            Write-Warning "${cluster}: $_"
        }
    }
}

$report | Sort-Object Cluster, Binding | Export-Csv -Path ./bindings.csv -NoTypeInformation
$report | Group-Object Cluster | Where-Object Count -ge 8 | ForEach-Object {
    Write-Warning "$($_.Name) has $($_.Count) bindings and can have no more."
}

$locations = $report.Location | Sort-Object -Unique
foreach ($location in 'eastus', 'westeurope') {
    Get-AzAksTrustedAccessRole -Location $location | Select-Object SourceResourceType, Name
}

# A workspace a cluster, both from a table
Import-Csv ./workspaces.csv | ForEach-Object {
    $splat = @{
        ResourceGroupName = $_.Group
        ResourceName      = $_.Cluster
        Name              = $_.Binding
    }
    $known = Get-AzAksTrustedAccessRoleBinding @splat -ErrorAction SilentlyContinue
    if (-not $known) {
        New-AzAksTrustedAccessRoleBinding @splat -SourceResourceId $_.Workspace -Role $_.Role.Split(';')
    }
}
