#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# The library file as users meet it: nothing that was kept is lost, whatever happens while more is
# added, and any SQLite program can read it.
# Usage: library.sh RHUMB PAGE FOLDER_OF_THE_TESTS GENERATE_PAPERS DOCUMENT
RHUMB=$(realpath "$1")
PAGE=$(realpath "$2")
. "$3/tap.sh"
GENERATE=$(realpath "$4")
DOCUMENT=$(realpath "$5")
cd "$work" || exit 2

"$GENERATE" 1500 1 >a.jsonl
"$GENERATE" 1700 1 | sed 's/"id":"S\([0-9]*[05]\)"/"id":"T\1"/' >b.jsonl
cat >c.bib <<'END'
@article{one, title = {Graphs and grammars}, author = {Lee, Ann}, year = 2001, doi = {10.1000/one}}
@article{two, title = {Graphs and grammars}, author = {Lee, Ann}, year = 2001, doi = {10.1000/ONE}}
END

# Adding gives what reading at once gives.
convert () {
    "$RHUMB" convert -q --format jsonl "$@" 2>>convert.log
}
convert a.jsonl >a.out
convert a.jsonl b.jsonl >ab.out
claim "there are papers to compare" test "$(wc -l <a.out)" = 1500
run "$RHUMB" import -o lib.rhumb a.jsonl
claim "import makes a library" exits 0 'a.jsonl \(jsonl\): 1,500 records read, 1,500 new papers, 0 merged, 0 lost'
claim "and tells of references" exits 0 '1,500 papers in all; [0-9,]+ of [0-9,]+ references resolved, [0-9,]+ inside the set'
convert lib.rhumb >lib.out
claim "a library is an input like others" same a.out lib.out
cp lib.rhumb base.rhumb
run "$RHUMB" import -o lib.rhumb b.jsonl
claim "import adds" exits 0 'b.jsonl \(jsonl\): 1,700 records read, [1-9][0-9]* new papers, [1-9][0-9,]* merged, 0 lost'
convert lib.rhumb >lib.out
claim "adding gives what reading at once gives" same ab.out lib.out
convert base.rhumb b.jsonl >mixed.out
claim "a library may be mixed with files" same ab.out mixed.out
run "$RHUMB" import -q -o same.rhumb a.jsonl b.jsonl
run "$RHUMB" import -q --threads 1 -o one.rhumb a.jsonl b.jsonl
claim "the bytes do not depend on the threads" same same.rhumb one.rhumb
gzip -c lib.rhumb | convert - >gz.out
claim "a compressed library comes through a pipe" same lib.out gz.out
convert a.jsonl b.jsonl -o converted.rhumb
convert converted.rhumb >converted.out
claim "convert writes libraries too" same ab.out converted.out

# What was merged, and why.
run "$RHUMB" import -q -o dup.rhumb c.bib --explain-duplicates -
claim "duplicates are explained" grep -qx "doi:10.1000/one	c.bib:1	c.bib:2	doi	doi:10.1000/one" out
run "$RHUMB" import -q -o dup.rhumb c.bib --explain-duplicates audit.tsv
claim "those of earlier imports too" test "$(wc -l <audit.tsv)" = 4

# What is not written over.
echo precious >notes.txt
run "$RHUMB" import -o notes.txt c.bib
claim "a file that is no library is refused" exits 1 'notes.txt:1: no rhumb library'
claim "and left as it is" grep -qx precious notes.txt
# Rows are called 1, 2, … in every table: other titles are other papers, however they come.
printf 'id,title,references\n1,Graph drawing,2\n2,Forces,\n' >rows1.csv
printf 'id,title,references\n1,Tumours,\n2,Therapy,1\n' >rows2.csv
printf 'id,title,references\n1,Graph drawing: a survey,\n3,Trees,1\n' >rows3.csv
"$RHUMB" import -q -o rows.rhumb rows1.csv rows2.csv rows3.csv
for i in 1 2 3; do "$RHUMB" import -q -o row.rhumb rows$i.csv; done
convert rows.rhumb --report rows.tsv >rows.out
convert row.rhumb --report row.tsv >row.out
claim "tables whose rows are called alike keep their papers" test "$(wc -l <rows.out)" = 5
claim "one import gives what three give" same rows.out row.out
claim "and the same report" same rows.tsv row.tsv
claim "and the same library" same rows.rhumb row.rhumb

run "$RHUMB" import c.bib
claim "import without -o exits 2" exits 2 'expected -o FILE'
cp lib.rhumb before.rhumb
run "$RHUMB" import -o lib.rhumb missing.bib
claim "a failed import exits 1" exits 1 'missing.bib'
claim "and leaves the library as it was" same before.rhumb lib.rhumb
run "$RHUMB" import -o no/such/folder.rhumb c.bib
claim "a missing folder exits 1" exits 1 'folder.rhumb'

# Killed at any moment: the old content or the new, and whole.
broken=0 old=0 new=0 n=0
end=$(($(date +%s) + 8))
while [ "$(date +%s)" -lt "$end" ] && [ $n -lt 60 ]; do
    n=$((n + 1))
    cp base.rhumb kill.rhumb
    "$RHUMB" import -q -o kill.rhumb b.jsonl &
    import=$!
    sleep "0.$(printf '%03d' $((n * 37 % 400)))"
    kill -9 $import 2>/dev/null
    wait $import 2>/dev/null
    convert kill.rhumb >kill.out
    if cmp -s kill.out a.out; then old=$((old + 1))
    elif cmp -s kill.out ab.out; then new=$((new + 1))
    else broken=$((broken + 1)); fi
    [ "$(sqlite3 -readonly kill.rhumb 'PRAGMA integrity_check')" = ok ] || broken=$((broken + 1))
done 2>>kill.log
echo "# killed $n imports: old content $old times, new content $new times"
claim "killed at any moment, a library is whole" test "$broken" = 0
claim "some imports were killed in time" test "$old" -gt 0
"$RHUMB" import -q -o kill.rhumb b.jsonl
convert kill.rhumb >kill.out
claim "the next import works" same ab.out kill.out
claim "and clears what was left behind" sh -c '[ -z "$(ls -A | grep -F .kill.rhumb)" ]'

# Several at once: none is lost.
for i in 1 2 3 4 5 6; do
    printf '@misc{k%s, title = {Paper number %s}}\n' $i $i >part$i.bib
done
for i in 1 2 3 4 5 6; do
    "$RHUMB" import -q -o shared.rhumb part$i.bib 2>>shared.log &
done
wait
convert shared.rhumb >shared.out
convert part1.bib part2.bib part3.bib part4.bib part5.bib part6.bib >parts.out
claim "of several imports at once none is lost" same parts.out shared.out
claim "and no lock stays behind" sh -c '[ -z "$(ls -A | grep -F .shared.rhumb)" ]'

# Nothing leaves a library by adding to it; what is written by hand is read or told.
printf '%s\n' '{"id":"old","title":"An old paper","year":1990}' >old.jsonl
printf '%s\n' '{"id":"new","title":"A new paper","year":2020}' >new.jsonl
"$RHUMB" import -q -o years.rhumb old.jsonl
run "$RHUMB" import --from 2010 -o years.rhumb new.jsonl
claim "years do not take papers out of a library" exits 2 'would take papers out'
run "$RHUMB" import -q --from 2010 -o fresh.rhumb old.jsonl new.jsonl
claim "they choose what a new one holds" exits 0
if command -v sqlite3 >/dev/null; then
    "$RHUMB" import -q -o years.rhumb new.jsonl
    sqlite3 years.rhumb "INSERT INTO identifiers (paper, id) VALUES (1, 'doi:10.1000/hand'), (99, 'x')"
    run "$RHUMB" convert years.rhumb --report hand.tsv
    claim "an id that was added by hand is there" grep -q '"old".*10.1000/hand' out
    claim "one of no paper is told" grep -q '1 row of identifiers without a paper' hand.tsv
fi

# Search.
run "$RHUMB" search --json --top 1 dup.rhumb '"graphs and"' gram*
claim "search finds" grep -q '^{"rank":1,"id":"doi:10.1000/one","title":"Graphs and grammars","year":2001,"score":[-0-9.e]*}$' out
run "$RHUMB" search c.bib graphs
cp out file.out
run "$RHUMB" search dup.rhumb graphs
claim "files and their library give the same answer" same file.out out
run "$RHUMB" search c.bib xyzzy
claim "words that no paper has: that is said, not what the papers lack" exits 0 'no paper has all of these words'
run "$RHUMB" search lib.rhumb --any xyzzy
claim "nor one of them" exits 0 'no paper has any of these words'
run "$RHUMB" search lib.rhumb '--words' 'AND ( NEAR "'
claim "no text is an error of syntax" exits 0
run "$RHUMB" search lib.rhumb
claim "search without words exits 2" exits 2 'no words'
run "$RHUMB" search lib.rhumb '...'
claim "words without letters exit 2" exits 2 'no word to search for'

# Every query that the documentation shows, on a library like the one it speaks of.
if command -v sqlite3 >/dev/null; then
    "$RHUMB" import -q -o papers.rhumb "$PAGE" a.jsonl c.bib
    grep '^    sqlite3 papers.rhumb ' "$DOCUMENT" >queries
    claim "the documentation shows a query for each table" test "$(wc -l <queries)" -ge 12
    while IFS= read -r query; do
        printf '%s\n' "$query" >query.sh
        run sh query.sh
        claim "$query" test "$code" = 0 -a -s out -a ! -s err
    done <queries
    run sqlite3 papers.rhumb "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)"
    claim "the index of words agrees with the papers" exits 0
fi
finish
