using namespace System.Collections.Generic

# Helpers of the platform team around Az.Aks.

$script:Roles = @{
    Backup = 'Microsoft.DataProtection/backupVaults/backup-operator'
    MachineLearning = 'Microsoft.MachineLearningServices/workspaces/mlworkload'
    Defender = 'Microsoft.Security/pricings/microsoft-defender-operator'
}

function Get-PlatformRole {
    [OutputType([string])]
    param([ValidateSet('Backup', 'MachineLearning', 'Defender')] [string] $Kind)
    $script:Roles[$Kind]
}

function New-PlatformBinding {
    <#
    .SYNOPSIS
        Binds a source to a cluster.
    .NOTES
        A cluster has 8 bindings at most.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, ValueFromPipelineByPropertyName)] [string] $ResourceGroupName,
        [Parameter(Mandatory, ValueFromPipelineByPropertyName)] [Alias('Name')] [string] $ClusterName,
        [Parameter(Mandatory)] [string] $SourceResourceId,
        [Parameter(Mandatory)] [string] $Kind
    )
    process {
        $count = @(Get-AzAksTrustedAccessRoleBinding -ResourceGroupName $ResourceGroupName -ResourceName $ClusterName).Count
        if ($count -ge 8) {
            throw "$ClusterName has $count bindings"
        }
        $parameters = @{ ResourceGroupName = $ResourceGroupName; ResourceName = $ClusterName }
        New-AzAksTrustedAccessRoleBinding @parameters -Name "platform-$($Kind.ToLower())" `
            -SourceResourceId $SourceResourceId -Role (Get-PlatformRole $Kind)
    }
}

function Update-PlatformBinding {
    param($ResourceGroupName, $ClusterName, $Name, [string[]] $Role)
    Update-AzAksTrustedAccessRoleBinding -ResourceGroupName $ResourceGroupName -ResourceName $ClusterName -Name $Name -Role $Role
}

function Remove-PlatformBinding {
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
    param($ResourceGroupName, $ClusterName, $Name)
    if ($PSCmdlet.ShouldProcess($Name, 'disconnect the service')) {
        Remove-AzAksTrustedAccessRoleBinding -ResourceGroupName $ResourceGroupName -ResourceName $ClusterName -Name $Name -Confirm:$false
    }
}

Set-Alias -Name nab -Value New-PlatformBinding
Export-ModuleMember -Function *-Platform* -Alias nab
