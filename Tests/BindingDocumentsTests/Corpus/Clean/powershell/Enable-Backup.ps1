<#
.SYNOPSIS
    Prepares an AKS cluster for Azure Backup.
.DESCRIPTION
    Makes the Trusted Access role binding between a Backup vault and a cluster, waits until it has an effect, and
    starts the first backup.
.EXAMPLE
    ./Enable-Backup.ps1 -ResourceGroupName rg-aks -ClusterName aks -VaultName bv -VaultResourceGroupName rg-backup
.EXAMPLE
    New-AzAksTrustedAccessRoleBinding -ResourceGroupName rg -ResourceName aks -Name b -SourceResourceId ... -Role ...
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [string] $ResourceGroupName,

    [Parameter(Mandatory)]
    [ValidateLength(1, 63)]
    [string] $ClusterName,

    [Parameter(Mandatory)]
    [string] $VaultName,

    [string] $VaultResourceGroupName = $ResourceGroupName,

    [ValidatePattern('^[A-Za-z0-9-]{1,24}$')]
    [string] $BindingName = 'aks-backup'
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

#Requires -Modules Az.Aks, Az.DataProtection

$vault = Get-AzDataProtectionBackupVault -ResourceGroupName $VaultResourceGroupName -VaultName $VaultName

$binding = @{
    ResourceGroupName = $ResourceGroupName
    ResourceName      = $ClusterName
    Name              = $BindingName
    SourceResourceId  = $vault.Id
    Role              = 'Microsoft.DataProtection/backupVaults/backup-operator'
}

try {
    $existing = Get-AzAksTrustedAccessRoleBinding -ResourceGroupName $ResourceGroupName -ResourceName $ClusterName -Name $BindingName
    Write-Verbose "exists: $($existing.ProvisioningState)"
}
catch {
    if ($PSCmdlet.ShouldProcess($ClusterName, "bind $VaultName")) {
        New-AzAksTrustedAccessRoleBinding @binding
        Start-Sleep -Seconds 300
    }
}

Get-AzAksTrustedAccessRoleBinding -ResourceGroupName $ResourceGroupName -ResourceName $ClusterName |
    Format-Table Name, ProvisioningState, SourceResourceId
