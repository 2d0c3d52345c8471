#!/bin/sh
# What a wheel is built with in the image manylinux_2_34 (AlmaLinux 9): the libraries of scripts/packages by the names that
# they have there, and Node.js 18 or later for the page, which is not the one that AlmaLinux has without asking. cibuildwheel
# runs it once in each container.
set -eu
dnf -y install dnf-plugins-core epel-release
dnf config-manager --set-enabled crb
dnf -y module enable nodejs:20
dnf -y install boost-devel brotli-devel cli11-devel fmt-devel highway-devel json-devel libarchive-devel libxml2-devel libzstd-devel \
  ncurses-devel ninja-build nodejs npm pkgconf-pkg-config sqlite-devel utf8proc-devel xxhash-devel zlib-devel
