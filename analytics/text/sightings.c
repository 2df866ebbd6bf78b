/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Where the terms of a corpus occur: in every paper, also in those of which they are no best
 * phrase. That is what makes two papers share concepts.
 *
 * Each paper is read again, with the scores of the first reading; each of its candidate phrases is
 * looked up under the key that variants share. Cost: half of the first reading.
 */
#include "analytics/text/sightings.h"

#include "analytics/text/forms.h"
#include "analytics/text/token-keys.h"
#include "analytics/text/well-formed.h"

#include <string.h>

/* The score of a short form gone into its expansion. */
#define MIN_SCORE -90.0

/* The odds, as logarithm, of a name that is no phrase of its paper's, and what being a name adds.
 */
#define NAME_SCORE -1.9
#define NAME_BONUS 0.7

/* So many words of an expansion may stand on either side of "and". */
#define JOINED_REACH 3

typedef struct {
    const RhumbAcronymTable *acronyms;
    const RhumbTerms *terms;
    const RhumbLabelIndex *index; /* NULL = there is no vocabulary */
    RhumbPaperSightings *paper;
} Search;

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

/* "95 % CI", "10 dB": a number stands before tokens @start …. */
static gboolean
is_counted (const RhumbTokens *tokens, guint32 start)
{
    const char *before = start > 0 ? tokens->token[start - 1]->text : "";
    return g_ascii_isdigit (*before) || *before == '%';
}

/* Whether neither a title nor a sentence begins at token @start, nor is it in a title. */
static gboolean
is_running (const RhumbTokens *tokens, guint32 start)
{
    if (tokens->n_title_sentences > 0 && start < tokens->start[tokens->n_title_sentences])
        return FALSE;
    guint32 low = 0;
    guint32 high = tokens->n_sentences;
    while (low < high) {
        const guint32 middle = low + (high - low) / 2;
        if (tokens->start[middle] < start)
            low = middle + 1;
        else
            high = middle;
    }
    return tokens->start[low] != start;
}

/* A place where a term may stand. @is_name: whether a name of the vocabulary is looked for, or
 * anything else; @like: a place before it with the same words, or itself. */
typedef struct {
    guint32 start;
    guint32 end;
    double score;
    guint32 like;
    gboolean is_name;
} Place;

/* Whether the same tokens are at two places. */
static gboolean
same_tokens (const RhumbTokens *tokens, const Place *place, guint32 start, guint32 end)
{
    return end - start == place->end - place->start &&
           memcmp (tokens->token + start, tokens->token + place->start,
                   (end - start) * sizeof *tokens->token) == 0;
}

/* Where terms may stand: places of candidates, then of names. */
static GArray *
list_places (const RhumbPhrases *phrases, const Names *names)
{
    GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (Place), 256);
    const RhumbOccurrence *all = phrases->candidates.occurrence;
    for (guint32 c = 0; c < phrases->candidates.n_candidates; c++) {
        const RhumbCandidate *candidate = &phrases->candidates.candidate[c];
        const guint32 first = places->len;
        for (guint32 o = candidate->first; o != RHUMB_NO_OCCURRENCE; o = all[o].next) {
            Place place = {all[o].start, all[o].end, candidate->score, places->len, FALSE};
            if (rhumb_is_cut_off (&phrases->tokens, &all[o]))
                continue;
            if (first < places->len &&
                same_tokens (&phrases->tokens, &g_array_index (places, Place, first), place.start,
                             place.end))
                place.like = first;
            if (names->end != NULL && names->end[place.start] == place.end)
                names->score[place.start] = MAX (names->score[place.start], candidate->score);
            g_array_append_val (places, place);
        }
    }
    for (guint32 i = 0; names->end != NULL && i < phrases->tokens.n_tokens; i++) {
        const Place place = {i, names->end[i], names->score[i] + NAME_BONUS, places->len, TRUE};
        if (place.end > 0)
            g_array_append_val (places, place);
    }
    return places;
}

static gboolean
holds_words (const RhumbTokens *tokens, guint32 start, guint32 end)
{
    for (guint32 i = start; i < end; i++)
        if (!tokens->token[i]->is_word)
            return FALSE;
    return TRUE;
}

/* Adds expansions of short forms that run across the "and" at token @b, "integrated sensing and
 * communication"; those of three words are candidates anyway. @first, @end: of the sentence. */
static void
add_joined (RhumbWorker *worker, const Search *search, const RhumbTokens *tokens, guint32 first,
            guint32 b, guint32 end, GArray *places)
{
    for (guint32 start = b - MIN (b - first, JOINED_REACH); start < b; start++)
        for (guint32 stop = b + 2; stop <= MIN (b + 1 + JOINED_REACH, end); stop++) {
            const Place place = {start, stop, NAME_SCORE, places->len, FALSE};
            g_string_truncate (worker->key, 0);
            rhumb_acronym_table_append_key (search->acronyms, tokens, start, stop, worker->key);
            if (stop - start > 3 && holds_words (tokens, start, stop) &&
                rhumb_acronym_table_find_short_form (search->acronyms, worker->key->str,
                                                     worker->key->len))
                g_array_append_val (places, place);
        }
}

static void
look_for_joined (RhumbWorker *worker, const Search *search, const RhumbTokens *tokens,
                 GArray *places)
{
    if (!rhumb_acronym_table_has_joined (search->acronyms))
        return;
    for (guint32 s = 0; s < tokens->n_sentences; s++)
        for (guint32 b = tokens->start[s] + 1; b < tokens->start[s + 1]; b++)
            if ((tokens->token[b]->lower->forms & RHUMB_FORM_AND) != 0)
                add_joined (worker, search, tokens, tokens->start[s], b, tokens->start[s + 1],
                            places);
}

/* Strings one behind the other in @text, string i to ends[i]. */
static void
cut_slices (const GString *text, const gsize *ends, guint32 n, RhumbSlice *slice)
{
    gsize begun = 0;
    for (guint32 i = 0; i < n; i++) {
        slice[i] = (RhumbSlice){text->str + begun, ends[i] - begun};
        begun = ends[i];
    }
}

/* The term at each place, RHUMB_NO_STRING where none is. All that are not like one before are
 * looked up together, because they lie anywhere in a large memory. */
static void
find_terms (RhumbWorker *worker, const Search *search, const RhumbTokens *tokens,
            const Place *place, guint32 n, guint32 *term)
{
    g_auto (RhumbTokenKeys) keys;
    g_autofree RhumbKeyPiece *piece = g_new (RhumbKeyPiece, (gsize)n + 1);
    g_autofree RhumbSlice *key = g_new (RhumbSlice, (gsize)n + 1);
    g_autofree guint32 *found_term = g_new (guint32, (gsize)n + 1);
    rhumb_token_keys_init (&keys, search->acronyms, tokens, worker->key);
    guint32 n_keys = 0;
    for (guint32 i = 0; i < n; i++)
        if (place[i].like == i)
            piece[n_keys++] = rhumb_token_keys_cut (&keys, place[i].start, place[i].end);
    for (guint32 k = 0; k < n_keys; k++)
        key[k] = (RhumbSlice){worker->key->str + piece[k].begin, piece[k].length};
    rhumb_terms_find_all (search->terms, key, n_keys, found_term);
    guint32 k = 0;
    for (guint32 i = 0; i < n; i++) {
        term[i] = place[i].like == i ? found_term[k++] : term[place[i].like];
        if (term[i] == RHUMB_NO_STRING || place[i].is_name)
            continue;
        const RhumbTerm *found = rhumb_terms_get (search->terms, term[i]);
        if (found->entry != RHUMB_NO_STRING || found->is_shared_name)
            term[i] = RHUMB_NO_STRING;
    }
}

static void
append_surface (const RhumbTokens *tokens, const RhumbSighting *sighting, GString *text)
{
    for (guint32 i = sighting->start; i < sighting->end; i++) {
        if (i > sighting->start)
            g_string_append_c (text, ' ');
        g_string_append_len (text, tokens->token[i]->text, tokens->token[i]->length);
    }
}

/* Says how each term seen is spelled. */
static void
keep_surfaces (RhumbWorker *worker, const RhumbTokens *tokens, RhumbSighting *seen, guint32 n)
{
    g_autofree gsize *end = g_new (gsize, (gsize)n + 1);
    g_autofree RhumbSlice *surface = g_new (RhumbSlice, (gsize)n + 1);
    g_autofree guint32 *number = g_new (guint32, (gsize)n + 1);
    g_string_truncate (worker->key, 0);
    for (guint32 i = 0; i < n; i++) {
        append_surface (tokens, &seen[i], worker->key);
        end[i] = worker->key->len;
    }
    cut_slices (worker->key, end, n, surface);
    rhumb_strings_add_all (worker->surface, surface, n, number);
    for (guint32 i = 0; i < n; i++)
        seen[i].surface = rhumb_strings_get (worker->surface, number[i]);
}

static void
look_for_terms (RhumbWorker *worker, guint32 v, const RhumbPaper *paper G_GNUC_UNUSED,
                const RhumbPhrases *phrases, gpointer data)
{
    const Search *search = data;
    const Names names = find_names (worker, search, &phrases->tokens);
    g_autoptr (GArray) places = list_places (phrases, &names);
    look_for_joined (worker, search, &phrases->tokens, places);
    const Place *place = (const Place *)(void *)places->data;
    g_autofree guint32 *term = g_new (guint32, (gsize)places->len + 1);
    find_terms (worker, search, &phrases->tokens, place, places->len, term);
    g_autoptr (GArray) seen = g_array_sized_new (FALSE, FALSE, sizeof (RhumbSighting), 128);
    for (guint i = 0; i < places->len; i++) {
        if (term[i] == RHUMB_NO_STRING)
            continue;
        const RhumbSighting sighting = {term[i],
                                        place[i].start,
                                        place[i].end,
                                        RHUMB_PLACE_FREE,
                                        MAX (place[i].score, MIN_SCORE),
                                        NULL,
                                        is_counted (&phrases->tokens, place[i].start),
                                        is_running (&phrases->tokens, place[i].start)};
        g_array_append_val (seen, sighting);
    }
    g_array_sort (seen, compare_places);
    RhumbPaperSightings *own = &search->paper[v];
    own->n_sightings = seen->len;
    own->sighting = RHUMB_ARENA_NEW (&worker->arena, RhumbSighting, seen->len);
    if (seen->len > 0)
        memcpy (own->sighting, seen->data, seen->len * sizeof (RhumbSighting));
    keep_surfaces (worker, &phrases->tokens, own->sighting, own->n_sightings);
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
