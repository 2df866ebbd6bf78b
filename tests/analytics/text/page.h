/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/concepts.h"
#include "graph/corpus.h"

G_BEGIN_DECLS

/* A title and an abstract. */
typedef struct {
    char *title;
    char *abstract;
} PageText;

GArray *page_read_texts (void);
RhumbCorpus *page_make_corpus (const PageText *text, gsize n_texts, gboolean backwards);
RhumbCorpus *page_make_corpus_of (gsize n_texts, const char *const *text);

RhumbConcepts *page_extract (const RhumbCorpus *corpus, const RhumbConceptOptions *options);
const RhumbConcept *page_find (const RhumbConcepts *concepts, const char *label);

G_END_DECLS
