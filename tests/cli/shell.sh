#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# What a shell has of the program: the manual page tells all verbs and options, completion offers
# them.
# Usage: shell.sh RHUMB FOLDER_OF_THE_TESTS FOLDER_OF_THE_PROGRAM
RHUMB=$1
. "$2/tap.sh"
. "$3/completion.bash"

sh "$3/man-page.sh" "$RHUMB" 1.2.3 >"$work/rhumb.1"
claim "the manual page names the version" grep -qF '"rhumb 1.2.3"' "$work/rhumb.1"

# What a page means, without its escapes.
sed 's/\\&//; s/\\-/-/g; s/\\e/\\/g' "$work/rhumb.1" >"$work/read"
"$RHUMB" help | sed -n 's/^  \([a-z][a-z-]*\)  *[^ ].*/\1/p' >"$work/verbs"
while read -r verb; do
    echo ".SS rhumb $verb"
    "$RHUMB" help "$verb" | sed -n 's/^  .*\(--[a-z-]*\)[=, ].*  .*/\1/p'
done <"$work/verbs" >"$work/told"
missing () {
    while read -r told; do
        grep -qF -- "$told" "$work/read" || echo "$told"
    done <"$work/told"
}
claim "there are verbs and options to tell" test "$(wc -l <"$work/told")" -gt 300
claim "all stand in the page" test -z "$(missing)"
claim "a group of options is told once" test "$(grep -c '^.B --max-bytes=N' "$work/read")" = 1
claim "what a verb alone says stands as it is" grep -qxF 'Example: rhumb help map' "$work/read"
if command -v groff >/dev/null; then
    groff -man -Kutf8 -Tutf8 -ww -z "$work/rhumb.1" 2>"$work/warnings"
    # Lines that end in a long word are left ragged.
    grep -v 'cannot adjust line' "$work/warnings" >"$work/err"
    claim "groff understands it" test ! -s "$work/err"
fi

# offers EXPECTED WORD…: what completion offers for the last word, in one line.
offers () {
    expected=$1
    shift
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
    _rhumb_complete
    echo "${COMPREPLY[*]}"
    [ "${COMPREPLY[*]}" = "$expected" ]
}
claim "verbs" offers "rank related reading-list" "$RHUMB" r
claim "verbs after help" offers "topics" "$RHUMB" help to
claim "options of the verb" offers "--theme= --thesaurus= --threads=" "$RHUMB" map --the --th
claim "not those of others" offers "" "$RHUMB" rank --theme
claim "formats" offers "wos wos-tab" "$RHUMB" convert --format w
claim "formats after =" offers "svg" "$RHUMB" map --format = sv
claim "files are left to the shell" offers "" "$RHUMB" map papers
finish
