#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Proves that documents.sh finds a file that is named and not there, and only such.
#   documents-can-fail.sh PATH-OF-DOCUMENTS.SH
set -u
root=$(mktemp -d) || exit 2
trap 'rm -rf "$root"' EXIT
failed=0
mkdir -p "$root/docs" "$root/graph" "$root/bench"
: > "$root/graph/network.c"
: > "$root/bench/bench-rank.c"
printf 'See `graph/network.c`, `build/bench/bench-rank --smoke`,\n`cli/command-NAME.c` or and/or.\n' \
    > "$root/README.md"

# check DOCUMENTS.SH EXPECTED-EXIT EXPECTED-WORDS
check () {
    found=$(sh "$1" "$root")
    code=$?
    if [ "$code" -ne "$2" ] || [ "$found" != "$3" ]; then
        printf 'exit %s, expected %s: %s\n' "$code" "$2" "$found"
        failed=1
    fi
}

check "$1" 0 ''
printf 'One\n`sh graph/net.c`\n' > "$root/docs/methods.md"
check "$1" 1 'docs/methods.md:2: graph/net.c: no such file'
rm "$root/docs/methods.md" "$root/README.md"
check "$1" 2 'no document names a file'
exit "$failed"
