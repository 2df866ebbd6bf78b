#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Files of a network stay what they are: converted with all attributes, ranked with their weights.
# Usage: network-files.sh RHUMB FOLDER_OF_THE_TESTS
RHUMB=$1
. "$2/tap.sh"

printf 'id\tlabel\tx\ty\tcluster\tweight<Links>\n1\t"ann"\t0.1\t0\t1\t1\n2\t"bo"\t1\t0\t1\t1\n3\t"cy"\t0.5\t1\t2\t2\n' \
    >"$work/map.txt"
printf '1\t3\t3\n2\t3\t1\n' >"$work/network.txt"

# A star of weights 3 and 1, damping 0.85: its centre holds 0.135 / 0.2775, each leaf 0.05 and 0.85
# of its share of that.
run "$RHUMB" rank "$work/map.txt" "$work/network.txt"
claim "a map and its network are ranked together" exits 0
claim "and nothing is missing" test ! -s "$work/err"
claim "the centre of a star" grep -q "^1	3	cy		0.48648649$" "$work/out"
claim "the strong leaf" grep -q "^2	1	ann		0.36013514$" "$work/out"
claim "the weak leaf" grep -q "^3	2	bo		0.15337838$" "$work/out"
run "$RHUMB" rank "$work/network.txt"
claim "a network of VOSviewer alone is told" exits 0 'network.txt is read as edges .* map file'
run "$RHUMB" rank --by degree,core,betweenness "$work/map.txt" "$work/network.txt"
claim "links have no direction" grep -q "^1	3	cy		2	1	1$" "$work/out"
run "$RHUMB" rank --by citations "$work/map.txt" "$work/network.txt"
claim "without directions nobody cites" exits 2 'edges have a direction'

cat >"$work/odd.graphml" <<'END'
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="w" for="edge" attr.name="weight" attr.type="double"/>
<graph edgedefault="undirected"><node id="a"/><node id="b"/><node id="c"/>
<edge source="a" target="b"><data key="w">heavy</data></edge><edge source="b" target="c"><data key="w">2</data></edge>
</graph></graphml>
END
run "$RHUMB" rank "$work/odd.graphml"
claim "a weight that is no number is told" exits 0 '1 of 2 edges has no weight'
run "$RHUMB" rank "$work/map.txt" "$work/network.txt"
claim "where all have one nothing is" test ! -s "$work/err"
"$RHUMB" rank "$work/map.txt" "$work/network.txt" >"$work/expected"
for suffix in graphml gexf gml dot json; do
    run "$RHUMB" convert "$work/map.txt" "$work/network.txt" -o "$work/net.$suffix"
    claim "$suffix: a network is written as it is" exits 0
    run "$RHUMB" rank "$work/net.$suffix"
    claim "$suffix: weights and directions stay" same "$work/out" "$work/expected"
    run "$RHUMB" convert "$work/net.$suffix" -o "$work/again.graphml"
    claim "$suffix: numbers stay short" grep -q '>0.1<' "$work/again.graphml"
    # Names in GML have letters and digits alone.
    claim "$suffix: attributes of nodes stay" grep -qE 'weight(&lt;)?Links' "$work/again.graphml"
done
run "$RHUMB" convert "$work/map.txt" "$work/network.txt" -o "$work/net.net"
"$RHUMB" rank "$work/net.net" | cut -f 3- >"$work/out"
cut -f 3- "$work/expected" >"$work/labels"
claim "net: weights stay" same "$work/out" "$work/labels"

cat >"$work/papers.jsonl" <<'END'
{"id":"p1","title":"First, with a comma","year":1999,"references":["p2","p3"]}
{"id":"p2","title":"Second","year":1990,"references":["p3"]}
{"id":"p3","title":"Third","year":1980}
END
run "$RHUMB" convert "$work/papers.jsonl" --network cites -o "$work/cites.csv"
run "$RHUMB" convert "$work/papers.jsonl" --network cites -o "$work/cites.graphml"
"$RHUMB" rank --by citations,pagerank "$work/cites.graphml" >"$work/expected"
run "$RHUMB" rank --by citations,pagerank "$work/cites_nodes.csv" "$work/cites_edges.csv"
claim "csv: labels, years, weights and directions come back from two tables" same "$work/out" "$work/expected"
claim "csv: and are told by content" grep -q '^1	p3	Third	1980	2	' "$work/out"

# What a second file calls its nodes is not what they are numbered in the first one.
printf 'graph [ node [ id 0 label "a" year 1999 ] node [ id 1 label "b" ] edge [ source 0 target 1 ] ]\n' >"$work/one.gml"
printf 'graph [ node [ id 5 label "x" year "old" ] node [ id 6 label "y" ] node [ id 7 label "z" color "red" ]
    edge [ source 5 target 6 ] edge [ source 6 target 7 kind "far" ] ]\n' >"$work/two.gml"
run "$RHUMB" convert "$work/one.gml" "$work/two.gml" -o "$work/both.graphml" --report "$work/report"
claim "edges of a second file link its own nodes" grep -q '<edge source="6" target="7".*>far<' "$work/both.graphml"
claim "which have its attributes" grep -q '<node id="7">.*>z<.*>red<' "$work/both.graphml"
claim "and those of the first none of them" grep -q '<node id="1"><data key="label">b</data></node>' "$work/both.graphml"
claim "a value of another type is told" grep -q "field dropped	1 value	" "$work/report"
claim "in the report alone" test ! -s "$work/err"

printf 'source;target\np;q\nq;r\n' >"$work/named.csv"
run "$RHUMB" convert "$work/one.gml" "$work/named.csv" -o "$work/both.graphml" --report "$work/report"
claim "lines are counted file by file" grep -q 'note	2 lines	taken as edges' "$work/report"
claim "nor are the columns of a second list an edge" test "$(grep -c '<edge ' "$work/both.graphml")" = 3

printf 'a b\nc b\n' >"$work/plain.txt"
run "$RHUMB" rank --by citations "$work/plain.txt"
claim "an edge leads from citing to cited" grep -q '^1	b	b		2$' "$work/out"
run "$RHUMB" rank --by citations --reverse-edges "$work/plain.txt"
claim "edges turned around lead from cited to citing" grep -q '^1	a	a		1$' "$work/out"
run "$RHUMB" convert --reverse-edges --network cites "$work/plain.txt" -o "$work/turned.csv"
claim "as references of papers too" grep -q '^b,a,Directed' "$work/turned_edges.csv"
printf 'a b 2\nb c 1\na c -1\nc c 5\n' >"$work/edges.txt"
run "$RHUMB" rank "$work/edges.txt" --report="$work/report"
claim "edges that cannot be walked are told" grep -q '2 edges are left out' "$work/err"
claim "nodes are counted in the report" grep -q 'edge-list	3 records read' "$work/report"
run "$RHUMB" rank --by ncs "$work/edges.txt"
claim "scores of papers still read papers" exits 0
seq 100 | sed 's/$/ hub 2/' >"$work/broken.txt"
echo alone >>"$work/broken.txt"
run "$RHUMB" rank "$work/broken.txt"
claim "a bad line is told" grep -q '1 record could not be used' "$work/err"
run "$RHUMB" rank --strict "$work/broken.txt"
claim "a bad line is an error if asked for" exits 1 'broken.txt:101'
finish
