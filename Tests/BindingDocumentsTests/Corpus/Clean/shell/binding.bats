#!/usr/bin/env bats
# Tests of bind.sh, with az replaced by a function.

setup() {
  load 'test_helper/bats-support/load'
  load 'test_helper/bats-assert/load'
  calls="$BATS_TEST_TMPDIR/calls"
  az() { echo "az $*" >>"$calls"; }
  export -f az
  export calls
}

@test "makes the binding" {
  run ./bind.sh rg aks
  assert_success
  assert_file_contains "$calls" '^az aks trustedaccess rolebinding create'
}

@test "lists roles of the location" {
  run bash -c 'az aks trustedaccess role list -l eastus'
  assert_success
}

@test "asks before it deletes" {
  run ./unbind.sh rg aks backup <<<"n"
  assert_failure
  refute_line --partial 'az aks trustedaccess rolebinding delete'
}

@test "passes everything on" {
  wrapper() { az aks trustedaccess rolebinding "$@"; }
  run wrapper list -g rg --cluster-name aks
  assert_success
}

@test "arguments from an array" {
  args=(--resource-group rg --cluster-name aks)
  run az aks trustedaccess rolebinding list "${args[@]}" -o tsv
  [ "$status" -eq 0 ]
}

teardown() {
  rm -f "$calls"
}
