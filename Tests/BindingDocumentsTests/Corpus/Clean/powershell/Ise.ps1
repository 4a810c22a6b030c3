# Saved by the ISE: a byte order mark and CR LF.
$Gruppe = "rg-müller"
$Cluster = "aks-mueller"
$Tresor = Get-AzDataProtectionBackupVault -ResourceGroupName $Gruppe -VaultName "Tresor"

$bindung = @{
    ResourceGroupName = $Gruppe
    ResourceName      = $Cluster
    Name              = "sicherung"
}

New-AzAksTrustedAccessRoleBinding @bindung `
    -SourceResourceId $Tresor.Id `
    -Role "Microsoft.DataProtection/backupVaults/backup-operator"

# Wirksam nach spätestens fünf Minuten
Start-Sleep -Seconds 300
Get-AzAksTrustedAccessRoleBinding @bindung | Format-List *

If ((Read-Host "Verbindung trennen? (j/n)") -eq "j") {
    Remove-AzAksTrustedAccessRoleBinding @bindung -PassThru
}
