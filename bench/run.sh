#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Measures whole runs of the program and prints TSV: data, verb, papers, threads, seconds (median
# of the runs), peak MiB. Usage: bench/run.sh [--smoke] BUILD_DIRECTORY
set -eu
cd "$(dirname "$0")/.."

runs=5
papers=20000
if [ "${1:-}" = --smoke ]; then
    runs=1
    papers=500
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
