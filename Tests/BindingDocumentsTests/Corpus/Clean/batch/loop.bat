@ECHO OFF
SETLOCAL EnableDelayedExpansion

SET LOCATIONS=eastus westus2 westeurope
FOR %%L IN (%LOCATIONS%) DO (
  ECHO == %%L
  CALL az aks trustedaccess role list --location %%L --output tsv --query "[].name"
)

SET N=0
FOR /F "tokens=1,2" %%A IN (clusters.txt) DO (
  SET /A N+=1
  SET NAME=backup-!N!
  ECHO %%B gets !NAME!
  CALL az aks trustedaccess rolebinding create -g %%A --cluster-name %%B -n !NAME! --source-resource-id %VAULT_ID% --roles Microsoft.DataProtection/backupVaults/backup-operator
)

REM CALL az aks trustedaccess rolebinding delete -g %%A --cluster-name %%B
:: az aks trustedaccess rolebinding create
ECHO To see them: az aks trustedaccess rolebinding list
ECHO az aks trustedaccess rolebinding show > help.txt

CALL :wait 300
GOTO :EOF

:wait
PING -n %1 127.0.0.1 > NUL
EXIT /B
