/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus-builder.h"

G_BEGIN_DECLS

/* One of the records that became a paper together with others, as it was read: what a later merge
 * has to start from. */
typedef struct {
    guint32 paper;
    const RhumbPaper *fields; /* without people, venue, cites and ids */
    const char *const *ids;   /* zero-terminated, the record's own first */
    const char *const *authors;
    const char *const *orcids;     /* "" = unknown; as long as @authors */
    const char *const *author_ids; /* of databases, likewise */
    const char *venue;             /* or NULL */
} RhumbKeptRecord;

/* How a paper spells a name that its person or venue has in another spelling. */
typedef struct {
    guint32 paper;
    guint position; /* of the author; RHUMB_NONE = the venue */
    const char *name;
} RhumbSpelling;

guint rhumb_corpus_get_n_kept_records (const RhumbCorpus *corpus);
void rhumb_corpus_get_kept_record (const RhumbCorpus *corpus, guint i, RhumbKeptRecord *record);
guint rhumb_corpus_get_n_spellings (const RhumbCorpus *corpus);
const RhumbSpelling *rhumb_corpus_get_spelling (const RhumbCorpus *corpus, guint i);
guint rhumb_corpus_get_n_read_events (const RhumbCorpus *corpus);

guint rhumb_corpus_builder_restore_source (RhumbCorpusBuilder *builder, const RhumbSource *source);
void rhumb_corpus_builder_restore_event (RhumbCorpusBuilder *builder, const RhumbEvent *event);
gboolean rhumb_corpus_builder_restore_record (RhumbCorpusBuilder *builder, guint source,
                                              const RhumbRecord *record, GError **error);
void rhumb_corpus_builder_sort_restored (RhumbCorpusBuilder *builder, guint first_source);

G_END_DECLS
