#!/usr/bin/env bash
# usage: install_wheel.sh PYTHON SOURCE MODULE FOLDER
# Makes a wheel of the module that is built, looks at what is in it, and installs it for the tests that follow.
set -euo pipefail
python=$1 source=$2 module=$3 folder=$4
rm -rf "$folder"
NEWSGRAPH_PREBUILT=$module "$python" -m pip wheel --quiet --no-deps --no-build-isolation --disable-pip-version-check \
  --wheel-dir "$folder" "$source"
wheel=$(echo "$folder"/newsgraph-*.whl)
size=$(stat -c %s "$wheel")
echo "$(basename "$wheel"): $size bytes"
[ "$size" -lt 40000000 ] || { echo "a wheel of 40 MB and more"; exit 1; }
list=$("$python" -m zipfile -l "$wheel")
for file in newsgraph/__init__.py newsgraph/py.typed newsgraph/_native.pyi newsgraph/_native. entry_points.txt LICENSE; do
  grep -qF "$file" <<<"$list" || { echo "the wheel has no $file"; exit 1; }
done
if grep -E ' (tests|src|data)/' <<<"$list"; then echo "the wheel has files of the tree"; exit 1; fi
"$python" -m pip install --quiet --no-deps --force-reinstall --disable-pip-version-check "$wheel"
