/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Vectors to search in: without any structure, and those of a generated citation graph; and what is
 * to be found among them.
 */
#include "bench/vector-sets.h"

#include <math.h>

#include "bench/citation-model.h"

/* Uniform in a cube, then scaled to length 1. */
RhumbVectors *
make_uniform (guint32 n, guint d)
{
    float *row = g_new (float, (gsize)n *d);
    for (gsize v = 0; v < n; v++) {
        double squares = 0;
        for (guint k = 0; k < d; k++) {
            row[v * d + k] = (float)((double)(rhumb_hash_mix (v, k) >> 11) * 0x1p-53);
            squares += (double)row[v * d + k] * row[v * d + k];
        }
        for (guint k = 0; k < d; k++)
            row[v * d + k] = (float)(row[v * d + k] / sqrt (squares));
    }
    return rhumb_vectors_new_take (n, d, row);
}

RhumbVectors *
make_fastrp (guint32 n, guint d, const guint64 *key)
{
    CitationModel model = CITATION_MODEL_DEFAULTS;
    RhumbFastrpOptions options = RHUMB_FASTRP_DEFAULTS;
    model.n_papers = n;
    options.n_dimensions = d;
    g_autoptr (Citations) citations = citations_new (&model);
    g_autoptr (RhumbNetwork) network =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, citations->n_papers, citations->n_papers,
                           citations->citing, citations->cited, NULL, citations->n_edges, NULL);
    return rhumb_fastrp (network, key, n, &options, NULL);
}

/* By sums in double precision of vectors as they were made. */
GArray *
find_nearest (const RhumbVectors *vectors, const float *query, guint n_best)
{
    GArray *list = rhumb_neighbours_new ();
    for (guint32 v = 0; v < rhumb_vectors_get_n_rows (vectors); v++) {
        const float *row = rhumb_vectors_get_row (vectors, v);
        RhumbNeighbour item = {v, 0};
        for (guint k = 0; k < rhumb_vectors_get_n_dimensions (vectors); k++)
            item.score += (double)query[k] * row[k];
        if (rhumb_vectors_has_vector (vectors, v))
            g_array_append_val (list, item);
    }
    rhumb_neighbours_keep_best (list, n_best);
    return list;
}

gboolean
holds (const GArray *list, guint32 node)
{
    for (guint i = 0; i < list->len; i++) {
        if (g_array_index (list, RhumbNeighbour, i).node == node)
            return TRUE;
    }
    return FALSE;
}

/* How many of @expected were found, each counted once. */
guint
count_found (const GArray *expected, const GArray *found)
{
    guint n = 0;
    for (guint i = 0; i < expected->len; i++)
        n += holds (found, g_array_index (expected, RhumbNeighbour, i).node);
    return n;
}
