@echo off
title Trusted Access
color 1F
:menu
cls
echo  1  Roles of a location
echo  2  Role bindings of a cluster
echo  3  Take a binding away (disconnects the service)
echo  4  Quit
choice /c 1234 /n /m "> "
if %errorlevel%==4 goto :eof
if %errorlevel%==3 goto :remove
if %errorlevel%==2 goto :bindings

set /p LOCATION=Location: 
az aks trustedaccess role list -l %LOCATION% -o table & pause & goto :menu

:bindings
set /p RG=Resource group: 
set /p AKS=Cluster: 
az aks trustedaccess rolebinding list --resource-group %RG% --cluster-name %AKS% -o table && pause
goto :menu

:remove
set /p RG=Resource group: 
set /p AKS=Cluster: 
set /p NAME=Binding: 
echo %NAME% is deleted, and its service disconnected from %AKS%.
choice /m "Go on"
if errorlevel 2 goto :menu
az aks trustedaccess rolebinding delete --resource-group %RG% --cluster-name %AKS% --name %NAME% --yes || echo failed
pause
goto :menu
