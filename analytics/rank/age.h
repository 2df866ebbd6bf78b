/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/network.h"
#include "graph/ranking.h"

G_BEGIN_DECLS

RhumbRanking *rhumb_citerank (const RhumbNetwork *network, const int *year, double alpha,
                              double tau, GError **error);
RhumbRanking *rhumb_rescale_by_age (const RhumbRanking *ranking, const int *year, guint32 n_near,
                                    GError **error);
RhumbRanking *rhumb_normalise_citations (const RhumbNetwork *network, const int *year);

G_END_DECLS
