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
run "$RHUMB" related -v --id "Multi-Head Adapter Routing" "$work/page.rhumb"
claim "--verbose tells that the index was asked" grep -q 'opened .*/page.rhumb.index' "$work/err"
claim "and nothing was read" sh -c "! grep -q 'read 70 papers' '$work/err'"

# Who mistypes a name learns it before anything is made of the papers, and with an index before they
# are read.
cp "$work/page.rhumb" "$work/unindexed.rhumb"
for verb in similar related expand; do
    for name in "Diffusion Model" nobody; do
        run "$RHUMB" $verb -v --id "$name" "$work/unindexed.rhumb"
        grep -v ' s  read ' "$work/err" >"$work/long"
        claim "$verb: “$name” is told before concepts are found" sh -c "! grep -q 'found .* concepts' '$work/err' &&
            grep -q 'read .* papers' '$work/err' && test $code = 1"
        run "$RHUMB" $verb -v --id "$name" "$work/page.rhumb"
        grep -v ' s  opened ' "$work/err" >"$work/short"
        claim "$verb: “$name” is told in the same words by an index" same "$work/long" "$work/short"
    done
done
run "$RHUMB" related --each --threads 1 "$work/citations.rhumb"
cp "$work/out" "$work/each"
"$RHUMB" related -q --id n09 "$work/citations.rhumb" | cut -f 1-5 | tail -n +2 | sed 's/^/n09	/' >"$work/singly"
grep '^n09	' "$work/each" >"$work/row"
claim "related --each: the rows of --id" sh -c "test -s '$work/row' && cmp '$work/singly' '$work/row'"
run "$RHUMB" related --each "$work/citations.rhumb"
claim "related --each: the same bytes for any threads" same "$work/each" "$work/out"
"$RHUMB" related --each -q "$CITATIONS" | cut -f 1-5 >"$work/plain"
cut -f 1-5 "$work/each" >"$work/indexed"
claim "related --each: the same lists without an index" same "$work/plain" "$work/indexed"
run "$RHUMB" related --each --id MoETuner "$work/page.rhumb"
"$RHUMB" related -q --id MoETuner "$work/page.rhumb" | cut -f 2-5 >"$work/one"
cut -f 3-6 "$work/out" >"$work/row"
claim "related --each: a part of a title names a paper" same "$work/one" "$work/row"
run "$RHUMB" related --id n05 --weights 1,2 "$work/citations.rhumb"
claim "too many weights exit 2" exits 2 'expected 1 finite number'
"$RHUMB" related --id n05 --links venues=1 "$CITATIONS" >"$work/links"
run "$RHUMB" related --id n05 --links venues=1 "$work/citations.rhumb"
claim "other links are not taken from the index" same "$work/links" "$work/out"

# Vectors: the same from the index and without it; what may be listed is listed, nothing else.
cp "$work/page.rhumb" "$work/bare.rhumb"
cp "$work/citations.rhumb" "$work/years.rhumb"
for options in "--id MoETuner $work/page" "--id n05 --id n09 $work/citations" \
    "--id n05 --since 1975 --until 1990 $work/citations" "--id n05 --among $work/set $work/citations"; do
    printf 'title\tid\nA\tn01\nB\tn02\nC\tnobody\nD\tn10\n' >"$work/set"
    plain=$(echo "$options" | sed "s|$work/page|$work/bare|; s|$work/citations|$work/years|")
    # shellcheck disable=SC2086
    for by in all vectors; do
        "$RHUMB" similar -q --by $by $plain.rhumb >"$work/plain"
        "$RHUMB" similar -q --by $by $options.rhumb >"$work/indexed"
        claim "similar --by $by ${options%% $work*}: the same list with an index" \
            same_lists "$work/plain" "$work/indexed"
    done
done
run "$RHUMB" similar --by vectors --id n05 --since 1975 --until 1990 "$work/citations.rhumb"
claim "years are kept" awk -F '\t' 'NR > 1 && ($4 < 1975 || $4 > 1990) { print; exit 1 } END { exit NR < 3 }' \
    "$work/out"
claim "it says that all are compared" grep -qE 'compared with all of [0-9]+ vectors' "$work/err"
run "$RHUMB" similar --id n05 --among "$work/set" "$work/citations.rhumb"
claim "only those of a set" awk -F '\t' 'NR > 1 && $2 !~ /^n(01|02|10)$/ { print; exit 1 } END { exit NR < 2 }' \
    "$work/out"
claim "and who is not known" grep -q '1 of 4 ids is not known' "$work/err"
printf '\357\273\277id\r\nn01\r\nn02\r\n' >"$work/marked"
run "$RHUMB" similar --id n05 --among "$work/marked" "$work/citations.rhumb"
claim "a byte order mark is no part of a name" sh -c "! grep 'not known' '$work/err'"
printf 'nobody\n' >"$work/nobody"
run "$RHUMB" similar --id n05 --among "$work/nobody" "$work/citations.rhumb"
claim "a set of nobody is told" exits 1 'of 1 id none is known'
run "$RHUMB" similar --id n05 --since 1990 --until 1975 "$work/citations.rhumb"
claim "years the wrong way round exit 2" exits 2 'earlier one first'
cp "$work/citations.rhumb.index" "$work/with"
run "$RHUMB" index --no-vectors "$work/citations.rhumb"
claim "without vectors it is smaller" test "$(wc -c <"$work/citations.rhumb.index")" -lt "$(wc -c <"$work/with")"
"$RHUMB" similar -q --by vectors --id n05 "$work/years.rhumb" >"$work/plain"
run "$RHUMB" similar --by vectors --id n05 "$work/citations.rhumb"
claim "and vectors are made anew" same "$work/plain" "$work/out"
claim "which is told" grep -q 'the index has no vectors; all of' "$work/err"
run "$RHUMB" index "$work/citations.rhumb"
claim "the same bytes again" same "$work/with" "$work/citations.rhumb.index"

# One import against three.
"$RHUMB" convert -q "$CITATIONS" -o "$work/all.jsonl"
head -n 5 "$work/all.jsonl" >"$work/first.jsonl"
sed -n '6,9p' "$work/all.jsonl" >"$work/second.jsonl"
tail -n +10 "$work/all.jsonl" >"$work/third.jsonl"
"$RHUMB" import -q -o "$work/one.rhumb" "$work/all.jsonl"
for part in first second third; do
    "$RHUMB" import -q -o "$work/three.rhumb" "$work/$part.jsonl"
    "$RHUMB" index "$work/three.rhumb"
done
"$RHUMB" index "$work/one.rhumb"
# The checksum of the library is in the header: pages of SQLite know of three changes.
for n in one three; do
    "$RHUMB" similar --by vectors -q --id n05 "$work/$n.rhumb" >"$work/$n.vectors"
    "$RHUMB" similar -q --id n05 "$work/$n.rhumb" >"$work/$n.all"
    "$RHUMB" related -q --id n05 "$work/$n.rhumb" >"$work/$n.related"
    tail -c +385 "$work/$n.rhumb.index" >"$work/$n.body"
done
for what in vectors all related body; do
    claim "three imports are as one: $what" same "$work/one.$what" "$work/three.$what"
done

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
run "$RHUMB" related --each -o "$work/damaged.tsv" "$work/citations.rhumb"
claim "related --each: of a damaged index no file appears" sh -c "test $code = 1 &&
    grep -q 'damaged' '$work/err' && ! test -e '$work/damaged.tsv'"
run "$RHUMB" index "$CITATIONS"
claim "what is no library exits 2" exits 2 'expected one library'
run "$RHUMB" index
claim "no library exits 2" exits 2 'no file named'
finish
