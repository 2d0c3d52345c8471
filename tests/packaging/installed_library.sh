#!/usr/bin/env bash
# usage: installed_library.sh BUILD SOURCE COMPILER VERSION
# Installs into an empty folder, moves the folder, and builds and runs examples/library against it.
set -euo pipefail
build=$1 source=$2 compiler=$3 version=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cmake --install "$build" --prefix "$work/first" >"$work/install.log"
mv "$work/first" "$work/installed" # what is installed may be moved
cp -r "$source/examples/library" "$work/example"
cmake -S "$work/example" -B "$work/build" -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_PREFIX_PATH="$work/installed" \
  -DCMAKE_BUILD_TYPE=Release >"$work/configure.log" || { cat "$work/configure.log"; exit 1; }
cmake --build "$work/build" >"$work/build.log" || { cat "$work/build.log"; exit 1; }

printf 'Australia banned TikTok on government devices on Tuesday.\n' >"$work/article.txt"
cd "$work"
build/who_does_what graph.graphml article.txt >output
cat output
grep -qF 'Australia -[bans]-> TikTok: Australia banned TikTok on government devices on Tuesday.' output
grep -qF 'graph.graphml: 2 nodes, 1 edges' output
"$work"/installed/bin/newsgraph explain graph.graphml --table --quiet | grep -q 'Australia  *bans  *TikTok'
! build/who_does_what graph.unknown article.txt 2>error || { echo "an unknown format was written"; exit 1; }
grep -q 'newsgraph formats' error

# The version comes from one place.
"$work"/installed/bin/newsgraph --version | head -1 | grep -qx "newsgraph $version"
[ -n "$(find "$work/installed" -name "libnewsgraph.so.$version")" ]
if command -v pkg-config >/dev/null; then
  pc=$(dirname "$(find "$work/installed" -name newsgraph.pc)")
  export PKG_CONFIG_PATH=$pc
  [ "$(pkg-config --modversion newsgraph)" = "$version" ]
  read -ra flags <<<"$(pkg-config --cflags --libs newsgraph)"
  "$compiler" -std=c++20 example/who_does_what.cpp -o by-pkg-config "${flags[@]}" || { echo "pkg-config's flags do not do"; exit 1; }
fi
grep -q "^\.TH.*newsgraph $version" "$work"/installed/share/man/man1/newsgraph.1
