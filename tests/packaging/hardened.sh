#!/usr/bin/env bash
# usage: hardened.sh PROGRAM LIBRARY
# What the flags of cmake/Hardening.cmake leave in the files.
set -uo pipefail
command -v readelf >/dev/null || { echo "readelf is not installed"; exit 77; }
status=0
require() { # FILE WHAT PATTERN READELF-OPTION...
  local file=$1 what=$2 pattern=$3
  shift 3
  grep -qE "$pattern" <<<"$(readelf -W "$@" "$file")" || { echo "$file: no $what"; status=1; }
}
for file in "$@"; do
  require "$file" "position independence" 'Type: +DYN' --file-header
  require "$file" "read-only relocations" 'GNU_RELRO' --program-headers
  require "$file" "relocations at the start" 'BIND_NOW|FLAGS.*NOW' --dynamic
  require "$file" "stack protection" '__stack_chk_fail' --dyn-syms
  require "$file" "checked library calls" '__[a-z]+_chk' --dyn-syms
  if grep -qE 'GNU_STACK.*RWE' <<<"$(readelf -W --program-headers "$file")"; then
    echo "$file: the stack can be executed"
    status=1
  fi
done
exit $status
