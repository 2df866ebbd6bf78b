#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# index: every verb that needs concepts takes them from the index of a library, and writes the same
# bytes as without it; what is stale, damaged or of other options is not taken.
# Usage: index-concepts.sh RHUMB PAGE FOLDER_OF_THE_TESTS CITATIONS
RHUMB=$(realpath "$1")
PAGE=$(realpath "$2")
CITATIONS=$(realpath "$4")
. "$3/tap.sh"

# The same name in both folders: some outputs tell it.
mkdir "$work/plain" "$work/indexed"
"$RHUMB" import -q -o "$work/plain/page.rhumb" "$PAGE"
"$RHUMB" import -q -o "$work/plain/citations.rhumb" "$CITATIONS"
cp "$work/plain/page.rhumb" "$work/plain/citations.rhumb" "$work/indexed"
for name in page citations; do
    "$RHUMB" index -q "$work/indexed/$name.rhumb"
done

# in FOLDER COMMAND…: runs there.
in_folder () {
    (cd "$work/$1" && shift && "$@" </dev/null)
}
# says PATTERN: the last run told so.
says () {
    grep -qE -- "$1" "$work/err" || { cat "$work/err"; return 1; }
}
# silent_of PATTERN: it did not.
silent_of () {
    ! grep -E -- "$1" "$work/err"
}

# page.rhumb has abstracts, citations.rhumb has citations.
while read -r command; do
    # shellcheck disable=SC2086
    in_folder plain "$RHUMB" $command --threads 1 >"$work/without" 2>"$work/err"
    plain=$?
    # shellcheck disable=SC2086
    in_folder indexed "$RHUMB" $command --threads 2 -v >"$work/with" 2>"$work/err"
    indexed=$?
    claim "$command: the same bytes" sh -c "cmp '$work/without' '$work/with' &&
        test -s '$work/with' && test $plain = 0 && test $indexed = 0"
    claim "$command: concepts are taken" says 'took [0-9]+ concepts? from [a-z]+.rhumb.index'
done <<'END'
topics page.rhumb
topics citations.rhumb
topics --tree page.rhumb
map --format svg page.rhumb
map --format svg citations.rhumb
map --of concepts --format vosviewer page.rhumb
concepts page.rhumb
concepts citations.rhumb
concepts --per-paper page.rhumb
concepts --variants page.rhumb
concepts --suggest-synonyms page.rhumb
rank page.rhumb
rank --of concepts page.rhumb
trend citations.rhumb
trend --evolution citations.rhumb
themes page.rhumb
why --concept GPU page.rhumb
describe page.rhumb
convert --network all --format graphml page.rhumb
convert --network hybrid --format graphml citations.rhumb
embed page.rhumb
similar --by text --id MoETuner page.rhumb
related --links concepts=2 --id n05 citations.rhumb
expand --id n05 citations.rhumb
eval links --dimensions 8 citations.rhumb
END

cd "$work/indexed" || exit 1
run "$RHUMB" similar --by links --id n05 citations.rhumb
cp "$work/out" "$work/with"
run "$RHUMB" similar --by links --id n05 ../plain/citations.rhumb
claim "citations alone are the same" sh -c "test -s '$work/out' && cmp '$work/out' '$work/with'"

# What changes concepts or papers is found anew.
echo graph >"$work/stop"
printf 'label\treplace by\ngraph\tnet\n' >"$work/thesaurus"
for option in --min-papers=2 --concept-density=1 "--stopwords=$work/stop" \
    "--thesaurus=$work/thesaurus"; do
    run "$RHUMB" concepts -v "$option" page.rhumb
    claim "${option%%=*}: concepts are found anew, and why" sh -c "grep -q 'found .* concepts' '$work/err' &&
        grep -q 'options change concepts' '$work/err'"
    cp "$work/out" "$work/with"
    run "$RHUMB" concepts "$option" ../plain/page.rhumb
    claim "${option%%=*}: the same bytes" same "$work/out" "$work/with"
done
for option in --from=1980 --to=1990 --separate-preprints --reverse-edges; do
    run "$RHUMB" concepts -v "$option" citations.rhumb
    claim "${option%%=*}: concepts are found anew, and why" sh -c "grep -q 'found .* concepts' '$work/err' &&
        grep -q 'options change which papers are read' '$work/err'"
    cp "$work/out" "$work/with"
    run "$RHUMB" concepts "$option" ../plain/citations.rhumb
    claim "${option%%=*}: the same bytes" same "$work/out" "$work/with"
done
run "$RHUMB" concepts -v page.rhumb citations.rhumb
claim "two files: concepts are found anew, and why" sh -c "grep -q 'found .* concepts' '$work/err' &&
    grep -q 'several files are read' '$work/err'"
cp "$work/out" "$work/with"
run "$RHUMB" concepts ../plain/page.rhumb ../plain/citations.rhumb
claim "two files: the same bytes" same "$work/out" "$work/with"
run "$RHUMB" concepts -v ../plain/page.rhumb
claim "a library without an index is told with --verbose" says 'no index is asked for concepts: ../plain/page.rhumb has none'
run "$RHUMB" concepts ../plain/page.rhumb
claim "and not without it" silent_of .
run "$RHUMB" concepts -v "$PAGE"
claim "of another file nothing is said" silent_of 'index'

# An index of before the last import, and what is made of it, is not taken.
cp page.rhumb.index before
"$RHUMB" import -q -o page.rhumb "$CITATIONS"
"$RHUMB" import -q -o ../plain/page.rhumb "$CITATIONS"
for verb in concepts topics; do
    run "$RHUMB" $verb ../plain/page.rhumb
    cp "$work/out" "$work/without"
    run "$RHUMB" $verb -v page.rhumb
    claim "$verb: a stale index gives no stale answer" same "$work/without" "$work/out"
    claim "$verb: and is told" sh -c "grep -q 'another state of the library' '$work/err' &&
        grep -q 'found .* concepts' '$work/err'"
done
run "$RHUMB" similar --id MoETuner page.rhumb
claim "it is told once" test "$(grep -c 'another state of the library' "$work/err")" = 1
run "$RHUMB" index -v page.rhumb
claim "an index is made of the texts" says 'found [0-9]+ concepts?'
run "$RHUMB" concepts -v page.rhumb
claim "a new one is taken" says 'took [0-9]+ concepts? from'
claim "and gives the same" sh -c "'$RHUMB' concepts -q ../plain/page.rhumb | cmp - '$work/out'"

# Damage: with its header as it was, which is right, or without.
size=$(wc -c <page.rhumb.index)
cp page.rhumb.index good
run "$RHUMB" concepts ../plain/page.rhumb
cp "$work/out" "$work/without"
for n in 0 100 $((size / 2)) $((size - 1)); do
    head -c "$n" good >page.rhumb.index
    run "$RHUMB" concepts page.rhumb
    claim "an index cut to $n bytes is told and not used" sh -c "grep -q 'not used' '$work/err' &&
        cmp '$work/without' '$work/out'"
done
{ head -c 1000 good; tail -c +1001 good | tr '\000-\377' '\377'; } >page.rhumb.index
run "$RHUMB" concepts page.rhumb
claim "a damaged index is told and not used" sh -c "grep -q 'damaged' '$work/err' &&
    cmp '$work/without' '$work/out'"
cp before page.rhumb.index
run "$RHUMB" concepts -q page.rhumb
claim "--quiet: nothing is told" silent_of .
cd / || exit 1
finish
