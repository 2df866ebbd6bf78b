/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Vectors of nodes that begin at what is known of them beside their links.
 *
 * Source: the property ratio of FastRP in the Graph Data Science library of Neo4j.
 *
 * Method: features have random rows of their own, drawn as those of nodes are. A node starts at
 * (1 − share) times its own row plus share times the sum of its features' rows, each of length 1,
 * times the power of its strength. Nodes of like features point the same way from the start, and
 * the steps spread that along links.
 *
 * Cost: O(links to features × dimensions); memory 4 bytes × features × dimensions.
 */
#include <math.h>
#include <string.h>

#include "analytics/similar/fastrp-private.h"
#include "graph/error.h"
#include "graph/set-error.h"

/* Few nodes have a feature: its row must not be empty. */
#define FEATURE_SPARSITY 3

/* Whether features are of the nodes of a network of @n_nodes. */
gboolean
rhumb_fastrp_check_features (const RhumbFastrpFeatures *features, guint32 n_nodes, guint d,
                             GError **error)
{
    if (features == NULL)
        return TRUE;
    const guint32 n_from = rhumb_network_get_n_from (features->links);
    const guint32 n_to = rhumb_network_get_n_to (features->links);
    if (n_from != n_nodes || !(features->share >= 0 && features->share <= 1)) {
        rhumb_set_error (error, RHUMB_ERROR_INVALID,
                         "features of %u nodes with a share of %g, expected %u nodes and 0 to 1",
                         n_from, features->share, n_nodes);
        return FALSE;
    }
    if ((guint64)n_to * d > FASTRP_MAX_NUMBERS) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT,
                     "%u features with %u dimensions, expected at most %" G_GUINT64_FORMAT
                     " numbers in all",
                     n_to, d, FASTRP_MAX_NUMBERS);
        return FALSE;
    }
    return TRUE;
}

/* The random rows of the features. */
float *
rhumb_fastrp_draw_features (const RhumbFastrpFeatures *features, const RhumbFastrpOptions *o)
{
    const guint32 n = rhumb_network_get_n_to (features->links);
    const guint d = o->n_dimensions;
    float *random = g_new (float, (gsize)n *d + 1);
#pragma omp parallel for schedule(static)
    for (guint32 f = 0; f < n; f++)
        rhumb_fastrp_draw_row (o, FEATURE_SPARSITY, features->key[f], 1, random + (gsize)f * d);
    return random;
}

/* Gives a node's row the direction that its features and its own row have together; its length is
 * the power of the node's strength. */
void
rhumb_fastrp_mix_row (const RhumbFastrpFeatures *features, const float *random,
                      const RhumbFastrpOptions *o, double strength, guint32 v, float *row)
{
    const RhumbRows links = rhumb_network_get_out_rows (features->links);
    const guint d = o->n_dimensions;
    float sum[RHUMB_FASTRP_MAX_DIMENSIONS];
    memset (sum, 0, d * sizeof *sum);
    for (gsize i = links.start[v]; i < links.start[v + 1]; i++)
        fastrp_add_row (links.weight != NULL ? (float)links.weight[i] : 1,
                        random + (gsize)links.node[i] * d, d, sum);
    const double power = strength > 0 ? pow (strength, o->strength_power) : 0;
    const double own = rhumb_fastrp_get_length (row, d);
    const double had = rhumb_fastrp_get_length (sum, d);
    const double keep = own > 0 ? power * (1 - features->share) / own : 0;
    const double take = had > 0 ? power * features->share / had : 0;
    for (guint k = 0; k < d; k++)
        row[k] = (float)(keep * row[k] + take * sum[k]);
}
