/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/sightings.h"

G_BEGIN_DECLS

/* How much a paper is about an entry of a vocabulary. */
typedef struct {
    guint32 paper;
    guint32 entry;
    double weight;
} RhumbEntryUse;

void rhumb_resolve_names (RhumbPaperSightings *paper, guint32 n_papers, const RhumbTerms *terms,
                          const RhumbVocabulary *vocabulary, const RhumbLabelIndex *index);
GArray *rhumb_infer_broader (GArray *uses, const RhumbVocabulary *vocabulary);

G_END_DECLS
