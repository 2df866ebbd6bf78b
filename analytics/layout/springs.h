/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/energy.h"
#include "analytics/layout/scene.h"

G_BEGIN_DECLS

/* Private to layout. How strongly a paper holds its concepts, concepts that share papers each
 * other, and a paper those that it cites. */
#define RHUMB_SPRING_PAPER_STRENGTH 1.6
#define RHUMB_SPRING_CONCEPT_STRENGTH 0.35
#define RHUMB_SPRING_CITATION_STRENGTH 1.0
/* A concept of more papers tells little about any two of them. */
#define RHUMB_SPRING_TOO_COMMON 60

double rhumb_spring_rarity (double n_papers, gsize n);
void rhumb_springs_add (GArray *springs, guint32 from, guint32 to, double weight);
void rhumb_springs_link_papers (const RhumbGraph *graph, const guint32 *drawn_as, guint32 n_linked,
                                GArray *springs);
GArray *rhumb_springs_new (const RhumbScene *scene);
void rhumb_springs_tether (const RhumbScene *scene, GArray *springs);

G_END_DECLS
