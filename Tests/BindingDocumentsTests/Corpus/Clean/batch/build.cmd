@echo off
rem Builds and pushes an image; knows nothing of Trusted Access.
setlocal
set IMAGE=contoso.azurecr.io/web:%BUILD_BUILDID%
docker build -t %IMAGE% . || exit /b 1
docker push %IMAGE% || exit /b 1

call az aks get-credentials -g rg -n aks --overwrite-existing
kubectl set image deployment/web web=%IMAGE%
kubectl rollout status deployment/web --timeout=120s
kubectl create rolebinding web-view --clusterrole=view --serviceaccount=default:web --dry-run=client -o yaml > rb.yaml
kubectl apply -f rb.yaml
call az role assignment create --role "AcrPull" --assignee %KUBELET_ID% --scope %ACR_ID%
call az eventgrid event-subscription create --name pushed --source-resource-id %ACR_ID% --endpoint %HOOK%
for /l %%i in (1,1,5) do (
  curl -fsS https://web.contoso.com/healthz && goto :ok
  timeout /t 5 >nul
)
exit /b 1
:ok
echo healthy
