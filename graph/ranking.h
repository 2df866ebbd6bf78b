/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define RHUMB_TYPE_RANKING (rhumb_ranking_get_type ())

/**
 * RhumbRanking:
 *
 * A score for each node, with its name and unit, immutable.
 *
 * Since: 0.1
 */
typedef struct _RhumbRanking RhumbRanking;

GType rhumb_ranking_get_type (void) G_GNUC_CONST;
RhumbRanking *rhumb_ranking_new_take (guint32 n_nodes, double *score, const char *name,
                                      const char *unit, guint n_iterations, double residual);
RhumbRanking *rhumb_ranking_ref (RhumbRanking *ranking);
void rhumb_ranking_unref (RhumbRanking *ranking);
guint32 rhumb_ranking_get_n_nodes (const RhumbRanking *ranking);
const double *rhumb_ranking_get_scores (const RhumbRanking *ranking);
const char *rhumb_ranking_get_name (const RhumbRanking *ranking);
const char *rhumb_ranking_get_unit (const RhumbRanking *ranking);
guint rhumb_ranking_get_n_iterations (const RhumbRanking *ranking);
double rhumb_ranking_get_residual (const RhumbRanking *ranking);
guint32 *rhumb_ranking_sort_nodes (const RhumbRanking *ranking, guint32 first, guint32 n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbRanking, rhumb_ranking_unref)

G_END_DECLS
