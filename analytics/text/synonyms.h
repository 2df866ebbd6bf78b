/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/concepts.h"

G_BEGIN_DECLS

/**
 * RhumbSynonymTier:
 * @RHUMB_SYNONYM_STEMS: the same stems in the same order: "scheduling problem", "schedule problems"
 * @RHUMB_SYNONYM_BAG: the same stems in another order: "graph clustering", "clustering of graphs"
 *
 * Why two concepts may be one.
 *
 * Since: 0.2
 */
typedef enum {
    RHUMB_SYNONYM_STEMS,
    RHUMB_SYNONYM_BAG,
} RhumbSynonymTier;

/**
 * RhumbSynonym:
 * @concept: number of the concept that would go
 * @into: number of the one that would stay: the one of more papers
 * @n_shared: papers that are about both
 * @tier: why they may be one
 *
 * Two concepts that may be one, for a person to decide.
 *
 * Since: 0.2
 */
typedef struct {
    guint32 concept;
    guint32 into;
    guint32 n_shared;
    RhumbSynonymTier tier;
} RhumbSynonym;

GArray *rhumb_suggest_synonyms (const RhumbConcepts *concepts);

G_END_DECLS
