/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"

G_BEGIN_DECLS

/**
 * RhumbNormalisation:
 * @RHUMB_NORMALISATION_NONE: c_ij, the count itself
 * @RHUMB_NORMALISATION_ASSOCIATION: 2m c_ij / (k_i k_j); 1 = as many as expected by chance
 * @RHUMB_NORMALISATION_ASSOCIATION_OCCURRENCE: c_ij / (s_i s_j), per squared paper
 * @RHUMB_NORMALISATION_JACCARD: c_ij / (s_i + s_j − c_ij), in [0, 1]
 * @RHUMB_NORMALISATION_SALTON: c_ij / √(s_i s_j), in [0, 1]; the cosine
 * @RHUMB_NORMALISATION_INCLUSION: c_ij / min(s_i, s_j), in [0, 1]
 * @RHUMB_NORMALISATION_EQUIVALENCE: c_ij² / (s_i s_j), in [0, 1]
 * @RHUMB_NORMALISATION_FRACTIONALISATION: c_ij (n / k_i + n / k_j) / 2, n = number of nodes
 * @RHUMB_N_NORMALISATIONS: how many there are
 *
 * How a count c_ij is put into relation to the sizes of its two nodes: k_i, the sum of the counts
 * of all links of node i, or s_i, in how many papers i occurs.
 *
 * Since: 0.2
 */
typedef enum {
    RHUMB_NORMALISATION_NONE,
    RHUMB_NORMALISATION_ASSOCIATION,
    RHUMB_NORMALISATION_ASSOCIATION_OCCURRENCE,
    RHUMB_NORMALISATION_JACCARD,
    RHUMB_NORMALISATION_SALTON,
    RHUMB_NORMALISATION_INCLUSION,
    RHUMB_NORMALISATION_EQUIVALENCE,
    RHUMB_NORMALISATION_FRACTIONALISATION,
    RHUMB_N_NORMALISATIONS,
} RhumbNormalisation;

RhumbNetwork *rhumb_normalise (const RhumbNetwork *network, RhumbNormalisation normalisation,
                               const double *occurrences, GError **error);
const char *rhumb_normalisation_get_name (RhumbNormalisation normalisation);
RhumbNormalisation rhumb_normalisation_find (const char *name);
gboolean rhumb_normalisation_needs_occurrences (RhumbNormalisation normalisation);

G_END_DECLS
