#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# From a fresh Debian 12 to a map, or to tested code. Installs what is missing, builds, and
#
#   bash setup.sh map    draws examples/papers-page.txt into out/
#   bash setup.sh test   runs all tests
#   bash setup.sh tools  only installs, with what the checks of .ci/run need besides
set -euo pipefail
cd "$(dirname "$0")"

BUILD=(gcc g++ libc6-dev pkg-config meson ninja-build libglib2.0-dev libigraph-dev libgraphviz-dev
       libjansson-dev libsimdjson-dev libxml2-dev libsqlite3-dev zlib1g-dev libzstd-dev libstemmer-dev librsvg2-dev libcairo2-dev fonts-liberation)
TEST=(libpango1.0-dev graphviz libxml2-utils poppler-utils locales
      python3-networkx python3-igraph python3-sklearn python3-bibtexparser sqlite3 jq zstd
      chromium chromium-driver python3-selenium)
CHECK=(clang llvm libomp-14-dev clang-format cppcheck)

install_missing () {
    local missing=() package
    for package in "$@"; do
        dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    local as_root=()
    [ "$(id -u)" = 0 ] || as_root=(sudo)
    echo "installing: ${missing[*]}"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq -y --no-install-recommends "${missing[@]}" >/dev/null
    # What was left out for want of them is now built.
    [ ! -f build/build.ninja ] || meson setup --reconfigure build >/dev/null
}

build () {
    [ -f build/build.ninja ] || meson setup build >/dev/null
    ninja -C build --quiet
}

case "${1:-}" in
map)
    install_missing "${BUILD[@]}"
    build
    mkdir -p out
    for suffix in svg pdf png html; do
        build/cli/rhumb map examples/papers-page.txt -o "out/map.$suffix"
    done
    echo "The map of examples/papers-page.txt: $PWD/out/map.svg (also .pdf and .png; map.html to explore)"
    ;;
test)
    install_missing "${BUILD[@]}" "${TEST[@]}"
    build
    # Limits are those of a quiet machine; a busy one may take several times as long.
    meson test -C build --print-errorlogs --timeout-multiplier 4
    ;;
tools)
    install_missing "${BUILD[@]}" "${TEST[@]}" "${CHECK[@]}"
    ;;
*)
    echo "usage: bash setup.sh map|test|tools" >&2
    exit 2
    ;;
esac
