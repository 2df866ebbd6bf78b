/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Vectors to search in: without any structure, and those of a generated citation graph.
 */
#include "vector-sets.h"

#include <math.h>

#include "citation-model.h"

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
