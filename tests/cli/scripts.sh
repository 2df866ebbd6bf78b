#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# What those meet who call the program from scripts: faults are told before work begins, and what
# cannot be done is never done in another way.
# Usage: scripts.sh RHUMB PAGE FOLDER_OF_THE_TESTS
RHUMB=$(realpath "$1")
PAGE=$(realpath "$2")
. "$3/tap.sh"
cd "$work" || exit 1

# A program whose libraries that are opened by need are not there, wherever the tests say they are.
unset LD_LIBRARY_PATH
mkdir -p alone/cli
cp "$RHUMB" alone/cli/rhumb
cp "$(dirname "$RHUMB")/../librhumb.so.0" alone/
printf '{"id":"a","title":"On graphs, and trees"}\n{"id":"b","title":"On trees, and words"}\n' >two.jsonl
printf '<dblp><article key="a"><title>On trees</title><year>2001</year></article></dblp>' >one.xml
run alone/cli/rhumb describe two.jsonl
claim "JSON without its library is refused, not read as a table" exits 1 'librhumb-json.so.0: cannot be opened'
run alone/cli/rhumb search one.xml trees
claim "XML without its library is refused" exits 1 'librhumb-xml.so.0: cannot be opened'
run alone/cli/rhumb concepts "$PAGE"
claim "concepts without stems are refused" exits 1 'librhumb-stemmer.so.0: cannot be opened'
echo no library >alone/librhumb-json.so.0
run alone/cli/rhumb describe two.jsonl
claim "a library that is there tells what it lacks" exits 1 'alone/.*librhumb-json.so.0: '

# What is wrong with a command is told before its files are read: none of these is there.
while IFS='	' read -r verb pattern; do
    run "$RHUMB" $verb "$work/none"
    claim "$verb is refused" exits 2 "$pattern"
done <<END
map --view density --topic 1	the density is of the whole atlas
map --layout file --topic 1	in the places of its file has no level, topic or further nodes
map --layout file --nodes 5 -o no.html	in the places of its file has no .* further nodes
map --dpi 300 -o no.svg	--dpi does nothing here, expected a picture of pixels
map --transparent -o no.gexf	--transparent does nothing here, expected a drawing
topics --report -	--report is “-”, standard output, where the result goes, expected a file, or -o FILE
topics -o t.tsv --report - --manifest -	--manifest is “-”, standard output, where another option's text goes
import -o l.rhumb --report - --explain-duplicates -	--report is “-”, .* expected a file$
describe -o words.csv	words.csv” is no name for words or JSON, expected .txt or .json
describe -o words.svg	words.svg” is no name for words or JSON
trend --s 1	s 1, gamma 1, states 2; expected s above 1
trend --states 40	states 40; .* 2 to 32 states
trend --evolution --min-strength 2	--min-strength is 2, expected 0 to 1
convert --format gml --network hybrid --text-share 2	share of the text is 2, expected 0 to 1
related --id a --links venues=-1	weight of a link is -1, expected 0
rank --of people --within 1	--within has papers and concepts
rank --by citations,hits --min-papers 2	--min-papers does nothing here, expected pagerank or degree
similar --id a --by refs --concept-density 1	--concept-density does nothing here, expected another --by
trend --of papers --min-papers 2	--min-papers does nothing here, expected --of concepts
convert --format gml --network cites --min-papers 2	--min-papers does nothing here, expected a network of concepts
convert --format jsonl --min-papers 2	--min-papers does nothing here, expected a network of concepts
convert --format gml --network cites --counting fractional	links of cites are not counted
END
for command in 'rank --by citations' 'rank --of venues --by papers,h' \
    'convert --network coupling --format gml'; do
    run "$RHUMB" $command -v "$PAGE"
    claim "$command does not look for concepts" sh -c "grep -q 'built a graph' err && ! grep -q concept err"
done
for option in stopwords thesaurus vocabulary; do
    run "$RHUMB" concepts --$option nothing "$PAGE"
    claim "a file of --$option that is not there is told" exits 1 '^rhumb concepts: nothing: No such file'
done
run "$RHUMB" describe "$PAGE" nothing
claim "an input that is not there is told" exits 1 '^rhumb describe: nothing: No such file'
printf 'id\tlabel\tx\ty\tcluster\tweight<Links>\n1\ta\t0\t0\t1\t2\n2\tb\t1\t0\t1\t3\n3\tc\t0\t1\t2\t3\n' >map.txt
run "$RHUMB" map --layout file -o placed.html map.txt
claim "a page of places takes the nodes that there are" exits 0

# What comes before a fault that hides the rest of a file is read, and the fault is told.
printf '@inproceedings{a, title = {One}, crossref = {p}}\n@proceedings{p, title = {All}, year = 2001}\n@article{b, title = {Two' >cut.bib
printf 'title,year\nOne paper,2001\n"Two,2002\nThree,2003\n' >cut.csv
printf '<dblp><article key="a"><title>One</title></article>\n<article key="b"><title>Two' >cut.xml
printf '[{"title": "One", "year": 2001},\n{"title": "Two", "ye' >cut.json
printf '[{"title": "One", "year": 2001},\n{"title": "Two", "year": 2002}]' | gzip -n | head -c 48 >cut.json.gz
mkdir exports
while IFS='	' read -r file n pattern; do
    cp "$file" exports/
    run "$RHUMB" describe --json --report report.tsv "$file"
    claim "$file is read up to the fault" exits 0 "^rhumb describe: $file:$pattern; nothing behind it can be read; the $n "
    claim "$file: what is before it counts" grep -q "\"records\":$n," out
    claim "$file: the report says it" grep -q 'record lost.*nothing behind it can be read' report.tsv
    run "$RHUMB" describe -q "$file"
    claim "$file: --quiet is quiet" test ! -s err
    run "$RHUMB" describe --strict "$file"
    claim "$file: --strict is strict" exits 1 "$file:$pattern\$"
done <<END
cut.bib	2	3: the file ends inside the entry 'b' begun on line 3, expected '}'
cut.csv	1	3: a quote that is not closed until the end of the file, expected '"'
cut.xml	1	2: broken XML: Premature end of data .*, expected well-formed XML
cut.json	1	2: the file ends inside the record that begins here, expected ']' behind the last record
cut.json.gz	1	1: the compressed data end in the middle, expected a whole file
END
printf '@article{c, title = {Three' >exports/none.bib
run "$RHUMB" describe --json exports
claim "a broken file of a folder does not hide the others" grep -q '"records":6,' out
claim "and is told" exits 0 'exports/none.bib:1: the file ends .*; there is none before'

# A program that is stopped leaves nothing behind.
mkfifo slow
"$RHUMB" import -q -o stopped.rhumb slow &
import=$!
exec 3>slow
for _ in 1 2 3 4 5 6 7 8 9; do [ -e .stopped.rhumb.lock ] || sleep 0.1; done
claim "an import has a lock" test -e .stopped.rhumb.lock
kill "$import"
wait "$import"
exec 3>&-
claim "which goes when it is stopped" test ! -e .stopped.rhumb.lock

# A table of ids and labels alone.
printf 'id,label\n1,physics\n2,maths\n3,physics\n' >labels.csv
printf 'Source,Target\n1,2\n2,3\n' >edges.csv
for command in describe rank 'rank --of papers' 'convert --format gml'; do
    run "$RHUMB" $command labels.csv
    claim "$command: nodes without edges are told" exits 0 'labels.csv is read as the nodes .* name the table of edges too'
    run "$RHUMB" $command labels.csv edges.csv
    claim "$command: nodes with edges are none to tell" test ! -s err
done

# Lists that options name are read as papers are: with commas, in UTF-16, and as rhumb writes them.
printf 'label,replace by\ndiffusion model,"a, b"\n' >commas.csv
printf 'label\treplace by\r\ndiffusion model\ta, b\r\n' >tabs.txt
iconv -f UTF-8 -t UTF-16 tabs.txt >wide.txt
for list in commas.csv tabs.txt wide.txt; do
    run "$RHUMB" concepts --thesaurus $list "$PAGE"
    claim "$list is a thesaurus" grep -q '^a, b	' out
done
echo 'diffusion model' >column.txt
run "$RHUMB" concepts --thesaurus column.txt "$PAGE"
claim "one column is none" exits 1 'column.txt:1: one column, expected a label and what replaces it'
run "$RHUMB" topics --members -o members.csv "$PAGE"
run "$RHUMB" eval clusters --samples 0 --labels members.csv "$PAGE"
claim "labels are read as they are written" grep -q '^clusters	topics	NMI	1	' out
run "$RHUMB" similar --id CAMP --among members.csv "$PAGE"
claim "and ids" exits 0
: >nothing.txt
run "$RHUMB" concepts --stopwords nothing.txt --top 1 "$PAGE"
claim "a list of nothing is one" exits 0

# Lines that end with CR alone, as old spreadsheets write them.
printf 'title,year\rOne title,2001\rTwo title,2002\r' >mac.csv
run "$RHUMB" describe --json mac.csv
claim "a table with CR is read" grep -q '"papers":2,' out

# Help begins with what the verb is asked for.
run "$RHUMB" help map
claim "options of the verb come first" sh -c "grep -E '^[A-Z][a-z]+:\$' out | head -n 1 | grep -qx Options:"
claim "and those of all verbs last" sh -c "grep -E '^[A-Z][a-z]+:\$' out | tail -n 1 | grep -qx General:"

finish
