# shellcheck shell=bash
# Sourced by the other scripts: where we are, what is said, which packages are there.

set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

say() { printf '\n== %s\n' "$*"; }

# Every package of scripts/packages that is not installed, of those that are "optional" or of the others (""). A
# program that came in another way counts as well.
missing_packages() {
  local package kind
  while read -r package kind; do
    case "$package" in '' | '#'*) continue ;; esac
    [ "$kind" = "$1" ] || continue
    command -v "$package" >/dev/null && continue
    dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || echo "$package"
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

# Installs what is missing; touches nothing and needs no network where all is there.
install_packages() {
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    echo "This system has no apt. The build needs the libraries behind these Debian packages:"
    grep -v '^#' scripts/packages | sed 's/ optional/ (optional)/' | paste -sd ' ' -
    return
  fi
  local missing
  missing=$(missing_packages "")
  install_required
  missing=$(missing_packages optional)
  [ -z "$missing" ] || install_optional
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

# build PRESET: configures and builds into build/PRESET.
build() {
  say "Building (preset $1, into build/$1)"
  cmake --preset "$1" --log-level=WARNING
  cmake --build --preset "$1"
}
