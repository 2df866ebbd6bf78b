/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/acronym-table.h"
#include "analytics/text/capitals.h"
#include "analytics/text/label-index.h"
#include "analytics/text/readers.h"

G_BEGIN_DECLS

/* What may become a concept. */
typedef struct {
    guint32 n_strong;             /* papers of which it is one of the best phrases */
    guint32 n_listed;             /* papers of which it is one of the better phrases */
    guint32 n_titled;             /* of these, papers with it in the title */
    guint32 n_given;              /* papers to which a source gave it */
    gboolean is_given;            /* a source gave it as a keyword, or the user asked for it */
    gboolean is_heading;          /* a source gave it among subject headings, noun first */
    gboolean is_phrase;           /* more than a word, and once standing on its own */
    gboolean ends_chunk;          /* more than a word, and once needs no word behind it */
    gboolean is_acronym;          /* some paper defines a short form for it */
    gboolean begins_with_degree;  /* its first word is one of degree, or "different" */
    gboolean is_bound_somewhere;  /* some paper has its first word and the rest only together */
    gboolean begins_name;         /* some paper writes its first words like those of a name */
    gboolean begins_with_opening; /* of these, with one that few terms begin with */
    gboolean
        is_only_rest; /* no paper has it among its better phrases, but what it is the rest of */
    guint32 rest;     /* the term without its word of degree, RHUMB_NO_STRING = it has none */
    gboolean is_bare_approach; /* an approach, framework or technique of one word */
    gboolean is_shared_name;   /* several entries of the vocabulary are called so */
    gboolean is_passing_name;  /* some paper mentions it like a person or a place */
    guint32 n_named;           /* papers that give the name to what they made */
    guint32 entry;             /* of the vocabulary, RHUMB_NO_STRING = of none */
    const char *label;         /* (nullable): the spelling that the user asked for */
} RhumbTerm;

/* A keyword that a source gave to a paper. */
typedef struct {
    guint32 paper;
    guint32 term;
    const char *surface;
} RhumbGivenKeyword;

/* The terms of a corpus, numbered, found by the key that their variants share. */
typedef struct _RhumbTerms RhumbTerms;

RhumbTerms *rhumb_terms_new (RhumbReaders *readers, const RhumbCorpus *corpus,
                             const RhumbAcronymTable *acronyms);
void rhumb_terms_free (RhumbTerms *terms);
void rhumb_terms_drop (RhumbTerms *terms, const char *key, gsize length);
void rhumb_terms_redirect (RhumbTerms *terms, const char *key, gsize length, const char *to_key,
                           gsize to_length, const char *label);
void rhumb_terms_add_vocabulary (RhumbTerms *terms, const RhumbVocabulary *vocabulary,
                                 const RhumbLabelIndex *index);
guint32 rhumb_terms_get_entry_term (const RhumbTerms *terms, guint32 entry);
void rhumb_terms_find_all (const RhumbTerms *terms, const RhumbSlice *key, guint32 n,
                           guint32 *term);
guint32 rhumb_terms_follow (const RhumbTerms *terms, guint32 term);
const RhumbTerm *rhumb_terms_get (const RhumbTerms *terms, guint32 term);
const char *rhumb_terms_get_key (const RhumbTerms *terms, guint32 term);
guint32 rhumb_terms_get_n (const RhumbTerms *terms);
const RhumbKnownCandidates *rhumb_terms_get_known (const RhumbTerms *terms);
const RhumbCapitals *rhumb_terms_get_capitals (const RhumbTerms *terms);
const RhumbGivenKeyword *rhumb_terms_get_given (const RhumbTerms *terms, gsize *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbTerms, rhumb_terms_free)

G_END_DECLS
