/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"
#include "graph/ranking.h"

G_BEGIN_DECLS

/**
 * RhumbCiterankOptions:
 * @alpha: probability of stopping at a paper, above 0 and below 1
 * @tau: years after which a start is e times rarer, above 0
 *
 * How CiteRank is computed. The defaults are those fitted to the journals of the APS.
 *
 * Since: 0.2
 */
typedef struct {
    double alpha;
    double tau;
} RhumbCiterankOptions;

#define RHUMB_CITERANK_DEFAULTS  \
    {                            \
        .alpha = 0.5, .tau = 2.6 \
    }

RhumbRanking *rhumb_citerank (const RhumbNetwork *network, const int *year,
                              const RhumbCiterankOptions *options, GError **error);
RhumbRanking *rhumb_rescale_by_age (const RhumbRanking *ranking, const int *year, guint32 n_near,
                                    GError **error);
RhumbRanking *rhumb_normalise_citations (const RhumbNetwork *network, const int *year);

G_END_DECLS
