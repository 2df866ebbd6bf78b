#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Proves that layers.sh finds what it looks for: each include below, put alone into an otherwise
# clean tree, must be refused with its file and line; and every rule must have refused one.
#   layers-can-fail.sh PATH-OF-LAYERS.SH
set -u
layers=$1
root=$(mktemp -d) || exit 2
trap 'rm -rf "$root"' EXIT
failed=0

# check FILE INCLUDE EXPECTED-EXIT
check () {
    rm -rf "$root/tree"
    mkdir -p "$root/tree/graph" "$root/tree/analytics/rank" "$root/tree/io/write" \
        "$root/tree/io/read" "$root/tree/io/library" \
        "$root/tree/cli" "$root/tree/tests" "$root/tree/examples" "$root/tree/bench"
    printf '/* a file */\n#include %s\n' "$2" > "$root/tree/$1"
    found=$(sh "$layers" "$root/tree")
    code=$?
    printf '%s\n' "$found" >> "$root/refused"
    case $found in
    "$1:2:"*) named=1 ;;
    *) named=0 ;;
    esac
    if [ "$code" -ne "$3" ] || [ "$named" -ne "$3" ]; then
        printf 'in %s, #include %s: exit %s, expected %s: %s\n' "$1" "$2" "$code" "$3" "$found"
        failed=1
    fi
}

check graph/network.c '"analytics/rank/pagerank.h"' 1
check graph/network.h '"io/format.h"' 1
check graph/network.c '<rhumb.h>' 1
check analytics/rank/pagerank.c '"io/format.h"' 1
check analytics/rank/pagerank.c '"cli/run.h"' 1
check analytics/rank/pagerank.c '<igraph/igraph.h>' 1
check analytics/rank/pagerank.h '"graph/igraph-door.h"' 1
check analytics/rank/pagerank.c '"pagerank.h"' 1
check io/write/svg.c '"analytics/rank/pagerank.h"' 1
check io/write/svg.c '"../analytics/rank/pagerank.h"' 1
check io/write/svg.c '<graphviz/cgraph.h>' 1
check cli/main.c '<graphviz/gvc.h>' 1
check io/xml-door.h '<libxml/parser.h>' 1
check io/read/csv.c '<libxml/parser.h>' 1
check cli/main.c '<sqlite3.h>' 1
check io/library/rows.c '<sqlite3.h>' 1
check io/read/openalex.c '<simdjson.h>' 1
check io/read/openalex.cpp '<simdjson.h>' 1
check tests/check.cpp '"simdjson.h"' 1
check io/read/openalex.cpp '"analytics/rank/pagerank.h"' 1
check io/write/svg.c '<cairo.h>' 1
check bench/bench-rank.c '"cli/run.h"' 1
check cli/main.c '"graph/igraph-door.h"' 1
check io/paint-door.c '<librsvg/rsvg.h>' 1
check examples/topics.c '"graph/graph.h"' 1
check graph/igraph-door.h '<igraph/igraph.h>' 0
check analytics/rank/pagerank.c '"graph/igraph-door.h"' 0
check io/graphviz-door.c '<graphviz/gvc.h>' 1
check io/graphviz-calls.h '<graphviz/gvc.h>' 0
check io/xml-door.c '<libxml/parser.h>' 1
check io/xml-calls.h '<libxml/parser.h>' 0
check io/sqlite-door.h '<sqlite3.h>' 0
check io/simdjson-calls.cpp '<simdjson.h>' 0
check io/write/canvas.c '<librsvg/rsvg.h>' 0
check cli/main.c '"analytics/rank/pagerank.h"' 0
check cli/main.c '"rhumb.h"' 0
check examples/topics.c '<rhumb.h>' 0
check examples/topics.c '"graph/igraph-door.h"' 0

sed -n "s/^refuse '\([^']*\)'.*/\1/p" "$layers" > "$root/rules"
[ -s "$root/rules" ] || failed=1
while IFS= read -r rule; do
    if ! grep -qF ": $rule" "$root/refused"; then
        printf 'no include was refused because %s\n' "$rule"
        failed=1
    fi
done < "$root/rules"
exit "$failed"
