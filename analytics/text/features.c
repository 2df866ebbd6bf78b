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
#include "analytics/text/surroundings.h"
#include "analytics/text/well-formed.h"

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

/* Counts over all places of one candidate. */
typedef struct {
    guint32 n_starts;
    guint32 n_at_chunk_start;
    guint32 n_at_chunk_end;
    guint32 n_sentences;
    guint32 first_token;
    guint32 n_after_of;
    guint32 n_before_of;
    guint32 n_after_article;
    guint32 n_before_and;
    guint32 n_after_and;
    guint32 n_after_preposition;
    gboolean in_title;
    gboolean before_bracket;
    gboolean in_capitals;
    char first_tag;
    char last_tag;
} Counts;

static void
count_neighbours (const RhumbReading *reading, const RhumbOccurrence *place, Counts *counts)
{
    const RhumbTokens *tokens = reading->tokens;
    if (place->start > tokens->start[place->sentence]) {
        const guint32 before = tokens->token[place->start - 1]->neighbour;
        counts->n_after_of += (before & RHUMB_BESIDE_OF) != 0;
        counts->n_after_article += (before & RHUMB_BESIDE_ARTICLE) != 0;
        counts->n_after_and += (before & RHUMB_BESIDE_AND) != 0;
        counts->n_after_preposition += (before & RHUMB_BESIDE_PREPOSITION) != 0;
    }
    if (place->end < tokens->start[place->sentence + 1]) {
        const guint32 after = tokens->token[place->end]->neighbour;
        counts->n_before_of += (after & RHUMB_BESIDE_OF) != 0;
        counts->n_before_and += (after & RHUMB_BESIDE_AND) != 0;
        counts->before_bracket = counts->before_bracket || (after & RHUMB_BESIDE_BRACKET);
    }
}

/* How often each tag comes, in the order in which they came. */
typedef struct {
    char tag[16];
    guint32 count[16];
    guint n;
} TagCounts;

static void
count_tag (TagCounts *counts, char tag)
{
    guint i = 0;
    while (i < counts->n && counts->tag[i] != tag)
        i++;
    if (i == counts->n) {
        counts->tag[i] = tag;
        counts->count[i] = 0;
        counts->n++;
    }
    counts->count[i]++;
}

/* The commonest of the tags, the first to come among equals. */
static char
commonest_tag (const TagCounts *counts)
{
    guint best = 0;
    for (guint i = 1; i < counts->n; i++)
        if (counts->count[i] > counts->count[best])
            best = i;
    return counts->tag[best];
}

static Counts
count_places (const RhumbReading *reading, const RhumbCandidate *candidate)
{
    Counts counts = {.first_token = G_MAXUINT32};
    TagCounts first;
    TagCounts last;
    first.n = last.n = 0;
    guint32 sentence = G_MAXUINT32;
    guint32 start = G_MAXUINT32;
    for (guint32 o = candidate->first; o != RHUMB_NO_OCCURRENCE;
         o = reading->candidates->occurrence[o].next) {
        const RhumbOccurrence *place = &reading->candidates->occurrence[o];
        const RhumbSpelling *token = reading->tokens->token[place->start];
        counts.n_starts += place->start != start;
        counts.n_sentences += place->sentence != sentence;
        counts.n_at_chunk_start += place->start == place->chunk_start;
        counts.n_at_chunk_end += place->end == place->chunk_end;
        counts.first_token = MIN (counts.first_token, place->start);
        counts.in_title = counts.in_title || place->sentence < reading->tokens->n_title_sentences;
        counts.in_capitals = counts.in_capitals || (token->is_all_capitals && token->n_chars > 1);
        count_tag (&first, reading->tag[place->start]);
        count_tag (&last, reading->tag[place->end - 1]);
        count_neighbours (reading, place, &counts);
        start = place->start;
        sentence = place->sentence;
    }
    counts.first_tag = commonest_tag (&first);
    counts.last_tag = commonest_tag (&last);
    return counts;
}

static void
measure_places (const RhumbReading *reading, const RhumbCandidate *candidate, const Counts *counts,
                double *feature)
{
    const double n = candidate->n_occurrences;
    feature[BIAS] = 1;
    feature[LOG_COUNT] = rhumb_log (counts->n_starts);
    feature[REPEATED] = counts->n_starts >= 2;
    feature[EVER_ALONE] = candidate->n_alone > 0;
    feature[STARTS_CHUNK] = counts->n_at_chunk_start / n;
    feature[ENDS_CHUNK] = counts->n_at_chunk_end / n;
    feature[EVER_STARTS] = counts->n_at_chunk_start > 0;
    feature[EVER_ENDS] = counts->n_at_chunk_end > 0;
    feature[IN_TITLE] = counts->in_title;
    feature[LOG_FIRST] = rhumb_log (1 + counts->first_token);
    feature[FIRST_SHARE] = counts->first_token / (reading->tokens->n_tokens + 1.0);
    feature[LOG_SENTENCES] = rhumb_log (counts->n_sentences);
    feature[BEFORE_BRACKET] = counts->before_bracket;
    feature[AFTER_OF] = counts->n_after_of / n;
    feature[BEFORE_OF] = counts->n_before_of / n;
    feature[AFTER_ARTICLE] = counts->n_after_article / n;
    feature[BEFORE_AND] = counts->n_before_and / n;
    feature[AFTER_AND] = counts->n_after_and / n;
    feature[AFTER_PREPOSITION] = counts->n_after_preposition / n;
}

/* The first place stands for all in what concerns the phrase's own words. */
static void
measure_form (const RhumbReading *reading, const RhumbCandidate *candidate, const Counts *counts,
              double *feature)
{
    const RhumbOccurrence *place = &reading->candidates->occurrence[candidate->first];
    const guint32 n_tokens = place->end - place->start;
    const gboolean alone = n_tokens == 1;
    const char last = counts->last_tag;
    const char first = counts->first_tag;
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
    feature[LONE_CAPITALS] = alone && counts->in_capitals;
}

/* Measures what is known of the words of a phrase. @word: of each of its @n stems; @feature: as of
 * rhumb_measure_features(), of which only these are set. */
void
rhumb_measure_priors (const RhumbWordPrior *word, guint32 n, double *feature)
{
    double sum = 0;
    double rarity_sum = 0;
    feature[PRIOR_LEAST] = G_MAXDOUBLE;
    feature[PRIOR_MOST] = -G_MAXDOUBLE;
    feature[RARITY_MOST] = 0;
    feature[PRIOR_SINGLE] = feature[PRIOR_HEAD] = feature[PRIOR_FIRST] = 0;
    for (guint32 i = 0; i < n; i++) {
        const double prior = n == 1 ? word[i].single : i + 1 == n ? word[i].head : word[i].modifier;
        feature[PRIOR_LEAST] = MIN (feature[PRIOR_LEAST], prior);
        feature[PRIOR_MOST] = MAX (feature[PRIOR_MOST], prior);
        feature[RARITY_MOST] = MAX (feature[RARITY_MOST], word[i].rarity);
        feature[RARITY_HEAD] = word[i].rarity;
        sum += prior;
        rarity_sum += word[i].rarity;
        feature[n == 1 ? PRIOR_SINGLE : PRIOR_HEAD] = prior;
        if (n > 1 && i == 0)
            feature[PRIOR_FIRST] = prior;
    }
    feature[PRIOR_MEAN] = sum / n;
    feature[RARITY_MEAN] = rarity_sum / n;
}

/* How often its words come in the text, and whether in the title. */
static void
measure_words (const RhumbReading *reading, const RhumbCandidate *candidate, double *feature)
{
    const guint32 n = candidate->n_stems;
    RhumbWordPrior word[RHUMB_MAX_PHRASE_STEMS];
    double sum = 0;
    guint32 n_in_title = 0;
    feature[WORD_COUNT_LEAST] = G_MAXDOUBLE;
    feature[WORD_COUNT_MOST] = 0;
    for (guint32 i = 0; i < n; i++) {
        const RhumbWordUse *use = rhumb_survey_find (reading->survey, candidate->stem[i]);
        const double count = use->log_count;
        word[i] = use->prior;
        feature[WORD_COUNT_LEAST] = MIN (feature[WORD_COUNT_LEAST], count);
        feature[WORD_COUNT_MOST] = MAX (feature[WORD_COUNT_MOST], count);
        feature[WORD_COUNT_HEAD] = count;
        sum += count;
        n_in_title += use->in_title;
    }
    feature[WORD_COUNT_MEAN] = sum / n;
    feature[WORDS_IN_TITLE] = (double)n_in_title / n;
    rhumb_measure_priors (word, n, feature);
}

/* How it stands to longer and shorter candidates, and to the words around it. */
static void
measure_nesting (const RhumbReading *reading, const RhumbCandidate *candidate, double *feature)
{
    const RhumbNesting *nesting =
        &reading->survey->nesting[candidate - reading->candidates->candidate];
    const RhumbOccurrence *first = &reading->candidates->occurrence[candidate->first];
    const double n = candidate->n_occurrences;
    feature[LONGER_COUNT] = nesting->longer_count / n;
    feature[LOG_LONGER] = rhumb_log (1 + nesting->n_longer);
    feature[SHORTER_COUNT] = nesting->shorter_count / n;
    feature[ALONE_SHARE] = candidate->n_alone / n;
    feature[LOG_ALONE] = rhumb_log (1 + candidate->n_alone);
    feature[CHUNK_LENGTH] = first->chunk_end - first->chunk_start;
}

/* Where in its sentences and in the text it stands, and whether a digit is in it. */
static void
measure_surroundings (const RhumbReading *reading, const RhumbCandidate *candidate, double *feature)
{
    const RhumbSurroundings around = rhumb_look_around (reading, candidate);
    const double n = candidate->n_occurrences;
    const double length = reading->tokens->n_tokens + 1.0;
    feature[LAST_SHARE] = around.last_start / length;
    feature[SPREAD] = (around.last_start - around.first_start) / length;
    feature[HAS_DIGIT] = around.has_digit;
    feature[AFTER_THE] = around.n_after_the / n;
    feature[AFTER_VERB] = around.n_after_verb / n;
    feature[BEFORE_VERB] = around.n_before_verb / n;
    feature[BEFORE_END] = around.n_before_end / n;
    feature[STARTS_SENTENCE] = around.n_starts_sentence / n;
    feature[TITLE_START] = around.starts_title;
    feature[TITLE_END] = around.ends_title;
    feature[AFTER_BREAK] = around.n_after_break / n;
    feature[BEFORE_PREPOSITION] = around.n_before_preposition / n;
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
    TagCounts last;
    last.n = 0;
    for (guint32 o = candidate->first; o != RHUMB_NO_OCCURRENCE; o = all[o].next)
        count_tag (&last, reading->tag[all[o].end - 1]);
    return !is_no_noun (commonest_tag (&last));
}

/* Measures one candidate. @feature: RHUMB_N_FEATURES values, in the order of
 * rhumb_feature_names. Returns FALSE if the phrase is one adjective, verb or adverb and so no
 * concept. */
gboolean
rhumb_measure_features (const RhumbReading *reading, const RhumbCandidate *candidate,
                        double *feature)
{
    const Counts counts = count_places (reading, candidate);
    const RhumbOccurrence *place = &reading->candidates->occurrence[candidate->first];
    measure_places (reading, candidate, &counts, feature);
    measure_form (reading, candidate, &counts, feature);
    measure_words (reading, candidate, feature);
    measure_nesting (reading, candidate, feature);
    measure_surroundings (reading, candidate, feature);
    feature[WELL_FORMED] = rhumb_is_well_formed (reading, candidate);
    return place->end - place->start > 1 ||
           (feature[LAST_ADJECTIVE] == 0 && feature[LAST_VERB] == 0);
}
