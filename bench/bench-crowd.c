/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How many neighbours lie near each other on a map that shows them all.
 *
 *   bench-crowd [--of=papers] FILE NODES…
 *
 * Draws the topics of FILE with up to NODES discs, as map --nodes does. Prints tab-separated:
 * nodes, links that are drawn, seconds by the clock, seconds of all processors, and neighbourhood
 * preservation: the mean over up to 800 nodes that the atlas has no room for of the Jaccard index
 * of a node's neighbours by these links and as many nearest nodes; on the map, when the nodes of
 * each topic are dealt out again to the same places by lot, and when the same links are laid out
 * where no land holds them (levels.c); nan where the atlas has room for all.
 */
#include <stdlib.h>

#include "analytics/layout/relaxation.h"
#include "bench/cost.h"
#include "bench/neighbours.h"
#include "bench/input.h"
#include "graph/text.h"
#include "rhumb.h"

static RhumbTopics *
find_topics (const char *path, RhumbRanking **ranking, GError **error)
{
    const char *const paths[] = {path, NULL};
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_load (paths, NULL, error);
    g_autoptr (RhumbConcepts) concepts =
        corpus != NULL ? rhumb_extract_concepts (corpus, NULL, error) : NULL;
    g_autoptr (RhumbGraph) graph =
        concepts != NULL ? rhumb_graph_new (corpus, concepts, NULL, error) : NULL;
    g_autoptr (RhumbNetwork) walk = graph != NULL ? rhumb_build_walk_network (graph, error) : NULL;
    *ranking = walk != NULL ? rhumb_pagerank_of_graph (graph, walk, NULL, error) : NULL;
    return *ranking != NULL ? rhumb_find_topics (graph, *ranking, NULL, error) : NULL;
}

static GArray *
list_links (const RhumbMap *map)
{
    guint32 n;
    const RhumbMapLink *link = rhumb_map_get_links (map, &n);
    GArray *links = g_array_new (FALSE, FALSE, sizeof (RhumbSpring));
    for (guint32 e = 0; e < n; e++) {
        const RhumbSpring spring = {link[e].from, link[e].to, MAX (link[e].strength, 1e-6)};
        g_array_append_val (links, spring);
    }
    return links;
}

/* The same places, dealt out by lot to the nodes of each topic after the first ones. */
static void
deal_out (double *x, const guint32 *cluster, const guint64 *key, guint32 first, guint32 n)
{
    g_autofree guint32 *listed = g_new (guint32, n);
    for (guint32 c = 0, n_done = first; n_done < n; c++) {
        guint32 m = 0;
        for (guint32 i = first; i < n; i++) {
            if (cluster[i] == c)
                listed[m++] = i;
        }
        for (guint32 k = m; k > 1; k--) {
            const guint32 other = (guint32)(rhumb_hash_mix (key[listed[k - 1]], 9) % k);
            for (guint d = 0; d < 2; d++) {
                const double kept = x[2 * (gsize)listed[k - 1] + d];
                x[2 * (gsize)listed[k - 1] + d] = x[2 * (gsize)listed[other] + d];
                x[2 * (gsize)listed[other] + d] = kept;
            }
        }
        n_done += m;
    }
}

static void
measure (const RhumbMap *map, guint32 first, double seconds, double work)
{
    guint32 n, n_clusters = 0;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    g_autoptr (GArray) links = list_links (map);
    g_autofree guint32 *cluster = g_new (guint32, n);
    g_autofree guint64 *key = g_new (guint64, n);
    g_autofree double *x = g_new (double, 2 * (gsize)n);
    for (guint32 i = 0; i < n; i++) {
        cluster[i] = item[i].cluster;
        n_clusters = MAX (n_clusters, cluster[i] + 1);
        key[i] = rhumb_text_hash (item[i].id);
        x[2 * (gsize)i] = item[i].x;
        x[2 * (gsize)i + 1] = item[i].y;
    }
    const double drawn = measure_neighbours (links, x, first, n);
    deal_out (x, cluster, key, first, n);
    const double by_lot = measure_neighbours (links, x, first, n);
    const RhumbLoose loose = {.n_nodes = n,
                              .spring = (RhumbSpring *)(void *)links->data,
                              .n_springs = links->len,
                              .cluster = cluster,
                              .n_clusters = n_clusters,
                              .key = key,
                              .cluster_key = key,
                              .aspect = 1.3,
                              .seed = 1};
    g_autoptr (GError) error = NULL;
    if (!rhumb_relax (&loose, RHUMB_MAP_LAYOUT_ATLAS, x, &error))
        g_error ("%s", error->message);
    g_print ("%u\t%u\t%.2f\t%.2f\t%.4f\t%.4f\t%.4f\n", n, links->len, seconds, work, drawn, by_lot,
             measure_neighbours (links, x, first, n));
}

int
main (int argc, char **argv)
{
    g_autofree char *kind = NULL;
    const GOptionEntry entries[] = {{"of", 0, 0, G_OPTION_ARG_STRING, &kind, NULL, NULL}, {NULL}};
    g_autoptr (GOptionContext) context = g_option_context_new (NULL);
    g_autoptr (GError) error = NULL;
    g_option_context_add_main_entries (context, entries, NULL);
    if (!g_option_context_parse (context, &argc, &argv, NULL) || argc < 3 ||
        (kind != NULL && !g_str_equal (kind, "papers"))) {
        g_printerr ("usage: bench-crowd [--of=papers] FILE NODES…\n");
        return 2;
    }
    for (int k = 2; k < argc; k++)
        input_read_number ("NODES", argv[k], 1, G_MAXUINT32);
    g_autoptr (RhumbRanking) ranking = NULL;
    g_autoptr (RhumbTopics) topics = find_topics (argv[1], &ranking, &error);
    if (topics == NULL) {
        g_printerr ("bench-crowd: %s\n", error->message);
        return 1;
    }
    guint32 n_atlas = 0;
    g_print ("nodes\tlinks\tseconds\twork\tkept\tby_lot\tfree\n");
    for (int k = 1; k < argc; k++) {
        RhumbMapOptions options = RHUMB_MAP_DEFAULTS;
        options.show_concepts = kind == NULL;
        options.n_nodes = k > 1 ? (guint)input_read_number ("NODES", argv[k], 1, G_MAXUINT32) : 0;
        const double began = count_seconds (CLOCK_MONOTONIC);
        const double began_work = count_processor_seconds ();
        g_autoptr (RhumbMap) map = rhumb_draw_topics (topics, ranking, &options, &error);
        if (map == NULL)
            g_error ("%s", error->message);
        if (k == 1)
            rhumb_map_get_items (map, &n_atlas);
        else
            measure (map, n_atlas, count_seconds (CLOCK_MONOTONIC) - began,
                     count_processor_seconds () - began_work);
    }
    return 0;
}
