#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# The same papers, options and seed give the same bytes: for any number of threads, in any locale,
# in any order of input.
# Usage: determinism.sh RHUMB PAGE FOLDER_OF_THE_TESTS
RHUMB=$1
PAGE=$2
. "$3/tap.sh"

make_all () {
    folder=$work/$1
    shift
    mkdir "$folder"
    for suffix in svg dot pdf png; do
        "$@" "$RHUMB" map $threads "$input" -o "$folder/map.$suffix"
    done
    "$@" "$RHUMB" topics --members $threads "$input" >"$folder/members.tsv"
    "$@" "$RHUMB" rank --of concepts $threads "$input" >"$folder/rank.tsv"
    "$@" "$RHUMB" concepts --per-paper --json $threads "$input" >"$folder/concepts.jsonl"
}

# Threads and locale change together: what either does to the bytes is seen, and what chance does.
# A locale with a decimal comma, and where I is no large i, is made for the occasion where the tools
# for that are installed.
other=C
! localedef -i tr_TR -f UTF-8 "$work/tr_TR.UTF-8" >/dev/null 2>&1 || other=tr_TR.UTF-8
input=$PAGE threads=
make_all first env LC_ALL=C
threads='--threads 1' make_all one env LOCPATH="$work" LC_ALL=$other
threads='--threads 2' make_all two env LC_ALL=C.UTF-8
for file in map.svg map.dot map.pdf map.png members.tsv rank.tsv concepts.jsonl; do
    claim "$file is not empty" test -s "$work/first/$file"
    claim "$file: one thread, $other" same "$work/first/$file" "$work/one/$file"
    claim "$file: two threads, C.UTF-8" same "$work/first/$file" "$work/two/$file"
done

# same_topics OPTION…: of any number of threads
same_topics () {
    for n in 1 2; do
        "$RHUMB" topics --threads $n "$@" "$PAGE" >"$work/topics-$n.tsv"
    done
    claim "topics $* finds some" test -s "$work/topics-1.tsv"
    claim "topics $*: one thread and two" same "$work/topics-1.tsv" "$work/topics-2.tsv"
}
for algorithm in louvain walktrap infomap label-propagation; do
    same_topics --algorithm "$algorithm" --members
done
same_topics --scan
same_topics --stability 5

# same_map OPTION…: of any number of threads
same_map () {
    for n in 1 2; do
        "$RHUMB" map --threads $n "$@" "$PAGE" -o "$work/map-$n.svg"
    done
    claim "map $*: one thread and two" same "$work/map-1.svg" "$work/map-2.svg"
    rm -f "$work/map-1.svg" "$work/map-2.svg"
}
same_map --view density
for layout in linlog vos fr drl kk umap neato sfdp twopi dot; do
    same_map --layout $layout
done

"$RHUMB" convert "$PAGE" -o "$work/papers.jsonl"
awk 'BEGIN { srand (3) } { print rand () "\t" $0 }' "$work/papers.jsonl" | sort | cut -f 2- \
    >"$work/shuffled.jsonl"
for order in papers shuffled; do
    "$RHUMB" topics --members "$work/$order.jsonl" >"$work/$order.members"
    "$RHUMB" map "$work/$order.jsonl" -o "$work/$order.svg"
done
claim "shuffling did something" sh -c "! cmp -s '$work/papers.jsonl' '$work/shuffled.jsonl'"
claim "the order of papers does not change topics" same "$work/papers.members" \
    "$work/shuffled.members"
claim "nor the map" same "$work/papers.svg" "$work/shuffled.svg"
claim "the page and its conversion have the same topics" same "$work/first/members.tsv" \
    "$work/papers.members"
"$RHUMB" convert "$work/shuffled.jsonl" -o "$work/back.jsonl"
claim "convert gives the same file for any order" same "$work/papers.jsonl" "$work/back.jsonl"
finish
