#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Checks that the arrows between the rooms go one way, by the includes of every C and C++ file:
#   layers.sh [source root]
# Prints file:line for each include that breaks one; exit 1 if there is any.
set -u
LC_ALL=C
export LC_ALL
cd "${1:-$(dirname "$0")/..}" || exit 2
broken=0

# Every include of every room as file:line:text.
includes=$(find graph analytics io cli tests examples bench rhumb.h \
    '(' -name '*.[ch]' -o -name '*.cpp' ')' -exec \
    grep -HnE '^[[:space:]]*#[[:space:]]*include' {} + 2>/dev/null | sort)

# refuse WHY PATTERN ALLOWED ROOM...: no file of the rooms may include what PATTERN matches, but
# for lines that begin with what ALLOWED matches.
refuse () {
    why=$1
    pattern=$2
    allowed=$3
    shift 3
    rooms=$(printf '%s|' "$@")
    found=$(printf '%s\n' "$includes" |
        grep -E "^(${rooms%|})[/:].*#[[:space:]]*include[[:space:]]*$pattern" |
        grep -vE "^($allowed)")
    [ -n "$found" ] || return
    printf '%s\n' "$found" | while IFS= read -r line; do
        printf '%s: %s\n' "$line" "$why"
    done
    broken=1
}

# A fresh checkout without the rooms would pass every rule; it must not.
for room in graph analytics io cli; do
    if [ ! -d "$room" ]; then
        printf '%s: no such room\n' "$room"
        broken=1
    fi
done

none='-'
refuse 'graph includes no other room' '["<](\.\./)*(analytics|io|cli|tests|examples|bench)/' \
    "$none" graph
refuse 'analytics includes graph only' '["<](\.\./)*(io|cli|tests|examples|bench)/' "$none" analytics
refuse 'io includes graph only' '["<](\.\./)*(analytics|cli|tests|examples|bench)/' "$none" io
refuse 'the library does not know its front door' '["<]rhumb\.h' "$none" graph analytics io
refuse 'the command line is included by nobody' '["<](\.\./)*cli/' "$none" bench examples rhumb.h
refuse 'every include names its room' '"(\.|[^/"]*")' '[^:]*:[0-9]*:#include "rhumb\.h"' \
    graph analytics io cli
refuse 'igraph has one door, graph/igraph-door.h' '["<]igraph' 'graph/igraph-door\.h:' \
    graph analytics io cli tests examples bench
refuse 'only rooms that compute open the door to igraph' '["<]graph/igraph-door\.h' "$none" io cli
refuse 'no header but a door or a private one shows igraph' '["<]graph/igraph-door\.h' \
    '[^:]*-private\.h:|[^:]*\.c:' graph analytics io
# Tests may read with graphviz what was written for it.
refuse 'graphviz has one door, io/graphviz-door (graphviz-calls)' '["<](graphviz/|cgraph\.h|gvc\.h|cdt\.h)' \
    'io/graphviz-(calls|door-private)\.h:' graph analytics io cli examples bench
refuse 'libxml2 has one door, io/xml-door (xml-calls)' '["<]libxml' 'io/xml-calls\.h:' \
    graph analytics io cli examples bench
refuse 'SQLite has one door, io/sqlite-door' '["<]sqlite3' 'io/sqlite-door\.[ch]:' \
    graph analytics io cli examples bench
refuse 'simdjson has one door, io/simdjson-door (simdjson-calls)' '["<]simdjson\.h' 'io/simdjson-calls\.cpp:' \
    graph analytics io cli tests examples bench
refuse 'librsvg and cairo have one door, io/paint-door' '["<](librsvg|cairo)' \
    'io/write/(canvas\.[ch]|paint-(pdf|png)\.c):' graph analytics io cli examples bench
refuse 'programs include <rhumb.h> and, for igraph, its door' \
    '["<](\.\./)*(graph|analytics|io)/' '[^:]*:[0-9]*:#include "graph/igraph-door\.h"' examples
exit "$broken"
