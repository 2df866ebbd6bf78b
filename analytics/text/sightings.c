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
#include "analytics/text/tags.h"
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

static int
compare_data (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
    return compare_places (a, b);
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
    names.end = RHUMB_ARENA_NEW (&worker->paper, guint32, tokens->n_tokens + 1);
    names.score = RHUMB_ARENA_NEW (&worker->paper, double, tokens->n_tokens + 1);
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

/* A place in a sentence where a term may stand. @is_name: whether a name of the vocabulary is
 * looked for, or anything else; @like: a place before it with the same words, or itself. */
typedef struct {
    guint32 sentence;
    guint32 start;
    guint32 end;
    guint32 like;
    double score;
    gboolean is_name;
} Place;

typedef struct {
    Place *place;
    guint32 n;
} Places;

/* Whether the same tokens are at two places. */
static gboolean
same_tokens (const RhumbTokens *tokens, const Place *place, guint32 start, guint32 end)
{
    return end - start == place->end - place->start &&
           memcmp (tokens->token + start, tokens->token + place->start,
                   (end - start) * sizeof *tokens->token) == 0;
}

/* Where candidates stand, in the order of sentences. */
static void
list_phrases (RhumbWorker *worker, const RhumbPhrases *phrases, const Names *names, Places *places)
{
    const RhumbCandidates *candidates = &phrases->candidates;
    /* of each candidate the first place in the list, 0 = none yet */
    guint32 *first = RHUMB_ARENA_NEW (&worker->paper, guint32, candidates->n_candidates);
    for (guint32 o = 0; o < candidates->n_occurrences; o++) {
        const RhumbOccurrence *own = &candidates->occurrence[o];
        const double score = phrases->known.score[own->candidate];
        Place place = {own->sentence, own->start, own->end, places->n, score, FALSE};
        if (rhumb_is_cut_off (&phrases->tokens, own))
            continue;
        guint32 *like = &first[own->candidate];
        if (*like == 0)
            *like = places->n + 1;
        else if (same_tokens (&phrases->tokens, &places->place[*like - 1], place.start, place.end))
            place.like = *like - 1;
        if (names->end != NULL && names->end[place.start] == place.end)
            names->score[place.start] = MAX (names->score[place.start], score);
        places->place[places->n++] = place;
    }
}

/* Where names of the vocabulary stand. */
static void
list_names (const RhumbTokens *tokens, const Names *names, Places *places)
{
    for (guint32 s = 0; names->end != NULL && s < tokens->n_sentences; s++)
        for (guint32 i = tokens->start[s]; i < tokens->start[s + 1]; i++) {
            const Place place = {s,   i, names->end[i], places->n, names->score[i] + NAME_BONUS,
                                 TRUE};
            if (place.end > 0)
                places->place[places->n++] = place;
        }
}

static gboolean
holds_words (const RhumbTokens *tokens, guint32 start, guint32 end)
{
    for (guint32 i = start; i < end; i++)
        if (!tokens->token[i]->is_word)
            return FALSE;
    return TRUE;
}

/* Adds expansions of short forms that run across the "and" at token @b of @sentence, "integrated
 * sensing and communication"; those of three words are candidates anyway. */
static void
add_joined (RhumbWorker *worker, const Search *search, const RhumbTokens *tokens, guint32 sentence,
            guint32 b, Places *places)
{
    const guint32 first = tokens->start[sentence];
    const guint32 end = tokens->start[sentence + 1];
    for (guint32 start = b - MIN (b - first, JOINED_REACH); start < b; start++)
        for (guint32 stop = b + 2; stop <= MIN (b + 1 + JOINED_REACH, end); stop++) {
            const Place place = {sentence, start, stop, places->n, NAME_SCORE, FALSE};
            g_string_truncate (worker->key, 0);
            rhumb_acronym_table_append_key (search->acronyms, tokens, start, stop, worker->key);
            if (stop - start > 3 && holds_words (tokens, start, stop) &&
                rhumb_acronym_table_find_short_form (search->acronyms, worker->key->str,
                                                     worker->key->len))
                places->place[places->n++] = place;
        }
}

static void
look_for_joined (RhumbWorker *worker, const Search *search, const RhumbTokens *tokens,
                 Places *places)
{
    if (!rhumb_acronym_table_has_joined (search->acronyms))
        return;
    for (guint32 s = 0; s < tokens->n_sentences; s++)
        for (guint32 b = tokens->start[s] + 1; b < tokens->start[s + 1]; b++)
            if ((tokens->token[b]->lower->forms & RHUMB_FORM_AND) != 0)
                add_joined (worker, search, tokens, s, b, places);
}

/* The term at each place, RHUMB_NO_STRING where none is. All that are not like one before are
 * looked up together, because they lie anywhere in a large memory. */
static void
find_terms (RhumbWorker *worker, const Search *search, const RhumbTokens *tokens,
            const Place *place, guint32 n, guint32 *term)
{
    g_auto (RhumbTokenKeys) keys;
    RhumbKeyPiece *piece = RHUMB_ARENA_ROOM (&worker->paper, RhumbKeyPiece, n);
    RhumbSlice *key = RHUMB_ARENA_ROOM (&worker->paper, RhumbSlice, n);
    guint32 *found_term = RHUMB_ARENA_ROOM (&worker->paper, guint32, n);
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
        /* without a vocabulary no term is of one, and nothing is read of it, which lies anywhere */
        if (search->index == NULL || term[i] == RHUMB_NO_STRING || place[i].is_name)
            continue;
        const RhumbTerm *found = rhumb_terms_get (search->terms, term[i]);
        if (found->entry != RHUMB_NO_STRING || found->is_shared_name)
            term[i] = RHUMB_NO_STRING;
    }
}

/* "Neural", not "neural net", "neural-net" or "R&D". */
static gboolean
is_single (const RhumbTokens *tokens, const Place *place)
{
    return place->end - place->start == 1 &&
           strpbrk (tokens->token[place->start]->text, "-/&+") == NULL;
}

/* Writes the tokens of a place with blanks between them. Returns where they end. */
static char *
write_surface (const RhumbTokens *tokens, const RhumbSighting *sighting, char *end)
{
    for (guint32 i = sighting->start; i < sighting->end; i++) {
        const RhumbSpelling *token = tokens->token[i];
        if (i > sighting->start)
            *end++ = ' ';
        memcpy (end, token->text, token->length);
        end += token->length;
    }
    return end;
}

static gsize
measure_surface (const RhumbTokens *tokens, const RhumbSighting *sighting)
{
    gsize length = 0;
    for (guint32 i = sighting->start; i < sighting->end; i++)
        length += tokens->token[i]->length + 1;
    return length;
}

/* Says how each term seen is spelled. @like: of each the number of one before it that has the same
 * tokens, or its own. */
static void
keep_surfaces (RhumbWorker *worker, const RhumbTokens *tokens, RhumbSighting *seen, guint32 n,
               const guint32 *like)
{
    RhumbSlice *surface = RHUMB_ARENA_ROOM (&worker->paper, RhumbSlice, n);
    guint32 *number = RHUMB_ARENA_ROOM (&worker->paper, guint32, n);
    guint32 n_surfaces = 0;
    gsize room = 0;
    for (guint32 i = 0; i < n; i++)
        if (like[i] == i)
            room += measure_surface (tokens, &seen[i]);
    char *end = RHUMB_ARENA_ROOM (&worker->paper, char, room);
    for (guint32 i = 0; i < n; i++) {
        if (like[i] != i)
            continue;
        const char *begin = end;
        end = write_surface (tokens, &seen[i], end);
        surface[n_surfaces++] = (RhumbSlice){begin, (gsize)(end - begin)};
    }
    rhumb_strings_add_all (worker->surface, surface, n_surfaces, number);
    n_surfaces = 0;
    for (guint32 i = 0; i < n; i++)
        seen[i].surface = like[i] == i ? rhumb_strings_get (worker->surface, number[n_surfaces++])
                                       : seen[like[i]].surface;
}

/* Few places of candidates are behind one where they do not belong, by a few places. */
static void
sort_sightings (RhumbSighting *seen, guint32 n)
{
    for (guint32 i = 1; i < n; i++) {
        const RhumbSighting own = seen[i];
        guint32 place = i;
        for (; place > 0 && compare_places (&seen[place - 1], &own) > 0; place--)
            seen[place] = seen[place - 1];
        if (place < i)
            seen[place] = own;
    }
}

/* Makes sightings of the places where a term is, in the order of places. Names and what is joined
 * stand behind the @n_phrases candidates. */
static void
see_terms (RhumbWorker *worker, const RhumbTokens *tokens, const Places *places, guint32 n_phrases,
           const guint32 *term, RhumbPaperSightings *own)
{
    const Place *place = places->place;
    guint32 *number = RHUMB_ARENA_ROOM (&worker->paper, guint32, places->n);
    guint32 *like = RHUMB_ARENA_ROOM (&worker->paper, guint32, places->n);
    const gboolean is_telling = rhumb_title_tells_names (tokens);
    guint32 n = 0;
    for (guint32 i = 0; i < places->n; i++)
        n += term[i] != RHUMB_NO_STRING;
    own->sighting = RHUMB_ARENA_ROOM (&worker->arena, RhumbSighting, n);
    for (guint32 i = 0; i < places->n; i++) {
        if (term[i] == RHUMB_NO_STRING)
            continue;
        number[i] = own->n_sightings;
        like[own->n_sightings] = number[place[i].like];
        own->sighting[own->n_sightings++] =
            (RhumbSighting){term[i],
                            place[i].start,
                            place[i].end,
                            RHUMB_PLACE_FREE,
                            MAX (place[i].score, MIN_SCORE),
                            NULL,
                            is_counted (tokens, place[i].start) != FALSE,
                            rhumb_is_in_running_text (tokens, place[i].sentence, place[i].start,
                                                      is_telling) != FALSE,
                            is_single (tokens, &place[i]) != FALSE};
    }
    keep_surfaces (worker, tokens, own->sighting, n, like);
    if (places->n == n_phrases)
        sort_sightings (own->sighting, n);
    else
        g_qsort_with_data (own->sighting, (gint)n, sizeof *own->sighting, compare_data, NULL);
}

/* How many places there are at most. */
static gsize
count_room (const Search *search, const RhumbPhrases *phrases)
{
    const RhumbTokens *tokens = &phrases->tokens;
    gsize room = phrases->candidates.n_occurrences;
    if (search->index != NULL)
        room += tokens->n_tokens;
    if (rhumb_acronym_table_has_joined (search->acronyms))
        for (guint32 i = 0; i < tokens->n_tokens; i++)
            if ((tokens->token[i]->lower->forms & RHUMB_FORM_AND) != 0)
                room += JOINED_REACH * JOINED_REACH;
    return room;
}

static void
look_for_terms (RhumbWorker *worker, guint32 v, const RhumbPaper *paper G_GNUC_UNUSED,
                const RhumbPhrases *phrases, gpointer data)
{
    const Search *search = data;
    const RhumbTokens *tokens = &phrases->tokens;
    rhumb_arena_reset (&worker->paper);
    const Names names = find_names (worker, search, tokens);
    Places places = {.n = 0};
    places.place = RHUMB_ARENA_ROOM (&worker->paper, Place, count_room (search, phrases));
    list_phrases (worker, phrases, &names, &places);
    const guint32 n_phrases = places.n;
    list_names (tokens, &names, &places);
    look_for_joined (worker, search, tokens, &places);
    guint32 *term = RHUMB_ARENA_ROOM (&worker->paper, guint32, places.n);
    find_terms (worker, search, tokens, places.place, places.n, term);
    see_terms (worker, tokens, &places, n_phrases, term, &search->paper[v]);
}

/* Finds all places of all terms. @readers: those that found @terms; @index: (nullable): names of a
 * vocabulary, which are looked for wherever they stand, longest first. Returns one entry a paper;
 * the sightings live in the readers' arenas. What the readers kept of candidates is forgotten. */
RhumbPaperSightings *
rhumb_find_sightings (RhumbReaders *readers, const RhumbCorpus *corpus,
                      const RhumbAcronymTable *acronyms, const RhumbTerms *terms,
                      const RhumbLabelIndex *index)
{
    RhumbPaperSightings *paper =
        g_new0 (RhumbPaperSightings, MAX (rhumb_corpus_get_n_papers (corpus), 1));
    Search search = {acronyms, terms, index, paper};
    rhumb_readers_read_again (readers, corpus, rhumb_terms_get_known (terms), look_for_terms,
                              &search);
    rhumb_readers_forget (readers, RHUMB_PASSING_KNOWN);
    return paper;
}
