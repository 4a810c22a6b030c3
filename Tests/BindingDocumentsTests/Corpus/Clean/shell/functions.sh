#!/usr/bin/env bash
set -e

usage() {
  cat <<EOF
Usage: $(basename "$0") [-h] -g GROUP -c CLUSTER -n NAME -s SOURCE [-r ROLES]

Makes a Trusted Access role binding, as this does:

  az aks trustedaccess rolebinding create -g GROUP --cluster-name CLUSTER ...

  -g  resource group of the cluster
  -c  the cluster's name
  -n  the binding's name (24 letters at most)
  -s  resource ID of the source
  -r  roles, separated by commas
EOF
  exit "${1:-0}"
}

bind() {
  local group="$1" cluster="$2" name="$3" source="$4" roles="$5"
  az aks trustedaccess rolebinding create \
    --resource-group "$group" \
    --cluster-name "$cluster" \
    --name "$name" \
    --source-resource-id "$source" \
    --roles "$roles" \
    --only-show-errors \
    --output none
}

unbind() {
  az aks trustedaccess rolebinding delete -g "$1" --cluster-name "$2" -n "$3" --yes
}

while getopts "hg:c:n:s:r:d" option; do
  case "$option" in
    h) usage ;;
    g) group=$OPTARG ;;
    c) cluster=$OPTARG ;;
    n) name=$OPTARG ;;
    s) source=$OPTARG ;;
    r) roles=$OPTARG ;;
    d) delete=1 ;;
    *) usage 2 >&2 ;;
  esac
done
shift $((OPTIND - 1))

if [ -n "${delete:-}" ]; then
  echo "This disconnects the service that is bound by $name."
  unbind "$group" "$cluster" "$name"
else
  bind "$group" "$cluster" "$name" "$source" "${roles:-Microsoft.MachineLearningServices/workspaces/mlworkload}"
fi
