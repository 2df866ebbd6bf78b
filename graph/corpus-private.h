/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus.h"

G_BEGIN_DECLS

/* What the builder hands over when it freezes. Strings live in @strings, the arrays that papers
 * point into in @lists. For what is kept, see corpus-provenance.c. */
struct _RhumbCorpus {
    GStringChunk *strings;
    GStringChunk *scratch;   /* of drafts; NULL once papers are merged */
    GPtrArray *more_strings; /* pools of strings that other threads filled */
    GPtrArray *more_scratch;
    GPtrArray *lists;
    GArray *papers;
    GArray *people;
    GArray *venues;
    GArray *sources;
    GArray *events;
    GArray *merges;
    guint64 *id_places; /* see corpus-ids.c */
    gsize id_mask;
    GPtrArray *kept;
    GArray *spellings;
    guint n_read_events;
};

RhumbCorpus *rhumb_corpus_new_empty (void);
void rhumb_corpus_index_ids (RhumbCorpus *corpus);
void rhumb_corpus_find_papers (const RhumbCorpus *corpus, const char *const *ids, guint n_ids,
                               guint32 *papers);

G_END_DECLS
