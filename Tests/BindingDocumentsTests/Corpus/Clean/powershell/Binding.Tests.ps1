BeforeAll {
    . $PSScriptRoot/Enable-Backup.ps1
    Mock New-AzAksTrustedAccessRoleBinding { [pscustomobject]@{ Name = $Name; ProvisioningState = 'Succeeded' } }
    Mock Get-AzAksTrustedAccessRoleBinding { throw 'not found' }
    Mock Start-Sleep {}
}

Describe 'Enable-Backup' {
    It 'makes the binding when there is none' {
        Enable-Backup -ResourceGroupName rg -ClusterName aks -VaultName bv
        Should -Invoke New-AzAksTrustedAccessRoleBinding -Times 1 -ParameterFilter {
            $Role -contains 'Microsoft.DataProtection/backupVaults/backup-operator'
        }
    }

    It 'waits for the reconciliation' {
        Should -Invoke Start-Sleep -Times 1 -ParameterFilter { $Seconds -ge 300 }
    }

    Context 'when the binding exists' {
        BeforeEach {
            Mock Get-AzAksTrustedAccessRoleBinding { [pscustomobject]@{ Name = 'aks-backup' } }
        }

        It 'makes nothing' {
            Enable-Backup -ResourceGroupName rg -ClusterName aks -VaultName bv
            Should -Not -Invoke New-AzAksTrustedAccessRoleBinding
        }

        It 'refuses a name of <Name>' -TestCases @(
            @{ Name = 'a_b' }
            @{ Name = 'x' * 25 }
        ) {
            { Enable-Backup -BindingName $Name -ResourceGroupName rg -ClusterName aks -VaultName bv } | Should -Throw
        }
    }
}
