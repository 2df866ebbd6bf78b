#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# similar, related, expand, reading-list, dedup and embed: columns, neighbours on the founding page, names
# that fit several papers, what is refused.
# Usage: similar.sh RHUMB PAGE FOLDER_OF_THE_TESTS CITATIONS
RHUMB=$1
PAGE=$2
CITATIONS=$4
. "$3/tap.sh"

header () {
    [ "$(head -n 1 "$work/out" | tr '\t' ' ')" = "$1" ] || { head -n 1 "$work/out"; return 1; }
}
# near TITLE PATTERN: among the first five neighbours of the last run one matches.
among_first () {
    sed -n 2,6p "$work/out" | grep -qiE "$1" || { cat "$work/out"; return 1; }
}
has_reasons () {
    awk -F '\t' 'NR > 1 && $6 == "" { exit 1 } END { exit NR < 2 }' "$work/out"
}

for verb in similar related expand; do
    run "$RHUMB" $verb --id "Multi-Head Adapter Routing" "$PAGE"
    claim "$verb: adapters are near fine-tuning" among_first "fine-tuning for large models"
    claim "$verb has the columns of the contract" header "rank id title year score why"
    claim "$verb gives a reason for each" has_reasons
    run "$RHUMB" $verb --id "MoETuner" "$PAGE"
    claim "$verb: experts are near experts" among_first "expert"
    run "$RHUMB" $verb --id "SuperTickets" "$PAGE"
    claim "$verb: supernets are near architecture search" among_first "NAS|architecture|stitchable"
    run "$RHUMB" $verb --id "Decentralized Diffusion Models" "$PAGE"
    claim "$verb: diffusion is near diffusion" among_first "	(ScaleLong|Not All|ZoomLDM)"
    run "$RHUMB" $verb --id "Learn to Follow" "$PAGE"
    claim "$verb: learning by reinforcement" among_first "	(CaRL|Robo-taxi|Multi-Agent Reinf)"
    run "$RHUMB" $verb --id "Diffusion Model" "$PAGE"
    claim "$verb: a name that fits several lists them and exits 1" exits 1 'titles of [0-9]+ papers'
    run "$RHUMB" $verb "$PAGE"
    claim "$verb: no paper to start from exits 2" exits 2 'expected --id'
done

"$RHUMB" convert "$PAGE" -o "$work/page.jsonl"
sed 's/^{"id":"\([^"]*\)".*/\1/' "$work/page.jsonl" >"$work/ids"
"$RHUMB" related -q --each --top 1 "$PAGE" | cut -f 1 | tail -n +2 >"$work/found"
claim "every paper of the page has a neighbour" same "$work/ids" "$work/found"

run "$RHUMB" related --id n05 --exact "$CITATIONS"
cp "$work/out" "$work/exact"
run "$RHUMB" related --id n05 --exact --threads 1 "$CITATIONS"
claim "the same bytes with one thread" same "$work/exact" "$work/out"
run "$RHUMB" related --id n05 --id n05 --id n01 --weights 1,0 "$CITATIONS"
claim "an id said twice counts once" exits 0
run "$RHUMB" related --id n05 --weights 1,2 "$CITATIONS"
claim "too many weights exit 2" exits 2 'expected 1 finite number'
run "$RHUMB" related --id n05 --links concepts=0,words=0 --direction out "$CITATIONS"
claim "what is cited, not what cites" sh -c "grep -q '	n03	' '$work/out' &&
    ! grep -q '	n10	' '$work/out'"
run "$RHUMB" related --id n05 --of people "$CITATIONS"
claim "people without links: it is said how they get some" exits 0 'nothing to list: .*--links people=1'
run "$RHUMB" related --id n05 --of people --links people=1 "$CITATIONS"
claim "and then they are listed" sh -c "[ \$(wc -l <'$work/out') -gt 1 ]"
run "$RHUMB" related --id n05 --links citations=0,concepts=0,words=0 "$CITATIONS"
claim "no links at all: that is said, not what the papers lack" exits 0 'nothing to list: no link'
run "$RHUMB" expand --id n05 --size 2 --top 4 "$CITATIONS"
claim "--top shows no more than --size adds" test "$(wc -l <"$work/out")" = 3
run "$RHUMB" expand --id n05 --by vectors "$CITATIONS"
claim "what expand compares by is listed whole" exits 2 'expected all, text, links, refs or walk$'
run "$RHUMB" similar --id n05 --by walk "$CITATIONS"
claim "and what similar compares by" exits 2 'expected all, text, links, refs or vectors$'

# --each: the rows are those of --id, one paper after the other.
"$RHUMB" related --each --top 4 "$CITATIONS" >"$work/each" 2>"$work/each.err"
"$RHUMB" convert -q "$CITATIONS" -o "$work/citations.jsonl"
printf 'paper\trank\tid\ttitle\tyear\tscore\n' >"$work/singly"
lonely=0
for id in $(sed 's/^{"id":"\([^"]*\)".*/\1/' "$work/citations.jsonl"); do
    "$RHUMB" related -q --top 4 --id "$id" "$CITATIONS" | cut -f 1-5 | tail -n +2 >"$work/one"
    test -s "$work/one" || lonely=$((lonely + 1))
    sed "s/^/$id	/" "$work/one" >>"$work/singly"
done
claim "related --each: the rows of --id of all papers" same "$work/singly" "$work/each"
claim "and how many have none" sh -c "[ $lonely = 0 ] && ! test -s '$work/each.err' ||
    grep -q 'nothing is near $lonely of' '$work/each.err'"
run "$RHUMB" related --each --top 4 --threads 1 -o "$work/each.tsv" "$CITATIONS"
claim "related --each: the same bytes with one thread, in a file" same "$work/each" "$work/each.tsv"
printf 'x\tid\n\tn09\n\tnobody\n\tn05\n\tn09\n' >"$work/some"
run "$RHUMB" related --each --top 4 --id n05 --ids-from "$work/some" "$CITATIONS"
{ head -n 1 "$work/each"; grep '^n05	' "$work/each"; grep '^n09	' "$work/each"; } >"$work/two"
claim "--ids-from: those of the file after those of --id, each once" same "$work/two" "$work/out"
claim "and who is not known" grep -q '1 of 4 ids are not known' "$work/err"
run "$RHUMB" related --each --top 1 --of people --links people=1 --id n05 --json "$CITATIONS"
claim "--each lists people too" grep -q '^{"paper":"n05","rank":1,"id":"' "$work/out"
run "$RHUMB" related --each --links citations=0,concepts=0,words=0 "$CITATIONS"
claim "--each without links says so" exits 0 'nothing to list: no link'
run "$RHUMB" related --each --exact "$CITATIONS"
claim "--each is not exact" exits 2 'exact does nothing here'
run "$RHUMB" related --id n05 --ids-from "$work/some" "$CITATIONS"
claim "--ids-from alone exits 2" exits 2 'expected --each'
run "$RHUMB" related --each --ids-from "$work/none" "$CITATIONS"
claim "a list that is not there exits 1" exits 1 'none'

run "$RHUMB" related --id n05 --links flowers=1 "$CITATIONS"
claim "an unknown kind of link exits 2" exits 2 'flowers'
run "$RHUMB" related --id n05 --of venues --links venues=1 "$CITATIONS"
claim "venues can be listed" grep -q 'venue:' "$work/out"

for by in links refs; do
    run "$RHUMB" similar -v --by $by --id n05 "$CITATIONS"
    claim "no concepts are looked for to compare by $by" sh -c "grep -q 'built a graph' \"$work/err\" && ! grep -q 'found .* concepts' \"$work/err\""
done
run "$RHUMB" similar --by refs --id n05 "$CITATIONS"
claim "bibliographic coupling names what both cite" grep -q 'both cite' "$work/out"
run "$RHUMB" similar --by looks --id n05 "$CITATIONS"
claim "an unknown comparison exits 2" exits 2 'looks'
run "$RHUMB" expand --id n05 --size 3 --by walk "$CITATIONS"
claim "a walk adds three" test "$(wc -l <"$work/out")" = 4
claim "more often than by chance" awk -F '\t' 'NR > 1 && $5 <= 1 { exit 1 }' "$work/out"
run "$RHUMB" similar --id MoETuner --by vectors "$PAGE"
claim "vectors: experts are near experts" among_first "expert"
claim "vectors: a reason for each" has_reasons
run "$RHUMB" expand --id n05 --by vectors "$CITATIONS"
claim "expand has no vectors" exits 2 'vectors'
run "$RHUMB" similar --id n05 --by walk "$CITATIONS"
claim "similar does not walk" exits 2 'walk'
run "$RHUMB" expand --id n05 --size 3 --by links "$CITATIONS"
claim "three papers join" test "$(wc -l <"$work/out")" = 4
claim "a citation is something in common" grep -q '	linked with “The Mercator projection as seen by its users”' "$work/out"
claim "expand by links: a reason for each" has_reasons

run "$RHUMB" predict-links --id n05 "$CITATIONS"
claim "missed references have the columns of the contract" header "rank id title year score why"
claim "none is younger, none is cited already" awk -F '\t' 'NR > 1 && ($4 > 1978 || $2 == "n03" || $2 == "n04" || $2 == "n05") { print; exit 1 }
    END { exit NR < 3 }' "$work/out"
run "$RHUMB" predict-links "$CITATIONS"
claim "no paper to look at exits 2" exits 2 'expected --id'
run "$RHUMB" reading-list --id n05 --top 8 "$CITATIONS"
claim "the survey comes first" sh -c "sed -n 2p '$work/out' | grep -q 'A survey of rhumb lines'"
claim "the start stands after what it cites" awk -F '\t' '$2 == "n03" || $2 == "n04" { before++ }
    $2 == "n05" { exit before != 2 }' "$work/out"
run "$RHUMB" reading-list --topic 0 "$PAGE"
claim "a topic has a reading list" header "rank id title year score why"
run "$RHUMB" reading-list "$PAGE"
claim "nothing to read about exits 2" exits 2 'expected --id or --concept'

cat >"$work/twice.jsonl" <<'END'
{"id":"a","title":"Sails","year":1990,"abstract":"We show how the sails of ships are cut and sewn in every port of the coast and what they cost."}
{"id":"b","title":"Of canvas","year":1992,"abstract":"We show how the sails of ships are cut and sewn in every port of the coast and what they weigh."}
{"id":"c","title":"Keels","year":1993,"abstract":"Keels of boats are laid in winter; nobody has told how it is done by those who do it."}
END
run "$RHUMB" dedup "$work/twice.jsonl"
claim "a copy is found" sh -c "[ \$(wc -l <'$work/out') = 2 ] &&
    sed -n 2p '$work/out' | grep -qE '^0\.[0-9]+	a	Sails	1990	b	Of canvas	1992	text$'"
run "$RHUMB" dedup "$PAGE"
claim "the page has none" test "$(wc -l <"$work/out")" = 1
run "$RHUMB" dedup "$work/twice.jsonl" "$work/twice.jsonl"
claim "records merged by id are counted" grep -q '^rhumb dedup: 3 records ' "$work/err"
run "$RHUMB" dedup --least 2 "$PAGE"
claim "a share above 1 exits 2" exits 2 'at most 1'

run "$RHUMB" embed --dimensions 16 -o "$work/v.npy" --ids "$work/v.tsv" "$PAGE"
claim "vectors are written with their papers" test "$(wc -l <"$work/v.tsv")" = 71
claim "70 rows of 16 numbers" sh -c "head -c 128 '$work/v.npy' | grep -qa '(70, 16)' &&
    [ \$(wc -c <'$work/v.npy') = \$((128 + 70 * 16 * 4)) ]"
cp "$work/v.npy" "$work/first.npy"
run "$RHUMB" embed --dimensions 16 --threads 1 -o "$work/v.npy" "$PAGE"
claim "the same vectors with one thread" same "$work/first.npy" "$work/v.npy"
run "$RHUMB" embed --dimensions 2 "$CITATIONS"
claim "vectors as a table" header "id x0 x1"
run "$RHUMB" embed --method rwse "$CITATIONS"
claim "return probabilities have a column a step" header "id $(seq -f x%g -s ' ' 0 15)"
claim "and lie between 0 and 1" awk -F'\t' 'NR > 1 {for (i = 2; i <= NF; i++) if ($i < 0 || $i > 1) exit 1}' "$work/out"
run "$RHUMB" embed --method rwse --dimensions 65 "$CITATIONS"
claim "at most 64" exits 2 'dimensions is 65, expected 1 to 64'
run "$RHUMB" embed --method lappe --seed 2 "$CITATIONS"
claim "eigenvectors have eight columns" header "id $(seq -f x%g -s ' ' 0 7)"
run "$RHUMB" embed --method lappe --dimensions 257 "$CITATIONS"
claim "at most 256" exits 2 'dimensions is 257, expected 1 to 256'
run "$RHUMB" embed --method pca "$CITATIONS"
claim "a method that is not there exits 2" exits 2 'expected fastrp, rwse or lappe'
finish
