#!/usr/bin/env bash
# Records which functions run from the start of the process to its reply to `initialize`, in symbols.txt beside this file.
# The linker puts those together, so that a start touches few pages of the program. Names that are gone are passed over:
# an old list makes a start slower, never wrong. Needs Valgrind and a release build.
set -euo pipefail
cd "$(dirname "$0")"
profile=$(mktemp)
trap 'rm -f "$profile"' EXIT
body='{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":1,"rootUri":null,"capabilities":{}}}'
printf 'Content-Length: %d\r\n\r\n%s' ${#body} "$body" |
  valgrind --quiet --tool=callgrind --demangle=no --callgrind-out-file="$profile" \
    ../../../.build/release/trusted-access-server >/dev/null || true
callgrind_annotate --threshold=100 "$profile" | grep -oE '\?\?\?:[^ ]+' | sed "s/???://; s/'[0-9]*$//" |
  grep -v '^[0(]' | LC_ALL=C sort -u \
  >symbols.txt
