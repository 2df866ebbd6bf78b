#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# The program that fits the model of phrases: the same papers give the same bytes, whatever model is
# compiled in.
#
# Usage: training.sh TRAIN-PHRASES FOLDER MODEL
TRAIN=$1
MODEL=$3
. "$2/tap.sh"

# Papers whose phrases end with adjectives, of which the word table is asked: each of twelve
# subjects with each of three kinds.
papers () {
    for kind in "deep neural" "large relational" "fast spectral"; do
        for subject in graph network model image speech query cluster protein robot traffic genome \
            signal; do
            printf '{"title":"%s %s analysis","abstract":"We study %s. The %s %s is %s and %s %s ' \
                "$kind" "$subject" "$subject" "$kind" "$subject" "$1" "$subject" "$1"
            printf 'methods are compared with the %s of a %s.","keyphrases":["%s %s","%s","%s %s"]}\n' \
                "$kind" "$subject" "$kind" "$subject" "$subject" "$kind" "$1"
        done
    done
}
papers "dynamical" >"$work/dense.jsonl"
papers "statistical" >"$work/author.jsonl"

train () {
    "$TRAIN" --dense "$work/dense.jsonl" --author "$work/author.jsonl" --trees 8 \
        --date 2001-02-03 --note 'Figures: none.'
}

# Another model to be compiled in: what words are at the end and before it is exchanged, all weights
# are halved, and one spelling is missing, by which the claims know that it was read.
mkdir "$work/other"
awk 'BEGIN { FS = OFS = "\t" }
     /^\[/ { part = $1 }
     part == "[spellings]" && !/^\[/ && !gone { gone = 1; next }
     part == "[words]" && NF == 5 && !/^\[/ { t = $4; $4 = $5; $5 = t }
     part == "[weights]" && NF == 3 && !/^\[/ { $2 /= 2; $3 /= 2 }
     { print }' "$MODEL" >"$work/other/phrases.model"

without_spellings () {
    sed '/^\[spellings\]/,$d' "$1"
}

train >"$work/first" 2>"$work/err"
claim 'a model is written' test -s "$work/first"
train >"$work/second"
claim 'the same papers give the same bytes' same "$work/first" "$work/second"
G_RESOURCE_OVERLAYS="/org/rhumb/text=$work/other" train >"$work/third"
claim 'the other model was read' sh -c "! cmp -s '$work/first' '$work/third'"
without_spellings "$work/first" >"$work/a"
without_spellings "$work/third" >"$work/b"
claim 'another compiled-in model gives the same weights, trees and words' same "$work/a" "$work/b"
claim 'trees were fitted' sh -c "[ \$(grep -c '^dense' '$work/first') = 8 ]"
claim 'the header names the files' grep -q '^# Fitted .*dense.jsonl (dense) author.jsonl (author)' \
    "$work/first"
claim 'the header has the date' grep -qx '# Fitted on 2001-02-03.' "$work/first"
claim 'the header has the note' grep -qx '# Figures: none.' "$work/first"
run "$TRAIN" --dense "$work/none.jsonl" --author "$work/author.jsonl"
claim 'a missing file is told' exits 1 'none.jsonl'
finish
