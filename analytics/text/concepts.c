/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What the papers of a corpus are about: their concepts, found in titles and abstracts.
 *
 * The ranking of one paper's phrases (phrases.c) is joined over the corpus: short forms are
 * resolved by vote (acronym-table.c), spellings of one term united (variants.c), phrases that
 * read like no term left out (well-formed.c), every paper searched for every term (sightings.c),
 * generic terms (generic.c) and fragments of longer ones (coverage.c) dropped. What a source gave
 * as keyword is a concept of weight 1 of its paper and never dropped there; other papers that use
 * the word are about it only if it passes as their own phrases do. The entries of a vocabulary of
 * the user are concepts too, found wherever a name of theirs stands (label-index.c, linking.c).
 *
 * Departs from the ranking on purpose: a phrase that is among a paper's best may be left out
 * here, and a paper is linked to a term that is not among its own best phrases.
 *
 * Cost: two readings of every paper on all processors, then a sort of the places found; memory
 * linear in the papers, beside their tokens (kept-tokens.c). Figures: docs/keyphrases.md.
 */
#include "analytics/text/concepts.h"

#include "analytics/text/concept-table.h"
#include "analytics/text/first-words.h"
#include "analytics/text/linking.h"
#include "analytics/text/variants.h"
#include "graph/error.h"
#include "graph/set-error.h"

#include <math.h>
#include <string.h>

/* More of each paper's phrases than it keeps for itself, since what is seventeenth here may be
 * first elsewhere. */
#define N_TOP 30

/**
 * rhumb_concept_options_check:
 * @options: options
 * @error: return location for an error
 *
 * Checks that all options are in their ranges and fit each other.
 *
 * Returns: %FALSE with %RHUMB_ERROR_INVALID if one is not
 *
 * Since: 0.2
 */
gboolean
rhumb_concept_options_check (const RhumbConceptOptions *options, GError **error)
{
    if (options->density != RHUMB_DENSITY_AUTOMATIC &&
        !(options->density >= 0 && options->density <= 1)) {
        rhumb_set_error (error, RHUMB_ERROR_INVALID, "concept density is %g, expected 0 to 1",
                         options->density);
        return FALSE;
    }
    if (options->min_papers < 1) {
        g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                             "least number of papers is 0, expected 1 or more");
        return FALSE;
    }
    const guint n_from =
        options->thesaurus_from ? g_strv_length ((GStrv)options->thesaurus_from) : 0;
    const guint n_to = options->thesaurus_to ? g_strv_length ((GStrv)options->thesaurus_to) : 0;
    if (n_from != n_to) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "thesaurus has %u terms and %u replacements, expected as many", n_from, n_to);
        return FALSE;
    }
    if (options->only_vocabulary && options->vocabulary == NULL) {
        g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                             "only concepts of a vocabulary are wanted, expected a vocabulary");
        return FALSE;
    }
    return TRUE;
}

/* What reads the user's words as those of papers are read: short forms mean their expansions. */
typedef struct {
    RhumbLexicon *lexicon;
    const RhumbAcronymTable *acronyms;
    RhumbArena arena;
} WishReader;

static GString *
make_key (WishReader *reader, const char *text)
{
    GString *key = g_string_new (NULL);
    const RhumbTokens tokens = rhumb_split_tokens (reader->lexicon, &reader->arena, text, NULL);
    rhumb_acronym_table_append_key (reader->acronyms, &tokens, 0, tokens.n_tokens, key);
    return key;
}

/* Applies the user's stopwords and thesaurus. */
static void
apply_wishes (RhumbTerms *terms, const RhumbConceptOptions *options, WishReader *reader)
{
    for (guint i = 0; options->stopwords && options->stopwords[i]; i++) {
        g_autoptr (GString) key = make_key (reader, options->stopwords[i]);
        rhumb_terms_drop (terms, key->str, key->len);
    }
    for (guint i = 0; options->thesaurus_from && options->thesaurus_from[i]; i++) {
        const char *label = options->thesaurus_to[i];
        g_autoptr (GString) key = make_key (reader, options->thesaurus_from[i]);
        g_autoptr (GString) to = make_key (reader, label);
        if (to->len == 0)
            rhumb_terms_drop (terms, key->str, key->len);
        else
            rhumb_terms_redirect (terms, key->str, key->len, to->str, to->len, label);
    }
}

/* Says which terms are concepts of the papers that use them. Returns one truth a term. */
static gboolean *
choose_terms (const RhumbPaperSightings *paper, guint32 n_papers, const RhumbTerms *terms,
              const RhumbTermUse *use, const RhumbModel *model, const RhumbClosedClass *closed,
              gboolean only_entries)
{
    const guint32 n_terms = rhumb_terms_get_n (terms);
    gboolean *is_live = g_new0 (gboolean, MAX (n_terms, 1));
    g_autoptr (RhumbStems) stems = rhumb_stems_new ();
    for (guint32 t = 0; t < n_terms; t++) {
        RhumbTerm term;
        RhumbTermUse own;
        if (!rhumb_judge_first_word (terms, use, t, closed, &term, &own))
            continue;
        const gboolean is_known =
            term.is_given || term.is_acronym || term.n_strong > 0 || own.n_papers >= 2;
        const char *key = rhumb_terms_get_key (terms, t);
        const gboolean is_wanted = !only_entries || term.entry != RHUMB_NO_STRING;
        is_live[t] = is_known && is_wanted && own.n_papers > 0 &&
                     !rhumb_is_generic (&term, &own, key, n_papers, model, closed, stems);
    }
    rhumb_drop_fragments (paper, n_papers, n_terms, use, terms, is_live);
    return is_live;
}

static RhumbConcepts *
extract (RhumbKeptTokens *kept, const RhumbCorpus *corpus, const RhumbConceptOptions *options,
         GError **error)
{
    RhumbPhraseOptions ranking = RHUMB_PHRASE_DEFAULTS;
    if (options->density != RHUMB_DENSITY_AUTOMATIC)
        ranking.density = options->density;
    ranking.n_top = N_TOP;
    ranking.is_unspelled = TRUE;
    const RhumbModel *model = rhumb_kept_tokens_get_model (kept);
    const RhumbClosedClass *closed = rhumb_kept_tokens_get_closed (kept);
    g_autoptr (RhumbAcronymTable) acronyms = rhumb_acronym_table_new (corpus, model);
    g_autoptr (RhumbReaders) readers = rhumb_readers_new (kept, &ranking);
    g_autoptr (RhumbTerms) terms = rhumb_terms_new (readers, corpus, acronyms);
    g_autoptr (RhumbLabelIndex) index =
        options->vocabulary ? rhumb_label_index_new (options->vocabulary, model) : NULL;
    if (index)
        rhumb_terms_add_vocabulary (terms, options->vocabulary, index);
    g_autoptr (RhumbLexicon) lexicon = rhumb_lexicon_new (model, closed);
    WishReader wishes = {lexicon, acronyms, {0}};
    apply_wishes (terms, options, &wishes);
    rhumb_arena_clear (&wishes.arena);
    const guint32 n_papers = rhumb_corpus_get_n_papers (corpus);
    g_autofree RhumbPaperSightings *paper =
        rhumb_find_sightings (readers, corpus, acronyms, terms, index);
    if (index)
        rhumb_resolve_names (paper, n_papers, terms, options->vocabulary, index);
    g_autofree RhumbTermUse *use =
        rhumb_count_term_uses (paper, n_papers, rhumb_terms_get_n (terms));
    g_autofree gboolean *is_live =
        choose_terms (paper, n_papers, terms, use, model, closed, options->only_vocabulary);
    const RhumbTermTable table = {
        paper, n_papers, terms, use, is_live, acronyms, model, options->only_vocabulary, lexicon};
    return rhumb_build_concepts (&table, options->vocabulary, options->min_papers, error);
}

/**
 * rhumb_extract_concepts:
 * @corpus: a corpus
 * @options: (nullable): how; %NULL means %RHUMB_CONCEPT_DEFAULTS
 * @error: return location for an error
 *
 * Finds the concepts of the papers in their titles, abstracts and keywords.
 *
 * Spellings, plurals and short forms of a term are one concept. The weight of a concept in a
 * paper, in (0, 1], is the probability that it is one of the paper's keyphrases as a linear model
 * estimates it, 1 for a keyword given by the source. The result depends on neither the order of
 * the papers nor the number of threads. The tokens of the papers stay with the corpus, at most
 * 256 MiB and the words they are made of, for rhumb_find_mentions(), which leaves them there, and
 * rhumb_weigh_words(), which frees them.
 *
 * Returns: (transfer full): the concepts and which papers are about them, or %NULL with
 *   %RHUMB_ERROR_INVALID for an option outside its range and %RHUMB_ERROR_LIMIT if there are too
 *   many
 *
 * Since: 0.1
 */
RhumbConcepts *
rhumb_extract_concepts (const RhumbCorpus *corpus, const RhumbConceptOptions *options,
                        GError **error)
{
    static const RhumbConceptOptions defaults = RHUMB_CONCEPT_DEFAULTS;
    g_return_val_if_fail (corpus != NULL, NULL);
    if (options == NULL)
        options = &defaults;
    if (!rhumb_concept_options_check (options, error) || !rhumb_stems_open (error))
        return NULL;
    RhumbKeptTokens *kept = rhumb_kept_tokens_take (corpus);
    RhumbConcepts *concepts = extract (kept, corpus, options, error);
    rhumb_kept_tokens_leave (kept, corpus);
    return concepts;
}
