# Functions to talk to trusted-access-server, one JSON message a line. To be sourced; needs Bash 4.1 and nothing else.
#
#   start_server COMMAND [ARGUMENT...]   starts the server
#   call METHOD [PARAMS]                 sends a request, PARAMS being JSON, and waits for its reply
#   text MEMBER                          prints the first member of the reply that has this name and is a string
#   quoted TEXT                          prints TEXT as a JSON string
#   stop_server                          ends the server, and returns its status
#
# `call` sets `reply`, and for an error `error_code` and `error_message`. It returns 0 for a result, 1 for an error, 3 where
# what was asked for is not there, and 4 if the server has gone.

start_server() {
  coproc trusted_access_server { exec "$@"; }
  server_process=$trusted_access_server_PID
  # The coprocess's own variables go away with it.
  exec {from_server}<&"${trusted_access_server[0]}" {to_server}>&"${trusted_access_server[1]}"
  # Else the server would not see its input end.
  exec {trusted_access_server[0]}<&- {trusted_access_server[1]}>&-
  request_number=0
}

stop_server() {
  exec {to_server}>&- {from_server}<&-
  wait "$server_process"
}

call() {
  local method=$1 params=${2:-null}
  request_number=$((request_number + 1))
  error_code='' error_message=''
  # In a subshell, so that a server that has gone is a status and not a signal that ends the script.
  (printf '{"jsonrpc":"2.0","id":%d,"method":"%s","params":%s}\n' \
    "$request_number" "$method" "$params" >&"$to_server") 2>/dev/null || return 4
  IFS= read -r -u "$from_server" reply || return 4
  # One request at a time, so that this is its reply. Its members come in this order: requirement FR-2.
  case $reply in
    '{"jsonrpc":"2.0","id":'"$request_number"',"result":'*) return 0 ;;
  esac
  [[ $reply =~ \"error\":\{\"code\":(-?[0-9]+), ]] || return 4
  error_code=${BASH_REMATCH[1]}
  error_message=$(text message)
  [[ $error_code != 1001 ]] || return 3
  return 1
}

text() {
  local pattern="\"$1\":\"(([^\"\\\\]|\\\\.)*)\""
  [[ $reply =~ $pattern ]] || return 1
  local value=${BASH_REMATCH[1]}
  # JSON's escapes are those of printf, but for these two.
  value=${value//\\\//\/}
  printf '%b\n' "${value//\\\"/\"}"
}

quoted() {
  local value=$1 code character
  value=${value//\\/\\\\}
  value=${value//\"/\\\"}
  for ((code = 1; code < 32; code++)); do
    printf -v character "\\x$(printf '%02x' "$code")"
    value=${value//"$character"/"$(printf '\\u%04x' "$code")"}
  done
  printf '"%s"\n' "$value"
}
