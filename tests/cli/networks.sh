#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Networks that follow from papers: every name that the help tells, in every format, the same bytes
# for one and two threads, and what cannot be derived refused.
# Usage: networks.sh RHUMB PAGE FOLDER_OF_THE_TESTS
RHUMB=$1
PAGE=$2
. "$3/tap.sh"

cat >"$work/in.jsonl" <<'END'
{"id":"A","title":"Mapping science by co-citation","year":2001,"authors":["Small H","Garfield E"],"keywords":["Mapping"],"affiliations":["Univ Leiden, Leiden, Netherlands","MIT, Cambridge, MA 02139 USA"]}
{"id":"B","title":"Clustering citation networks","year":2005,"authors":["Small H","Waltman L"],"keywords":["mapping","clustering"],"references":["A","10.1000/xyz","Kuhn T, 1962, STRUCTURE"],"affiliations":["Univ Leiden, Leiden, Netherlands"]}
{"id":"C","title":"Communities in citation networks","year":2008,"authors":["Waltman L"],"keywords":["clustering"],"references":["A","B","doi:10.1000/XYZ","Kuhn T, 1962, Structure"],"affiliations":["Univ Leiden, Leiden, Netherlands","Indiana Univ, Bloomington, IN 47405 USA"]}
END

names=$("$RHUMB" help convert | awk '/follows from it:/ { on = 1; next } on && /^  [a-z]/ { print $1 } /^Works/ { on = 0 }')
claim "the help lists networks" test "$(echo "$names" | wc -l)" -ge 11
for name in $names; do
    "$RHUMB" convert --threads 1 "$work/in.jsonl" "$PAGE" --network "$name" -o "$work/one.graphml"
    "$RHUMB" convert --threads 2 "$PAGE" "$work/in.jsonl" --network "$name" -o "$work/two.graphml"
    claim "$name: threads and the order of files change nothing" same "$work/one.graphml" \
        "$work/two.graphml"
    claim "$name: its edges say what they are" grep -q ">$name<" "$work/one.graphml"
done

printf '%s\n' '{"id":"a","title":"Sails of ships"}' '{"id":"b","title":"Masts of ships"}' >"$work/bare.jsonl"
run "$RHUMB" convert "$work/bare.jsonl" --network keywords -o "$work/bare.graphml"
claim "a network without links is written and that is said" exits 0 'keywords has 0 nodes and no links'
run "$RHUMB" convert "$work/bare.jsonl" --network coupling -q -o "$work/bare.graphml"
claim "but not to the quiet" test ! -s "$work/err"
for unused in --top-links=0 --hub-cap=0; do
    run "$RHUMB" convert "$work/in.jsonl" --network coupling $unused -o "$work/bare.graphml"
    claim "$unused chooses nothing and exits 2" exits 2 "${unused%=0} is 0, expected"
done

# People carry the number of their papers, so that their discs can be sized.
printf '%s\n' '{"id":"a","title":"One","authors":["Ann Lee","Bo Ek"]}' \
    '{"id":"b","title":"Two","authors":["Ann Lee"]}' >"$work/people.jsonl"
run "$RHUMB" convert "$work/people.jsonl" --network co-authorship -o "$work/people.csv"
claim "people carry the number of their papers" grep -q 'Ann Lee.*,2$' "$work/people_nodes.csv"

# Nodes outside the papers keep their kind in every format but Pajek's, which has no attributes.
for suffix in graphml gexf gml dot json cyjs; do
    run "$RHUMB" convert "$work/in.jsonl" --network co-citation -o "$work/net.$suffix"
    claim "$suffix: co-citation is written" exits 0
    claim "$suffix: with works outside" grep -q 'reference' "$work/net.$suffix"
done
run "$RHUMB" convert "$work/in.jsonl" --network co-citation -o "$work/net.csv"
claim "csv: with works outside" grep -q 'reference' "$work/net_nodes.csv"
run "$RHUMB" convert "$work/in.jsonl" --network co-citation -o "$work/net.net"
claim "net: with works outside" grep -q 'Kuhn' "$work/net.net"

# B and C share A, the DOI and Kuhn of 3 and 4 works: 3 / √12.
run "$RHUMB" convert "$work/in.jsonl" --network coupling --normalise salton -o "$work/salton.csv"
claim "coupling by Salton's measure" grep -q '^B,C,Undirected,0.8660254' "$work/salton_edges.csv"
run "$RHUMB" convert "$work/in.jsonl" --network coupling --min-weight 4 -o "$work/none.csv"
claim "no link is strong enough" test "$(wc -l <"$work/none_edges.csv")" = 1
run "$RHUMB" convert "$work/in.jsonl" --network countries -o "$work/countries.csv"
claim "countries" grep -q 'Netherlands,country:United States,Undirected,2' \
    "$work/countries_edges.csv"
run "$RHUMB" convert "$work/in.jsonl" --network co-citation --hub-cap 2 -o "$work/capped.csv"
claim "hubs that are left out are counted" exits 0 '2 hubs'

run "$RHUMB" convert "$work/in.jsonl" --network friendship
claim "an unknown network exits 2" exits 2 'expected cites, extended'
run "$RHUMB" convert "$work/in.jsonl" --top-links 3
claim "options of networks need one" exits 2 'need --network'
run "$RHUMB" convert "$work/in.jsonl" --network cites --top-links 3 --format gml
claim "links that all weigh 1 are not chosen" exits 2 'all weigh 1'
run "$RHUMB" convert "$work/in.jsonl" --network about --counting full --format csv
claim "relations are written as they are" exits 2 'as they are'
run "$RHUMB" convert "$work/in.jsonl" --network coupling --normalise cosine --format csv
claim "an unknown normalisation exits 2" exits 2 '“cosine”, expected none, association'
run "$RHUMB" convert "$work/in.jsonl" --network coupling --text-share 0.5 --format csv
claim "a share of the text is of the hybrid only" exits 2 'hybrid only'
run "$RHUMB" convert "$work/in.jsonl" --network hybrid --text-share -0.5 --format gml
claim "a share below 0 exits 2" exits 2 'expected 0 to 1'
finish
