/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus-builder.h"
#include "graph/corpus-private.h"

G_BEGIN_DECLS

/* A cleaned record before papers are numbered. What its paper keeps lives in the lasting pool; the
 * draft itself and its authors are gone when papers are made, the keys of title and family when it
 * is known which drafts are one paper. */
typedef struct {
    RhumbPaper paper;        /* without people, venue and cites */
    const char **authors;    /* names */
    const char **orcids;     /* "" = unknown; as long as authors */
    const char **author_ids; /* the database's, "" = unknown; as long as authors */
    const char *family;      /* of the first author, folded; "" = unknown */
    guint n_bad_orcids;
    const char *bad_author; /* NULL, or what stands for a name and has no letter */
    const char *bad_doi;    /* NULL, or what stands for a DOI and is none */
    guint n_authors;
    const char *venue; /* name or NULL */
    const char **keys; /* ids that name this paper, normalised; zero-terminated */
    const char *title_key;
    const char *given_id; /* by a user, NULL = none */
    guint32 number;       /* place in the order of reading */
} RhumbDraft;

RhumbDraft *rhumb_draft_new (const RhumbRecord *record, const RhumbPools *pools, guint source);
void rhumb_draft_keep_bad_doi (RhumbDraft *draft, const char *text, RhumbPool *lasting);
void rhumb_draft_disown_key (RhumbDraft *draft, const char *key, RhumbPool *lasting);
gsize rhumb_key_get_local_length (const char *key);
gboolean rhumb_key_is_local (const char *key);
void rhumb_draft_replace_local_id (RhumbDraft *draft, const char *key, RhumbPool *lasting);
gboolean rhumb_draft_is_telling (const RhumbDraft *draft);
void rhumb_draft_merge (RhumbDraft *draft, RhumbDraft *other, RhumbPool *lasting);

gboolean rhumb_draft_find_keys (RhumbDraft *draft, const char *id, const GPtrArray *ids,
                                RhumbPool *lasting);
void rhumb_draft_restore_id (RhumbDraft *draft);
void rhumb_draft_merge_keys (RhumbDraft *draft, const RhumbDraft *other, RhumbPool *lasting);
int rhumb_draft_compare (const RhumbDraft *a, const RhumbDraft *b);

void rhumb_corpus_merge_drafts (RhumbCorpus *corpus, GPtrArray *drafts, gboolean merge_versions);
void rhumb_corpus_take_drafts (RhumbCorpus *corpus, GPtrArray *drafts, gboolean merge_versions);
void rhumb_corpus_resolve_references (RhumbCorpus *corpus);
void rhumb_corpus_keep_record (RhumbCorpus *corpus, const RhumbDraft *draft, guint32 root);
void rhumb_corpus_keep_provenance (RhumbCorpus *corpus, const GPtrArray *drafts);

G_END_DECLS
