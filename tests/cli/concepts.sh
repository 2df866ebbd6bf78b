#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# What a user can say about concepts: stop words, thesaurus, vocabulary, synonyms.
# Usage: concepts.sh RHUMB PAGE FOLDER_OF_THE_TESTS
RHUMB=$1
PAGE=$2
. "$3/tap.sh"

has () {
    cut -f 1 "$work/out" | grep -qixE "$1"
}
lacks () {
    ! has "$1"
}

printf 'Diffusion-Models\n' >"$work/stop.txt"
run "$RHUMB" concepts --stopwords "$work/stop.txt" "$PAGE"
claim "a stop word is no concept in any spelling" lacks 'diffusion models?'
printf 'label\treplace by\nLLMs\tlanguage machine\nrandom walk\t\n' >"$work/thesaurus.txt"
run "$RHUMB" concepts --thesaurus "$work/thesaurus.txt" "$PAGE"
claim "a thesaurus replaces" has 'language machine'
claim "and nothing else stays" lacks 'large language models?'
claim "an empty replacement drops" lacks 'random walks?'
run "$RHUMB" concepts --min-papers 3 "$PAGE"
claim "rare concepts can be left out" sh -c "! cut -f 2 '$work/out' | grep -qxE '1|2'"

cat >"$work/skos.ttl" <<'END'
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix e: <http://example.org/> .
e:learning skos:prefLabel "machine intelligence"@en .
e:gnn skos:prefLabel "graph neural network"@en ; skos:broader e:learning .
e:rl skos:prefLabel "reinforcement learning"@en ; skos:altLabel "RL" ; skos:broader e:learning .
e:vrp skos:prefLabel "vehicle routing problem"@en ; skos:broader e:learning .
END
run "$RHUMB" concepts --vocabulary "$work/skos.ttl" --only-vocabulary --json "$PAGE"
claim "a vocabulary's ids stay" grep -q '"id":"http://example.org/gnn"' "$work/out"
claim "what is above two is inferred" grep -qE 'machine intelligence.*"inferred":[1-9]' "$work/out"
claim "and only the vocabulary counts" sh -c "! grep -q '\"id\":\"concept:' '$work/out'"
run "$RHUMB" concepts --vocabulary "$work/skos.ttl" --per-paper --json "$PAGE"
claim "a paper says what is inferred" grep -q '"inferred":true' "$work/out"
run "$RHUMB" topics --vocabulary "$work/skos.ttl" "$PAGE"
claim "topics use the vocabulary too" exits 0
run "$RHUMB" topics --clusters 4 "$PAGE"
claim "a topic's concepts begin with those of its name" awk -F '\t' \
    'NR > 1 { n++; split ($4, c, "; "); if (!index ($3, c[1])) exit 1 } END { if (n < 3) exit 1 }' \
    "$work/out"
run "$RHUMB" convert --network broader --format graphml --vocabulary "$work/skos.ttl" "$PAGE"
claim "broader concepts are a network" grep -q 'http://example.org/learning' "$work/out"
run "$RHUMB" concepts --only-vocabulary "$PAGE"
claim "--only-vocabulary alone exits 2" exits 2 'expected --vocabulary'
printf 'nothing of the kind\n' >"$work/bad.txt"
run "$RHUMB" concepts --vocabulary "$work/bad.txt" "$PAGE"
claim "what is no vocabulary exits 1" exits 1 'bad.txt:1: no vocabulary'
run "$RHUMB" concepts --vocabulary "$work/missing.ttl" "$PAGE"
claim "a missing vocabulary exits 1" exits 1 'missing.ttl'

printf '%s\n' '{"title":"One","keywords":["scheduling problem","Neural Networks"]}' \
    '{"title":"Two","keywords":["schedule problem"],"abstract":"We train a neural network. A neural network learns."}' \
    >"$work/given.jsonl"
run "$RHUMB" concepts --json "$work/given.jsonl"
claim "given keywords are told and united with the text" \
    grep -qi '"concept":"neural networks\?","papers":2.*"given":1' "$work/out"
run "$RHUMB" concepts --per-paper --json "$work/given.jsonl"
claim "and marked for each paper" grep -q '"label":"scheduling problem","score":1,"given":true' "$work/out"
run "$RHUMB" concepts --suggest-synonyms "$work/given.jsonl"
claim "synonyms are suggested" grep -qE 'schedul(e|ing) problem	schedul(e|ing) problem	same stems	1	1	0' "$work/out"
cp "$work/out" "$work/checked.tsv"
run "$RHUMB" concepts --thesaurus "$work/checked.tsv" "$work/given.jsonl"
claim "what is left of them is a thesaurus" \
    sh -c "[ \$(cut -f 1 '$work/out' | grep -c 'schedul') -eq 1 ]"
run "$RHUMB" concepts --variants --suggest-synonyms "$PAGE"
claim "two lists at once exit 2" exits 2 'expected one of them'
printf '{"id":"a","title":"Author Index: Volumes 6-14"}\n{"id":"b","title":"Sparse graph learning"}\n' >"$work/front.jsonl"
run "$RHUMB" concepts "$work/front.jsonl"
claim "front matter is told" exits 0 '1 record is front matter'
claim "and makes no concepts" sh -c "! grep -qi index '$work/out'"
finish
