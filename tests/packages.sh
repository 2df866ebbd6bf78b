#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Checks that what setup.sh installs to build (BUILD) suffices on a Debian that has nothing: every
# required dependency of the meson.build files and every tool must come with those packages or with
# what they depend on, by a simulation of apt-get.
#   packages.sh [source root]
# Prints what is missing; exit 1 if there is any, 2 if apt-get knows no packages.
set -u
LC_ALL=C
export LC_ALL
cd "${1:-$(dirname "$0")/..}" || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
failed=0

: > "$work/status"
packages=$(sed -n '/^BUILD=(/,/)/p' setup.sh | tr -d '()' | sed 's/^BUILD=//')
# shellcheck disable=SC2086 # names are words
apt-get -s -qq --no-install-recommends -o Dir::State::status="$work/status" install $packages \
    > "$work/simulated" || exit 2
sed -n 's/^Inst \([^ ]*\).*/\1/p' "$work/simulated" > "$work/closure"
[ -s "$work/closure" ] || exit 2

# comes_with WHAT FILE: the package of FILE must be among those of the simulation.
comes_with () {
    # Directories may be links to others (/bin, /lib), and packages know one of the names.
    file=$(realpath "$2")
    package=$(dpkg -S "$2" "$file" "${file#/usr}" 2> /dev/null | sed 's/[:,].*//' | head -n 1)
    if [ -z "$package" ] || ! grep -qxF "$package" "$work/closure"; then
        printf '%s: is in %s, which BUILD of setup.sh does not bring\n' "$1" "${package:-no package}"
        failed=1
    fi
}

# Those that are there in any case (gcc's own, OpenMP) have no .pc file.
meson introspect --scan-dependencies meson.build > "$work/dependencies" || exit 2
python3 -c '
import json, sys
for one in json.load(open(sys.argv[1])):
    if one["required"]:
        print(one["name"])' "$work/dependencies" > "$work/required"
[ -s "$work/required" ] || exit 2
while IFS= read -r name; do
    directory=$(pkg-config --variable=pcfiledir "$name" 2> /dev/null)
    [ "$name" = openmp ] || comes_with "dependency $name" "$directory/$name.pc"
done < "$work/required"
for header in $(grep -o "has_headers: '[^']*'" meson.build | cut -d"'" -f2); do
    comes_with "header $header" "/usr/include/$header"
done
for tool in gcc g++ pkg-config meson ninja python3; do
    comes_with "tool $tool" "/usr/bin/$tool"
done
for tool in $(grep -rhoE --include=meson.build "find_program\('/[^']*'\)" . | cut -d"'" -f2); do
    comes_with "tool $tool" "$tool"
done
exit "$failed"
