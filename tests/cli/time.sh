#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# path, trend, themes and why: columns, drawings, what they say where something is missing.
# Usage: time.sh RHUMB PAGE FOLDER_OF_THE_TESTS CITATIONS
RHUMB=$1
PAGE=$2
CITATIONS=$4
. "$3/tap.sh"

header () {
    [ "$(head -n 1 "$work/out" | tr '\t' ' ')" = "$1" ] || { head -n 1 "$work/out"; return 1; }
}
# column N: the values of a column of the last run.
column () {
    tail -n +2 "$work/out" | cut -f "$1"
}

run "$RHUMB" path --by global "$CITATIONS"
claim "a main path has columns" header "from to weight from_year from_title to_year to_title"
claim "it is one path, each paper cited by the next" sh -c "
    tail -n +2 '$work/out' | awk -F '\t' 'NR > 1 && \$1 != last { exit 1 } { last = \$2 }'"
claim "from a paper that cites none to one that none cites" sh -c "
    [ \"\$(sed -n 2p '$work/out' | cut -f 1)\" = n01 ] && [ \"\$(tail -n 1 '$work/out' | cut -f 2)\" = n17 ]"
run "$RHUMB" path --by longest --json "$CITATIONS"
claim "the longest path is nine citations long" sh -c "grep -c '\"weight\":9,' '$work/out' | grep -q ."
run "$RHUMB" path --by key-route --routes 3 "$CITATIONS"
claim "key routes give arcs" sh -c "[ \$(wc -l <'$work/out') -gt 3 ]"
run "$RHUMB" path --by most-cited --papers 4 "$CITATIONS"
claim "the most cited papers number four" sh -c "
    [ \$(tail -n +2 '$work/out' | cut -f 1,2 | tr '\t' '\n' | grep . | sort -u | wc -l) = 4 ]"
run "$RHUMB" path "$PAGE"
claim "without citations it says what is missing" exits 1 'references among the papers'
run "$RHUMB" path --by fame "$CITATIONS"
claim "an unknown search exits 2" exits 2 'expected key-route'
run "$RHUMB" path --routes 0 "$CITATIONS"
claim "no routes exit 2" exits 2 'routes'
for unused in '--by global --routes 3' '--by local --slack 1' '--by longest --papers 5' '--title History'; do
    run "$RHUMB" path $unused "$CITATIONS"
    claim "path $unused, which has no effect, exits 2" exits 2 'does nothing here'
done
for unused in '--by-year --gamma 2' '--evolution --states 3' '--evolution --s 3' '--min-strength 0.5' '--title Trends'; do
    run "$RHUMB" trend $unused "$CITATIONS"
    claim "trend $unused, which has no effect, exits 2" exits 2 'does nothing here'
done
run "$RHUMB" topics --clusters 3 --resolution 2 "$PAGE"
claim "a number of topics and a resolution exit 2" exits 2 'expected it or --resolution'

# Years against the date and circles are told.
cat >"$work/circle.jsonl" <<'END'
{"id": "a", "title": "Alpha", "year": 1990, "references": ["d"]}
{"id": "b", "title": "Beta", "year": 1991, "references": ["a", "c"]}
{"id": "c", "title": "Gamma", "year": 1991, "references": ["b"]}
{"id": "d", "title": "Delta", "year": 1992, "references": ["c"]}
END
run "$RHUMB" path --by global "$work/circle.jsonl"
claim "a circle is crossed" sh -c "[ \$(wc -l <'$work/out') = 4 ]"
claim "citations of younger papers are told" grep -q '1 citation of a younger paper' "$work/err"
claim "circles are told" grep -q '2 papers cite each other in circles' "$work/err"

run "$RHUMB" trend --gamma 0.3 "$CITATIONS"
claim "bursts have columns" header "concept first last burst_from burst_to weight"
claim "bursts are there, heaviest first" sh -c "
    tail -n +2 '$work/out' | cut -f 6 >'$work/weights' && [ -s '$work/weights' ] && sort -c -g -r '$work/weights'"
claim "a burst lies within the years of its concept" sh -c "
    tail -n +2 '$work/out' | awk -F '\t' '\$4 < \$2 || \$5 > \$3 || \$4 > \$5 { exit 1 }'"
run "$RHUMB" trend --to 1971 "$CITATIONS"
claim "papers of one year: it says that nothing rises there" exits 0 'nothing to list: .* of the same'
run "$RHUMB" trend --states 3 --gamma 0.3 "$CITATIONS"
claim "with three states bursts have a level" header "concept first last burst_from burst_to weight level"
run "$RHUMB" trend --of papers --gamma 0.1 "$CITATIONS"
claim "citations burst too" header "id title year burst_from burst_to weight"
claim "some do" sh -c "[ \$(wc -l <'$work/out') -gt 1 ]"
run "$RHUMB" trend --by-year "$CITATIONS"
claim "shares are papers by papers of the year" sh -c "
    tail -n +2 '$work/out' | awk -F '\t' '\$4 != \$3 { exit 1 }'"
run "$RHUMB" trend "$PAGE"
claim "without years it says what is missing" exits 1 'has a year'
printf '{"id":"a","title":"Lone chart","year":1990}\n' >"$work/lone.jsonl"
run "$RHUMB" trend --of papers "$work/lone.jsonl"
claim "without citations it says what is missing" exits 1 'references among the papers'
run "$RHUMB" trend --s 1 "$CITATIONS"
claim "a rate that is no higher exits 2" exits 2 'above 1'
run "$RHUMB" trend --periods 3 "$CITATIONS"
claim "periods without evolution exit 2" exits 2 'evolution'
run "$RHUMB" trend --evolution --periods 1990,1980 "$CITATIONS"
claim "periods backwards exit 2" exits 2 'later year'
run "$RHUMB" trend --evolution --periods many "$CITATIONS"
claim "periods that are no number exit 2" exits 2 'as in 2000,2010'
run "$RHUMB" trend --evolution --of papers "$CITATIONS"
claim "two tables at once exit 2" exits 2 'exclude'

# The page with made-up years.
"$RHUMB" convert "$PAGE" | awk '{ printf "%s,\"year\":%d}\n", substr ($0, 1, length ($0) - 1), 2000 + int (NR / 7) }' >"$work/dated.jsonl"
run "$RHUMB" trend --evolution --periods 2 "$work/dated.jsonl"
claim "evolution has columns" header "period first last theme label papers concepts next next_label strength shared event"
claim "in two periods" sh -c "[ \"\$(tail -n +2 '$work/out' | cut -f 1 | sort -u | tr '\n' ' ')\" = '0 1 ' ]"

run "$RHUMB" themes "$PAGE"
claim "themes have columns" header "theme centrality density quadrant papers concepts"
claim "they are the topics" sh -c "
    tail -n +2 '$work/out' | cut -f 1 >'$work/themes'
    '$RHUMB' topics '$PAGE' | tail -n +2 | cut -f 3 | cmp - '$work/themes'"
"$RHUMB" concepts "$PAGE" >"$work/concepts"
claim "all words that are shown are of two papers or more" awk -F '\t' '
    FNR == 1 { file++; next }
    file == 1 { papers[$1] = $2; next }
    { n = split ($6, word, "; "); for (i = 1; i <= n; i++) if (papers[word[i]] < 2) { print word[i]; bad = 1 } }
    END { exit bad }' "$work/concepts" "$work/out"
claim "there are motors" grep -q "	motor	" "$work/out"
cp "$work/out" "$work/callon"
run "$RHUMB" themes --method bmx "$PAGE"
claim "bmx differs" sh -c "! cmp -s '$work/out' '$work/callon'"
run "$RHUMB" themes --method bmx --cut mean "$PAGE"
claim "bmx has its own cut" exits 2 'no --cut'
run "$RHUMB" themes --method other "$PAGE"
claim "an unknown method exits 2" exits 2 'callon or bmx'
run "$RHUMB" themes "$work/lone.jsonl"
claim "without shared concepts it says what is missing" exits 1 'expected titles'

run "$RHUMB" why --id n05 "$CITATIONS"
claim "evidence has columns" header "kind id title year weight why"
claim "shares of a rank sum to one" sh -c "
    tail -n +2 '$work/out' | awk -F '\t' '{ s += \$5 } END { exit s < 0.999999 || s > 1.000001 }'"
claim "its citing papers are among them" sh -c "grep '^cites' '$work/out' | grep -q n07"
run "$RHUMB" why --id n05 --id "magnetic VARIATION, and the" "$CITATIONS"
claim "a part of a title names a paper" grep -q '^cites	n07	' "$work/out"
run "$RHUMB" why --id logbooks "$CITATIONS"
claim "an ambiguous name exits 1" exits 1 'titles of 5 papers'
claim "and lists its candidates" sh -c "grep -q 'n09' '$work/err' && grep -q 'n17' '$work/err'"
run "$RHUMB" rank --by citations --json "$CITATIONS"
cited=$(sed -n 's/.*"id":"\([^"]*\)".*"score":\([0-9]*\)}$/\1 \2/p' "$work/out" | head -n 1)
run "$RHUMB" why --id "${cited% *}" --by citations "$CITATIONS"
claim "a number of citations has as many papers behind it" test "$(sed 1d "$work/out" | wc -l)" = "${cited#* }"
run "$RHUMB" why --id n17 --by citations "$CITATIONS"
claim "a paper that nobody cites: that is said" exits 0 'nothing to list: no paper here cites it'
claim "in one line" test "$(wc -l <"$work/err")" = 1
run "$RHUMB" why --id n05 --clusters 3 "$CITATIONS"
claim "how topics are found has no effect on a paper: exits 2" exits 2 '--topic'
run "$RHUMB" why --id "${cited% *}" --by fame "$CITATIONS"
claim "an unknown score exits 2" exits 2 'expected pagerank or citations'
run "$RHUMB" why --topic 0 --by citations "$CITATIONS"
claim "a score of a topic exits 2" exits 2 'one --id alone'
cat >"$work/people.jsonl" <<'END'
{"id": "p1", "title": "Tides of estuaries", "year": 1990, "authors": ["Ada Marin"], "venue": "Annals of Tides"}
{"id": "p2", "title": "Currents of estuaries", "year": 1991, "authors": ["Ada Marin", "Bo Lund"], "references": ["p1"], "venue": "Annals of Tides"}
{"id": "p3", "title": "Soundings of estuaries", "year": 1992, "authors": ["Bo Lund"], "references": ["p1", "p2"], "venue": "Sea Letters"}
{"id": "p4", "title": "Charts of estuaries", "year": 1993, "authors": ["Ada Marin"], "references": ["p1", "p2"], "venue": "Annals of Sand"}
END
run "$RHUMB" why --person "ada marin" "$work/people.jsonl"
claim "papers that make up an h-index come first" sh -c "
    sed 1d '$work/out' | cut -f 1,2,5 | tr '\t\n' '  ' | grep -qx 'h p1 3 h p2 2 paper p4 0 '"
run "$RHUMB" why --venue tides "$work/people.jsonl"
claim "a part of a venue's name is enough" test "$(sed 1d "$work/out" | cut -f 2 | tr '\n' ' ')" = 'p1 p2 '
run "$RHUMB" why --venue annals "$work/people.jsonl"
claim "an ambiguous venue lists its candidates" exits 1 'names of 2 venues'
run "$RHUMB" why --person nobody "$work/people.jsonl"
claim "an unknown person exits 1" exits 1 'no person'
run "$RHUMB" why --person lund --topic 0 "$work/people.jsonl"
claim "a person and a topic exit 2" exits 2 'one of --topic'
run "$RHUMB" why --id nonsense "$CITATIONS"
claim "an unknown name exits 1" exits 1 'no paper'
run "$RHUMB" why --concept "portolan chart" "$CITATIONS"
claim "a concept is quoted" grep -qi 'title: .portolan chart' "$work/out"
run "$RHUMB" why --concept chart "$CITATIONS"
claim "a part of several labels lists them" exits 1 'labels of'
run "$RHUMB" why --concept nothing "$CITATIONS"
claim "an unknown concept exits 1" exits 1 'no concept'
run "$RHUMB" why --topic 0 "$PAGE"
claim "a label rests on papers" grep -q '^supports the label' "$work/out"
run "$RHUMB" why --topic 99 "$PAGE"
claim "an unknown topic exits 1" exits 1 'no topic'
run "$RHUMB" why "$PAGE"
claim "nothing asked exits 2" exits 2 'expected one or two'

# Drawings: whole, and the same for any number of threads.
for suffix in svg pdf png dot; do
    run "$RHUMB" path "$CITATIONS" -o "$work/path.$suffix"
    claim "a path is drawn as $suffix" test -s "$work/path.$suffix"
done
run "$RHUMB" trend --evolution --periods 2 "$work/dated.jsonl" -o "$work/evolution.svg" --threads 1
run "$RHUMB" trend --evolution --periods 2 "$work/dated.jsonl" -o "$work/again.svg" --threads 2
claim "evolution is drawn" grep -q '</svg>' "$work/evolution.svg"
claim "with the same bytes for two threads" same "$work/evolution.svg" "$work/again.svg"
run "$RHUMB" themes "$PAGE" -o "$work/themes.svg" --threads 1
run "$RHUMB" themes "$PAGE" -o "$work/again.svg" --threads 2
claim "themes are drawn" grep -q 'Emerging or declining' "$work/themes.svg"
claim "with the same bytes for two threads too" same "$work/themes.svg" "$work/again.svg"
run "$RHUMB" path "$CITATIONS" -o "$work/path.graphml"
claim "a format that cannot draw exits 2" exits 2 'expected svg'
claim "and leaves no file" test ! -e "$work/path.graphml"
run "$RHUMB" path "$CITATIONS" -o "$work/path.tsv"
claim "a table may go to a file" grep -q '^from	to	weight' "$work/path.tsv"
finish
