#!/usr/bin/env bash
# usage: no_paths.sh SOURCE BUILD FILE...
# A build in another folder can be the same only if no file holds the name of the folder, or the time.
set -uo pipefail
source=$1 build=$2
shift 2
status=0
for file in "$@"; do
  for path in "$source" "$build"; do
    if grep -qaF "$path" "$file"; then
      echo "$file holds $path:"
      strings -a "$file" | grep -F "$path" | head -5
      status=1
    fi
  done
done
if grep -rnE '__(DATE|TIME|TIMESTAMP)__' "$source/src" "$source/include"; then
  echo "the time of the build would be in the program"
  status=1
fi
exit $status
