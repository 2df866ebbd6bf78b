#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Checks that every file of the source that README, HACKING and docs/ name in backticks is there; a
# program of bench/ or of a build stands for its source.
#   documents.sh [source root]
# Prints document:line: path for each that is not; exit 1 if there is any, 2 if none is named at all.
set -u
LC_ALL=C
export LC_ALL
cd "${1:-$(dirname "$0")/..}" || exit 2

# Words in backticks that begin with a room; capitals (command-NAME.c) and stars stand for many.
named=$(for document in README.md HACKING.md docs/*.md; do
    [ -f "$document" ] || continue
    awk -v document="$document" '{
        n = split($0, part, "`")
        for (i = 2; i <= n; i += 2) {
            n_words = split(part[i], word, /[][ \t(),;:<>|"]+/)
            for (w = 1; w <= n_words; w++)
                if (word[w] ~ /^(build\/)?(graph|analytics|io|cli|tests|examples|bench|docs|\.ci)\// &&
                    word[w] !~ /[A-Z][A-Z]|[*…{$]/)
                    print document ":" FNR ": " word[w]
        }
    }' "$document"
done)
[ -n "$named" ] || { echo "no document names a file"; exit 2; }

printf '%s\n' "$named" | {
    missing=0
    while read -r place path; do
        path=${path#build/}
        [ -e "$path" ] || [ -e "$path.c" ] || [ "$path" = cli/rhumb ] || {
            printf '%s %s: no such file\n' "$place" "$path"
            missing=1
        }
    done
    exit "$missing"
}
