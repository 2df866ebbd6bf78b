#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Checks that docstrings (/** name: …) stand on what users of the library can call, and on nothing
# else: what rhumb.h and graph/igraph-door.h include, themselves or by what they include.
#   docstrings.sh [source root]
# Prints file: name for each that is wrong; exit 1 if there is any, 2 if no header is found.
set -u
LC_ALL=C
export LC_ALL
cd "${1:-$(dirname "$0")/..}" || exit 2

public=$(printf 'rhumb.h\ngraph/igraph-door.h\n')
known=
while [ "$public" != "$known" ]; do
    known=$public
    # shellcheck disable=SC2086 # names of headers have no blanks
    public=$( (echo "$known"; sed -n 's/^#include "\([^"]*\)".*/\1/p' $known) | sort -u)
done
[ -f rhumb.h ] && [ "$(echo "$public" | wc -l)" -gt 2 ] || { echo "rhumb.h includes nothing"; exit 2; }

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
# shellcheck disable=SC2086
cat $public | grep -o '[A-Za-z_][A-Za-z0-9_]*' | sort -u >"$work/words"
# Macros of GLib declare the functions of a type; fields of structs that are functions have no name
# before their bracket.
# shellcheck disable=SC2086
cat $public | sed 's|/\*.*\*/||; /^ *\*/d; /^ *\/\*/d' | tr '\n' ' ' |
    grep -oE '\brhumb_[a-z0-9_]+ \(' | sed 's/ (//' | grep -vE '_(get_type|quark)$' | sort -u >"$work/declared"
find graph analytics io cli -name '*.[ch]' -exec grep -HA1 -x '/\*\*' {} + |
    sed -n 's|^\(.*\.[ch]\)- \* \([A-Za-z_][A-Za-z0-9_]*\):.*|\2 \1|p' | sort -u >"$work/documented"

wrong=0
cut -d' ' -f1 "$work/documented" | sort -u | comm -23 - "$work/words" >"$work/private"
while read -r name; do
    grep "^$name " "$work/documented" | sed 's/\(.*\) \(.*\)/\2: \1 is private, expected a plain comment/'
    wrong=1
done <"$work/private"
cut -d' ' -f1 "$work/documented" | sort -u | comm -13 - "$work/declared" >"$work/bare"
while read -r name; do
    # shellcheck disable=SC2086
    printf '%s: %s has no docstring\n' "$(grep -lw "$name" $public | head -n 1)" "$name"
    wrong=1
done <"$work/bare"
exit $wrong
