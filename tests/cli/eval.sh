#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# eval: columns, figures between their bounds, what labels and tasks are refused.
# Usage: eval.sh RHUMB PAGE FOLDER_OF_THE_TESTS CITATIONS
RHUMB=$1
PAGE=$2
CITATIONS=$4
. "$3/tap.sh"

header () {
    [ "$(head -n 1 "$work/out" | tr '\t' ' ')" = "task method measure value deviation low high cases" ]
}
# bounded ROWS: so many rows, every value from 0 to 1 and inside its interval.
bounded () {
    awk -F '\t' -v rows="$1" 'NR > 1 && ($4 < 0 || $4 > 1 || $6 > $4 + 1e-9 || $7 < $4 - 1e-9) { print; bad = 1 }
        END { exit bad || NR != rows + 1 }' "$work/out"
}
value () {
    awk -F '\t' -v method="$1" -v measure="$2" '$2 == method && $3 == measure { print $4 }' "$work/out"
}

"$RHUMB" topics --members "$PAGE" >"$work/members.tsv"
run "$RHUMB" eval clusters --labels "$work/members.tsv" "$PAGE"
claim "clusters has its columns" header
claim "clusters gives three measures of two methods" bounded 6
claim "topics agree with themselves" test "$(value topics ARI)" = 1
run "$RHUMB" eval embedding --labels "$work/members.tsv" --dimensions 32 "$PAGE"
claim "embedding gives three measures" bounded 3
cp "$work/out" "$work/once"
run "$RHUMB" eval embedding --labels "$work/members.tsv" --dimensions 32 --threads 1 "$PAGE"
claim "the same bytes with one thread" same "$work/once" "$work/out"
run "$RHUMB" eval embedding --labels "$work/members.tsv" --dimensions 32 --seed 2 "$PAGE"
claim "another seed splits otherwise" sh -c "! cmp -s '$work/once' '$work/out'"
run "$RHUMB" eval links --dimensions 16 "$CITATIONS"
claim "links gives two measures of three methods" bounded 6
run "$RHUMB" eval links --until 2003 "$CITATIONS"
claim "references gives three measures of three methods" bounded 9
run "$RHUMB" eval links --until 2003 --samples 0 --json "$CITATIONS"
claim "JSON Lines, no interval without samples" sh -c "jq -e 'select(.low != null)' '$work/out' >/dev/null && exit 1
    test \$(jq -r .measure '$work/out' | sort -u | wc -l) = 3"

printf 'id\tlabel\nno such paper\tx\n' >"$work/none.tsv"
run "$RHUMB" eval clusters --labels "$work/none.tsv" "$PAGE"
claim "labels of no paper here agree with nothing: exits 1" exits 1 'gives 0 of these papers one label'
awk -F '\t' -v OFS='\t' 'NR == 1 { print "id", "label"; next } { print $1, "all" }' "$work/members.tsv" >"$work/alike.tsv"
claim "and give no figures" test ! -s "$work/out"
run "$RHUMB" eval clusters --labels "$work/alike.tsv" "$PAGE"
claim "one label for all is agreed with by one cluster: exits 1" exits 1 'always the same'
run "$RHUMB" eval embedding --labels "$work/alike.tsv" "$PAGE"
claim "and told by any vector: exits 1" exits 1 'always the same'
for option in --train=0.5 --penalty=2 --repeats=2 --clusters=3; do
    run "$RHUMB" eval links "$option" "$CITATIONS"
    claim "links with $option, which it does not use, exit 2" exits 2 'does nothing here'
done
run "$RHUMB" eval links --until 2990 "$CITATIONS"
claim "nobody asks: exits 1" exits 1 'no paper after 2990'
run "$RHUMB" eval links "$PAGE"
claim "no citations: exits 1" exits 1 'expected at least 3'
run "$RHUMB" eval beauty "$PAGE"
claim "an unknown task exits 2" exits 2 'beauty'
run "$RHUMB" eval embedding "$PAGE"
claim "no labels exits 2" exits 2 'expected --labels'
run "$RHUMB" eval links --labels "$work/members.tsv" "$CITATIONS"
claim "labels for links exit 2" exits 2 'not used by links'
run "$RHUMB" eval embedding --labels "$work/members.tsv" --train 0.9 "$PAGE"
claim "shares above 1 exit 2" exits 2 'sum below 1'
printf 'name\tlabel\n' >"$work/bad.tsv"
run "$RHUMB" eval clusters --labels "$work/bad.tsv" "$PAGE"
claim "a table without ids exits 1" exits 1 'bad.tsv:1: columns'
printf 'id\tx\tlabel\nkey:a\tb\n' >"$work/bad.tsv"
run "$RHUMB" eval clusters --labels "$work/bad.tsv" "$PAGE"
claim "a short row exits 1 with its line" exits 1 'bad.tsv:2: 2 columns'
: >"$work/bad.tsv"
run "$RHUMB" eval clusters --labels "$work/bad.tsv" "$PAGE"
claim "an empty table exits 1" exits 1 'bad.tsv:1: columns'
printf "\\001\\377\\200id\\tlabel\\n\\000\\012" >"$work/bad.tsv"
run "$RHUMB" eval clusters --labels "$work/bad.tsv" "$PAGE"
claim "noise exits 1" exits 1 'bad.tsv:'
printf 'id\tlabel\nnobody\tb\n' >"$work/bad.tsv"
run "$RHUMB" eval embedding --labels "$work/bad.tsv" "$PAGE"
claim "labels of nobody exit 1" exits 1 '0 nodes with labels'

finish
