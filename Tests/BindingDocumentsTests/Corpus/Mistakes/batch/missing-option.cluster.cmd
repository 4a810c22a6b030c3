@echo off
rem Connects the Backup vault with the cluster.
setlocal
set RG=rg-prod
set VAULT=/subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b/resourceGroups/rg-backup/providers/Microsoft.DataProtection/backupVaults/bv-prod

call az aks trustedaccess rolebinding create ^
  --resource-group %RG% ^
  --cluster-name aks-prod ^
  --name nightly-backup ^
  --source-resource-id %VAULT% ^
  --roles Microsoft.DataProtection/backupVaults/backup-operator
if errorlevel 1 exit /b 1

timeout /t 300
call ‸az aks trustedaccess rolebinding list‸ -g %RG%
‸‸ missing-option
