#!/usr/bin/env bash
# usage: debian_package.sh BUILD VERSION
# Makes the package and looks at its files and what it depends on. Its installation on a bare Debian is tried by
# scripts/bare-debian.
set -euo pipefail
build=$1 version=$2
for tool in cpack dpkg-deb dpkg-shlibdeps; do
  command -v "$tool" >/dev/null || { echo "$tool is not installed"; exit 77; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=1700000000
for copy in one two; do
  cpack --config "$build/CPackConfig.cmake" -G DEB -B "$work/$copy" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
done
package=$(echo "$work"/one/newsgraph_"$version"_*.deb)
cmp "$package" "$work/two/$(basename "$package")" || { echo "packaged twice, not the same"; exit 1; }

dpkg-deb --contents "$package" >"$work/files"
for file in usr/bin/newsgraph usr/include/newsgraph/newsgraph.h usr/share/man/man1/newsgraph-export.1 \
  usr/share/bash-completion/completions/newsgraph usr/share/zsh/vendor-completions/_newsgraph \
  usr/share/fish/vendor_completions.d/newsgraph.fish usr/share/doc/newsgraph/copyright \
  usr/share/doc/newsgraph/README.md usr/share/doc/newsgraph/docs/formats.md \
  usr/share/doc/newsgraph/newsgraph.spdx.json; do
  grep -q " \./$file\$" "$work/files" || { echo "$file is not in the package"; status=1; }
done
grep -q '/libnewsgraph\.so\.' "$work/files" || { echo "the library is not in the package"; status=1; }
dpkg-deb --field "$package" Depends | tee "$work/depends"
for library in libc6 libstdc++6 libxml2 zlib1g; do
  grep -q "$library" "$work/depends" || { echo "the package does not depend on $library"; status=1; }
done
exit "${status:-0}"
