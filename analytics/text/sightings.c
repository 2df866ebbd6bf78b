/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Where the terms of a corpus occur: in every paper, also in those of which they are no best
 * phrase. That is what makes two papers share concepts.
 *
 * Each paper is read again; each of its candidate phrases is looked up under the key that
 * variants share. Cost: as much as the first reading.
 */
#include "analytics/text/sightings.h"

#include <string.h>

/* The score of a short form gone into its expansion. */
#define MIN_SCORE -90.0

typedef struct {
    const RhumbAcronymTable *acronyms;
    const RhumbVocabulary *vocabulary;
    RhumbPaperSightings *paper;
} Search;

static const char *
copy_surface (RhumbWorker *worker, const RhumbTokens *tokens, guint32 start, guint32 end)
{
    g_string_truncate (worker->key, 0);
    for (guint32 i = start; i < end; i++) {
        if (i > start)
            g_string_append_c (worker->key, ' ');
        g_string_append_len (worker->key, tokens->token[i]->text, tokens->token[i]->length);
    }
    return rhumb_arena_copy (&worker->arena, worker->key->str, worker->key->len);
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

static void
look_for_terms (RhumbWorker *worker, guint32 v, const RhumbPaper *paper G_GNUC_UNUSED,
                const RhumbPhrases *phrases, gpointer data)
{
    const Search *search = data;
    g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (RhumbSighting));
    for (guint32 c = 0; c < phrases->candidates.n_candidates; c++) {
        const RhumbCandidate *candidate = &phrases->candidates.candidate[c];
        for (guint32 o = candidate->first; o != RHUMB_NO_OCCURRENCE;
             o = phrases->candidates.occurrence[o].next) {
            const RhumbOccurrence *place = &phrases->candidates.occurrence[o];
            g_string_truncate (worker->key, 0);
            rhumb_acronym_table_append_key (search->acronyms, &phrases->tokens, place->start,
                                            place->end, worker->key);
            const guint32 term =
                rhumb_vocabulary_find (search->vocabulary, worker->key->str, worker->key->len);
            if (term == RHUMB_NO_STRING)
                continue;
            const RhumbSighting sighting = {
                term, place->start, place->end, MAX (candidate->score, MIN_SCORE),
                copy_surface (worker, &phrases->tokens, place->start, place->end)};
            g_array_append_val (seen, sighting);
        }
    }
    g_array_sort (seen, compare_places);
    RhumbPaperSightings *own = &search->paper[v];
    own->n_sightings = seen->len;
    own->sighting = RHUMB_ARENA_NEW (&worker->arena, RhumbSighting, seen->len);
    if (seen->len > 0)
        memcpy (own->sighting, seen->data, seen->len * sizeof (RhumbSighting));
}

/* Finds all places of all terms. Returns one entry a paper; the sightings live in the readers'
 * arenas. */
RhumbPaperSightings *
rhumb_find_sightings (RhumbReaders *readers, const RhumbCorpus *corpus,
                      const RhumbAcronymTable *acronyms, const RhumbVocabulary *vocabulary)
{
    RhumbPaperSightings *paper =
        g_new0 (RhumbPaperSightings, MAX (rhumb_corpus_get_n_papers (corpus), 1));
    Search search = {acronyms, vocabulary, paper};
    rhumb_readers_read (readers, corpus, look_for_terms, &search);
    return paper;
}
