#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Ranks: of a file of pairs as of the same papers read the common way, side by side, with fixed
# names.
# Usage: rank.sh RHUMB FOLDER_OF_THE_TESTS
RHUMB=$1
. "$2/tap.sh"

# Papers cite earlier ones, a few later ones, once themselves, and one reference is said twice.
awk 'BEGIN { for (v = 1; v <= 400; v++) for (k = 1; k <= 5; k++) {
                 w = (v * 7919 * k + 13 * k) % 400
                 if (w < v || v % 50 == 0) print v "\t" w } print "9\t9"; print "7\t1\n7\t1" }' \
    >"$work/edges.tsv"
scores=pagerank,citations,degree,hits,hubs,core,betweenness,disruption
"$RHUMB" rank --by $scores "$work/edges.tsv" | cut -f 2,5- | sort >"$work/direct"
"$RHUMB" rank --by $scores - <"$work/edges.tsv" | cut -f 2,5- | sort >"$work/piped"
claim "a file of pairs has as many rows as papers" test "$(wc -l <"$work/direct")" -gt 300
claim "and the scores of the same papers from a pipe" awk '
    NR == FNR { for (i = 2; i <= NF; i++) seen[$1, i] = $i; next }
    $1 == "id" { next }
    { for (i = 2; i <= NF; i++) {
          d = $i - seen[$1, i]
          if (d > 1e-6 || d < -1e-6) exit 1 } }' "$work/direct" "$work/piped"

"$RHUMB" rank --by pagerank,citations --top 1 "$work/edges.tsv" >"$work/two"
claim "two scores stand side by side" grep -qxE 'rank	id	label	year	score	citations' "$work/two"
"$RHUMB" rank --by citations --json --top 1 "$work/edges.tsv" >"$work/json"
claim "JSON has the fixed names" \
    grep -qxE '\{"rank":1,"id":"[0-9]+","label":"[0-9]+","year":null,"score":[0-9]+\}' "$work/json"

printf '%s\n' '{"id":"a","title":"Sails of ships","year":1990,"authors":["Ada"]}' \
    '{"id":"b","title":"Masts of ships","year":1991,"authors":["Ada"],"references":["a"]}' \
    '{"id":"c","title":"Keels of ships","year":1992,"authors":["Bo"],"references":["a","b"]}' \
    >"$work/papers.jsonl"
run "$RHUMB" rank --of people --by h,papers,citations "$work/papers.jsonl"
claim "people have an h-index" grep -qE '^1	[^	]*	Ada		1	2	3$' "$work/out"
run "$RHUMB" rank --by ncs,citerank,rescaled "$work/papers.jsonl"
claim "papers have scores by age" grep -qE '^1	[^	]*	Sails of ships	1990	1	0\.[0-9]+	' "$work/out"
run "$RHUMB" rank --by citerank "$work/edges.tsv"
claim "citerank without years: the data failed" exits 1 'of [0-9]+ papers none has a year'
run "$RHUMB" rank --by rescaled "$work/edges.tsv"
claim "rescaled without years: the data failed" exits 1 'of [0-9]+ papers 0 have a year'
run "$RHUMB" rank --clusters 3 "$work/papers.jsonl"
claim "how topics are found decides nothing without a topic: exits 2" exits 2 '--within or --restart'
run "$RHUMB" rank --of people --by ncs "$work/papers.jsonl"
claim "a score that people have not exits 2" exits 2 'expected pagerank, citations'
page=$2/../../examples/papers-page.txt
"$RHUMB" rank "$page" >"$work/anywhere"
"$RHUMB" rank --within 0 "$page" >"$work/members"
"$RHUMB" rank --restart 0 "$page" >"$work/restarted"
claim "readers who begin in a topic spend more time at each of its papers" awk -F '\t' '
    FNR == 1 { file++; next }
    file == 1 { member[$2] = 1; next }
    file == 2 { before[$2] = $5; next }
    $2 in member { n++; if ($5 <= before[$2]) exit 1 }
    END { if (n == 0) exit 1 }' "$work/members" "$work/anywhere" "$work/restarted"
run "$RHUMB" rank --restart 0 --by citations "$page"
claim "--restart without pagerank exits 2" exits 2 'expected it in --by'
run "$RHUMB" rank --restart nowhere "$page"
claim "--restart at no topic exits 1" exits 1 'no topic'
run "$RHUMB" rank --by core,core "$work/edges.tsv"
claim "a score twice exits 2" exits 2 'at most once'
finish
