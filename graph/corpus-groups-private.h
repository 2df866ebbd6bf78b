/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus-draft-private.h"
#include "graph/corpus-private.h"

G_BEGIN_DECLS

/* Which drafts are the same paper; arrays are by number of the draft. */
typedef struct {
    guint32 *parent;          /* disjoint sets; the first one read stands for its set */
    const char **via;         /* what joined a draft to its set */
    const char **shared_doi;  /* a DOI that papers of other titles have too */
    const char **shared_id;   /* an id of one file that papers of other titles have too */
    const char **article_doi; /* of a set: the DOI of a published version, or NULL */
    const char **refused;     /* a key that would have joined two published papers */
    gboolean *is_preprint;    /* of a set: whether it has an id of a preprint */
    gboolean merge_versions;
} RhumbGroups;

gboolean rhumb_groups_unite (RhumbGroups *groups, const RhumbDraft *a, const RhumbDraft *b,
                             const char *key, gboolean by_title);
void rhumb_groups_separate_local_ids (RhumbGroups *groups, const RhumbCorpus *corpus,
                                      const GPtrArray *drafts);
void rhumb_groups_match_titles (RhumbGroups *groups, const GPtrArray *drafts, RhumbPool *lasting);
gboolean rhumb_groups_read_alike (const RhumbDraft *a, const RhumbDraft *b);
gboolean rhumb_groups_are_spellings (const RhumbDraft *a, const RhumbDraft *b);
gboolean rhumb_groups_is_preprint_doi (const char *doi);

G_END_DECLS
