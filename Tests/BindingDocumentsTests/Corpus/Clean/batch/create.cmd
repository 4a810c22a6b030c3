@echo off
rem Gives a Machine Learning workspace access to a cluster.
rem usage: create.cmd GROUP CLUSTER WORKSPACE
setlocal enableextensions

if "%~3"=="" (
  echo usage: %~nx0 GROUP CLUSTER WORKSPACE
  exit /b 2
)

set RG=%~1
set CLUSTER=%~2
set WORKSPACE=%~3
set BINDING=ml-%WORKSPACE%

call az account show --only-show-errors >nul 2>&1
if errorlevel 1 call az login

for /f "usebackq delims=" %%i in (`az ml workspace show -n %WORKSPACE% -g %RG% --query id -o tsv`) do set WSID=%%i

call az aks trustedaccess rolebinding show -g %RG% --cluster-name %CLUSTER% -n %BINDING% >nul 2>&1
if errorlevel 1 (
  call az aks trustedaccess rolebinding create ^
    --resource-group "%RG%" ^
    --cluster-name "%CLUSTER%" ^
    --name %BINDING% ^
    --source-resource-id "%WSID%" ^
    --roles Microsoft.MachineLearningServices/workspaces/mlworkload
  if errorlevel 1 goto :failed
)

echo The binding takes up to five minutes.
timeout /t 300 /nobreak
call az aks trustedaccess rolebinding list -g %RG% --cluster-name %CLUSTER% -o table
endlocal
exit /b 0

:failed
echo It was not made. 1>&2
exit /b 1
