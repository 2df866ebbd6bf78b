/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What is measured on a candidate phrase before it is scored: how often and where it occurs, how
 * long it is, what its words look like, what stands around it, and what the word table knows of
 * its words.
 *
 * In the spirit of A. Hulth, Improved automatic keyword extraction given more linguistic
 * knowledge, EMNLP 2003, doi:10.3115/1119355.1119383, and O. Medelyan, E. Frank, I. H. Witten,
 * EMNLP 2009; the shares of neighbouring words and the word table are our own. Raw values,
 * unscaled: the weights carry the scale. Cost: linear in the occurrences.
 */
#include "analytics/text/features.h"

#include "analytics/text/logarithms.h"

enum {
    BIAS,
    LOG_COUNT,
    REPEATED,
    EVER_ALONE,
    STARTS_CHUNK,
    ENDS_CHUNK,
    EVER_STARTS,
    EVER_ENDS,
    IN_TITLE,
    LOG_FIRST,
    FIRST_SHARE,
    LOG_SENTENCES,
    ONE_TOKEN,
    TWO_TOKENS,
    THREE_TOKENS,
    FOUR_TOKENS,
    FIVE_TOKENS,
    ONE_STEM,
    LETTERS,
    SHORT,
    LAST_NOUN,
    LAST_GERUND,
    LAST_ADJECTIVE,
    LAST_VERB,
    FIRST_GERUND,
    FIRST_VERB,
    LONE_ADJECTIVE,
    LONE_NAME,
    EDGE_WORD,
    ACROSS_OF,
    ACROSS_AND,
    LONE_CAPITALS,
    BEFORE_BRACKET,
    AFTER_OF,
    BEFORE_OF,
    AFTER_ARTICLE,
    BEFORE_AND,
    AFTER_AND,
    AFTER_PREPOSITION,
    PRIOR_SINGLE,
    PRIOR_HEAD,
    PRIOR_FIRST,
    PRIOR_LEAST,
    PRIOR_MEAN,
    PRIOR_MOST,
    RARITY_MEAN,
    RARITY_MOST,
    RARITY_HEAD,
    WORD_COUNT_MEAN,
    WORD_COUNT_LEAST,
    WORD_COUNT_MOST,
    WORD_COUNT_HEAD,
    WORDS_IN_TITLE,
    ACROSS_BASED,
    ACROSS_TO,
    LONGER_COUNT,
    LOG_LONGER,
    SHORTER_COUNT,
    ALONE_SHARE,
    LOG_ALONE,
    CHUNK_LENGTH,
    WELL_FORMED,
    LAST_SHARE,
    SPREAD,
    HAS_DIGIT,
    AFTER_THE,
    AFTER_VERB,
    BEFORE_VERB,
    BEFORE_END,
    STARTS_SENTENCE,
    TITLE_START,
    TITLE_END,
    AFTER_BREAK,
    BEFORE_PREPOSITION,
};

/* The names by which the model knows them, in the order above. */
const char *const rhumb_feature_names[RHUMB_N_FEATURES] = {
    "bias",       "ltf",      "tf2",      "anyalone", "lft",     "rgt",        "anylft",
    "anyrgt",     "title",    "lfirst",   "firstrel", "nsent",   "L1",         "L2",
    "L3",         "L4",       "L5",       "K1",       "nch",     "short",      "hN",
    "hG",         "hJ",       "hV",       "fG",       "fV",      "J1",         "P1",
    "edge",       "of",       "andb",     "allcap1",  "paren",   "prvof",      "nxtof",
    "prva",       "nxtand",   "prvand",   "prvprep",  "x1",      "xh",         "xf",
    "xmin",       "xmean",    "xmax",     "wmean",    "wmax",    "whead",      "wtfmean",
    "wtfmin",     "wtfmax",   "wtfhead",  "intitle",  "based",   "to",         "longer",
    "nlonger",    "shorter",  "alone",    "lalone",   "chunk",   "wellformed", "lastrel",
    "spread",     "digit",    "prvthe",   "prvverb",  "nxtverb", "nxtend",     "prvstart",
    "titlestart", "titleend", "prvbreak", "nxtprep",
};

/* Quotients of small counts, for most phrases have few places. */
#define QUOTIENTS(n)                                     \
    {                                                    \
        0. / (n), 1. / (n), 2. / (n), 3. / (n), 4. / (n) \
    }
#define N_QUOTIENTS 5
static const double quotients[N_QUOTIENTS][N_QUOTIENTS] = {
    {0}, QUOTIENTS (1), QUOTIENTS (2), QUOTIENTS (3), QUOTIENTS (4)};

/* @count of @n. */
static inline double
share (guint32 count, guint32 n)
{
    if (n == 1)
        return count;
    return n < N_QUOTIENTS && count < N_QUOTIENTS ? quotients[n][count] : (double)count / n;
}

static inline __attribute__ ((always_inline)) void
measure_places (const RhumbReading *reading, const RhumbCandidate *candidate,
                const RhumbSurroundings *around, guint32 n, double *feature)
{
    const double *known = reading->survey->logarithm;
    feature[BIAS] = 1;
    feature[LOG_COUNT] = rhumb_log (known, around->n_starts);
    feature[REPEATED] = around->n_starts >= 2;
    feature[EVER_ALONE] = candidate->n_alone > 0;
    feature[STARTS_CHUNK] = share (around->n_at_chunk_start, n);
    feature[ENDS_CHUNK] = share (around->n_at_chunk_end, n);
    feature[EVER_STARTS] = around->n_at_chunk_start > 0;
    feature[EVER_ENDS] = around->n_at_chunk_end > 0;
    feature[IN_TITLE] = around->behind[RHUMB_IN_TITLE] > 0;
    feature[LOG_FIRST] = rhumb_log (known, 1 + around->first_start);
    feature[FIRST_SHARE] = around->first_start / (reading->tokens->n_tokens + 1.0);
    feature[LOG_SENTENCES] = rhumb_log (known, around->n_sentences);
    feature[BEFORE_BRACKET] = around->behind[RHUMB_BEFORE_BRACKET] > 0;
    feature[AFTER_OF] = share (around->before[RHUMB_AFTER_OF], n);
    feature[BEFORE_OF] = share (around->behind[RHUMB_BEFORE_OF], n);
    feature[AFTER_ARTICLE] = share (around->before[RHUMB_AFTER_ARTICLE], n);
    feature[BEFORE_AND] = share (around->behind[RHUMB_BEFORE_AND], n);
    feature[AFTER_AND] = share (around->before[RHUMB_AFTER_AND], n);
    feature[AFTER_PREPOSITION] = share (around->before[RHUMB_AFTER_PREPOSITION], n);
}

/* The first place stands for all in what concerns the phrase's own words. */
static inline __attribute__ ((always_inline)) void
measure_form (const RhumbReading *reading, const RhumbCandidate *candidate,
              const RhumbSurroundings *around, double *feature)
{
    const RhumbOccurrence *place = &reading->candidates->occurrence[candidate->first];
    const guint32 n_tokens = place->end - place->start;
    const gboolean alone = n_tokens == 1;
    const char last = around->last_tag;
    const char first = around->first_tag;
    for (guint32 n = 1; n <= 5; n++)
        feature[ONE_TOKEN + n - 1] = MIN (n_tokens, 5) == n;
    feature[ONE_STEM] = candidate->n_stems == 1;
    feature[LETTERS] = candidate->n_stem_chars / 20.0;
    feature[SHORT] = candidate->n_stem_chars <= 3;
    feature[LAST_NOUN] = last == 'N';
    feature[LAST_GERUND] = last == 'G';
    feature[LAST_ADJECTIVE] = last == 'J';
    feature[LAST_VERB] = last == 'V' || last == 'M' || last == 'R' || last == 'D';
    feature[FIRST_GERUND] = first == 'G' && !alone;
    feature[FIRST_VERB] = (first == 'V' || first == 'M' || first == 'R') && !alone;
    feature[LONE_ADJECTIVE] = alone && last == 'J';
    feature[LONE_NAME] = alone && last == 'P';
    feature[EDGE_WORD] = reading->tokens->token[place->start]->role.is_edge ||
                         reading->tokens->token[place->end - 1]->role.is_edge;
    feature[ACROSS_OF] = place->bridge == RHUMB_BRIDGE_OF;
    feature[ACROSS_AND] = place->bridge == RHUMB_BRIDGE_AND;
    feature[ACROSS_BASED] = place->bridge == RHUMB_BRIDGE_BASED;
    feature[ACROSS_TO] = place->bridge == RHUMB_BRIDGE_TO;
    feature[LONE_CAPITALS] = alone && around->in_capitals;
}

/* Measures what is known of the words of a phrase. @word: of each of its @n stems; @feature: as of
 * rhumb_measure_features(), of which only these are set. */
void
rhumb_measure_priors (const RhumbWordPrior *word, guint32 n, double *feature)
{
    double sum = 0;
    double rarity_sum = 0;
    double least = G_MAXDOUBLE;
    double most = -G_MAXDOUBLE;
    double rarest = 0;
    double prior = 0;
    for (guint32 i = 0; i < n; i++) {
        prior = n == 1 ? word[i].single : i + 1 == n ? word[i].head : word[i].modifier;
        least = MIN (least, prior);
        most = MAX (most, prior);
        rarest = MAX (rarest, word[i].rarity);
        sum += prior;
        rarity_sum += word[i].rarity;
    }
    feature[PRIOR_SINGLE] = n == 1 ? prior : 0;
    feature[PRIOR_HEAD] = n == 1 ? 0 : prior;
    feature[PRIOR_FIRST] = n == 1 ? 0 : word[0].modifier;
    feature[PRIOR_LEAST] = least;
    feature[PRIOR_MOST] = most;
    feature[PRIOR_MEAN] = sum / n;
    feature[RARITY_MOST] = rarest;
    feature[RARITY_HEAD] = word[n - 1].rarity;
    feature[RARITY_MEAN] = rarity_sum / n;
}

/* How often its words come in the text, and whether in the title. */
static void
measure_words (const RhumbReading *reading, const RhumbCandidate *candidate, double *feature)
{
    const guint32 n = candidate->n_stems;
    RhumbWordPrior word[RHUMB_MAX_PHRASE_STEMS];
    double sum = 0;
    double least = G_MAXDOUBLE;
    double most = 0;
    double count = 0;
    guint32 n_in_title = 0;
    for (guint32 i = 0; i < n; i++) {
        const RhumbWordUse *use = rhumb_survey_find (reading->survey, candidate->stem[i]);
        count = use->log_count;
        word[i] = use->prior;
        least = MIN (least, count);
        most = MAX (most, count);
        sum += count;
        n_in_title += use->in_title;
    }
    feature[WORD_COUNT_LEAST] = least;
    feature[WORD_COUNT_MOST] = most;
    feature[WORD_COUNT_HEAD] = count;
    feature[WORD_COUNT_MEAN] = sum / n;
    feature[WORDS_IN_TITLE] = (double)n_in_title / n;
    rhumb_measure_priors (word, n, feature);
}

/* How it stands to longer and shorter candidates, and to the words around it. */
static inline __attribute__ ((always_inline)) void
measure_nesting (const RhumbReading *reading, const RhumbCandidate *candidate, guint32 n_places,
                 double *feature)
{
    const RhumbNesting *nesting =
        &reading->survey->nesting[candidate - reading->candidates->candidate];
    const RhumbOccurrence *first = &reading->candidates->occurrence[candidate->first];
    const double n = n_places;
    const double *known = reading->survey->logarithm;
    feature[LONGER_COUNT] = nesting->longer_count / n;
    feature[LOG_LONGER] = rhumb_log (known, 1 + nesting->n_longer);
    feature[SHORTER_COUNT] = nesting->shorter_count / n;
    feature[ALONE_SHARE] = candidate->n_alone / n;
    feature[LOG_ALONE] = rhumb_log (known, 1 + candidate->n_alone);
    feature[CHUNK_LENGTH] = first->chunk_end - first->chunk_start;
}

static gboolean
has_digit (const RhumbTokens *tokens, const RhumbOccurrence *place)
{
    for (guint32 i = place->start; i < place->end; i++)
        if (tokens->token[i]->has_digit)
            return TRUE;
    return FALSE;
}

/* Where in its sentences and in the text it stands, and whether a digit is in it. */
static inline __attribute__ ((always_inline)) void
measure_surroundings (const RhumbReading *reading, const RhumbCandidate *candidate,
                      const RhumbSurroundings *around, guint32 n, double *feature)
{
    const double length = reading->tokens->n_tokens + 1.0;
    feature[LAST_SHARE] = around->last_start / length;
    feature[SPREAD] = (around->last_start - around->first_start) / length;
    feature[HAS_DIGIT] =
        has_digit (reading->tokens, &reading->candidates->occurrence[candidate->first]);
    feature[AFTER_THE] = share (around->before[RHUMB_AFTER_THE], n);
    feature[AFTER_VERB] = share (around->before[RHUMB_AFTER_VERB], n);
    feature[BEFORE_VERB] = share (around->behind[RHUMB_BEFORE_VERB], n);
    feature[BEFORE_END] = share (around->behind[RHUMB_BEFORE_END], n);
    feature[STARTS_SENTENCE] = share (around->before[RHUMB_STARTS_SENTENCE], n);
    feature[TITLE_START] = around->first_start == 0 && reading->tokens->n_title_sentences > 0;
    feature[TITLE_END] = around->behind[RHUMB_ENDS_TITLE] > 0;
    feature[AFTER_BREAK] = share (around->before[RHUMB_AFTER_BREAK], n);
    feature[BEFORE_PREPOSITION] = share (around->behind[RHUMB_BEFORE_PREPOSITION], n);
}

/* Whether a word with this tag, which its ending or a list gives, tells what something is like or
 * does. */
static gboolean
is_no_noun (char tag)
{
    return tag == 'J' || tag == 'V' || tag == 'M' || tag == 'R' || tag == 'D';
}

/* Whether a candidate is more than one adjective, verb or adverb, which is no concept. */
gboolean
rhumb_may_be_concept (const RhumbReading *reading, const RhumbCandidate *candidate)
{
    const RhumbOccurrence *all = reading->candidates->occurrence;
    if (all[candidate->first].end - all[candidate->first].start > 1)
        return TRUE;
    return !is_no_noun (rhumb_find_last_tag (reading->tag, reading->candidates, candidate));
}

/* Measures a candidate of @n places. */
static inline __attribute__ ((always_inline)) void
measure (const RhumbReading *reading, const RhumbCandidate *candidate,
         const RhumbSurroundings *around, guint32 n, double *feature)
{
    measure_places (reading, candidate, around, n, feature);
    measure_form (reading, candidate, around, feature);
    measure_words (reading, candidate, feature);
    measure_nesting (reading, candidate, n, feature);
    measure_surroundings (reading, candidate, around, n, feature);
    feature[WELL_FORMED] = candidate->is_well_formed;
}

/* Measures one candidate. @feature: RHUMB_N_FEATURES values, in the order of
 * rhumb_feature_names. Returns FALSE if the phrase is one adjective, verb or adverb and so no
 * concept. */
gboolean
rhumb_measure_features (const RhumbReading *reading, const RhumbCandidate *candidate,
                        double *feature)
{
    const RhumbOccurrence *place = &reading->candidates->occurrence[candidate->first];
    if (candidate->n_occurrences == 1) {
        const RhumbSurroundings around =
            rhumb_surroundings_of_place (reading->tokens, reading->tag, reading->sides, place);
        measure (reading, candidate, &around, 1, feature);
    } else {
        const RhumbSurroundings around = rhumb_count_surroundings (
            reading->tokens, reading->tag, reading->sides, reading->candidates, candidate);
        measure (reading, candidate, &around, candidate->n_occurrences, feature);
    }
    return place->end - place->start > 1 ||
           (feature[LAST_ADJECTIVE] == 0 && feature[LAST_VERB] == 0);
}
