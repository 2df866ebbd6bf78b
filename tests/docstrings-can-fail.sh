#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Proves that docstrings.sh finds docstrings of private functions, and public ones without.
#   docstrings-can-fail.sh PATH-OF-DOCSTRINGS.SH
set -u
root=$(mktemp -d) || exit 2
trap 'rm -rf "$root"' EXIT
failed=0
mkdir -p "$root/graph" "$root/analytics" "$root/io" "$root/cli"
printf '#include "graph/network.h"\n' > "$root/rhumb.h"
printf '#include "graph/rows.h"\n' > "$root/graph/igraph-door.h"
printf 'int rhumb_count (int n);\n' > "$root/graph/network.h"
printf 'int rhumb_weigh (int n);\n' > "$root/graph/rows.h"

# document NAME: a function with a docstring
document () {
    printf '/**\n * %s:\n * Counts.\n */\nint\n%s (int n)\n{\n}\n' "$1" "$1"
}

# check DOCSTRINGS.SH EXPECTED-EXIT EXPECTED-WORDS
check () {
    found=$(sh "$1" "$root")
    code=$?
    if [ "$code" -ne "$2" ] || [ "$found" != "$3" ]; then
        printf 'exit %s, expected %s: %s\n' "$code" "$2" "$found"
        failed=1
    fi
}

{
    document rhumb_count
    document rhumb_weigh
} > "$root/graph/network.c"
check "$1" 0 ''
document rhumb_hidden > "$root/analytics/hidden.c"
check "$1" 1 'analytics/hidden.c: rhumb_hidden is private, expected a plain comment'
rm "$root/analytics/hidden.c"
document rhumb_count > "$root/graph/network.c"
check "$1" 1 'graph/rows.h: rhumb_weigh has no docstring'
printf '/* Nothing. */\n' > "$root/rhumb.h"
: > "$root/graph/igraph-door.h"
check "$1" 2 'rhumb.h includes nothing'
exit "$failed"
