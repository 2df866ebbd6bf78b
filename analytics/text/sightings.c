/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Where the terms of a corpus occur: in every paper, also in those of which they are no best
 * phrase. That is what makes two papers share concepts.
 *
 * Each paper is read again, with the scores of the first reading; each of its candidate phrases is
 * looked up under the key that variants share. Cost: half of the first reading.
 */
#include "analytics/text/sightings.h"

#include <string.h>

/* The score of a short form gone into its expansion. */
#define MIN_SCORE -90.0

/* The odds, as logarithm, of a name that is no phrase of its paper's, and what being a name adds.
 */
#define NAME_SCORE -1.9
#define NAME_BONUS 0.7

typedef struct {
    const RhumbAcronymTable *acronyms;
    const RhumbTerms *terms;
    const RhumbLabelIndex *index; /* NULL = there is no vocabulary */
    RhumbPaperSightings *paper;
} Search;

static const char *
keep_surface (RhumbWorker *worker, const RhumbTokens *tokens, guint32 start, guint32 end)
{
    g_string_truncate (worker->key, 0);
    for (guint32 i = start; i < end; i++) {
        if (i > start)
            g_string_append_c (worker->key, ' ');
        g_string_append_len (worker->key, tokens->token[i]->text, tokens->token[i]->length);
    }
    return rhumb_strings_get (
        worker->surface, rhumb_strings_add (worker->surface, worker->key->str, worker->key->len));
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
    const RhumbSighting *x = a;
    const RhumbSighting *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return x->end < y->end ? -1 : x->end > y->end;
}

/* The names of the vocabulary that stand in a paper: where the one that begins at a token ends,
 * and the score of the phrase there. */
typedef struct {
    guint32 *end;
    double *score;
} Names;

static Names
find_names (RhumbWorker *worker, const Search *search, const RhumbTokens *tokens)
{
    Names names = {NULL, NULL};
    if (search->index == NULL)
        return names;
    names.end = RHUMB_ARENA_NEW (&worker->arena, guint32, tokens->n_tokens + 1);
    names.score = RHUMB_ARENA_NEW (&worker->arena, double, tokens->n_tokens + 1);
    rhumb_label_index_match (search->index, search->acronyms, tokens, worker->key, names.end);
    for (guint32 i = 0; i < tokens->n_tokens; i++)
        names.score[i] = NAME_SCORE;
    return names;
}

/* Adds the term at tokens @start … @end − 1, if there is one. @is_name: whether a name of the
 * vocabulary is looked for, or anything else. */
static void
add_sighting (RhumbWorker *worker, const Search *search, const RhumbTokens *tokens, guint32 start,
              guint32 end, double score, gboolean is_name, GArray *seen)
{
    g_string_truncate (worker->key, 0);
    rhumb_acronym_table_append_key (search->acronyms, tokens, start, end, worker->key);
    const guint32 term = rhumb_terms_find (search->terms, worker->key->str, worker->key->len);
    if (term == RHUMB_NO_STRING)
        return;
    const RhumbTerm *found = rhumb_terms_get (search->terms, term);
    if (!is_name && (found->entry != RHUMB_NO_STRING || found->is_shared_name))
        return;
    const RhumbSighting sighting = {term, start, end, MAX (score, MIN_SCORE),
                                    keep_surface (worker, tokens, start, end)};
    g_array_append_val (seen, sighting);
}

static void
look_for_terms (RhumbWorker *worker, guint32 v, const RhumbPaper *paper G_GNUC_UNUSED,
                const RhumbPhrases *phrases, gpointer data)
{
    const Search *search = data;
    const RhumbTokens *tokens = &phrases->tokens;
    const Names names = find_names (worker, search, tokens);
    g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (RhumbSighting));
    for (guint32 c = 0; c < phrases->candidates.n_candidates; c++) {
        const RhumbCandidate *candidate = &phrases->candidates.candidate[c];
        for (guint32 o = candidate->first; o != RHUMB_NO_OCCURRENCE;
             o = phrases->candidates.occurrence[o].next) {
            const RhumbOccurrence *place = &phrases->candidates.occurrence[o];
            if (names.end != NULL && names.end[place->start] == place->end)
                names.score[place->start] = MAX (names.score[place->start], candidate->score);
            add_sighting (worker, search, tokens, place->start, place->end, candidate->score, FALSE,
                          seen);
        }
    }
    for (guint32 i = 0; names.end != NULL && i < tokens->n_tokens; i++)
        if (names.end[i] > 0)
            add_sighting (worker, search, tokens, i, names.end[i], names.score[i] + NAME_BONUS,
                          TRUE, seen);
    g_array_sort (seen, compare_places);
    RhumbPaperSightings *own = &search->paper[v];
    own->n_sightings = seen->len;
    own->sighting = RHUMB_ARENA_NEW (&worker->arena, RhumbSighting, seen->len);
    if (seen->len > 0)
        memcpy (own->sighting, seen->data, seen->len * sizeof (RhumbSighting));
}

/* Finds all places of all terms. @readers: those that found @terms; @index: (nullable): names of a
 * vocabulary, which are looked for wherever they stand, longest first. Returns one entry a paper;
 * the sightings live in the readers' arenas. The readers' scores are forgotten. */
RhumbPaperSightings *
rhumb_find_sightings (RhumbReaders *readers, const RhumbCorpus *corpus,
                      const RhumbAcronymTable *acronyms, const RhumbTerms *terms,
                      const RhumbLabelIndex *index)
{
    RhumbPaperSightings *paper =
        g_new0 (RhumbPaperSightings, MAX (rhumb_corpus_get_n_papers (corpus), 1));
    Search search = {acronyms, terms, index, paper};
    rhumb_readers_read_again (readers, corpus, rhumb_terms_get_scores (terms), look_for_terms,
                              &search);
    rhumb_readers_forget (readers, RHUMB_PASSING_SCORES);
    return paper;
}
