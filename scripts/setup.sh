# shellcheck shell=bash
# Sourced by the other scripts: where we are, what is said, which packages are there.

set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

say() { printf '\n== %s\n' "$*"; }

# Every package of scripts/packages that is not installed, of those of one kind: "" (needed), "tests", "lint" or
# "optional".
# A program that came in another way counts as well.
missing_packages() {
  local package kind installed
  installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p')
  while read -r package kind; do
    case "$package" in '' | '#'*) continue ;; esac
    [ "$kind" = "$1" ] || continue
    command -v "$package" >/dev/null || grep -qxF "$package" <<<"$installed" || echo "$package"
  done <scripts/packages
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif [ -t 0 ]; then
    sudo "$@"
  else
    sudo -n "$@" # nobody is there to type a password
  fi
}

# install_packages [KIND...]: installs what is missing of what the build needs and of these kinds; touches nothing and
# needs no network where all is there.
install_packages() {
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    echo "This system has no apt. The build needs the libraries behind these Debian packages:"
    grep -vE '^#|(tests|lint|optional)$' scripts/packages | paste -sd ' ' -
    return
  fi
  local missing kind
  missing=$(missing_packages "")
  for kind in "$@"; do
    case "$kind" in tests | lint) missing+=" $(missing_packages "$kind")" ;; esac
  done
  missing=$(echo "$missing" | xargs)
  install_required
  for kind in "$@"; do
    [ "$kind" = optional ] || continue
    missing=$(missing_packages optional)
    [ -z "$missing" ] || install_optional
  done
}

# One by one: a distribution that lacks one may have the others.
install_optional() {
  local package
  for package in $missing; do
    say "Installing $package (optional)"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install "$package" ||
      echo "$package cannot be installed here: going on without it."
  done
}

install_required() {
  if [ -z "$missing" ]; then
    echo "All packages are installed."
    return
  fi
  say "Installing $(echo "$missing" | paste -sd ' ' -)"
  local try
  for try in "install" "update and install"; do
    if [ "$try" != install ]; then as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update; fi
    # shellcheck disable=SC2086 # one word a package
    if as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install $missing; then return; fi
  done
  echo "The packages could not be installed. Install them as root, then start this script again:" >&2
  echo "  apt-get install $(echo "$missing" | paste -sd ' ' -)" >&2
  exit 1
}

# build PRESET [OPTION...]: configures with these options and builds into build/PRESET.
build() {
  local preset=$1
  shift
  say "Building (preset $preset, into build/$preset)"
  cmake --preset "$preset" --log-level=WARNING "$@"
  cmake --build --preset "$preset"
}

# What tests of Python and of foreign readers need, in folders of their own: build/test-env (a Python environment with
# the packages of tests/python/requirements.txt), build/test-env/spark-* and build/test-env/npm. Made once, and anew when
# the lists change. Says what is missing where the registries cannot be reached; the tests then are skipped.
test_env=$root/build/test-env

# made STAMP FILE...: whether what these files describe is there.
made() { [ "$(cat "$1" 2>/dev/null)" = "$(cat "${@:2}" | sha256sum)" ]; }
remember() { cat "${@:2}" | sha256sum >"$1"; }

make_python_env() {
  local list=tests/python/requirements.txt
  made "$test_env/python.made" "$list" && return
  say "Python packages of the tests (some 300 MB, once)"
  rm -f "$test_env/python.made"
  { "$test_env/python/bin/python" -c '' 2>/dev/null || python3 -m venv --clear "$test_env/python"; } &&
    "$test_env/python/bin/pip" install --quiet --disable-pip-version-check --retries 1 --timeout 30 -r "$list" &&
    remember "$test_env/python.made" "$list"
}

# Spark is not installed but unpacked: pip would first build a package of it. The first of the list, or all of it.
make_spark() {
  local list=tests/python/spark.txt requirement folder number=0
  while read -r requirement; do
    number=$((number + 1))
    [ "$number" = 1 ] || [ "${NEWSGRAPH_SPARK:-}" = all ] || break
    folder=$test_env/spark-${requirement##*==}
    [ -e "$folder/pyspark" ] && continue
    say "Apache Spark ${requirement##*==} for the tests (some 400 MB, once)"
    rm -rf "$folder" "$folder.part"
    mkdir -p "$folder.part"
    "$test_env/python/bin/pip" download --quiet --disable-pip-version-check --retries 1 --timeout 30 --no-deps \
      --dest "$folder.part" "$requirement" || return
    tar -xzf "$folder.part"/pyspark-*.tar.gz -C "$folder.part" --strip-components=1 || return
    rm "$folder.part"/pyspark-*.tar.gz
    mv "$folder.part" "$folder"
  done <"$list"
}

make_npm_env() {
  local list=tests/formats/readers/package-lock.json
  command -v npm >/dev/null || { echo "npm is not installed: tests of JavaScript's readers are skipped."; return 1; }
  made "$test_env/npm.made" "$list" && return
  say "npm's packages of the tests"
  mkdir -p "$test_env/npm"
  cp tests/formats/readers/package*.json "$test_env/npm"
  (cd "$test_env/npm" && npm ci --silent --no-audit --no-fund) && remember "$test_env/npm.made" "$list"
}

make_test_env() {
  mkdir -p "$test_env"
  make_python_env || { echo "The tests of the Python package are skipped: its packages cannot be had." >&2; return; }
  # 400 MB; a minute to fetch and unpack.
  if [ "${NEWSGRAPH_SPARK:-}" != 0 ]; then make_spark || echo "The tests with Apache Spark are skipped: it cannot be had." >&2; fi
  make_npm_env || true
}

# The options with which CMake finds it.
test_env_options() {
  if [ -e "$test_env/python.made" ]; then
    echo "-DNEWSGRAPH_PYTHON=ON" "-DPython_EXECUTABLE=$test_env/python/bin/python" "-DNEWSGRAPH_TEST_ENV=$test_env"
  fi
}

# write_sample FOLDER PROGRAM: what has to be the same bytes whatever compiler built it and whatever processor runs it.
write_sample() {
  "$2" claims data/sample --quiet >"$1/claims.jsonl"
  "$2" analyze data/sample --quiet >"$1/analysis.conllu"
  "$2" export data/sample -o "$1/graph.graphml" -o "$1/graph.gexf" -o "$1/graph.json" \
    --measure degree,pagerank,betweenness,component,community --layout --quiet
}
