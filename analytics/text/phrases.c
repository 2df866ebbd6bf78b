/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What one paper is about: the phrases of its title and abstract, best first.
 *
 * Every candidate gets the log odds of being a keyphrase from its features (scores.c): a linear
 * model and trees (forest.c), mixed of two each, one fitted to keywords of authors, one to those of
 * indexers. The expansion of an acronym takes the better score of the two, the short
 * form becomes its alias. Phrases are then chosen greedily: one that occurs only inside a longer
 * chosen phrase loses a constant once. No other paper is looked at, so a paper's phrases never
 * change when papers are added. Linear in the text.
 */
#include "analytics/text/phrases.h"

#include "analytics/text/phrase-pool.h"
#include "analytics/text/scores.h"
#include "analytics/text/tags.h"

#include <string.h>

/* Taken off the log odds of phrases of one stem, which the model favours too much. */
#define ONE_STEM_OFFSET -0.3
/* How a text is read if no density is asked for: the best on the validation parts of Inspec, and of
 * KP20k, whose texts are kept in small letters; see model/README.md. */
#define DENSITY 0.4
#define SMALL_DENSITY 0.1
#define SMALL_CONTAINMENT 0.0
#define MIN_CHOSEN 5
#define MAX_CHOSEN 15
#define POOL_FACTOR 4
#define MAX_SURFACES 32

struct _RhumbPhraseReader {
    RhumbPhraseOptions options;
    RhumbScorer scorer;
    double containment; /* for the text read last */
    RhumbLexicon *lexicon;
    RhumbLexicon *own_lexicon; /* the same, NULL = borrowed */
    RhumbArena arena;
    RhumbPhrases phrases;
    const RhumbCandidate **expansion; /* one an acronym of the text read last, NULL = no phrase */
};

/* Creates a reader. @model and @closed are borrowed and must outlive it; @options NULL means
 * defaults. */
RhumbPhraseReader *
rhumb_phrase_reader_new (const RhumbModel *model, const RhumbClosedClass *closed,
                         const RhumbPhraseOptions *options)
{
    RhumbLexicon *lexicon = rhumb_lexicon_new (model, closed);
    RhumbPhraseReader *reader = rhumb_phrase_reader_new_of_words (model, lexicon, options);
    reader->own_lexicon = lexicon;
    return reader;
}

/* The same of a lexicon of @model, which is borrowed too. */
RhumbPhraseReader *
rhumb_phrase_reader_new_of_words (const RhumbModel *model, RhumbLexicon *lexicon,
                                  const RhumbPhraseOptions *options)
{
    static const RhumbPhraseOptions defaults = RHUMB_PHRASE_DEFAULTS;
    RhumbPhraseReader *reader = g_new0 (RhumbPhraseReader, 1);
    reader->options = options ? *options : defaults;
    reader->lexicon = lexicon;
    rhumb_scorer_init (&reader->scorer, model);
    return reader;
}

/* Frees the reader and what it read last. */
void
rhumb_phrase_reader_free (RhumbPhraseReader *reader)
{
    g_clear_pointer (&reader->own_lexicon, rhumb_lexicon_free);
    rhumb_arena_clear (&reader->arena);
    g_free (reader);
}

/* The reader's words. */
RhumbLexicon *
rhumb_phrase_reader_get_lexicon (RhumbPhraseReader *reader)
{
    return reader->lexicon;
}

/* What the features of the paper read last are measured on. */
RhumbReading
rhumb_phrase_reader_get_reading (const RhumbPhraseReader *reader)
{
    const RhumbPhrases *phrases = &reader->phrases;
    return (RhumbReading){&phrases->tokens,     phrases->tag,    phrases->sides,
                          &phrases->candidates, reader->lexicon, &phrases->survey};
}

/* Whether the text shows names at all: some collections are kept in small letters. */
static gboolean
has_capitals (const RhumbTokens *tokens)
{
    for (guint32 i = 0; i < tokens->n_tokens; i++)
        if (tokens->token[i]->n_capitals > 0)
            return TRUE;
    return FALSE;
}

/* In German a term ends with a noun and a noun begins with a capital: what ends otherwise was cut
 * across a verb ("Energieverbrauch sinkt"). */
static void
rule_out_small_ends (RhumbPhrases *phrases)
{
    for (guint32 c = 0; c < phrases->candidates.n_candidates; c++) {
        RhumbCandidate *candidate = &phrases->candidates.candidate[c];
        const RhumbOccurrence *place = &phrases->candidates.occurrence[candidate->first];
        const RhumbSpelling *last = phrases->tokens.token[place->end - 1];
        if (last->begins_with_letter && !last->begins_with_capital && !last->has_inner_capital) {
            candidate->can_be_concept = FALSE;
            candidate->score = RHUMB_OUT_OF_QUESTION;
        }
    }
}

static void
score_candidates (RhumbPhraseReader *reader)
{
    RhumbPhrases *phrases = &reader->phrases;
    const RhumbReading reading = rhumb_phrase_reader_get_reading (reader);
    const gboolean is_automatic = reader->options.density < 0;
    const gboolean is_small = is_automatic && !has_capitals (&phrases->tokens);
    const double density = is_small       ? SMALL_DENSITY
                           : is_automatic ? DENSITY
                                          : reader->options.density;
    reader->containment = is_small ? SMALL_CONTAINMENT : reader->options.containment;
    rhumb_scorer_score (&reader->scorer, &reading, phrases->candidates.candidate, density,
                        &reader->arena);
    for (guint32 i = 0; i < phrases->candidates.n_candidates; i++)
        if (phrases->candidates.candidate[i].n_stems == 1)
            phrases->candidates.candidate[i].score += ONE_STEM_OFFSET;
    if (rhumb_lexicon_capitalises_nouns (reader->lexicon) && has_capitals (&phrases->tokens))
        rule_out_small_ends (phrases);
}

static RhumbCandidate *
find_phrase (RhumbPhraseReader *reader, const char *text)
{
    g_autoptr (GArray) stem = g_array_new (FALSE, FALSE, sizeof (guint32));
    rhumb_stems_add_words (rhumb_lexicon_get_stems (reader->lexicon), text, strlen (text), stem);
    RhumbCandidate *found = rhumb_candidates_find (&reader->phrases.candidates,
                                                   (const guint32 *)(void *)stem->data, stem->len);
    return found && found->can_be_concept ? found : NULL;
}

static gboolean
has_bracket (const char *text)
{
    return text != NULL && strchr (text, '(') != NULL;
}

/* Lets the expansion of each acronym take the better of the two scores. */
static void
join_acronyms (RhumbPhraseReader *reader, const char *title, const char *abstract)
{
    RhumbPhrases *phrases = &reader->phrases;
    if (!has_bracket (title) && !has_bracket (abstract))
        return;
    g_autofree char *text = g_strconcat (title ? title : "", title && *title ? ". " : "",
                                         abstract ? abstract : "", NULL);
    phrases->acronym = rhumb_find_acronyms (text, &reader->arena, &phrases->n_acronyms);
    reader->expansion =
        RHUMB_ARENA_NEW (&reader->arena, const RhumbCandidate *, phrases->n_acronyms);
    for (guint32 i = 0; i < phrases->n_acronyms; i++) {
        RhumbCandidate *form = find_phrase (reader, phrases->acronym[i].short_form);
        RhumbCandidate *expansion = find_phrase (reader, phrases->acronym[i].expansion);
        if (form == NULL || expansion == NULL || form == expansion)
            continue;
        expansion->score = MAX (form->score, expansion->score);
        form->score = RHUMB_OUT_OF_QUESTION;
        reader->expansion[i] = expansion;
    }
}

/* The short form that the text gives a phrase first, NULL if none. */
static const char *
find_short_form (const RhumbPhraseReader *reader, const RhumbCandidate *candidate)
{
    for (guint32 i = 0; i < reader->phrases.n_acronyms; i++)
        if (reader->expansion[i] == candidate)
            return reader->phrases.acronym[i].short_form;
    return NULL;
}

static void
choose_phrases (RhumbPhraseReader *reader)
{
    RhumbPhrases *phrases = &reader->phrases;
    const RhumbPhraseOptions *options = &reader->options;
    RhumbPhrasePool pool =
        rhumb_phrase_pool_new (&phrases->candidates, options->n_top, options->n_top * POOL_FACTOR,
                               reader->containment, &reader->arena);
    phrases->phrase = RHUMB_ARENA_NEW (&reader->arena, RhumbPhrase, options->n_top);
    guint32 n_good = 0;
    while (phrases->n_phrases < MIN (options->n_top, pool.n_entries)) {
        double score;
        const RhumbCandidate *candidate = rhumb_phrase_pool_take (&pool, &score);
        n_good += score > options->cutoff;
        phrases->phrase[phrases->n_phrases++] = (RhumbPhrase){
            candidate,
            options->is_unspelled ? NULL : rhumb_phrase_reader_get_surface (reader, candidate),
            find_short_form (reader, candidate), score};
    }
    phrases->n_chosen = CLAMP (n_good, MIN_CHOSEN, MAX_CHOSEN);
    phrases->n_chosen = MIN (phrases->n_chosen, phrases->n_phrases);
}

static gboolean
same_tokens (const RhumbTokens *tokens, const RhumbOccurrence *a, const RhumbOccurrence *b)
{
    const guint32 n = a->end - a->start;
    return n == b->end - b->start && memcmp (tokens->token + a->start, tokens->token + b->start,
                                             n * sizeof tokens->token[0]) == 0;
}

/* The place whose spelling is the commonest, the first among equals. Spellings beyond the
 * thirty-second are not counted, so that no text costs more than linear time. */
static const RhumbOccurrence *
commonest_place (const RhumbPhrases *phrases, const RhumbCandidate *candidate)
{
    const RhumbOccurrence *all = phrases->candidates.occurrence;
    const RhumbOccurrence *place[MAX_SURFACES];
    guint32 count[MAX_SURFACES] = {0};
    guint32 n = 0;
    for (guint32 o = candidate->first; o != RHUMB_NO_OCCURRENCE; o = all[o].next) {
        guint32 i = 0;
        while (i < n && !same_tokens (&phrases->tokens, place[i], &all[o]))
            i++;
        if (i == MAX_SURFACES)
            continue;
        if (i == n)
            place[n++] = &all[o];
        count[i]++;
    }
    guint32 best = 0;
    for (guint32 i = 1; i < n; i++)
        if (count[i] > count[best])
            best = i;
    return place[best];
}

/* The commonest spelling of a candidate of the paper read last, tokens parted by spaces. */
const char *
rhumb_phrase_reader_get_surface (RhumbPhraseReader *reader, const RhumbCandidate *candidate)
{
    const RhumbPhrases *phrases = &reader->phrases;
    const RhumbOccurrence *place = commonest_place (phrases, candidate);
    gsize length = 0;
    for (guint32 i = place->start; i < place->end; i++)
        length += phrases->tokens.token[i]->length + 1;
    char *surface = RHUMB_ARENA_NEW (&reader->arena, char, length);
    char *p = surface;
    for (guint32 i = place->start; i < place->end; i++) {
        const RhumbSpelling *token = phrases->tokens.token[i];
        memcpy (p, token->text, token->length);
        p += token->length;
        *p++ = i + 1 < place->end ? ' ' : '\0';
    }
    return surface;
}

/* Begins a paper. Its tokens are cut, or are @tokens (nullable), which the reader's lexicon made.
 */
static RhumbPhrases *
begin (RhumbPhraseReader *reader, const char *title, const char *abstract,
       const RhumbTokens *tokens)
{
    RhumbPhrases *phrases = &reader->phrases;
    rhumb_arena_reset (&reader->arena);
    memset (phrases, 0, sizeof *phrases);
    if (tokens != NULL) {
        phrases->tokens = *tokens;
        return phrases;
    }
    rhumb_lexicon_relieve (reader->lexicon);
    phrases->tokens = rhumb_split_tokens (reader->lexicon, &reader->arena, title, abstract);
    return phrases;
}

/* Reads a paper again whose candidates have been scored: tokens, places and the scores of their
 * candidates alone. @title and @abstract: (nullable) as then; @tokens: (nullable): those then, if
 * they are known; @known: what was kept of the candidates. What it returns is borrowed and good
 * until the next call. */
const RhumbPhrases *
rhumb_phrase_reader_read_again (RhumbPhraseReader *reader, const char *title, const char *abstract,
                                const RhumbTokens *tokens, const RhumbKnownCandidates *known)
{
    RhumbPhrases *phrases = begin (reader, title, abstract, tokens);
    phrases->candidates = rhumb_find_known_candidates (&phrases->tokens, known, &reader->arena);
    phrases->known = *known;
    return phrases;
}

/* Reads one paper. @title and @abstract: (nullable) valid UTF-8. What it returns is borrowed and
 * good until the next call. */
const RhumbPhrases *
rhumb_phrase_reader_read (RhumbPhraseReader *reader, const char *title, const char *abstract)
{
    RhumbPhrases *phrases = begin (reader, title, abstract, NULL);
    phrases->tag = rhumb_tag_tokens (&phrases->tokens, &reader->arena);
    phrases->sides = rhumb_look_around (&phrases->tokens, phrases->tag, &reader->arena);
    phrases->candidates = rhumb_find_candidates (&phrases->tokens, &reader->arena);
    phrases->survey =
        rhumb_survey_text (reader->lexicon, &phrases->tokens, &phrases->candidates, &reader->arena);
    score_candidates (reader);
    join_acronyms (reader, title, abstract);
    if (reader->options.n_top > 0)
        choose_phrases (reader);
    return phrases;
}
