#!/usr/bin/env bash
# usage: debian_package.sh BUILD VERSION
# Makes the packages and looks at their files and what they depend on. Their installation on a bare Debian is tried
# by scripts/bare-debian.
set -euo pipefail
build=$(realpath "$1") version=$2
for tool in cpack dpkg-deb dpkg-shlibdeps; do
  command -v "$tool" >/dev/null || { echo "$tool is not installed"; exit 77; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=1700000000
for copy in one two; do
  # The best compression takes ten times as long and is not what is tested.
  cpack --config "$build/CPackConfig.cmake" -G DEB -D CPACK_DEBIAN_COMPRESSION_TYPE=gzip -B "$work/$copy" >"$work/log" 2>&1 ||
    { cat "$work/log"; exit 1; }
done
cd "$work/one"
status=0
fail() { echo "$*"; status=1; }

# look_into PACKAGE: puts what it holds and what it depends on into files.
look_into() {
  local file
  file=$(echo "$1"_"$version"_*.deb)
  cmp "$file" "../two/$file" || fail "$1: packaged twice, not the same"
  dpkg-deb --contents "$file" | grep -v '/$' | awk '{print $6}' >"$1.files"
  dpkg-deb --field "$file" Depends >"$1.depends"
  sed "s/^/$1 depends on /" "$1.depends"
}
must_depend() { # PACKAGE DEPENDENCY...
  for each in "${@:2}"; do grep -qF "$each" "$1.depends" || fail "$1 does not depend on $each"; done
}
must_hold() { # PACKAGE PATTERN...
  for each in "${@:2}"; do grep -qE "^\./usr/$each\$" "$1.files" || fail "$1: no file $each"; done
}

libraries=(libc6 libstdc++6 libxml2 zlib1g)
library=libnewsgraph${version%.*}
for package in newsgraph "$library" libnewsgraph-dev; do look_into "$package"; done
must_depend newsgraph "${libraries[@]}"
must_hold newsgraph bin/newsgraph share/man/man1/newsgraph-export.1 share/bash-completion/completions/newsgraph \
  share/zsh/vendor-completions/_newsgraph share/fish/vendor_completions.d/newsgraph.fish \
  share/doc/newsgraph/{copyright,README.md,docs/formats.md,newsgraph.spdx.json}
must_depend "$library" "${libraries[@]}"
must_hold "$library" "lib.*/libnewsgraph\.so\.$version" "share/doc/$library/copyright"
must_depend libnewsgraph-dev "$library (= $version)"
must_hold libnewsgraph-dev include/newsgraph/newsgraph.h 'lib.*/libnewsgraph\.so' 'lib.*/newsgraphConfig\.cmake' \
  'lib.*/newsgraph\.pc' share/doc/libnewsgraph-dev/copyright

# Each file is in one package, and nothing is left out of all of them.
sort -- *.files | uniq -d | grep . && fail "the files above are in two packages"
DESTDIR=$work/all cmake --install "$build" --prefix /usr >/dev/null
(cd "$work/all" && find . -type f -o -type l) | sort >all
sort -- *.files | comm -23 all - | grep . && fail "the files above are in no package"
exit $status
