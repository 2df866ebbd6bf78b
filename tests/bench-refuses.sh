#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Programs that measure print no figures about what they cannot read or what was not asked for: each
# of these fails, says why, and prints nothing but names of columns.
#   bench-refuses.sh BUILD/bench
set -u
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
failed=0
: > "$work/empty"
printf '0 1\nx\n' > "$work/cut"
printf '0 1\n1 2\n' > "$work/few"
printf 'CGB1\0\0\0\0\1\0\0\0\0\0\0\0\377\0\0\0\0\0\0\0' > "$work/short.bin"

# refuses PROGRAM [ARGUMENT…]
refuses () {
    program=$1
    shift
    code=0
    (cd "$work" && "$bench/$program" "$@" </dev/null >out 2>told) || code=$?
    if [ "$code" -lt 1 ] || [ "$code" -gt 127 ]; then
        printf '%s %s: exit %s\n' "$program" "$*" "$code"
        failed=1
    elif [ ! -s "$work/told" ] || [ "$(grep -vc '^#' "$work/out")" -gt 1 ]; then
        printf '%s %s: fails without a word, or with figures\n' "$program" "$*"
        failed=1
    fi
}

bench=$1
for each in bench-concepts bench-crowd bench-eval bench-expand bench-fidelity bench-keyphrases \
    bench-layout bench-leiden bench-memory bench-networks bench-read generate-abstracts \
    generate-citations generate-exports generate-map generate-papers time-run train-phrases; do
    refuses "$each"
done
for each in bench-concepts bench-fidelity bench-keyphrases bench-leiden bench-memory \
    bench-networks bench-rank bench-read; do
    refuses "$each" nowhere
done
for table in nowhere empty cut; do
    refuses bench-expand "$table" few
    refuses bench-expand few "$table"
done
refuses bench-expand few few
refuses bench-expand few few x 5
refuses bench-eval nobody few
refuses bench-eval cora nowhere
refuses bench-leiden short.bin
refuses bench-networks short.bin
refuses bench-crowd nowhere 5
refuses bench-crowd few x
refuses bench-layout round 60 1
refuses bench-layout atlas x 1
refuses bench-layout atlas 60 x
for each in bench-dedup bench-hierarchy bench-hub bench-library bench-lsh; do
    refuses "$each" x
    refuses "$each" 0
done
refuses bench-fastrp nowhere
refuses bench-fastrp --papers 0
refuses bench-hnsw --rows 0
refuses bench-lsh 300 5 4 2
refuses bench-lsh 300 5 8 4 2 9
refuses bench-rank --papers 0
refuses time-run nowhere
refuses bench-similar --library nowhere
refuses generate-map 5 x map.html
exit "$failed"
