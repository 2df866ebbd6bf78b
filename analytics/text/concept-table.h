/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/coverage.h"
#include "graph/concepts.h"

G_BEGIN_DECLS

/* The terms of a corpus with their places: sightings[v] of paper v, use[t] of term t, and whether
 * that is a concept of the papers that use it; given keywords are concepts of their papers, unless
 * only entries of the vocabulary are wanted. */
typedef struct {
    const RhumbPaperSightings *sightings;
    guint32 n_papers;
    const RhumbTerms *terms;
    const RhumbTermUse *use;
    const gboolean *is_live;
    const RhumbAcronymTable *acronyms;
    const RhumbModel *model;
    gboolean only_entries;
    RhumbLexicon *lexicon; /* of any words, for labels */
} RhumbTermTable;

RhumbConcepts *rhumb_build_concepts (const RhumbTermTable *table, const RhumbVocabulary *vocabulary,
                                     guint min_papers, GError **error);

G_END_DECLS
