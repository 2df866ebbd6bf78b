/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The terms of a corpus: each paper's best phrases that read like terms, and the keywords that
 * sources gave, variants under one key.
 *
 * A stopword or an entry of a thesaurus redirects a term to another or to nothing. Cost: one
 * reading of every paper in parallel, then one hash look-up for each of its phrases.
 */
#include "analytics/text/terms.h"

#include "analytics/text/bare-term.h"
#include "analytics/text/found-terms.h"

#include <string.h>

#define DROPPED (RHUMB_NO_STRING - 1)
#define SMALL 1024 /* terms that are not worth another thread */

struct _RhumbTerms {
    RhumbStrings *key;
    GArray *term;     /* of RhumbTerm, one per key */
    GArray *redirect; /* of guint32, one per key: itself, another, or DROPPED */
    GArray *given;    /* of RhumbGivenKeyword */
    RhumbArena labels;
    RhumbCapitals *capitals;
    RhumbKnownCandidates *known; /* one a paper, in a worker's arena */
    guint32 first_entry;         /* term of entry 0 of the vocabulary; the others follow */
};

typedef struct {
    RhumbFoundTerm *found;
    guint32 n_found;
} PaperTerms;

typedef struct {
    const RhumbAcronymTable *acronyms;
    PaperTerms *paper;
    RhumbKnownCandidates *known;
} Finding;

static void
find_terms (RhumbWorker *worker, guint32 v, const RhumbPaper *paper, const RhumbPhrases *phrases,
            gpointer data)
{
    const Finding *finding = data;
    PaperTerms *terms = &finding->paper[v];
    const RhumbTermFinder finder = {worker, finding->acronyms};
    rhumb_capitals_add (worker->capitals, rhumb_phrase_reader_get_lexicon (worker->reader),
                        &phrases->tokens);
    finding->known[v] =
        rhumb_candidates_keep (&phrases->candidates, &worker->passing[RHUMB_PASSING_KNOWN]);
    const guint n_keywords = paper->keywords ? g_strv_length ((GStrv)paper->keywords) : 0;
    terms->found = RHUMB_ARENA_NEW (&worker->passing[RHUMB_PASSING_TERMS], RhumbFoundTerm,
                                    phrases->n_phrases + n_keywords);
    for (guint32 i = 0; i < phrases->n_phrases; i++)
        terms->n_found +=
            rhumb_find_phrase_term (&finder, phrases, i, &terms->found[terms->n_found]);
    for (guint i = 0; i < n_keywords; i++)
        terms->n_found += rhumb_find_keyword_term (&finder, paper, paper->keywords[i],
                                                   &terms->found[terms->n_found]);
}

/* Makes terms of keys that are new. */
static void
make_terms (RhumbTerms *terms)
{
    for (guint32 t = terms->term->len; t < rhumb_strings_get_n (terms->key); t++) {
        const RhumbTerm none = {.entry = RHUMB_NO_STRING, .rest = RHUMB_NO_STRING};
        g_array_append_val (terms->term, none);
        g_array_append_val (terms->redirect, t);
    }
}

static guint32
add_term (RhumbTerms *terms, const char *key, gsize length)
{
    const guint32 number = rhumb_strings_add (terms->key, key, length);
    make_terms (terms);
    return number;
}

/* Whether the paper read last was given a term; @given: of RhumbGivenKeyword. */
static gboolean
gives (const GArray *given, guint32 paper, guint32 term)
{
    for (guint i = given->len; i-- > 0;) {
        const RhumbGivenKeyword *keyword = &g_array_index (given, RhumbGivenKeyword, i);
        if (keyword->paper != paper)
            return FALSE;
        if (keyword->term == term)
            return TRUE;
    }
    return FALSE;
}

/* The term of what stands behind a phrase's first word of degree. */
static guint32
add_rest (RhumbTerms *terms, const RhumbFoundTerm *found)
{
    const guint32 n = rhumb_strings_get_n (terms->key);
    const guint32 rest =
        add_term (terms, found->key + found->first_length, found->length - found->first_length);
    if (rest == n)
        g_array_index (terms->term, RhumbTerm, rest).is_only_rest = TRUE;
    return rest;
}

static void
add_found (RhumbTerms *terms, guint32 v, const RhumbFoundTerm *found, guint32 number)
{
    const guint32 rest = found->first_length > 0 ? add_rest (terms, found) : RHUMB_NO_STRING;
    RhumbTerm *term = &g_array_index (terms->term, RhumbTerm, number);
    term->n_strong += found->is_strong;
    term->n_listed += found->surface == NULL;
    term->n_titled += found->is_titled;
    term->n_named += found->is_own_name;
    term->is_passing_name = term->is_passing_name || found->is_passing_name;
    term->is_phrase = term->is_phrase || found->is_phrase;
    term->ends_chunk = term->ends_chunk || found->ends_chunk;
    term->is_bare_approach = term->is_bare_approach || found->is_bare_approach;
    term->begins_with_degree = term->begins_with_degree || found->begins_with_degree;
    term->begins_with_opening = term->begins_with_opening || found->begins_with_opening;
    term->is_bound_somewhere = term->is_bound_somewhere || found->is_bound_here;
    term->begins_name = term->begins_name || found->begins_name;
    term->is_only_rest = FALSE;
    if (rest != RHUMB_NO_STRING)
        term->rest = rest;
    if (found->surface) {
        const RhumbGivenKeyword given = {v, number, found->surface};
        term->n_given += !gives (terms->given, v, number);
        g_array_append_val (terms->given, given);
        term->is_given = TRUE;
        term->is_heading = term->is_heading || found->is_heading;
    }
}

/* Adds what a paper brings. @room: for one paper. */
static void
add_paper (RhumbTerms *terms, guint32 v, const PaperTerms *paper, RhumbArena *room)
{
    rhumb_arena_reset (room);
    RhumbSlice *key = RHUMB_ARENA_ROOM (room, RhumbSlice, paper->n_found);
    guint32 *number = RHUMB_ARENA_ROOM (room, guint32, paper->n_found);
    for (guint32 i = 0; i < paper->n_found; i++)
        key[i] = (RhumbSlice){paper->found[i].key, paper->found[i].length};
    rhumb_strings_add_all (terms->key, key, paper->n_found, number);
    make_terms (terms);
    for (guint32 i = 0; i < paper->n_found; i++)
        __builtin_prefetch (&g_array_index (terms->term, RhumbTerm, number[i]), 1);
    for (guint32 i = 0; i < paper->n_found; i++)
        add_found (terms, v, &paper->found[i], number[i]);
}

static void
find_acronyms (RhumbTerms *terms, const RhumbAcronymTable *acronyms)
{
    const guint32 n = terms->term->len;
#pragma omp parallel for schedule(static) if (n > SMALL)
    for (guint32 t = 0; t < n; t++)
        g_array_index (terms->term, RhumbTerm, t).is_acronym =
            rhumb_acronym_table_find_short_form (acronyms, rhumb_strings_get (terms->key, t),
                                                 rhumb_strings_get_length (terms->key, t)) != NULL;
}

/* What is said of a term is said of the one that it leads to. */
static void
lead_to (RhumbTerms *terms, guint32 t, guint32 to)
{
    const RhumbTerm *from = &g_array_index (terms->term, RhumbTerm, t);
    RhumbTerm *target = &g_array_index (terms->term, RhumbTerm, to);
    g_array_index (terms->redirect, guint32, t) = to;
    target->is_only_rest = FALSE;
    target->n_strong += from->n_strong;
    target->n_titled += from->n_titled;
    target->n_given += from->n_given;
    target->is_given = target->is_given || from->is_given;
    target->is_heading = target->is_heading || from->is_heading;
    target->is_phrase = target->is_phrase || from->is_phrase;
}

/* A term that only adds a word for any means becomes what it is a means for, and one of two that
 * say the same becomes the other. */
static void
unite_terms (RhumbTerms *terms)
{
    for (guint32 t = 0; t < terms->term->len; t++) {
        const guint32 bare = rhumb_find_bare_term (terms->key, terms->term, t);
        if (bare != RHUMB_NO_STRING)
            g_array_index (terms->redirect, guint32, t) = bare;
    }
    for (guint32 t = 0; t < terms->term->len; t++) {
        const guint32 twin = rhumb_find_twin_term (terms->key, t);
        if (twin != RHUMB_NO_STRING && g_array_index (terms->redirect, guint32, t) == t)
            lead_to (terms, t, g_array_index (terms->redirect, guint32, twin));
    }
}

/* Collects the terms of a corpus. @readers must outlive what it returns. */
RhumbTerms *
rhumb_terms_new (RhumbReaders *readers, const RhumbCorpus *corpus,
                 const RhumbAcronymTable *acronyms)
{
    RhumbTerms *terms = g_new0 (RhumbTerms, 1);
    terms->key = rhumb_strings_new ();
    terms->term = g_array_new (FALSE, TRUE, sizeof (RhumbTerm));
    terms->redirect = g_array_new (FALSE, FALSE, sizeof (guint32));
    terms->given = g_array_new (FALSE, FALSE, sizeof (RhumbGivenKeyword));
    const guint32 n_papers = rhumb_corpus_get_n_papers (corpus);
    g_autofree PaperTerms *paper = g_new0 (PaperTerms, MAX (n_papers, 1));
    terms->known = g_new0 (RhumbKnownCandidates, MAX (n_papers, 1));
    Finding finding = {acronyms, paper, terms->known};
    rhumb_readers_read (readers, corpus, find_terms, &finding);
    terms->capitals = rhumb_readers_count_capitals (readers);
    g_auto (RhumbArena) room = {0};
    for (guint32 v = 0; v < n_papers; v++)
        add_paper (terms, v, &paper[v], &room);
    find_acronyms (terms, acronyms);
    rhumb_readers_forget (readers, RHUMB_PASSING_TERMS);
    unite_terms (terms);
    return terms;
}

/* Frees the terms. */
void
rhumb_terms_free (RhumbTerms *terms)
{
    rhumb_strings_free (terms->key);
    g_array_unref (terms->term);
    g_array_unref (terms->redirect);
    g_array_unref (terms->given);
    rhumb_arena_clear (&terms->labels);
    rhumb_capitals_free (terms->capitals);
    g_free (terms->known);
    g_free (terms);
}

/* Leaves a term out, if it is there. */
void
rhumb_terms_drop (RhumbTerms *terms, const char *key, gsize length)
{
    const guint32 number = rhumb_strings_find (terms->key, key, length);
    if (number != RHUMB_NO_STRING)
        g_array_index (terms->redirect, guint32, number) = DROPPED;
}

/* Makes a term mean another, if it is there; the other is wanted by the user and keeps @label. */
void
rhumb_terms_redirect (RhumbTerms *terms, const char *key, gsize length, const char *to_key,
                      gsize to_length, const char *label)
{
    const guint32 number = rhumb_strings_find (terms->key, key, length);
    if (number == RHUMB_NO_STRING)
        return;
    const guint32 to = add_term (terms, to_key, to_length);
    RhumbTerm *term = &g_array_index (terms->term, RhumbTerm, to);
    term->is_given = TRUE;
    term->label = rhumb_arena_copy (&terms->labels, label, strlen (label));
    /* The label may be a name of an entry. */
    const guint32 end = g_array_index (terms->redirect, guint32, to);
    const gboolean is_entry = end < terms->term->len &&
                              g_array_index (terms->term, RhumbTerm, end).entry != RHUMB_NO_STRING;
    g_array_index (terms->redirect, guint32, number) = is_entry ? end : to;
}

/* Makes a term for each entry of a vocabulary; terms that are its names lead there. */
void
rhumb_terms_add_vocabulary (RhumbTerms *terms, const RhumbVocabulary *vocabulary,
                            const RhumbLabelIndex *index)
{
    terms->first_entry = terms->term->len;
    for (guint32 e = 0; e < rhumb_vocabulary_get_n_entries (vocabulary); e++) {
        /* No key of a phrase holds a control character. */
        g_autofree char *key = g_strdup_printf ("\001%u", e);
        const guint32 number = add_term (terms, key, strlen (key));
        RhumbTerm *term = &g_array_index (terms->term, RhumbTerm, number);
        const char *label = rhumb_vocabulary_get_entry (vocabulary, e)->label;
        term->is_given = TRUE;
        term->entry = e;
        term->label = rhumb_arena_copy (&terms->labels, label, strlen (label));
    }
    for (guint32 k = 0; k < rhumb_label_index_get_n_keys (index); k++) {
        guint32 n;
        gsize length;
        const guint32 *entry = rhumb_label_index_get_entries (index, k, &n);
        const char *key = rhumb_label_index_get_key (index, k, &length);
        const guint32 number = add_term (terms, key, length);
        g_array_index (terms->term, RhumbTerm, number).is_shared_name = n > 1;
        g_array_index (terms->redirect, guint32, number) =
            n > 1 ? number : terms->first_entry + *entry;
    }
    for (guint32 t = 0; t < terms->redirect->len; t++) {
        guint32 *to = &g_array_index (terms->redirect, guint32, t);
        if (*to < terms->redirect->len)
            *to = g_array_index (terms->redirect, guint32, *to);
    }
}

/* The term of an entry of the vocabulary. */
guint32
rhumb_terms_get_entry_term (const RhumbTerms *terms, guint32 entry)
{
    return terms->first_entry + entry;
}

/* Where a term leads: another if a thesaurus says so (one step, as written there), or
 * RHUMB_NO_STRING if it was dropped. */
guint32
rhumb_terms_follow (const RhumbTerms *terms, guint32 term)
{
    const guint32 to = g_array_index (terms->redirect, guint32, term);
    return to == DROPPED ? RHUMB_NO_STRING : to;
}

/* The terms with these keys, RHUMB_NO_STRING where there is none or it was dropped. */
void
rhumb_terms_find_all (const RhumbTerms *terms, const RhumbSlice *key, guint32 n, guint32 *term)
{
    rhumb_strings_find_all (terms->key, key, n, term);
    const guint32 *redirect = (const guint32 *)(void *)terms->redirect->data;
    for (guint32 i = 0; i < n; i++)
        if (term[i] != RHUMB_NO_STRING)
            __builtin_prefetch (&redirect[term[i]]);
    for (guint32 i = 0; i < n; i++)
        if (term[i] != RHUMB_NO_STRING)
            term[i] = rhumb_terms_follow (terms, term[i]);
}

/* A term. */
const RhumbTerm *
rhumb_terms_get (const RhumbTerms *terms, guint32 term)
{
    return &g_array_index (terms->term, RhumbTerm, term);
}

/* A term's key. */
const char *
rhumb_terms_get_key (const RhumbTerms *terms, guint32 term)
{
    return rhumb_strings_get (terms->key, term);
}

/* How many terms there are. */
guint32
rhumb_terms_get_n (const RhumbTerms *terms)
{
    return rhumb_strings_get_n (terms->key);
}

/* Which words are written small inside sentences. */
const RhumbCapitals *
rhumb_terms_get_capitals (const RhumbTerms *terms)
{
    return terms->capitals;
}

/* The keywords that sources gave, by paper. */
const RhumbGivenKeyword *
rhumb_terms_get_given (const RhumbTerms *terms, gsize *n)
{
    *n = terms->given->len;
    return (const RhumbGivenKeyword *)(void *)terms->given->data;
}

/* What is known of the candidates of each paper; good until the readers forget
 * RHUMB_PASSING_KNOWN. */
const RhumbKnownCandidates *
rhumb_terms_get_known (const RhumbTerms *terms)
{
    return terms->known;
}
