/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/acronym-table.h"
#include "analytics/text/capitals.h"
#include "analytics/text/readers.h"

G_BEGIN_DECLS

/* What may become a concept. */
typedef struct {
    guint32 n_strong;            /* papers of which it is one of the best phrases */
    gboolean is_given;           /* a source gave it as a keyword, or the user asked for it */
    gboolean is_phrase;          /* more than a word, and once standing on its own */
    gboolean is_acronym;         /* some paper defines a short form for it */
    gboolean begins_with_degree; /* its first word is one of degree */
    const char *label;           /* (nullable): the spelling that the user asked for */
} RhumbTerm;

/* A keyword that a source gave to a paper. */
typedef struct {
    guint32 paper;
    guint32 term;
    const char *surface;
} RhumbGivenKeyword;

/* The terms of a corpus, numbered, found by the key that their variants share. */
typedef struct _RhumbVocabulary RhumbVocabulary;

RhumbVocabulary *rhumb_vocabulary_new (RhumbReaders *readers, const RhumbCorpus *corpus,
                                       const RhumbAcronymTable *acronyms);
void rhumb_vocabulary_free (RhumbVocabulary *vocabulary);
void rhumb_vocabulary_drop (RhumbVocabulary *vocabulary, const char *key, gsize length);
void rhumb_vocabulary_redirect (RhumbVocabulary *vocabulary, const char *key, gsize length,
                                const char *to_key, gsize to_length, const char *label);
guint32 rhumb_vocabulary_find (const RhumbVocabulary *vocabulary, const char *key, gsize length);
guint32 rhumb_vocabulary_follow (const RhumbVocabulary *vocabulary, guint32 term);
const RhumbTerm *rhumb_vocabulary_get (const RhumbVocabulary *vocabulary, guint32 term);
const char *rhumb_vocabulary_get_key (const RhumbVocabulary *vocabulary, guint32 term);
guint32 rhumb_vocabulary_get_n (const RhumbVocabulary *vocabulary);
const RhumbCapitals *rhumb_vocabulary_get_capitals (const RhumbVocabulary *vocabulary);
const RhumbGivenKeyword *rhumb_vocabulary_get_given (const RhumbVocabulary *vocabulary, gsize *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbVocabulary, rhumb_vocabulary_free)

G_END_DECLS
