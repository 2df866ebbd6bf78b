/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Papers whose vectors point most nearly the same way as those of the papers asked about.
 */
#include "cli/vector-answers.h"

#include <string.h>

#include "graph/plural.h"

/* How many rows a search keeps in sight (ef), at least: finds over 99 of 100 of the nearest. */
#define WIDTH 128

/* The sum of the vectors of papers; NULL if none has one. */
static float *
add_vectors (const RhumbHnsw *hnsw, const guint32 *paper, guint n)
{
    const guint d = rhumb_hnsw_get_n_dimensions (hnsw);
    g_autofree float *sum = g_new0 (float, d);
    g_autofree float *vector = g_new (float, d);
    guint n_added = 0;
    for (guint i = 0; i < n; i++) {
        const gboolean has_vector = rhumb_hnsw_get_vector (hnsw, paper[i], vector);
        n_added += has_vector;
        for (guint k = 0; has_vector && k < d; k++)
            sum[k] += vector[k];
    }
    return n_added > 0 ? g_steal_pointer (&sum) : NULL;
}

static void
tell_way (const Run *run, const RhumbHnsw *hnsw, const guint8 *allowed)
{
    const guint32 n = rhumb_hnsw_get_n_rows (hnsw);
    guint32 n_allowed = allowed == NULL ? n : 0;
    for (guint32 v = 0; allowed != NULL && v < n; v++)
        n_allowed += allowed[v];
    if (run->quiet)
        return;
    if (rhumb_hnsw_searches_all (hnsw, WIDTH, allowed))
        fprintf (stderr, "rhumb %s: compared with all of %u %s\n", run->command->name, n_allowed,
                 rhumb_plural (n_allowed, "vector", "vectors"));
    else
        fprintf (stderr, "rhumb %s: searched %u linked %s, of which %u may be listed (HNSW)\n",
                 run->command->name, n, rhumb_plural (n, "vector", "vectors"), n_allowed);
}

/* Nodes by the cosine of their vectors with the sum of those of @paper, without these. */
GArray *
find_by_vectors (const Run *run, RhumbHnsw *hnsw, const guint32 *paper, guint n,
                 const guint8 *allowed, guint n_best, GError **error)
{
    g_autofree float *query = add_vectors (hnsw, paper, n);
    if (query == NULL) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
                     "no vectors: what --id names has no links with any other paper");
        return NULL;
    }
    for (guint i = 0; i < n; i++)
        rhumb_hnsw_remove (hnsw, paper[i]);
    tell_way (run, hnsw, allowed);
    GArray *found = rhumb_hnsw_search (hnsw, query, n_best, MAX (WIDTH, n_best), allowed);
    for (guint i = 0; i < n; i++)
        rhumb_hnsw_restore (hnsw, paper[i]);
    if (rhumb_hnsw_check (hnsw, error))
        return found;
    g_array_unref (found);
    return NULL;
}

/* Vectors of the papers of a graph as rhumb embed makes them, of all that makes them alike, linked
 * from @min_rows papers on. */
RhumbHnsw *
make_vectors (const Run *run, const RhumbGraph *graph, const RhumbLikeness *likeness,
              guint32 min_rows, GError **error)
{
    RhumbFastrpOptions options = RHUMB_FASTRP_DEFAULTS;
    RhumbHnswOptions links = RHUMB_HNSW_DEFAULTS;
    const guint32 n_papers = rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PAPER);
    options.seed = links.seed = (guint64)run->seed;
    links.min_rows = min_rows;
    g_autofree guint64 *key = rhumb_likeness_list_keys (likeness, graph);
    g_autoptr (RhumbVectors) vectors =
        rhumb_fastrp (likeness->network, key, n_papers, &options, error);
    return vectors != NULL ? rhumb_hnsw_new (vectors, key, &links, error) : NULL;
}
