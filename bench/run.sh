#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Measures whole runs of the program and prints TSV: data, verb, papers, threads, seconds (median
# of the runs), peak MiB. Usage: bench/run.sh [--smoke] BUILD_DIRECTORY
set -eu
cd "$(dirname "$0")/.."

runs=5
papers=20000
records=40000
cited=1000000
near=100000
questions=60
sizes="5000 20000"
examples=1000 # papers of each yardstick to learn from
layouts=      # all
if [ "${1:-}" = --smoke ]; then
    runs=1
    papers=500
    records=200
    cited=2000
    near=300
    questions=5
    sizes=300
    examples=100
    layouts=atlas,linlog,vos,fr,drl,kk,umap,sfdp
    shift
fi
build=${1:?usage: bench/run.sh [--smoke] BUILD_DIRECTORY}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$build/bench/generate-papers" "$papers" >"$work/synthetic.jsonl"

# measure DATA VERB PAPERS THREADS ARGUMENTS…
measure () {
    data=$1 verb=$2 n=$3 threads=$4
    shift 4
    for run in $(seq "$runs"); do
        "$build/bench/time-run" "$build/cli/rhumb" "$verb" --threads "$threads" "$@"
    done | sort -n | awk -v data="$data" -v verb="$verb" -v n="$n" -v threads="$threads" '
        { seconds[NR] = $1; if ($2 > peak) peak = $2 }
        END { printf "%s\t%s\t%s\t%s\t%s\t%s\n", data, verb, n, threads, seconds[int((NR + 1) / 2)], peak }'
}

printf 'data\tverb\tpapers\tthreads\tseconds\tpeak_mib\n'
for threads in 1 2; do
    measure papers-page map 70 "$threads" examples/papers-page.txt -o "$work/page.svg"
    measure papers-page topics 70 "$threads" examples/papers-page.txt -o "$work/page.tsv"
    measure synthetic topics "$papers" "$threads" "$work/synthetic.jsonl" -o "$work/big.tsv"
    measure synthetic map "$papers" "$threads" "$work/synthetic.jsonl" -o "$work/big.svg"
done

# The interactive page of a large map, drawn by a browser.
if command -v chromedriver >/dev/null; then
    echo
    /usr/bin/python3 bench/page.py "$build/bench/generate-map"
fi

# Layouts of large networks, beside igraph's DrL: seconds and neighbours preserved.
echo
for nodes in $sizes; do
    "$build/bench/bench-layout" atlas,linlog,drl "$nodes" 1
done
"$build/bench/bench-crowd" "$work/synthetic.jsonl" "$papers"
"$build/bench/bench-fidelity" examples/papers-page.txt "$runs" ${layouts:+"$layouts"}

# Readers: into memory, without merging; beside them what it takes only to look at the same bytes.
echo
for format in wos nbib ris bibtex scopus openalex; do
    "$build/bench/generate-exports" "$format" "$records" >"$work/$format.export"
done
cp "$work/synthetic.jsonl" "$work/jsonl.export"
"$build/cli/rhumb" convert -q --format csv -o "$work/csv.export" "$work/ris.export"
RUNS=$runs "$build/bench/bench-read" "$work"/*.export
echo
"$build/bench/bench-memory" "$work/openalex.export"
printf '\ncommand\tfile\tseconds\tpeak_mib\n'
for format in wos nbib ris bibtex scopus csv openalex jsonl; do
    for run in $(seq "$runs"); do
        "$build/bench/time-run" sh -c 'wc -l "$1" >/dev/null' sh "$work/$format.export"
    done | sort -n | awk -v f="$format" \
        '{ s[NR] = $1 } END { printf "wc -l\t%s.export\t%s\t%s\n", f, s[int((NR + 1) / 2)], $2 }'
done
for format in openalex jsonl; do
    if command -v jq >/dev/null; then
        "$build/bench/time-run" sh -c 'jq -c length "$1" >/dev/null' sh "$work/$format.export" |
            awk -v f="$format" '{ printf "jq length\t%s.export\t%s\t%s\n", f, $1, $2 }'
    fi
done

# A library of the same works: import, and a search in it.
printf '\nverb\tworks\tthreads\tseconds\tpeak_mib\tcpu_seconds\tworks_per_second\n'
for threads in 1 2; do
    for run in $(seq "$runs"); do
        rm -f "$work/works.rhumb"
        "$build/bench/time-run" "$build/cli/rhumb" import -q --threads "$threads" -o "$work/works.rhumb" \
            "$work/openalex.export"
    done | sort -n | awk -v n="$records" -v threads="$threads" '
        { line[NR] = $0; seconds[NR] = $1 }
        END { m = int((NR + 1) / 2); printf "import\t%s\t%s\t%s\t%.0f\n", n, threads, line[m], n / seconds[m] }'
done
"$build/bench/time-run" "$build/cli/rhumb" search -o "$work/found.tsv" "$work/works.rhumb" adaptive network |
    awk -v n="$records" '{ printf "search\t%s\t1\t%s\n", n, $0 }'

# Ranks, derived networks and clusters of a generated citation network, beside igraph.
"$build/bench/generate-citations" -n "$cited" -d 10.1 -s 42 -t -o "$work/citations" >/dev/null
echo
"$build/bench/bench-rank" --repeat "$runs" --papers "$cited"
echo
"$build/bench/bench-rank" --repeat "$runs" --skip-igraph "$work/citations.txt"
printf '\nverb\tpapers\tthreads\tseconds\tpeak_mib\tcpu_seconds\n'
for threads in 1 2; do
    "$build/bench/time-run" "$build/cli/rhumb" rank --threads "$threads" -o "$work/ranks.tsv" \
        "$work/citations.txt" | awk -v n="$cited" -v t="$threads" '{ printf "rank\t%s\t%s\t%s\n", n, t, $0 }'
done
for threads in 1 2; do
    echo
    OMP_NUM_THREADS=$threads "$build/bench/bench-networks" "$work/citations.bin" 20 1000
done
echo
"$build/bench/bench-leiden" --igraph=1 "$work/citations.bin"

# Walks beside exact ones and igraph's, vectors, and the nearest of them beside hnswlib's; a cold question to an index.
echo
"$build/bench/bench-similar" --papers "$near" --queries "$questions" --igraph 1
echo
"$build/bench/bench-hub" "$cited"
echo
"$build/bench/bench-fastrp" --papers "$near" --runs "$runs"
echo
"$build/bench/bench-lsh" "$near" "$questions"
echo
"$build/bench/bench-hnsw" --rows "$near" --queries "$questions" --accept
"$build/cli/rhumb" import -q -o "$work/near.rhumb" "$work/synthetic.jsonl"
"$build/cli/rhumb" index -q "$work/near.rhumb"
printf '\nquestion\tpapers\tindex_bytes\tseconds\tpeak_mib\tcpu_seconds\n'
size=$(wc -c <"$work/near.rhumb.index")
# Of these the first does nothing but start, and the last looks for a paper that is not there.
for question in --version similar 'similar --by vectors' related 'similar --id nobody'; do
    for run in $(seq "$runs"); do
        # shellcheck disable=SC2086
        "$build/bench/time-run" "$build/cli/rhumb" $question -q --id S17 -o "$work/near.tsv" "$work/near.rhumb" \
            2>/dev/null | grep -v '^rhumb' || true
    done | sort -n | awk -v q="$question" -v n="$papers" -v size="$size" \
        '{ line[NR] = $0 } END { printf "%s\t%s\t%s\t%s\n", q, n, size, line[int((NR + 1) / 2)] }'
done

# Keyphrases against those that people gave, where the yardsticks are at hand.
yardsticks=${RHUMB_SHARED_DATA:-../shared/data}/keyphrases
if [ -d "$yardsticks" ]; then
    echo
    for name in inspec_train kp20k_train1k; do
        head -n "$examples" "$yardsticks/$name.jsonl" >"$work/$name.examples"
    done
    "$build/bench/train-phrases" --dense "$work/inspec_train.examples" \
        --author "$work/kp20k_train1k.examples" >"$work/training-parts.model"
    "$build/bench/bench-keyphrases" --model "$work/training-parts.model" \
        "$yardsticks/inspec_valid.jsonl" "$yardsticks/kp20k_valid1k.jsonl"
fi

# What vectors know of labels, where well known graphs are at hand.
graphs=${RHUMB_SHARED_DATA:-../shared/data}/citnet

# guess_labels GRAPH ROWS
guess_labels () {
    echo
    /usr/bin/python3 bench/graph-tables.py "$graphs/$1" "$work/labelled"
    "$build/bench/bench-eval" --repeats "$runs" "$2" "$work/labelled"
}

if [ -d "$graphs" ] && /usr/bin/python3 -c 'import scipy.io' 2>/dev/null; then
    guess_labels shchur_cora.npz 'cora*'
    if [ "$runs" -gt 1 ]; then
        guess_labels shchur_citeseer.npz 'citeseer*'
        guess_labels blogcatalog.mat 'blog*'
    fi
fi
