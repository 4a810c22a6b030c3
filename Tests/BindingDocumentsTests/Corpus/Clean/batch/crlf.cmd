@echo off
rem CR LF, carets and blanks as they are
set "SUB=%AZURE_SUBSCRIPTION_ID%"
set "VAULT=/subscriptions/%SUB%/resourceGroups/rg-bkp/providers/Microsoft.DataProtection/backupVaults/bv"

az aks trustedaccess rolebinding create ^
   -g rg-edge ^
   --cluster-name aks-edge ^
   -n edge-backup ^
   --source-resource-id %VAULT% ^
   --roles Microsoft.DataProtection/backupVaults/backup-operator

if not %errorlevel%==0 exit /b %errorlevel%
timeout /t 300

az rest --method get --url "https://management.azure.com/subscriptions/%SUB%/resourceGroups/rg-edge/providers/Microsoft.ContainerService/managedClusters/aks-edge/trustedAccessRoleBindings?api-version=2025-08-01"

kubectl get rolebindings -A
