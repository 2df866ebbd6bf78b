#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# The founding page reads well: its topics, its concepts, its map.
# Usage: page.sh RHUMB PAGE FOLDER_OF_THE_TESTS
RHUMB=$1
PAGE=$2
. "$3/tap.sh"

"$RHUMB" topics "$PAGE" >"$work/topics.tsv"
n_topics=$(($(wc -l <"$work/topics.tsv") - 1))
claim "8 to 14 topics ($n_topics)" test "$n_topics" -ge 8 -a "$n_topics" -le 14
cut -f 3 "$work/topics.tsv" | tail -n +2 >"$work/labels"
claim "labels are unique" sh -c "[ -z \"\$(sort -f '$work/labels' | uniq -di)\" ]"
generic='model|method|framework|performance|results?|approach|experiments?|real world|real-world|state of the art|state-of-the-art|training|learning|network|system|routing|problem|algorithm'
claim "no label is generic" sh -c "! grep -qixE '($generic)s?' '$work/labels'"
for topic in 'mixture of experts|moe' 'diffusion' 'reinforcement learning' \
    'vehicle routing|combinatorial optimi[sz]ation|tsp|routing problem' 'distributed training|parallel' \
    'architecture search|prun'; do
    claim "a topic of $topic" grep -qiE "$topic" "$work/labels"
done

"$RHUMB" concepts "$PAGE" | cut -f 1 | tail -n +2 >"$work/concepts"
claim "no concept is generic" sh -c "! grep -qixE '($generic|experiment|result)s?' '$work/concepts'"
one () {
    pattern=$1
    claim "one concept for $pattern" sh -c "[ \$(grep -ciE '^($pattern)\$' '$work/concepts') -le 1 ]"
}
one 'moe|mixture[- ]of[- ]experts?'
one 'gnns?|graph neural networks?'
one 'nas|neural architecture search'
one 'llms?|large language models?'
one 'vrps?|vehicle routing problems?'
one 'tsp|travell?ing salesman problem'
one 'diffusion models?'

"$RHUMB" concepts --variants "$PAGE" >"$work/variants"
claim "variants say that MoE is a short form" \
    grep -qE "^MoE	mixture of experts	short form\$" "$work/variants"
claim "and that capitals differ" grep -qiE "^Large Language Model	large language model	capitals\$" "$work/variants"

"$RHUMB" map "$PAGE" -o "$work/map.svg"
claim "the map is well-formed" xmllint --noout "$work/map.svg"
printf '{"title":"Sails & <script>alert(1)</script> of \\\\N ]]> ships","abstract":"We study the sail area of tall ships. The sail area of tall ships matters."}\n{"title":"Tall ships","abstract":"Tall ships have a large sail area."}\n' >"$work/hostile.jsonl"
for suffix in svg dot; do
    "$RHUMB" map "$work/hostile.jsonl" -o "$work/hostile.$suffix"
done
claim "a map of a hostile title is well-formed" xmllint --noout "$work/hostile.svg"
claim "a script in a title stays text" sh -c "! grep -q '<script' '$work/hostile.svg'"
claim "and its DOT is read by dot" sh -c "neato -n2 -Tsvg '$work/hostile.dot' | xmllint --noout -"
claim "as text" sh -c "! neato -n2 -Tsvg '$work/hostile.dot' | grep -q '<script'"
finish
