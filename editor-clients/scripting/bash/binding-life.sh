#!/usr/bin/env bash
# A role binding's whole life, against a server of its own.
#
#   binding-life.sh SERVER [STORE]
#
# SERVER is the program; STORE is the folder that keeps clusters and bindings, a temporary one if left out.
set -euo pipefail

(($# >= 1 && $# <= 2)) || { echo "usage: ${0##*/} SERVER [STORE]" >&2; exit 2; }
source "${BASH_SOURCE[0]%/*}/trusted-access.bash"

server=$1
if (($# == 2)); then
  store=$2
else
  store=$(mktemp -d)
  trap 'rm -rf -- "$store"' EXIT
fi

subscription=8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b
cluster=/subscriptions/$subscription/resourceGroups/rg-edge/providers/Microsoft.ContainerService/managedClusters/aks-edge
vault=/subscriptions/$subscription/resourceGroups/rg-bkp/providers/Microsoft.DataProtection/backupVaults/bv-edge
role=Microsoft.DataProtection/backupVaults/backup-operator

must() {
  call "$@" || { echo "$1 failed: ${error_message:-the server has gone}" >&2; exit 1; }
}

must_fail() {
  if call "$@"; then
    echo "$1 succeeded, and should not have" >&2
    exit 1
  fi
  [[ -n $error_message ]] || { echo "the server has gone" >&2; exit 1; }
  echo "refused ($error_code): $error_message"
}

start_server "$server" --store "$store"
must trustedAccess/server/info
echo "talking to $(text name), specification $(text specification)"

must trustedAccess/clusters/register "{\"id\":$(quoted "$cluster"),\"location\":\"East US\"}"
echo "registered $(text name) in $(text location)"

binding="\"cluster\":$(quoted "$cluster"),\"name\":\"nightly-backup\""
grant="\"sourceResourceId\":$(quoted "$vault"),\"roles\":[$(quoted "$role")]"
must_fail trustedAccess/roleBindings/create "{\"cluster\":$(quoted "$cluster"),\"name\":\"nightly_backup\",$grant}"
must trustedAccess/roleBindings/create "{$binding,$grant}"
etag=$(text etag)
effective_at=$(text effectiveAt)
echo "created $(text name): $(text provisioningState), $(text state)"

must trustedAccess/access/review "{$binding,\"verb\":\"update\",\"resource\":\"configmaps\",\"time\":\"$effective_at\"}"
[[ $reply == *'"allowed":true'* ]] || { echo "expected to be allowed: $reply" >&2; exit 1; }
echo "once it is in effect, it may $(text request)"

must trustedAccess/roleBindings/update "{$binding,\"roles\":[$(quoted "$role")],\"ifMatch\":$(quoted "$etag")}"
echo "updated $(text name)"
must_fail trustedAccess/roleBindings/update "{$binding,\"roles\":[],\"ifMatch\":\"1-1\"}"
must_fail trustedAccess/roleBindings/delete "{$binding}"
must trustedAccess/roleBindings/delete "{$binding,\"confirm\":true}"
echo "deleted $(text name)"
must_fail trustedAccess/roleBindings/show "{$binding}"
must trustedAccess/clusters/unregister "{\"id\":$(quoted "$cluster")}"
echo "unregistered $(text name)"
stop_server
