/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The terms of a corpus: each paper's best phrases that read like terms, and the keywords that
 * sources gave, variants under one key.
 *
 * A stopword or an entry of a thesaurus redirects a term to another or to nothing. Cost: one
 * reading of every paper in parallel, then one hash look-up for each of its phrases.
 */
#include "analytics/text/vocabulary.h"

#include "analytics/text/variants.h"
#include "analytics/text/well-formed.h"

#include <string.h>

#define DROPPED (RHUMB_NO_STRING - 1)

struct _RhumbVocabulary {
    RhumbStrings *key;
    GArray *term;     /* of RhumbTerm, one per key */
    GArray *redirect; /* of guint32, one per key: itself, another, or DROPPED */
    GArray *given;    /* of RhumbGivenKeyword */
    RhumbArena labels;
    RhumbCapitals *capitals;
};

/* A term as one paper has it; strings in a worker's arena. */
typedef struct {
    const char *key;
    const char *surface; /* of a given keyword, else NULL */
    guint32 length;
    gboolean is_strong;
    gboolean is_phrase;
    gboolean begins_with_degree;
} Found;

typedef struct {
    Found *found;
    guint32 n_found;
} PaperTerms;

typedef struct {
    const RhumbAcronymTable *acronyms;
    PaperTerms *paper;
} Finding;

static void
set_key (Found *found, RhumbWorker *worker)
{
    found->key = rhumb_arena_copy (&worker->arena, worker->key->str, worker->key->len);
    found->length = (guint32)worker->key->len;
}

static gboolean
find_phrase (const Finding *finding, RhumbWorker *worker, const RhumbPhrases *phrases, guint32 rank,
             Found *found)
{
    const RhumbCandidate *candidate = phrases->phrase[rank].candidate;
    const RhumbOccurrence *place = &phrases->candidates.occurrence[candidate->first];
    const RhumbReading reading = rhumb_phrase_reader_get_reading (worker->reader);
    if (!rhumb_is_well_formed (&reading, candidate))
        return FALSE;
    g_string_truncate (worker->key, 0);
    rhumb_acronym_table_append_key (finding->acronyms, &phrases->tokens, place->start, place->end,
                                    worker->key);
    if (worker->key->len < 2)
        return FALSE;
    set_key (found, worker);
    found->is_strong = rank < phrases->n_chosen;
    found->begins_with_degree = phrases->tokens.token[place->start]->lower->role.is_degree;
    return TRUE;
}

static gboolean
find_keyword (const Finding *finding, RhumbWorker *worker, const char *keyword, Found *found)
{
    const RhumbTokens tokens = rhumb_split_tokens (rhumb_phrase_reader_get_lexicon (worker->reader),
                                                   &worker->arena, keyword, NULL);
    g_string_truncate (worker->key, 0);
    rhumb_acronym_table_append_key (finding->acronyms, &tokens, 0, tokens.n_tokens, worker->key);
    if (worker->key->len == 0)
        return FALSE;
    set_key (found, worker);
    found->surface = keyword;
    return TRUE;
}

static void
find_terms (RhumbWorker *worker, guint32 v, const RhumbPaper *paper, const RhumbPhrases *phrases,
            gpointer data)
{
    const Finding *finding = data;
    PaperTerms *terms = &finding->paper[v];
    rhumb_capitals_add (worker->capitals, &phrases->tokens);
    const guint n_keywords = paper->keywords ? g_strv_length ((GStrv)paper->keywords) : 0;
    terms->found = RHUMB_ARENA_NEW (&worker->arena, Found, phrases->n_phrases + n_keywords);
    for (guint32 i = 0; i < phrases->n_phrases; i++)
        terms->n_found += find_phrase (finding, worker, phrases, i, &terms->found[terms->n_found]);
    for (guint i = 0; i < n_keywords; i++)
        terms->n_found +=
            find_keyword (finding, worker, paper->keywords[i], &terms->found[terms->n_found]);
}

static guint32
add_term (RhumbVocabulary *vocabulary, const char *key, gsize length)
{
    const guint32 number = rhumb_strings_add (vocabulary->key, key, length);
    if (number == vocabulary->term->len) {
        const RhumbTerm none = {0};
        g_array_append_val (vocabulary->term, none);
        g_array_append_val (vocabulary->redirect, number);
    }
    return number;
}

static void
add_found (RhumbVocabulary *vocabulary, guint32 v, const Found *found,
           const RhumbAcronymTable *acronyms)
{
    const guint32 number = add_term (vocabulary, found->key, found->length);
    RhumbTerm *term = &g_array_index (vocabulary->term, RhumbTerm, number);
    term->n_strong += found->is_strong;
    term->is_phrase = term->is_phrase || found->is_phrase;
    term->begins_with_degree = term->begins_with_degree || found->begins_with_degree;
    term->is_acronym =
        rhumb_acronym_table_find_short_form (acronyms, found->key, found->length) != NULL;
    if (found->surface) {
        const RhumbGivenKeyword given = {v, number, found->surface};
        g_array_append_val (vocabulary->given, given);
        term->is_given = TRUE;
    }
}

/* "MoE models" says no more than "MoE": a term that only adds a word for any means to another
 * phrase or short form becomes that other. */
static void
drop_general_heads (RhumbVocabulary *vocabulary)
{
    static const char *const head[] = {"algorithm", "approach", "architecture", "framework",
                                       "method",    "model",    "strategy",     "technique"};
    for (guint32 t = 0; t < vocabulary->term->len; t++) {
        const char *key = rhumb_strings_get (vocabulary->key, t);
        if (g_array_index (vocabulary->term, RhumbTerm, t).is_given)
            continue;
        for (gsize i = 0; i < G_N_ELEMENTS (head); i++) {
            if (!g_str_has_suffix (key, head[i]))
                continue;
            const guint32 rest =
                rhumb_strings_find (vocabulary->key, key, strlen (key) - strlen (head[i]));
            const RhumbTerm *term =
                rest == RHUMB_NO_STRING ? NULL : &g_array_index (vocabulary->term, RhumbTerm, rest);
            if (term && (term->is_phrase || term->is_acronym))
                g_array_index (vocabulary->redirect, guint32, t) = rest;
        }
    }
}

/* Collects the terms of a corpus. */
RhumbVocabulary *
rhumb_vocabulary_new (RhumbReaders *readers, const RhumbCorpus *corpus,
                      const RhumbAcronymTable *acronyms)
{
    RhumbVocabulary *vocabulary = g_new0 (RhumbVocabulary, 1);
    vocabulary->key = rhumb_strings_new ();
    vocabulary->term = g_array_new (FALSE, TRUE, sizeof (RhumbTerm));
    vocabulary->redirect = g_array_new (FALSE, FALSE, sizeof (guint32));
    vocabulary->given = g_array_new (FALSE, FALSE, sizeof (RhumbGivenKeyword));
    const guint32 n_papers = rhumb_corpus_get_n_papers (corpus);
    g_autofree PaperTerms *paper = g_new0 (PaperTerms, MAX (n_papers, 1));
    Finding finding = {acronyms, paper};
    rhumb_readers_read (readers, corpus, find_terms, &finding);
    vocabulary->capitals = rhumb_readers_count_capitals (readers);
    for (guint32 v = 0; v < n_papers; v++)
        for (guint32 i = 0; i < paper[v].n_found; i++)
            add_found (vocabulary, v, &paper[v].found[i], acronyms);
    drop_general_heads (vocabulary);
    return vocabulary;
}

/* Frees the vocabulary. */
void
rhumb_vocabulary_free (RhumbVocabulary *vocabulary)
{
    rhumb_strings_free (vocabulary->key);
    g_array_unref (vocabulary->term);
    g_array_unref (vocabulary->redirect);
    g_array_unref (vocabulary->given);
    rhumb_arena_clear (&vocabulary->labels);
    rhumb_capitals_free (vocabulary->capitals);
    g_free (vocabulary);
}

/* Leaves a term out, if it is there. */
void
rhumb_vocabulary_drop (RhumbVocabulary *vocabulary, const char *key, gsize length)
{
    const guint32 number = rhumb_strings_find (vocabulary->key, key, length);
    if (number != RHUMB_NO_STRING)
        g_array_index (vocabulary->redirect, guint32, number) = DROPPED;
}

/* Makes a term mean another, if it is there; the other is wanted by the user and keeps @label. */
void
rhumb_vocabulary_redirect (RhumbVocabulary *vocabulary, const char *key, gsize length,
                           const char *to_key, gsize to_length, const char *label)
{
    const guint32 number = rhumb_strings_find (vocabulary->key, key, length);
    if (number == RHUMB_NO_STRING)
        return;
    const guint32 to = add_term (vocabulary, to_key, to_length);
    RhumbTerm *term = &g_array_index (vocabulary->term, RhumbTerm, to);
    term->is_given = TRUE;
    term->label = rhumb_arena_copy (&vocabulary->labels, label, strlen (label));
    g_array_index (vocabulary->redirect, guint32, number) = to;
}

/* Where a term leads: another if a thesaurus says so (one step, as written there), or
 * RHUMB_NO_STRING if it was dropped. */
guint32
rhumb_vocabulary_follow (const RhumbVocabulary *vocabulary, guint32 term)
{
    const guint32 to = g_array_index (vocabulary->redirect, guint32, term);
    return to == DROPPED ? RHUMB_NO_STRING : to;
}

/* The term with this key, RHUMB_NO_STRING if there is none or it was dropped. */
guint32
rhumb_vocabulary_find (const RhumbVocabulary *vocabulary, const char *key, gsize length)
{
    const guint32 number = rhumb_strings_find (vocabulary->key, key, length);
    return number == RHUMB_NO_STRING ? number : rhumb_vocabulary_follow (vocabulary, number);
}

/* A term. */
const RhumbTerm *
rhumb_vocabulary_get (const RhumbVocabulary *vocabulary, guint32 term)
{
    return &g_array_index (vocabulary->term, RhumbTerm, term);
}

/* A term's key. */
const char *
rhumb_vocabulary_get_key (const RhumbVocabulary *vocabulary, guint32 term)
{
    return rhumb_strings_get (vocabulary->key, term);
}

/* How many terms there are. */
guint32
rhumb_vocabulary_get_n (const RhumbVocabulary *vocabulary)
{
    return rhumb_strings_get_n (vocabulary->key);
}

/* Which words are written small inside sentences. */
const RhumbCapitals *
rhumb_vocabulary_get_capitals (const RhumbVocabulary *vocabulary)
{
    return vocabulary->capitals;
}

/* The keywords that sources gave, by paper. */
const RhumbGivenKeyword *
rhumb_vocabulary_get_given (const RhumbVocabulary *vocabulary, gsize *n)
{
    *n = vocabulary->given->len;
    return (const RhumbGivenKeyword *)(void *)vocabulary->given->data;
}
