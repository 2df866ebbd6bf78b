#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# The contract of the command line: exit codes, messages, output that is whole or not there.
# Usage: contract.sh RHUMB PAGE FOLDER_OF_THE_TESTS
RHUMB=$1
PAGE=$2
. "$3/tap.sh"

run "$RHUMB"
claim "alone, it tells what it does" exits 0
run "$RHUMB" --version
claim "--version" grep -qE '^rhumb [0-9]+\.[0-9]+\.[0-9]+$' "$work/out"
run "$RHUMB" paint "$PAGE"
claim "an unknown verb exits 2" exits 2 'no verb'
run "$RHUMB" tpics "$PAGE"
claim "a verb with a slip is told" exits 2 'did you mean “topics”'
run "$RHUMB" topics --cluster=5 "$PAGE"
claim "an option with a slip too" exits 2 'did you mean --clusters'
run "$RHUMB" convert "$PAGE" -o "$work/x.graphml"
claim "papers are not written as a network" exits 2 'expected --network NAME'
run "$RHUMB" topics --from 2090 "$PAGE"
claim "years that leave nothing are told" grep -q 'no paper is left: all 70' "$work/err"
run "$RHUMB" topics --colour red "$PAGE"
claim "an unknown option exits 2" exits 2 'colour'
run "$RHUMB" topics --top -1 "$PAGE"
claim "a number of rows below 1 exits 2" exits 2 "1 or more"
run "$RHUMB" topics --clusters many "$PAGE"
claim "a bad number of clusters exits 2" exits 2 'expected a number'
run "$RHUMB" topics --clusters 60 "$PAGE"
claim "fewer topics than were asked for are told" exits 0 '[0-9]+ topics, the nearest to 60 that was found'
most=$(wc -l <"$work/out")
run "$RHUMB" topics --clusters 20 "$PAGE"
claim "who asks for 60 gets no fewer than who asks for 20" test "$most" -ge "$(wc -l <"$work/out")"
run "$RHUMB" topics --clusters 3 "$PAGE"
claim "as many are not" test ! -s "$work/err"
run "$RHUMB" topics --resolution -1 "$PAGE"
claim "a bad resolution exits 2" exits 2 'resolution'
run "$RHUMB" topics --resolution 0 "$PAGE"
claim "a resolution of 0 exits 2" exits 2 'expected 1e-12 to'
run "$RHUMB" topics --max-bytes 100 "$PAGE"
claim "a limit is named as its option" exits 1 '\(--max-bytes raises the limit\)'
run "$RHUMB" topics --algorithm kmeans "$PAGE"
claim "an unknown algorithm exits 2" exits 2 'expected leiden, louvain, walktrap, infomap or label-propagation'
run "$RHUMB" topics --algorithm walktrap --resolution 2 "$PAGE"
claim "a resolution for walktrap exits 2" exits 2 'leiden and louvain alone'
run "$RHUMB" topics --algorithm infomap --clusters 5 "$PAGE"
claim "a number of clusters for infomap exits 2" exits 2 'leiden, louvain and walktrap alone'
run "$RHUMB" topics --algorithm louvain --quality cpm "$PAGE"
claim "another quality for louvain exits 2" exits 2 'leiden alone'
for algorithm in leiden louvain walktrap infomap label-propagation; do
    run "$RHUMB" topics --algorithm "$algorithm" --members "$PAGE" -o "$work/first.tsv"
    claim "$algorithm finds topics" exits 0
    claim "$algorithm puts every paper somewhere" test "$(wc -l <"$work/first.tsv")" = 71
done
run "$RHUMB" topics --scan "$PAGE"
claim "one cluster has modularity 0, not what rounding leaves" awk -F '\t' '
    NR > 1 && $2 == 1 { n++; if ($5 != "0") exit 1 } END { exit n == 0 }' "$work/out"
claim "a scan has a row for each resolution" test "$(wc -l <"$work/out")" = 34
run "$RHUMB" topics --scan --json --top 1 "$PAGE"
claim "the first row has nothing to agree with" grep -q '"variation":null' "$work/out"
run "$RHUMB" topics --scan --clusters 4 "$PAGE"
claim "a scan with a number of clusters exits 2" exits 2 'tries all'
run "$RHUMB" topics --scan --tree "$PAGE"
claim "two tables at once exit 2" exits 2 'expected one of them'
run "$RHUMB" topics --stability 5 "$PAGE"
claim "stability has two columns more" grep -q "papers	stability	core$" "$work/out"
run "$RHUMB" topics --stability 5 --members --json "$PAGE"
claim "members tell how often they stay" grep -qE '"stays":(null|0|1|0\.[0-9]+)}' "$work/out"
for bad in "--stability 0" "--stability -1" "--stability 20000" "--stability 5 --tree"; do
    run "$RHUMB" topics $bad "$PAGE"
    claim "$bad exits 2" exits 2 'stability'
done
run "$RHUMB" topics --levels 3 "$PAGE"
claim "three levels have three numbers" test "$(sed 1d "$work/out" | cut -f 1 | sort -u | tr '\n' ' ')" = "1 2 3 "
claim "each level holds all papers" test "$(sed 1d "$work/out" | awk -F'\t' '{n[$1] += $4} END {print n[1], n[2], n[3]}')" = "70 70 70"
cut -f 1,5 "$work/out" | sort | uniq -d >"$work/twins"
claim "no name comes twice in a level" test ! -s "$work/twins"
awk -F'\t' '{l[$1 " " $2] = $5} $3 != "" && l[$1 - 1 " " $3] == $5' "$work/out" >"$work/twins"
claim "no name comes again below itself" test ! -s "$work/twins"
run "$RHUMB" topics --levels 5 "$PAGE"
awk -F'\t' 'NR > 1 {n = split($5, name, ", "); for (i = 1; i <= n; i++) if (!index("; " $6 "; ", "; " name[i] "; ")) print}' "$work/out" >"$work/lost"
claim "what names a topic is among its concepts" test ! -s "$work/lost"
run "$RHUMB" topics --tree "$PAGE"
awk -F'\t' 'NR > 1 {b[$1] = $6; for (d = 0; d < $1; d++) if (b[d] == $6) print}' "$work/out" >"$work/twins"
claim "nor in the tree" test ! -s "$work/twins"
head -n 4 "$work/out" >"$work/top"
run "$RHUMB" topics --tree --top 3 "$PAGE"
claim "--top shortens the tree" same "$work/top" "$work/out"
run "$RHUMB" topics --levels 0 "$PAGE"
claim "no level exits 2" exits 2 'expected 1 to 20'
run "$RHUMB" rank --of ships "$PAGE"
claim "an unknown kind exits 2" exits 2 'expected papers'
run "$RHUMB" rank --by fame "$PAGE"
claim "an unknown score exits 2" exits 2 'expected pagerank'
run "$RHUMB" rank --within 99 "$PAGE"
claim "an unknown topic exits 1" exits 1 'no topic'
run "$RHUMB" map "$PAGE" -o "$work/map.docx"
claim "an unknown suffix exits 2" exits 2 'docx'
claim "and leaves no file" test ! -e "$work/map.docx"

for verb in map topics rank concepts path trend themes why describe search import convert formats help; do
    run "$RHUMB" help "$verb"
    claim "help $verb has an example" grep -q '^Example: rhumb ' "$work/out"
done

# What help shows can be typed as it stands, and says nothing of warnings.
mkdir "$work/try"
ln -s "$(cd "$(dirname "$PAGE")" && pwd)" "$work/try/examples"
ln -s "$(cd "$(dirname "$RHUMB")" && pwd)/$(basename "$RHUMB")" "$work/try/rhumb"
for verb in $("$RHUMB" help | sed -n 's/^  \([a-z-]*\) .*/\1/p'); do
    example=$("$RHUMB" help "$verb" | sed -n 's/^Example: //p')
    run sh -c "cd '$work/try' && PATH=.:\$PATH G_DEBUG=fatal-warnings $example"
    claim "the example of $verb works" exits 0
done
run "$RHUMB" help rank
claim "help names the verb, not the library's usage" sh -c "! grep -q 'null\|OPTION' '$work/out'"

# Inputs that cannot be read.
: >"$work/empty.txt"
printf '\211PNG\r\n\032\n\0\0\0\rIHDR\0\0' >"$work/picture.txt"
mkdir "$work/folder"
head -c 10000000 /dev/zero | tr '\0' a >"$work/long.txt"
printf '@article{b,\n title = {Two' >"$work/cut.bib"
bad () {
    name=$1 pattern=$2
    run "$RHUMB" map "$work/$name" -o "$work/bad.svg"
    claim "$name exits 1 and says why" exits 1 "$pattern"
    claim "$name leaves no map" test ! -e "$work/bad.svg"
}
bad missing.txt 'missing.txt'
bad empty.txt 'empty.txt:1: .*empty'
bad picture.txt 'picture.txt:1: .*PNG'
bad folder 'folder'
bad long.txt 'long.txt:1: '
bad cut.bib 'cut.bib:2: .*ends inside'

# A name may hold anything; a message stays one line.
odd=$(printf 'no\nsuch\033[2J.bib')
run "$RHUMB" map "$work/$odd"
claim "a line break in a name is shown" exits 1 'no\\nsuch\\x1b\[2J.bib: No such file'
claim "and the message is one line" test "$(wc -l <"$work/err")" = 1
run "$RHUMB" "$odd"
claim "so for a verb" exits 2 'no verb “no\\nsuch'

# Lists that options name.
run "$RHUMB" concepts --stopwords "$work/missing.txt" "$PAGE"
claim "a list that is not there is told as other files are" exits 1 'concepts: .*/missing.txt: No such file'
run "$RHUMB" concepts --stopwords "$work/folder" "$PAGE"
claim "a folder is no list" exits 1 'folder: Is a directory'
run "$RHUMB" concepts --thesaurus "$work/picture.txt" "$PAGE"
claim "nor is a picture" exits 1 'picture.txt: some bytes are 0, expected text'
run "$RHUMB" concepts --stopwords /dev/zero "$PAGE"
claim "a list without an end is given up" exits 1 '/dev/zero:1: the line is longer than'
run "$RHUMB" concepts --vocabulary "$work/empty.txt" "$PAGE"
claim "an empty vocabulary is not asked for papers" exits 1 'empty.txt:1: the file is empty, expected text'

# What cannot be written fails before the papers are read: here there are none, and that is not told.
run "$RHUMB" rank "$work/missing.ris" -o "$work/nowhere/rank.tsv"
claim "a folder that is missing is told first" exits 1 'nowhere/rank.tsv: No such file or directory'
run "$RHUMB" rank "$work/missing.ris" --report "$work"
claim "so is a folder in place of a file" exits 1 "$work: Is a directory"
run "$RHUMB" convert "$work/missing.ris" -o "$work/papers.xlsx"
claim "so is a suffix that papers are not written with" exits 2 'papers.xlsx: the name ends like no format'
run "$RHUMB" convert "$work/missing.ris" --network cites
claim "so is a network without a format" exits 2 'no format for standard output, expected one of csv, dot'
run "$RHUMB" convert "$work/missing.ris" --network cites --format csv
claim "so are two files for standard output" exits 2 'writes two files, expected the name of a file'
run "$RHUMB" rank "$PAGE" -o "$work/rank.xlsx"
claim "a table is not called a spreadsheet" exits 2 'rank.xlsx” is no format for a table'
run "$RHUMB" rank "$PAGE" --json -o "$work/rank.csv"
claim "JSON is not called CSV" exits 2 'expected -o FILE.jsonl, not'
run "$RHUMB" convert "$PAGE"
cp "$work/out" "$work/papers.jsonl"
run "$RHUMB" convert "$PAGE" -o -
claim "“-” is standard output" same "$work/papers.jsonl" "$work/out"

# Half of an export looks like all of it.
printf 'TY  - JOUR\nTI  - Whole paper\nER  - \nTY  - JOUR\nTI  - Half of a pa' >"$work/half.ris"
printf 'FN Clarivate\nVR 1.0\nPT J\nTI Whole paper\nER\n\nPT J\nTI Half of a pa' >"$work/half.txt"
for half in half.ris half.txt; do
    run "$RHUMB" describe "$work/$half"
    claim "a file that ends inside a record is told of ($half)" exits 0 "$half ends inside a record"
    run "$RHUMB" describe -q "$work/$half"
    claim "but not with --quiet ($half)" test ! -s "$work/err"
done
head -n 3 "$work/half.ris" >"$work/whole.ris"
run "$RHUMB" describe "$work/whole.ris"
claim "one that does not is none" test ! -s "$work/err"
printf 'title,doi,year\n,,2001\nA title,10.1234/x,2001\n,,2002\n' >"$work/untitled.csv"
run "$RHUMB" describe "$work/untitled.csv"
claim "the first record that is lost is shown" exits 0 '2 records could not be used: .*untitled.csv:2: a record without id and title'

# An earlier map stays as it was when a later run fails.
echo precious >"$work/map.svg"
run "$RHUMB" map "$work/cut.bib" -o "$work/map.svg"
claim "a failed run leaves the old file alone" grep -q precious "$work/map.svg"
claim "and no temporary file" sh -c "[ -z \"\$(find '$work' -name '*map.svg*' ! -name map.svg)\" ]"

run sh -c "'$RHUMB' concepts '$PAGE' >/dev/full"
claim "a full disk is an error" exits 1 '^rhumb concepts: standard output: '
run sh -c "'$RHUMB' --version >/dev/full"
claim "for what is not computed too" exits 1 'standard output'
run "$RHUMB" map "$PAGE" --format svg -o /dev/full
claim "and says which file" exits 1 '/dev/full: '
run sh -c "'$RHUMB' concepts '$PAGE' | head -n 1"
claim "a reader that goes away is none" exits 0
claim "and there is no complaint" test ! -s "$work/err"

run sh -c "cat '$PAGE' | '$RHUMB' describe --json -"
claim "standard input is read" grep -q '"papers":70' "$work/out"
run "$RHUMB" describe --json "$PAGE" --report "$work/report.tsv"
claim "the page has 70 records" grep -q '"records":70' "$work/out"
claim "the page has 70 papers" grep -q '"papers":70' "$work/out"
claim "none is lost" grep -q '"lost":0' "$work/out"
claim "the report names every line left out" sh -c "
    [ \$(grep -c 'line skipped' '$work/report.tsv') = \
      \$(sed 's/.*\"skipped\":\([0-9]*\),\"sources\".*/\1/' '$work/out') ]"
claim "Subscribe among them" grep -q 'Subscribe' "$work/report.tsv"
run "$RHUMB" topics "$PAGE" --manifest "$work/manifest.json" -o "$work/topics.tsv"
claim "a manifest tells the command" grep -q '"command": "topics ' "$work/manifest.json"
mkdir -p "$work/papers/more"
cp "$PAGE" "$work/papers/more/page.txt"
printf 'label\treplace by\nAI\tartificial intelligence\n' >"$work/papers.thesaurus"
"$RHUMB" concepts "$work/papers" --thesaurus "$work/papers.thesaurus" --manifest "$work/manifest.json" >"$work/out"
for file in papers/more/page.txt papers.thesaurus; do
    claim "and the digest of $file" grep -q "$(sha256sum <"$work/$file" | cut -d ' ' -f 1)" "$work/manifest.json"
done
"$RHUMB" describe - --manifest "$work/manifest.json" <"$PAGE" >"$work/out"
claim "a pipe has none" grep -q '"files": \[\]' "$work/manifest.json"

CITATIONS=$(dirname "$PAGE")/citations.jsonl

# What was done, with its source; verb and options stand before the tab.
while IFS='	' read -r arguments told; do
    # shellcheck disable=SC2086
    run "$RHUMB" $arguments --manifest "$work/methods.json" -o "$work/methods.out"
    claim "the methods of $arguments" grep -qE "\"methods\": .*$told" "$work/methods.json"
done <<LIST
topics $PAGE	rhumb [0-9.]+ read 70 papers .*Hulth 2003.*Leiden algorithm into 12 topics .Traag.*at resolution [0-9.]+ with seed 1
topics --tree --algorithm walktrap $PAGE	walktrap into .*Pons, Latapy.* Paris linkage
convert --network coupling --counting fractional --normalise association --format csv $CITATIONS	Kessler 1963.*Perianes.*van Eck, Waltman 2009
rank --by pagerank,citerank,betweenness,core $CITATIONS	Brin.*Walker.*Freeman.*Seidman
path --by most-cited $CITATIONS	Garfield 2004
expand --id n09 $CITATIONS	Chamberlain
LIST
run "$RHUMB" rank --by citations "$CITATIONS" --manifest "$work/methods.json"
claim "nothing is told that was not done" sh -c "! grep -qE 'PageRank|clustered' '$work/methods.json'"
# Each answer that needs nothing the papers lack is given; an empty one says why.
printf '{"id":"a","title":"Sparse graph learning"}\n{"id":"b","title":"Sparse graph learning of maps"}\n' \
    >"$work/titles.jsonl"
printf '{"id":"a","references":["b"]}\n{"id":"b","references":["c"]}\n{"id":"c"}\n' >"$work/links.jsonl"
printf 'graph [ directed 1 node [ id 1 label "A" ] node [ id 2 label "B" ] edge [ source 1 target 2 ] ]\n' \
    >"$work/net.gml"
for file in titles.jsonl links.jsonl net.gml; do
    for verb in topics concepts describe 'topics --members' 'rank --of papers' 'rank --by citations' \
        'rank --of people' 'rank --of venues' "map -o $work/map.svg" "map --of papers -o $work/map.svg"; do
        run "$RHUMB" $verb "$work/$file"
        claim "$verb does without what $file lacks" exits 0
    done
done
run "$RHUMB" rank --of people "$work/titles.jsonl"
claim "no people: it says why" exits 0 'nothing to list; of these papers none has a known abstract, year, author, venue, reference'
run "$RHUMB" rank --by citations "$work/titles.jsonl"
claim "no citations: it says that counts are 0" exits 0 'no paper here cites another'
run "$RHUMB" rank -q --of people "$work/titles.jsonl"
claim "-q: it says nothing" test ! -s "$work/err"
run "$RHUMB" rank --by citations "$work/links.jsonl"
claim "where one cites another it says nothing" test ! -s "$work/err"

# told VERB [OPTION…]: the help of the verb names every column of its table.
told () {
    "$RHUMB" help "$1" >"$work/help"
    "$RHUMB" "$@" "$CITATIONS" >"$work/out" 2>"$work/err" || return 1
    head -n 1 "$work/out" | tr '\t' '\n' >"$work/columns"
    [ -s "$work/columns" ] && while read -r column; do
        grep -qwF -- "$column" "$work/help" || { echo "no word of $column"; return 1; }
    done <"$work/columns"
}
"$RHUMB" formats | head -n 1 | tr '\t' '\n' >"$work/columns"
"$RHUMB" help formats >"$work/help"
claim "the help names the columns of formats" sh -c "
    while read -r column; do grep -qwF \"\$column\" '$work/help' || exit 1; done <'$work/columns'"
while read -r table; do
    claim "the help names the columns of $table" told $table
done <<'END'
rank --by citations,ncs
topics
topics --members --stability 2
topics --stability 2
topics --tree
topics --levels 2
topics --scan
concepts
concepts --per-paper
concepts --variants
concepts --suggest-synonyms
path
trend
trend --states 3
trend --of papers
trend --by-year
trend --evolution --periods 2
similar --id n05
related --id n05
expand --id n05
reading-list --id n05
predict-links --id n09
why --id n05
dedup
eval links
END

printf '{"id":"z","title":"Die Stra\303\237en von Z\303\274rich"}\n{"id":"b","title":"The streets of Bern"}\n' \
    >"$work/letters.jsonl"
run env LC_ALL=C "$RHUMB" why --id "$(printf 'Z\303\274rich')" "$work/letters.jsonl"
claim "letters of an option are UTF-8 in the C locale too" exits 0
run env LC_ALL=C.UTF-8 "$RHUMB" why --id "$(printf 'Z\374rich')" "$work/letters.jsonl"
claim "bytes that are no letters are told" exits 2 'Z.*rich” has bytes that are no letters'

run "$RHUMB" map --title --quality --of people "$work/letters.jsonl" -o "$work/no.svg"
claim "a value that looks like an option is none" exits 1 'no links'

cp "$PAGE" "$work/own.txt"
ln -s own.txt "$work/other.txt"
while IFS='	' read -r verb pattern; do
    run "$RHUMB" $verb
    claim "$verb is refused" exits 2 "$pattern"
done <<END
map -o map.foo $PAGE	.svg, .html, .htm, .pdf, .png
map --nodes -1 $work/none	--nodes is -1, expected 0 to 1000000
map --height 0 $work/none	--height is 0, expected 600 to 20000
map --size 0 $work/none	--size is 0, expected 1 to 500
map --size 501 $work/none	--size is 501, expected 1 to 500
map --width nan $work/none	--width is nan, expected 900 to 20000
map -o $work/no.png --dpi 1e6 $work/none	--dpi is 1000000, expected 10 to 2400
map --nodes 1000 --network cites $work/none	--nodes is 1000, expected 2 to 500
path --slack -1 $PAGE	--slack is -1, expected 0 or more
path --routes 0 $PAGE	--routes is 0, expected 1 or more
expand --id CAMP --size 0 $PAGE	--size is 0, expected 1 or more
convert --network coupling --hub-cap 1 $PAGE	--hub-cap is 1, expected 2 or more
convert --network coupling --min-weight nan $PAGE	--min-weight is nan, expected a finite number
topics --report= $PAGE	is empty, expected the name of a file
topics --threads -1 $PAGE	--threads is -1, expected 0 to 1024
topics --seed -1 $PAGE	--seed is -1, expected 0 or more
topics --concept-density -1 $PAGE	--concept-density is -1, expected 0 to 1
topics --resolution 0 $PAGE	--resolution is 0, expected 1e-12 to 1000000
topics --stopwords= $PAGE	--stopwords is empty, expected the name of a file
topics -o $work/same --report $work/same $PAGE	--report is .*same”, which is written by another option
topics --from 99999 $PAGE	--from is 99999, expected 0 to 9999
describe $work/own.txt -o $work/./own.txt	--output is .*own.txt”, which is read, expected another file
describe $work/own.txt --report $work/other.txt	--report is .*other.txt”, which is read
describe $work/own.txt --manifest $work/own.txt	--manifest is .*own.txt”, which is read
concepts $PAGE --stopwords $work/own.txt -o $work/own.txt	--output is .*own.txt”, which is read
topics $PAGE --thesaurus $work/own.txt --report $work/own.txt	--report is .*own.txt”, which is read
topics $PAGE --vocabulary $work/own.txt --manifest $work/own.txt	--manifest is .*own.txt”, which is read
similar --id CAMP $PAGE --among $work/own.txt -o $work/own.txt	--output is .*own.txt”, which is read
related --each $PAGE --ids-from $work/own.txt -o $work/other.txt	--output is .*other.txt”, which is read
eval clusters $PAGE --labels $work/own.txt -o $work/own.txt	--output is .*own.txt”, which is read
import $PAGE -o $work/own.txt --report $work/own.txt	--report is .*own.txt”, which is written by another
embed $work/own.txt --ids $work/own.txt -o $work/v.npy	--ids is .*own.txt”, which is read
embed $PAGE --ids $work/v.npy -o $work/v.npy	--ids is .*v.npy”, which is written by another option
import $work/own.txt -o $work/l.rhumb --explain-duplicates $work/own.txt	--explain-duplicates is .*, which is read
topics --levels -1 $PAGE	--levels is -1, expected 1 to 20
embed --dimensions 0 $PAGE	--dimensions is 0, expected 1 to 4096
eval links --dimensions 5000 $PAGE	--dimensions is 5000, expected 1 to 4096
eval links --samples -1 $PAGE	--samples is -1, expected 0 to 100000
topics --quality size $PAGE	--quality is “size”, expected modularity or cpm
themes --cut middle $PAGE	--cut is “middle”, expected median or mean
trend --likeness cosine $PAGE	--likeness is “cosine”, expected inclusion or jaccard
convert --network coupling --counting half $PAGE	--counting is “half”, expected full or fractional
convert --network coupling --normalise size $PAGE	--normalise is “size”, expected none, association,
rank --by= $PAGE	--by is “”, expected pagerank, .* or disruption, each at most once
rank --by hits,hits $PAGE	--by is “hits,hits”, expected .* each at most once
related --id CAMP --weights inf $PAGE	expected 1 finite number of
index $work/x.rhumb -o $work/y	the index stands beside its library
formats $PAGE	is not read
help map topics	“topics” is one too many
END
claim "papers are not written over by what is told of them" same "$PAGE" "$work/own.txt"
run "$RHUMB" formats --top 2
claim "formats has --top too" test "$(wc -l <"$work/out")" = 3

# One of a thing is one thing, in every message.
printf '{"id":"a","title":"Deep graphs","references":["x"]}\nno record\n' >"$work/one.jsonl"
printf 'a b 2\n' >"$work/one.txt"
printf 'a a\na b\nb a\nalone\n' >"$work/loop.txt"
printf 'id\tlabel\na\tA\nz\tA\n' >"$work/one.tsv"
while read -r verb; do
    (cd "$work" && "$RHUMB" $verb -v --report report) >"$work/out" 2>&1 </dev/null
    claim "$verb: numbers and words agree" sh -c "! grep -wE '1 [a-z]+s' '$work/out' '$work/report' | grep -vE '1 (is|was|has)'"
done <<'END'
describe one.jsonl
import -o one.rhumb one.jsonl
topics --clusters 2 one.jsonl
path one.jsonl
trend one.jsonl
convert --network coupling one.jsonl
eval links one.jsonl
eval clusters --labels one.tsv one.jsonl
rank one.txt
rank loop.txt
rank --by ncs one.txt
describe one.txt
similar --by vectors --id a one.jsonl
END

"$RHUMB" rank --json "$CITATIONS" >"$work/ranks.expected"
for suffix in jsonl json; do
    run "$RHUMB" rank "$CITATIONS" -o "$work/ranks.$suffix"
    claim ".$suffix is JSON Lines" same "$work/ranks.$suffix" "$work/ranks.expected"
done
"$RHUMB" topics --members --json "$CITATIONS" >"$work/members.expected"
run "$RHUMB" topics --members --json "$CITATIONS" -o "$work/members.json"
claim "verbs that draw too write them" same "$work/members.json" "$work/members.expected"
"$RHUMB" topics "$CITATIONS" >"$work/topics.expected"
run "$RHUMB" topics "$CITATIONS" -o "$work/topics.txt"
claim ".txt is the table" same "$work/topics.txt" "$work/topics.expected"
"$RHUMB" rank "$PAGE" >"$work/ranks.tsv"
run "$RHUMB" rank "$PAGE" -o "$work/ranks.csv"
claim ".csv has commas, read by others it is the table" python3 -c "
import csv, sys
rows = list (csv.reader (open (sys.argv[1], newline='')))
sys.exit (rows != [line.rstrip ('\n').split ('\t') for line in open (sys.argv[2])])
" "$work/ranks.csv" "$work/ranks.tsv"
for suffix in png html gexf npy tsv.gz; do
    run "$RHUMB" rank "$PAGE" -o "$work/ranks.$suffix"
    claim "a table is not called .$suffix" exits 2 'expected .tsv, .csv or .jsonl'
    claim "nor written" test ! -e "$work/ranks.$suffix"
done
run "$RHUMB" path --json "$CITATIONS" -o "$work/path.svg"
claim "--json with a drawing is refused" exits 2 'json does nothing here'

run "$RHUMB" describe "$work/links.jsonl" "$work/titles.jsonl"
claim "describe counts duplicates by what they share" grep -q '^duplicates: 2 records merged into others; by what they share: id 2$' "$work/out"

finish
