#!/usr/bin/env bash
# Records in symbols.txt beside this file which functions run from the start of the process to its reply to `initialize`,
# and behind them those that usual requests run. The linker puts them together in this order, so that a start and a
# request touch few pages of the program. Names that are gone are passed over: an old list makes both slower, never wrong.
# Needs Valgrind and a release build.
set -euo pipefail
cd "$(dirname "$0")"
server=$PWD/../../../.build/release/trusted-access-server
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Prints the functions that a session of these messages, one an argument behind the first, runs with so many
# instructions or more, those with most first.
functions() {
  local least=$1 message
  shift
  for message in "$@"; do printf 'Content-Length: %d\r\n\r\n%s' ${#message} "$message"; done |
    valgrind --quiet --tool=callgrind --demangle=no --callgrind-out-file="$work/profile" \
      "$server" --store "$work/store" >/dev/null || true
  callgrind_annotate --threshold=100 "$work/profile" |
    awk -v least="$least" '{ count = $1; gsub(",", "", count) } count + 0 >= least' |
    grep -oE '\?\?\?:[^ ]+' | sed "s/???://; s/'[0-9]*$//" | grep -v '^[0(]'
}

initialize='{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":1,"rootUri":null,"capabilities":{}}}'
scope=/subscriptions/8a1f2c3d-0b4e-4d5f-9a6b-7c8d9e0f1a2b/resourceGroups/rg/providers
cluster=$scope/Microsoft.ContainerService/managedClusters/aks
source=$scope/Microsoft.MachineLearningServices/workspaces/ws
role=Microsoft.MachineLearningServices/workspaces/mlworkload
request() { printf '{"jsonrpc":"2.0","id":2,"method":"%s","params":%s}' "$1" "$2"; }

many=()
for _ in {1..5000}; do many+=("$(request unknown '{}')"); done
functions 10000 "$initialize" "${many[@]}" >"$work/every"
functions 0 "$initialize" | LC_ALL=C sort >"$work/start"
functions 0 "$initialize" \
  "$(request trustedAccess/clusters/register "{\"id\":\"$cluster\",\"location\":\"eastus\"}")" \
  "$(request trustedAccess/roleBindings/create \
    "{\"cluster\":\"$cluster\",\"name\":\"b\",\"sourceResourceId\":\"$source\",\"roles\":[\"$role\"]}")" \
  "$(request trustedAccess/roleBindings/list "{\"cluster\":\"$cluster\"}")" \
  "$(request trustedAccess/roles/validate \
    "{\"roles\":[\"$role\"],\"sourceResourceId\":\"$source\",\"location\":\"eastus\"}")" |
  LC_ALL=C sort >"$work/requests"
cat "$work/every" "$work/start" "$work/requests" | awk '!seen[$0]++' >symbols.txt
