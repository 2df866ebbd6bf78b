/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus.h"
#include "graph/pool.h"

G_BEGIN_DECLS

/* Pools of one thread, by how long what is in them is needed. */
typedef struct {
    RhumbPool *lasting;  /* as long as the corpus */
    RhumbPool *drafts;   /* until drafts have become papers */
    RhumbPool *matching; /* until it is known which drafts are one paper */
} RhumbPools;

RhumbPools *rhumb_pools_new (void);
void rhumb_pools_free (RhumbPools *pools);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbPools, rhumb_pools_free)

/* What the builder hands over when it freezes. Texts and lists of papers live in the pools, numbers
 * in @lists. For what is kept, see corpus-provenance.c. */
struct _RhumbCorpus {
    RhumbPools *pools;
    GPtrArray *more_pools; /* those that other threads filled */
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
    gpointer left; /* see rhumb_corpus_leave(); one thread at a time takes it */
};

/* What was worked out of the papers and may be wanted again. */
typedef struct {
    gpointer what;
    GDestroyNotify free;
} RhumbLeft;

RhumbCorpus *rhumb_corpus_new_empty (void);
void rhumb_corpus_index_ids (RhumbCorpus *corpus);
void rhumb_corpus_find_papers (const RhumbCorpus *corpus, const char *const *ids, guint n_ids,
                               guint32 *papers);
void rhumb_left_free (RhumbLeft *left);
void rhumb_corpus_leave (const RhumbCorpus *corpus, gpointer what, GDestroyNotify free);
gpointer rhumb_corpus_take_left (const RhumbCorpus *corpus);

G_END_DECLS
