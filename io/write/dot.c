/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Writes a map in the DOT language of Graphviz, completely placed.
 *
 * `neato -n2 -Tsvg map.dot` draws the same picture as our SVG, except the halo around words and
 * the spacing of letters, which DOT cannot say. See graphviz-door.c for how. Networks:
 * dot-network.c. */

#include "io/write/dot.h"

#include "io/graphviz-door.h"
#include "io/write/dot-network.h"

static gboolean
write_dot (const RhumbMap *map, GOutputStream *stream, GError **error)
{
    g_autoptr (GBytes) dot = rhumb_graphviz_from_map (map, error);
    if (dot == NULL)
        return FALSE;
    gsize length;
    const void *bytes = g_bytes_get_data (dot, &length);
    return g_output_stream_write_all (stream, bytes, length, NULL, NULL, error);
}

static const char *const suffixes[] = {"dot", "gv", NULL};

const RhumbFormat rhumb_format_dot = {
    .name = "dot",
    .suffixes = suffixes,
    .summary = "drawing for Graphviz, placed; draw it with neato -n2; networks for dot and sfdp",
    .write_map = write_dot,
    .write_network = rhumb_dot_write_network,
};
