#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# index: answers are those without it, what is stale or damaged is told, and the bytes do not depend
# on threads.
# Usage: index.sh RHUMB PAGE FOLDER_OF_THE_TESTS CITATIONS
RHUMB=$1
PAGE=$2
CITATIONS=$4
. "$3/tap.sh"

# All columns but the score, which is rounded.
without_score () {
    cut -f 1-4,6 "$1"
}
same_lists () {
    without_score "$1" >"$work/x"
    without_score "$2" >"$work/y"
    [ "$(wc -l <"$work/x")" -gt 2 ] && cmp "$work/x" "$work/y"
}
# Scores of two tables agree to one in a thousand.
same_scores () {
    cut -f 5 "$1" | tail -n +2 >"$work/x"
    cut -f 5 "$2" | tail -n +2 | paste "$work/x" - |
        awk '{ d = $1 - $2; if (d < 0) d = -d; if (d > 0.001 * $1) { print; bad = 1 } } END { exit bad }'
}

"$RHUMB" import -q -o "$work/page.rhumb" "$PAGE"
"$RHUMB" import -q -o "$work/citations.rhumb" "$CITATIONS"
for verb in similar related; do
    "$RHUMB" $verb --id MoETuner "$work/page.rhumb" >"$work/page.$verb"
    "$RHUMB" $verb --id n05 --id n09 "$work/citations.rhumb" >"$work/citations.$verb"
done
run "$RHUMB" index "$work/page.rhumb"
claim "an index is written beside the library" test -s "$work/page.rhumb.index"
run "$RHUMB" index "$work/citations.rhumb"
claim "and of citations" exits 0
for verb in similar related; do
    run "$RHUMB" $verb --id MoETuner "$work/page.rhumb"
    claim "$verb: the same list and reasons" same_lists "$work/page.$verb" "$work/out"
    claim "$verb: nearly the same scores" same_scores "$work/page.$verb" "$work/out"
    claim "$verb: in silence" sh -c "! test -s '$work/err'"
    run "$RHUMB" $verb --id n05 --id n09 "$work/citations.rhumb"
    claim "$verb of two: the same list and reasons" same_lists "$work/citations.$verb" "$work/out"
    run "$RHUMB" $verb --id "Diffusion Model" "$work/page.rhumb"
    claim "$verb: a name that fits several still lists them" exits 1 'titles of [0-9]+ papers'
    run "$RHUMB" $verb --id nobody "$work/page.rhumb"
    claim "$verb: a name that fits none is told" exits 1 'no paper'
done
run "$RHUMB" related --id n05 --weights 1,2 "$work/citations.rhumb"
claim "too many weights exit 2" exits 2 'expected 1 numbers'
"$RHUMB" related --id n05 --links venues=1 "$CITATIONS" >"$work/links"
run "$RHUMB" related --id n05 --links venues=1 "$work/citations.rhumb"
claim "other links are not taken from the index" same "$work/links" "$work/out"

cp "$work/page.rhumb.index" "$work/once"
run "$RHUMB" index --threads 1 "$work/page.rhumb"
claim "the same bytes with one thread" same "$work/once" "$work/page.rhumb.index"

"$RHUMB" import -q -o "$work/page.rhumb" "$CITATIONS"
run "$RHUMB" similar --id MoETuner "$work/page.rhumb"
claim "a stale index is told and not used" sh -c "grep -q 'another state of the library' '$work/err' &&
    test \$(wc -l <'$work/out') -gt 2 && test $code = 0"
run "$RHUMB" index "$work/page.rhumb"
run "$RHUMB" similar --id MoETuner "$work/page.rhumb"
claim "a new index is used again" sh -c "! test -s '$work/err'"

size=$(wc -c <"$work/citations.rhumb.index")
cp "$work/citations.rhumb.index" "$work/good"
for n in 0 7 100 $((size / 2)) $((size - 1)); do
    head -c "$n" "$work/good" >"$work/citations.rhumb.index"
    run "$RHUMB" related --id n05 "$work/citations.rhumb"
    claim "an index cut to $n bytes is told and not used" sh -c "grep -q 'not used' '$work/err' && test $code = 0"
done
# Everything behind the header overwritten: answers are refused, not made up.
{ head -c 1000 "$work/good"; tail -c +1001 "$work/good" | tr '\000-\377' '\377'; } >"$work/citations.rhumb.index"
run "$RHUMB" related --id "rhumb lines" "$work/citations.rhumb"
claim "a damaged index is no crash" test "$code" -le 1
run "$RHUMB" index "$CITATIONS"
claim "what is no library exits 2" exits 2 'expected one library'
run "$RHUMB" index
claim "no library exits 2" exits 2 'no file named'
finish
