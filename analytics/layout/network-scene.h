/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/network-map.h"
#include "analytics/layout/scene.h"

G_BEGIN_DECLS

/* Private to layout: what of a network is drawn, with the links between. */
RhumbScene *rhumb_network_scene_new (RhumbGraph *graph, const RhumbDerivedNetwork *derived,
                                     const RhumbRanking *ranking, const RhumbMapOptions *looks,
                                     const RhumbNetworkMapOptions *options, RhumbBox frame,
                                     RhumbNetwork **drawn, GError **error);
char *rhumb_short_paper_name (const RhumbCorpus *corpus, const RhumbPaper *paper);
char *rhumb_short_reference_name (const char *reference);
int rhumb_reference_year (const char *reference);
void rhumb_tell_papers_apart (char **const *name, guint32 n);

G_END_DECLS
