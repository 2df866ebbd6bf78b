/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How much two nodes are linked, given how large they are: large nodes are linked to everything,
 * and a count alone would show that only.
 *
 * Source: van Eck and Waltman (2009), doi:10.1002/asi.21075, for the association strength and the
 * set measures; fractionalisation is that of CWTS' networkanalysis, the symmetric form of Waltman
 * and van Eck (2012), doi:10.1002/asi.22748. Two kinds of size are in use and must not be mixed:
 *
 *   k_i = Σ_j c_ij, the strength of node i; 2m = Σ_i k_i    association, fractionalisation
 *   s_i, the papers in which i occurs                       all others
 *
 * Set measures are in [0, 1] as long as c_ij ≤ min(s_i, s_j), which full and fractional counting
 * both keep to. A node of size 0 has links of weight 0.
 *
 * Cost: O(links).
 */
#include "analytics/network/normalisation.h"

#include <math.h>

#include "analytics/network/normalisation-private.h"
#include "graph/error.h"

typedef struct {
    const char *name;
    gboolean by_occurrence;
} Measure;

static const Measure MEASURES[RHUMB_N_NORMALISATIONS] = {
    [RHUMB_NORMALISATION_NONE] = {"none", FALSE},
    [RHUMB_NORMALISATION_ASSOCIATION] = {"association", FALSE},
    [RHUMB_NORMALISATION_ASSOCIATION_OCCURRENCE] = {"association-occurrence", TRUE},
    [RHUMB_NORMALISATION_JACCARD] = {"jaccard", TRUE},
    [RHUMB_NORMALISATION_SALTON] = {"salton", TRUE},
    [RHUMB_NORMALISATION_INCLUSION] = {"inclusion", TRUE},
    [RHUMB_NORMALISATION_EQUIVALENCE] = {"equivalence", TRUE},
    [RHUMB_NORMALISATION_FRACTIONALISATION] = {"fractionalisation", FALSE},
};

/* A link of nodes of size @a and @b, written so that they may change places without changing a bit.
 * It weighs no more, rounding included, if one of them is larger. */
double
rhumb_normalise_sizes (const RhumbNormaliser *normaliser, double count, double a, double b)
{
    if (!(a > 0 && b > 0))
        return 0;
    switch (normaliser->normalisation) {
    case RHUMB_NORMALISATION_ASSOCIATION:
        return normaliser->total * count / (a * b);
    case RHUMB_NORMALISATION_ASSOCIATION_OCCURRENCE:
        return count / (a * b);
    case RHUMB_NORMALISATION_JACCARD:
        return count / (a + b - count);
    case RHUMB_NORMALISATION_SALTON:
        return count / sqrt (a * b);
    case RHUMB_NORMALISATION_INCLUSION:
        return count / MIN (a, b);
    case RHUMB_NORMALISATION_EQUIVALENCE:
        return count * count / (a * b);
    case RHUMB_NORMALISATION_FRACTIONALISATION:
        return count * (normaliser->total / a + normaliser->total / b) / 2;
    case RHUMB_NORMALISATION_NONE:
    case RHUMB_N_NORMALISATIONS:
    default:
        return count;
    }
}

double
rhumb_normalise_count (const RhumbNormaliser *normaliser, double count, guint32 v, guint32 u)
{
    if (normaliser->normalisation == RHUMB_NORMALISATION_NONE)
        return count;
    return rhumb_normalise_sizes (normaliser, count, normaliser->size[v], normaliser->size[u]);
}

/* Gives each link its new weight. */
static RhumbNetwork *
reweigh (const RhumbNetwork *network, const RhumbNormaliser *normaliser, GError **error)
{
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    const gsize n_edges = rhumb_network_get_n_edges (network);
    g_autofree guint32 *from = g_new (guint32, n_edges);
    g_autofree guint32 *to = g_new (guint32, n_edges);
    g_autofree double *weight = g_new (double, n_edges);
    gsize e = 0;
    for (guint32 v = 0; v < rows.n_rows; v++) {
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            const guint32 u = rows.node[i];
            if (u < v)
                continue;
            from[e] = v;
            to[e] = u;
            weight[e++] = rhumb_normalise_count (normaliser, rhumb_rows_get_weight (rows, i), v, u);
        }
    }
    return rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, rows.n_rows, rows.n_rows, from, to, weight,
                              e, error);
}

static double *
sum_strengths (RhumbRows rows, double *total)
{
    double *strength = g_new0 (double, rows.n_rows);
    *total = 0;
    for (guint32 v = 0; v < rows.n_rows; v++) {
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++)
            strength[v] += rhumb_rows_get_weight (rows, i);
        *total += strength[v];
    }
    return strength;
}

/**
 * rhumb_normalise:
 * @network: an undirected network of counts
 * @normalisation: how
 * @occurrences: (array) (nullable): for each node, in how many papers it occurs; only read by the
 *   measures that need it, see rhumb_normalisation_needs_occurrences()
 * @error: return location for an error
 *
 * Puts counts into relation to the sizes of their nodes. A self-loop counts once in the strength
 * of its node.
 *
 * Source: van Eck and Waltman (2009), doi:10.1002/asi.21075.
 *
 * Returns: (transfer full): a network with the same links, or %NULL with %RHUMB_ERROR_INVALID if
 *   occurrences are needed and missing, or too large or small for a finite weight
 *
 * Since: 0.2
 */
RhumbNetwork *
rhumb_normalise (const RhumbNetwork *network, RhumbNormalisation normalisation,
                 const double *occurrences, GError **error)
{
    g_return_val_if_fail (rhumb_network_get_mode (network) == RHUMB_NETWORK_UNDIRECTED, NULL);
    g_return_val_if_fail ((guint)normalisation < RHUMB_N_NORMALISATIONS, NULL);
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    if (MEASURES[normalisation].by_occurrence) {
        if (occurrences == NULL) {
            g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                         "normalisation %s needs occurrences, which this network lacks; "
                         "expected none, association or fractionalisation",
                         MEASURES[normalisation].name);
            return NULL;
        }
        const RhumbNormaliser by_occurrence = {normalisation, occurrences, 1};
        return reweigh (network, &by_occurrence, error);
    }
    double total = 0;
    g_autofree double *strength = sum_strengths (rows, &total);
    if (normalisation == RHUMB_NORMALISATION_FRACTIONALISATION)
        total = rows.n_rows;
    const RhumbNormaliser by_strength = {normalisation, strength, total};
    return reweigh (network, &by_strength, error);
}

/**
 * rhumb_normalisation_get_name:
 * @normalisation: a normalisation
 *
 * Gets the word for a normalisation.
 *
 * Returns: (transfer none): e.g. "jaccard"
 *
 * Since: 0.2
 */
const char *
rhumb_normalisation_get_name (RhumbNormalisation normalisation)
{
    g_return_val_if_fail ((guint)normalisation < RHUMB_N_NORMALISATIONS, NULL);
    return MEASURES[normalisation].name;
}

/**
 * rhumb_normalisation_find:
 * @name: a word
 *
 * Finds the normalisation that a word means.
 *
 * Returns: the normalisation, %RHUMB_N_NORMALISATIONS = none has this name
 *
 * Since: 0.2
 */
RhumbNormalisation
rhumb_normalisation_find (const char *name)
{
    guint i = 0;
    while (i < RHUMB_N_NORMALISATIONS && !g_str_equal (MEASURES[i].name, name))
        i++;
    return (RhumbNormalisation)i;
}

/**
 * rhumb_normalisation_needs_occurrences:
 * @normalisation: a normalisation
 *
 * Tells whether sizes are occurrences s_i rather than strengths k_i.
 *
 * Returns: %TRUE if they are
 *
 * Since: 0.2
 */
gboolean
rhumb_normalisation_needs_occurrences (RhumbNormalisation normalisation)
{
    g_return_val_if_fail ((guint)normalisation < RHUMB_N_NORMALISATIONS, FALSE);
    return MEASURES[normalisation].by_occurrence;
}
