#!/usr/bin/env bash
# usage: install_wheel.sh PYTHON SOURCE MODULE FOLDER SBOM
# Makes a wheel of the module that is built and its bill of materials, looks at what is in it, and installs it for the tests that follow.
set -euo pipefail
python=$1 source=$2 module=$3 folder=$4 sbom=$5
rm -rf "$folder"
NEWSGRAPH_PREBUILT=$module NEWSGRAPH_PREBUILT_SBOM=$sbom "$python" -m pip wheel --quiet --no-deps --no-build-isolation --disable-pip-version-check \
  --wheel-dir "$folder" "$source"
wheel=$(echo "$folder"/newsgraph-*.whl)
"$python" "$(dirname "$0")/check_wheel.py" "$wheel"
"$python" -m pip install --quiet --no-deps --force-reinstall --disable-pip-version-check "$wheel"
