#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# What maps can be asked for: views, networks, layouts, how many discs; and what is refused.
# Usage: maps.sh RHUMB PAGE FOLDER_OF_THE_TESTS EXAMPLE_WITH_REFERENCES
RHUMB=$(realpath "$1")
PAGE=$(realpath "$2")
CITATIONS=$(realpath "$4")
. "$3/tap.sh"
cd "$work" || exit 1

# Papers whose every word is made to break a drawing; they cite each other and share people.
i=0
while [ $i -lt 12 ]; do
    printf '{"id":"h%d","title":"Sail area <script>alert(1)</script> & ]]> of \\\\N ships %d","abstract":"The sail area & <b>rig</b> of tall ships.","year":%d,"doi":"10.1/\\"><script>%d","authors":[{"name":"O\u0027Brien <script> %d"},{"name":"]]> & \\\\N Smith"}],"references":["h%d","h%d"]}\n' \
        $i $i $((2000 + i)) $i $((i % 5)) $(((i + 1) % 12)) $(((i + 3) % 12))
    i=$((i + 1))
done >hostile.jsonl

# is_safe FILE: well-formed, and its words are no markup.
is_safe () {
    xmllint --noout "$1" && ! grep -qi '<script' "$1" && ! grep -q '<b>' "$1"
}

# --view density
run "$RHUMB" map "$PAGE" --view density -o density.svg
claim "the density is drawn" exits 0
claim "as well-formed SVG" xmllint --noout density.svg
claim "with bands and without links" sh -c "[ \$(grep -c 'class=\"topic ' density.svg) -ge 15 ] && ! grep -q '<path stroke' density.svg"
run "$RHUMB" map hostile.jsonl --view density -o hostile-density.svg
claim "hostile words stay words on the density" is_safe hostile-density.svg
for suffix in png pdf dot; do
    run "$RHUMB" map "$PAGE" --view density --theme dark -o "density.$suffix"
    claim "the density is drawn as $suffix" exits 0
done
run "$RHUMB" map "$PAGE" --view density -o density.html
claim "the density is no page" exits 2 'density is for drawings'
run "$RHUMB" map "$PAGE" --algorithm infomap -o infomap.svg
claim "the footer tells the algorithm that was used" grep -q 'topics: Infomap, bits a step · seed' infomap.svg
run "$RHUMB" map "$PAGE" --topic "Mixture of Experts" -o by-label.svg
"$RHUMB" map "$PAGE" --topic 0 -o by-number.svg
claim "a topic is drawn by its label, whatever its capitals" same by-label.svg by-number.svg
run "$RHUMB" map "$PAGE" --topic learning -o no.svg
claim "a part of several labels lists them" exits 1 'in the labels of [0-9]* topics, expected one of:'
run "$RHUMB" map "$PAGE" --topic 99 -o no.svg
claim "an unknown one exits 1 as with other verbs" exits 1 'no topic “99”, expected a number below'
run "$RHUMB" map "$PAGE" --network co-occurrence --size 5 -o no.svg
claim "a network has no number of concepts" exits 2 'nodes is for the discs of a network'
run "$RHUMB" map "$PAGE" --view density --level overview -o no.svg
claim "the density has no level" exits 2 'density'
run "$RHUMB" map "$PAGE" --view heat -o no.svg
claim "an unknown view lists those that are" exits 2 'expected network or density'

# --network and --of people
run "$RHUMB" map hostile.jsonl --of people -o people.svg
claim "people are drawn" exits 0
claim "hostile names stay words" is_safe people.svg
claim "each person is a disc" sh -c "[ \$(grep -c 'class=\"person' people.svg) -eq 6 ]"
for network in cites coupling co-citation extended author-coupling hybrid; do
    run "$RHUMB" map hostile.jsonl --network $network -o $network.svg
    claim "$network is drawn" exits 0
    claim "$network: hostile words stay words" is_safe $network.svg
done
claim "papers are told by their titles" grep -q '<title>Sail area' coupling.svg
claim "a DOI is no markup" sh -c "! grep -q '\"><' coupling.svg || ! grep -qi '<script' coupling.svg"
run "$RHUMB" map "$CITATIONS" --network cites --threads 2 --format svg
"$RHUMB" map "$CITATIONS" --network cites --threads 1 -o one.svg
claim "and has the name that the field gives it" grep -q '>Citation network<' one.svg
claim "which is said in plain words below" grep -q '>Papers that cite papers · ' one.svg
claim "a network is the same for any number of threads, and on standard output" same one.svg out
run "$RHUMB" map "$CITATIONS" --network cites --of papers -o of.svg
claim "--of may say what the network has" same one.svg of.svg
run "$RHUMB" map "$CITATIONS" --network cites --of people -o no.svg
claim "and must be true" exits 2 'cites is a network of papers'

# Nodes of which nothing but a name is known need not be papers.
printf 'graph [ node [ id 1 label "Valjean" ] node [ id 2 label "Javert" ] node [ id 3 label "Cosette" ] edge [ source 1 target 2 ] edge [ source 2 target 3 ] edge [ source 3 target 1 ] edge [ source 1 target 3 ] ]\n' >novel.gml
run "$RHUMB" map novel.gml --network cites -o novel.svg
claim "a network of names is drawn" exits 0
claim "and not of papers" sh -c "grep -q '>Map of a network<' novel.svg && ! grep -qi 'papers that\|papers read' novel.svg"
claim "its cluster is called after its leaders" grep -q '>Cosette, Valjean<\|>Cosette, Javert<' novel.svg
sed 's/label "Valjean"/label "Valjean" year 1862/' novel.gml >dated.gml
"$RHUMB" map -q dated.gml --network cites -o dated.svg
claim "nodes with a year are papers" grep -q '>Citation network<' dated.svg

"$RHUMB" path -q --by global "$CITATIONS" -o path.svg
claim "a path has the name that the field gives it" grep -q '>Global main path<' path.svg

# Papers without concepts
printf '{"id":"A1","title":"Zeta","year":2001,"references":["A2","A3"]}\n{"id":"A2","title":"Eta","year":2000,"references":["A3"]}\n{"id":"A3","title":"Theta","year":1999}\n' >bare.jsonl
run "$RHUMB" map bare.jsonl --of both -o bare.svg
claim "papers without concepts are linked by citations" grep -q '<path stroke' bare.svg
claim "and the legend says so" grep -q 'strongest links: .*cites' bare.svg
printf 'title,year\nAlpha,2001\nBeta,2002\n' >apart.csv
"$RHUMB" map -q apart.csv --of both -o apart.svg
claim "a map without links explains none" sh -c "grep -q '>TOPICS<' apart.svg && ! grep -q 'strongest links' apart.svg"

run "$RHUMB" map "$CITATIONS" --network friends -o no.svg
claim "an unknown network is refused" exits 2 'friends.*expected cites, extended'
run "$RHUMB" map "$CITATIONS" --network cites --level overview -o no.svg
claim "a network has no levels" exits 2 'maps of topics'
run "$RHUMB" map "$CITATIONS" --network cites --clusters 3 -o no.svg
claim "clusters of a network follow the resolution" exits 2 'resolution'
run "$RHUMB" map "$CITATIONS" --network cites --algorithm louvain -o no.svg
claim "and no other algorithm" exits 2 'algorithm are for maps of topics'
"$RHUMB" map "$CITATIONS" --network cites --resolution 3 -o fine.svg
claim "a higher resolution gives more clusters" sh -c "[ \$(grep -c '<path id=\"topic-' fine.svg) -gt \$(grep -c '<path id=\"topic-' one.svg) ]"
run "$RHUMB" map "$PAGE" --of people -o no.svg
claim "people whom the papers do not name cannot be drawn" exits 1 'no links'
for suffix in html gexf dot pdf; do
    run "$RHUMB" map "$CITATIONS" --network coupling -o "coupling.$suffix"
    claim "a network is drawn as $suffix" exits 0
done

# Papers that share nothing with others
i=0
while [ $i -lt 8 ]; do
    printf '{"id":"g%d","title":"Graph neural networks for traffic forecasting, part %d","abstract":"Graph neural networks help traffic forecasting in road networks.","year":%d}\n' $i $i $((2000 + i))
    i=$((i + 1))
done >related.jsonl
printf '%s\n' '{"id":"odd1","title":"Medieval sundial makers of Lisbon","abstract":"Medieval sundial makers engraved brass plates.","year":2001}' \
    '{"id":"odd2","title":"Penguin rookery acoustics","abstract":"Penguin rookery acoustics vary with snow cover.","year":2002}' >odd.jsonl
run "$RHUMB" map related.jsonl odd.jsonl -o left-out.svg
claim "a map says how many papers share nothing with others" grep -q 'left out: 2 papers that share nothing with others' left-out.svg
claim "and gives them no land" sh -c "! grep -qi 'penguin\|sundial' left-out.svg"
run "$RHUMB" map related.jsonl odd.jsonl -o left-out.html
claim "nor on the page" exits 0
run "$RHUMB" map odd.jsonl -o odd.svg
claim "unless there are no others" sh -c "grep -qi penguin odd.svg && ! grep -q 'left out' odd.svg"
run "$RHUMB" map related.jsonl -o related.svg
claim "where all are related none is left out" sh -c "! grep -q 'left out' related.svg"

# Networks with places
"$RHUMB" map "$PAGE" -o placed.json
run "$RHUMB" map placed.json --threads 2 -o again.svg
claim "a map of VOSviewer is drawn in its own places" sh -c "grep -q 'places of the file' again.svg && grep -q 'placed.json; --layout atlas' err"
claim "as well-formed SVG with its topics" sh -c "xmllint --noout again.svg && grep -q 'mixture of experts' again.svg"
"$RHUMB" map placed.json --threads 1 --quiet -o one.svg
claim "the same for any number of threads" same one.svg again.svg
run "$RHUMB" map placed.json --layout atlas -o atlas-of-words.svg
claim "--layout atlas finds topics of its words" sh -c "! grep -q 'places of the file' atlas-of-words.svg"
run "$RHUMB" map placed.json --view density -o heights.svg
claim "its density too" sh -c "grep -q 'places of the file' heights.svg && grep -q 'Colour: density' heights.svg"
run "$RHUMB" map placed.json --color year -o no.svg
claim "years that it does not have are missed" exits 2 'no years, expected a column'
"$RHUMB" map "$PAGE" -o placed.gexf
run "$RHUMB" map placed.gexf --layout file -o page.html
claim "other networks are with --layout file" exits 0
run "$RHUMB" map placed.gexf --layout file --algorithm louvain -o no.svg
claim "which has topics already" exits 2 'algorithm does nothing here, expected another --layout'
run "$RHUMB" map "$PAGE" --layout file -o no.svg
claim "papers give no places" exits 2 'expected a network'
run "$RHUMB" map "$CITATIONS" --network cites --layout file -o no.svg
claim "--layout file takes what the file holds" exits 2 'no --of or --network'
printf 'a\tb\nb\tc\nc\ta\nc\td\nd\te\ne\tf\nf\td\n' >edges.txt
run "$RHUMB" map edges.txt -o edges.svg
claim "links without texts are drawn as a network, and that is told" sh -c 'grep -q "links are drawn" "$1" && grep -q "network cites" edges.svg' sh "$work/err"
run "$RHUMB" map edges.txt --view density -o heights.svg
claim "whatever it is to look like" grep -q 'network cites' heights.svg
run "$RHUMB" map --of both edges.txt -o both.svg
claim "unless topics are asked for" sh -c '[ ! -s "$1" ] && grep -q topics both.svg && ! grep -q "network cites" both.svg' sh "$work/err"
printf 'id\tlabel\tx\ty\tcluster\tweight<Documents>\n1\tAnn\t0\t0\t1\t4\n2\tBob\t1\t0\t1\t1\n3\tCy\t0\t1\t2\t2\n' >own_map.txt
printf '1\t2\t3\n1\t3\t1\n' >own_network.txt
run "$RHUMB" map own_map.txt own_network.txt -o own.svg
claim "links come from the network file beside it" sh -c "grep -q 'Size: Documents' own.svg && [ \$(grep -c '<path stroke' own.svg) -gt 0 ]"

# topics --tree as a drawing
run "$RHUMB" topics --tree "$PAGE" -o tree.svg
claim "the tree of topics is drawn" exits 0
claim "as well-formed SVG with a disc for each topic" sh -c "xmllint --noout tree.svg && [ \$(grep -c 'class=\"concept' tree.svg) -eq \$('$RHUMB' topics '$PAGE' | tail -n +2 | wc -l) ]"
"$RHUMB" map "$PAGE" -o atlas.svg
"$RHUMB" map "$PAGE" --of concepts --size 40 --layout linlog -o other.svg
"$RHUMB" themes "$PAGE" -o themes.svg
colours () { grep -o 'class="concept topic-[^>]*fill="#[0-9a-f]*"' "$1" | sed -E 's/.*(topic-[0-9]*).*fill="(.*)"/\1 \2/' | sort -u; }
colours atlas.svg > colours-of-atlas
for drawing in tree themes other; do
    colours $drawing.svg > colours-of-topics
    claim "$drawing.svg has topics in the colours of the map" sh -c 'test -s colours-of-topics && cmp colours-of-atlas colours-of-topics'
done
run "$RHUMB" topics --tree hostile.jsonl -o hostile-tree.svg
claim "hostile words stay words in the tree" is_safe hostile-tree.svg
run "$RHUMB" topics "$PAGE" -o no.svg
claim "a table of topics is no drawing" exits 2 'only --tree is drawn'
run "$RHUMB" topics --tree "$PAGE"
claim "without a drawing the tree is a table" sh -c "head -n 1 out | grep -q '^depth'"

# --nodes
run "$RHUMB" map "$CITATIONS" --network cites --nodes 5 -o five.svg
claim "--nodes caps the discs of a network" sh -c "[ \$(grep -c 'class=\"paper' five.svg) -le 5 ]"
run "$RHUMB" map "$CITATIONS" --network cites --nodes 501 -o no.svg
claim "at 500 at most" exits 2 '2 to 500'
items () { sed -n 's/.*<node id="\([^"]*\)".*/\1/p' "$1" | wc -l; }
"$RHUMB" map "$PAGE" --nodes 300 -o many.gexf
claim "--nodes adds discs to a network file" sh -c "[ $(items many.gexf) -eq 300 ] && [ $(items placed.gexf) -lt 300 ]"
claim "those of the atlas keep their places" sh -c "grep -o '<viz:position[^>]*>' placed.gexf | sort >few && grep -o '<viz:position[^>]*>' many.gexf | sort >many && [ -s few ] && [ -z \"\$(comm -23 few many)\" ]"
run "$RHUMB" map "$PAGE" --nodes 300 -o no.svg
claim "--nodes is not for drawings of topics" exits 2 'for .html and networks'
run "$RHUMB" map "$PAGE" --nodes 1000001 -o no.html
claim "--nodes has a limit" exits 2 '0 to 1000000'

# --layout
layouts="linlog vos fr drl kk umap neato sfdp twopi circo dot"
for layout in $layouts; do
    run "$RHUMB" map "$PAGE" --of concepts --size 40 --layout $layout -o $layout.svg
    claim "layout $layout is drawn" exits 0
    claim "layout $layout is well-formed" xmllint --noout $layout.svg
done
claim "layouts differ" sh -c "[ \$(for l in $layouts; do grep '<circle' \$l.svg | md5sum; done | sort -u | wc -l) -eq 11 ]"
claim "the map says who placed its nodes" grep -q 'Layout: sfdp by Graphviz' sfdp.svg
run "$RHUMB" map "$PAGE" --layout spiral -o no.svg
claim "an unknown layout lists those that are" exits 2 'expected atlas, linlog.* sfdp.* or file'
finish
