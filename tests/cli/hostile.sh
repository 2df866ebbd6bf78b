#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Inputs made to break readers: what is wrong is said, what is right is read, memory stays small.
# Usage: hostile.sh RHUMB PAGE FOLDER_OF_THE_TESTS
RHUMB=$(realpath "$1")
PAGE=$(realpath "$2")
. "$3/tap.sh"
cd "$work" || exit 1

# reads FILE WORDS_OF_THE_REPORT
reads () {
    run timeout 60 "$RHUMB" describe --report report.tsv "$1"
    claim "$1 is read" exits 0
    claim "$1: the report says it" grep -q "$2" report.tsv
}

# Entities that would grow to a thousand million words.
{
    printf '<?xml version="1.0"?><!DOCTYPE dblp [<!ENTITY a "lol">'
    before=a
    for name in b c d e f g h i j; do
        printf '<!ENTITY %s "' $name
        for i in 1 2 3 4 5 6 7 8 9 10; do printf '&%s;' $before; done
        printf '">'
        before=$name
    done
    printf ']><dblp><article key="a"><title>T &j; x</title><year>2001</year></article></dblp>'
} >laughs.xml
reads laughs.xml 'entity &j;.*kept as it is typed'

# An entity from another file.
printf 'a secret' >secret.txt
printf '<?xml version="1.0"?><!DOCTYPE dblp [<!ENTITY x SYSTEM "file://%s/secret.txt">]>
<dblp><article key="a"><title>T &x; y</title><year>2001</year></article></dblp>' "$work" >outer.xml
reads outer.xml 'entity &x;.*kept as it is typed'
run "$RHUMB" convert --format jsonl outer.xml
claim "no other file is read" sh -c "grep -q 'T &x; y' out && ! grep -q secret out"

# 100,000 levels, in a line and in a whole text.
brackets=$(printf '%0100000d' 0 | tr 0 '[')
printf '{"id":"a","title":"A"}\n{"id":"b","x":%s\n' "$brackets" >deep.jsonl
reads deep.jsonl 'deep.jsonl	2	record lost	no valid JSON'
printf '{"results":[\n%s' "$brackets" >deep.json
run timeout 60 "$RHUMB" describe deep.json
claim "a deep text is refused" exits 1 'deep.json'
printf '<?xml version="1.0"?><dblp><article key="a"><title>' >deep.xml
printf '%0100000d' 0 | sed 's/0/<i>/g' >>deep.xml
run timeout 60 "$RHUMB" describe deep.xml
claim "a deep tree is refused" exits 1 'deep.xml'

printf '{"id":"a","title":"\\ud800"}\n{"id":"b","title":"B"}\n' >half.jsonl
reads half.jsonl 'half.jsonl	1	record lost	no valid JSON'
printf '{"id":"a","title":"A","year":9223372036854775808}\n' >year.jsonl
reads year.jsonl 'field dropped	year is 9223372036854775808'
printf 'TY  - JOUR\nTI  - A title\nPY  - 9223372036854775808\nER  - \n' >year.ris
reads year.ris 'field dropped	PY is '
printf '@article{a, title = {A title}, year = {9223372036854775808}}\n' >year.bib
reads year.bib 'field dropped	year is '
printf 'FN X\nVR 1.0\nPT J\nTI A title\nPY 9223372036854775808\nUT WOS:1\nER\nEF\n' >year.txt
reads year.txt 'field dropped	PY is '
printf 'TY  - JOUR\nTI  - A\0title\nER  - \n' >nul.ris
reads nul.ris 'NUL bytes.*taken as a blank'

# 120 MB in 500 KB.
if command -v gzip >/dev/null; then
    printf '{"id":"a","title":"x"}\n%012000d\n' 0 >line
    for i in 1 2 3 4 5 6 7 8 9 10; do cat line line line line line line line line line line; done >lines
    gzip -c lines >part.gz
    for i in 1 2 3 4 5 6 7 8 9 10; do cat part.gz; done >bomb.gz
    run timeout 60 "$RHUMB" describe --max-bytes 1000000 bomb.gz
    claim "a flood in a small file is refused" exits 1 'more than 1000000 bytes after decompression'
fi

mkfifo pipe
printf 'TY  - JOUR\nTI  - A title of a paper\nER  - \n' >plain.ris
cat plain.ris >pipe &
run timeout 60 "$RHUMB" describe --json pipe
claim "a pipe is read as a file is" grep -q '"papers":1,' out
mkdir folder
mkfifo folder/pipe
cp plain.ris folder
run timeout 60 "$RHUMB" describe --json --report report.tsv folder
claim "a pipe in a folder does not block" grep -q '"papers":1,' out
claim "and is told" grep -q 'folder/pipe' report.tsv

# A few megabytes that would grow to gigabytes: a long word at many places of an abstract, a long
# name many times in a label.
word=$(printf '%08192d' 0 | tr 0 w)
{
    printf '{"id":"https://openalex.org/W1","title":"T","publication_year":2001,'
    printf '"abstract_inverted_index":{"%s":[' "$word"
    seq -s , 0 400000 | tr -d '\n'
    printf ']}}\n'
} >words.jsonl
reads words.jsonl 'words of the abstract without a place.*16 MiB'
{
    printf 'digraph { %s [label="' "$word"
    yes '\N' | head -n 400000 | tr -d '\n'
    printf '"]; %s -> b }\n' "$word"
} >names.dot
run timeout 60 "$RHUMB" describe --json names.dot
claim "names.dot is read" grep -q '"papers":2,' out

# One tag a hundred thousand times, which must not take quadratic time.
{
    printf 'TY  - JOUR\nTI  - A title of this paper\n'
    seq 100000 | sed 's/^/C9  - /'
    printf 'ER  - \n'
} >tags.ris
run timeout 20 "$RHUMB" describe --json tags.ris
claim "a tag many times is read" grep -q '"papers":1,' out

# Nor may three hundred thousand tags.
{
    printf 'PMID- 1\nTI  - A title of this paper\n'
    awk 'BEGIN {
        for (i = 0; i < 300000; i++) {
            tag = ""
            for (n = i; length (tag) < 4; n = int (n / 26)) tag = tag sprintf ("%c", 65 + n % 26)
            print tag "- x"
        }
    }'
} >tags.nbib
run timeout 20 "$RHUMB" describe --json tags.nbib
claim "many tags are read" grep -q '"papers":1,' out

finish
