/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Writes a map of many nodes as an interactive page, to measure the page:
 * generate-map NODES LINKS FILE. Topics are blobs around a spiral, nodes lie in them at random,
 * links join neighbours in the order of the nodes; the same arguments give the same bytes.
 */
#include <math.h>
#include <stdlib.h>

#include "bench/input.h"
#include "rhumb.h"

#define N_TOPICS 12
#define N_CORNERS 16
#define MAX_NODES 1000000

static const guint32 colours[N_TOPICS] = {
    0x332288ff, 0x88cceeff, 0x44aa99ff, 0x117733ff, 0x999933ff, 0xddcc77ff,
    0xcc6677ff, 0x882255ff, 0xaa4499ff, 0x555555ff, 0x3e81f2ff, 0x8f4d59ff,
};

static const char *const words[] = {
    "adaptive", "sparse",  "graph",     "neural", "network", "citation", "retrieval", "deep",
    "spectral", "routing", "embedding", "search", "kernel",  "dynamic",  "federated", "optimal",
};

static double
uniform (guint64 *state)
{
    *state += 0x9e3779b97f4a7c15u;
    guint64 z = *state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return (double)((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

static void
topic_centre (guint32 c, double *x, double *y)
{
    *x = 600 + 130 * sqrt (c) * cos (2.4 * c);
    *y = 540 + 110 * sqrt (c) * sin (2.4 * c);
}

static void
add_topics (RhumbMapBuilder *builder)
{
    for (guint32 c = 0; c < N_TOPICS; c++) {
        double x, y, outline[2 + 6 * N_CORNERS];
        topic_centre (c, &x, &y);
        for (guint i = 0; i <= N_CORNERS; i++) {
            const double corner[2] = {x + 110 * cos (2 * G_PI * i / N_CORNERS),
                                      y + 95 * sin (2 * G_PI * i / N_CORNERS)};
            const guint first = i == 0 ? 0 : 2 + 6 * (i - 1);
            for (guint e = first; e < (i == 0 ? 2 : first + 6); e++)
                outline[e] = corner[e % 2];
        }
        g_autofree char *name = g_strdup_printf ("topic %u", c);
        const RhumbMapRegion region = {c,          name, colours[c], colours[c],
                                       colours[c], 1.0,  outline,    N_CORNERS};
        rhumb_map_builder_add_region (builder, &region);
        const char *const lines[] = {name, NULL};
        const RhumbMapText text = {RHUMB_MAP_TEXT_TOPIC,    c,   lines, x,         y, 16, 18, TRUE,
                                   RHUMB_MAP_ANCHOR_MIDDLE, 0.0, 3.0,   colours[c]};
        rhumb_map_builder_add_text (builder, &text);
    }
}

static void
add_item (RhumbMapBuilder *builder, guint32 i, guint64 *state)
{
    const guint32 cluster = (guint32)(uniform (state) * N_TOPICS);
    double x, y;
    topic_centre (cluster, &x, &y);
    const double angle = 2 * G_PI * uniform (state);
    const double distance = sqrt (uniform (state));
    const guint first = (guint)(uniform (state) * G_N_ELEMENTS (words));
    const guint second = (guint)(uniform (state) * G_N_ELEMENTS (words));
    g_autofree char *id = g_strdup_printf ("n%u", i);
    g_autofree char *name = g_strdup_printf ("%s %s %u", words[first], words[second], i);
    const double weight = 1 + 40 * pow (uniform (state), 40);
    const RhumbMapItem item = {
        .id = id,
        .kind = RHUMB_NODE_CONCEPT,
        .cluster = cluster,
        .x = x + 108 * distance * cos (angle),
        .y = y + 93 * distance * sin (angle),
        .radius = 1 + 2 * sqrt (weight),
        .weight = weight,
        .score = weight / 1e5,
        .fill = colours[cluster],
        .stroke = 0xffffffff,
        .stroke_width = 1,
        .name = name,
    };
    rhumb_map_builder_add_item (builder, &item);
}

int
main (int argc, char **argv)
{
    if (argc != 4) {
        g_printerr ("usage: generate-map NODES LINKS FILE\n");
        return 2;
    }
    const guint32 n_nodes = (guint32)input_read_number ("NODES", argv[1], 2, MAX_NODES);
    const guint32 n_links = (guint32)input_read_number ("LINKS", argv[2], 0, G_MAXINT32);
    guint64 state = 1;
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbMapBuilder) builder =
        rhumb_map_builder_new (1600, 1120, 0xfcfcfaff, "Generated map", "Generated nodes");
    add_topics (builder);
    for (guint32 i = 0; i < n_nodes; i++)
        add_item (builder, i, &state);
    for (guint32 e = 0; e < n_links; e++) {
        const guint32 from = (guint32)(uniform (&state) * n_nodes);
        const guint32 to = (from + 1 + (guint32)(uniform (&state) * 30)) % n_nodes;
        const RhumbMapLink link = {from, to, uniform (&state), {0}, 1.0, 0x808080ff};
        rhumb_map_builder_add_link (builder, &link);
    }
    g_autoptr (RhumbMap) map = rhumb_map_builder_freeze (builder, &error);
    if (map == NULL || !rhumb_map_save (map, argv[3], NULL, &error)) {
        g_printerr ("%s\n", error->message);
        return 1;
    }
    return 0;
}
