/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Whether a phrase reads like a term: a noun phrase that is not cut out of a longer one, does not
 * begin with a verb or a word of degree, and does not end with an adjective or a verb.
 *
 * The ranking of one paper's phrases forgives such slips, for a keyphrase list is judged by
 * overlap; a label on a map is not. Every rule names a class of slips.
 */
#include "analytics/text/well-formed.h"

#include "analytics/text/tags.h"

#include <string.h>

/* How much likelier an adjective is as a modifier than as a head, in log odds. */
#define ADJECTIVE_MARGIN 0.3

static gboolean
ends_with (const RhumbSpelling *word, const char *ending)
{
    return word->length >= strlen (ending) && g_str_has_suffix (word->text, ending);
}

/* "synchronizes gradients", "facilitates": a verb of the third person. */
static gboolean
is_finite_verb (const RhumbSpelling *lower)
{
    return lower->n_chars >= 8 && ((ends_with (lower, "izes") && !ends_with (lower, "sizes")) ||
                                   ends_with (lower, "ifies") || ends_with (lower, "yzes"));
}

/* "250 robots", "500M samples", "4times": a count, not a name. */
static gboolean
is_count (const RhumbSpelling *token)
{
    guint32 n_digits = 0;
    while (n_digits < token->length && g_ascii_isdigit (token->text[n_digits]))
        n_digits++;
    if (n_digits == 0)
        return FALSE;
    return n_digits >= 3 || n_digits == token->length || g_ascii_islower (token->text[n_digits]);
}

/* "multi-agent", "large-scale", "text-to-image", "end-to-end": alone, one word of this make says
 * what kind something is and not what it is. "Cross-validation" has a noun of action at its end. */
static gboolean
is_modifier (const RhumbSpelling *lower)
{
    static const char *const firsts[] = {
        "best",  "bi",    "coarse",   "cross", "dual",  "few",   "fine",   "full",
        "high",  "in",    "inter",    "intra", "large", "long",  "low",    "many",
        "mixed", "multi", "multiple", "non",   "off",   "on",    "one",    "open",
        "out",   "per",   "plug",     "real",  "semi",  "short", "single", "small",
        "top",   "two",   "three",    "zero",  "un"};
    static const char *const nouns[] = {"ing", "tion", "sion", "ity", "ment", "ness", "ism"};
    const char *hyphen = strchr (lower->text, '-');
    if (hyphen == NULL)
        return FALSE;
    if (strstr (hyphen, "-to-") != NULL || strstr (hyphen, "-of-") != NULL)
        return TRUE;
    for (gsize i = 0; i < G_N_ELEMENTS (nouns); i++)
        if (ends_with (lower, nouns[i]))
            return FALSE;
    const gsize n = (gsize)(hyphen - lower->text);
    for (gsize i = 0; i < G_N_ELEMENTS (firsts); i++)
        if (strlen (firsts[i]) == n && strncmp (lower->text, firsts[i], n) == 0)
            return TRUE;
    return FALSE;
}

/* "multi agent", "non blocking": the same in two words. */
static gboolean
is_parted_modifier (const RhumbTokens *tokens, const RhumbOccurrence *place)
{
    static const char *const prefixes[] = {"bi",  "cross", "inter", "intra", "multi",
                                           "non", "pre",   "semi",  "single"};
    static const char *const nouns[] = {"ing", "tion", "sion", "ity", "ment", "ness", "ism"};
    const RhumbSpelling *last = tokens->token[place->end - 1]->lower;
    if (place->end - place->start != 2)
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS (nouns); i++)
        if (ends_with (last, nouns[i]))
            return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
        if (strcmp (tokens->token[place->start]->lower->text, prefixes[i]) == 0)
            return TRUE;
    return FALSE;
}

/* "hoc network": the second word of a Latin pair begins nothing. */
static gboolean
is_torn (const RhumbSpelling *lower)
{
    static const char *const seconds[] = {"hoc",    "facto", "posteriori", "priori",
                                          "silico", "situ",  "vitro",      "vivo"};
    for (gsize i = 0; i < G_N_ELEMENTS (seconds); i++)
        if (strcmp (lower->text, seconds[i]) == 0)
            return TRUE;
    return FALSE;
}

static gboolean
begins_well (const RhumbReading *reading, const RhumbOccurrence *place)
{
    const RhumbSpelling *first = reading->tokens->token[place->start];
    const RhumbSpelling *lower = first->lower;
    if (is_torn (lower) || is_parted_modifier (reading->tokens, place))
        return FALSE;
    if (lower->role.is_opening || strchr ("VMRTIOC", reading->tag[place->start]) != NULL)
        return FALSE;
    if (place->end - place->start == 1)
        return !is_modifier (lower);
    const gboolean is_verb =
        !first->begins_with_capital &&
        (is_finite_verb (lower) || (lower->n_chars > 6 && ends_with (lower, "ates")));
    return !is_verb && !is_count (first);
}

static gboolean
ends_well (const RhumbReading *reading, const RhumbOccurrence *place)
{
    const RhumbSpelling *last = reading->tokens->token[place->end - 1];
    const char tag = reading->tag[place->end - 1];
    if (place->end - place->start == 1)
        return TRUE;
    if (is_modifier (last->lower) || last->lower->role.is_opening || last->lower->role.is_edge ||
        is_count (last) || is_finite_verb (last->lower) || strchr ("VMRD#", tag) != NULL)
        return FALSE;
    if (tag != 'J' || last->n_stems == 0)
        return TRUE;
    const RhumbWordPrior *word =
        rhumb_lexicon_get_prior (reading->lexicon, last->stem[last->n_stems - 1]);
    return rhumb_lexicon_knows (reading->lexicon, last->stem[last->n_stems - 1]) &&
           word->head + ADJECTIVE_MARGIN >= word->modifier;
}

static gboolean
has_possessive (const RhumbTokens *tokens, const RhumbOccurrence *place)
{
    for (guint32 i = place->start; i < place->end; i++)
        if (ends_with (tokens->token[i], "'s"))
            return TRUE;
    return FALSE;
}

static gboolean
is_word (const RhumbTokens *tokens, guint32 i, const char *word)
{
    return strcmp (tokens->token[i]->lower->text, word) == 0;
}

static gboolean
may_be_adjective (const RhumbReading *reading, guint32 i)
{
    return reading->tag[i] == 'D' || reading->tokens->token[i]->lower->looks_like_adjective;
}

/* "Global and Local X": "Local X" is what is left of a longer name. */
static gboolean
is_coordinated (const RhumbReading *reading, const RhumbOccurrence *place)
{
    const RhumbTokens *tokens = reading->tokens;
    if (place->start < tokens->start[place->sentence] + 2 || place->end - place->start < 2)
        return FALSE;
    if (!is_word (tokens, place->start - 1, "and") && !is_word (tokens, place->start - 1, "or"))
        return FALSE;
    return may_be_adjective (reading, place->start - 2) && may_be_adjective (reading, place->start);
}

/* "Learning X" at the beginning of a title says what is done. */
static gboolean
opens_title (const RhumbReading *reading, const RhumbOccurrence *place)
{
    const RhumbTokens *tokens = reading->tokens;
    if (place->sentence >= tokens->n_title_sentences || reading->tag[place->start] != 'G')
        return FALSE;
    return place->start == 0 || is_word (tokens, place->start - 1, ":") ||
           is_word (tokens, place->start - 1, ",");
}

/* "Sparse Mixture" before "of Experts". */
static gboolean
is_before_of (const RhumbReading *reading, const RhumbOccurrence *place)
{
    const RhumbTokens *tokens = reading->tokens;
    return place->end < tokens->start[place->sentence + 1] && is_word (tokens, place->end, "of");
}

/* Of other languages no more is known than their words of grammar: none stands at an end, and no
 * phrase begins with what an apostrophe ties to the word before it. */
static gboolean
is_well_formed_abroad (const RhumbReading *reading, const RhumbOccurrence *place)
{
    const RhumbSpelling *first = reading->tokens->token[place->start];
    const RhumbSpelling *last = reading->tokens->token[place->end - 1];
    return first->lower->role.tag == 0 && last->lower->role.tag == 0 &&
           !first->lower->role.is_break && !last->lower->role.is_break &&
           strncmp (first->lower->text, "d'", 2) != 0 && !is_count (first) && !is_count (last);
}

/* Whether a candidate of a paper just read reads like a term, at one of its places at least. */
gboolean
rhumb_is_well_formed (const RhumbReading *reading, const RhumbCandidate *candidate)
{
    const RhumbOccurrence *all = reading->candidates->occurrence;
    const RhumbOccurrence *first = &all[candidate->first];
    if (first->bridge == RHUMB_BRIDGE_AND || first->bridge == RHUMB_BRIDGE_BASED)
        return FALSE;
    if (!rhumb_lexicon_is_english (reading->lexicon))
        return is_well_formed_abroad (reading, first);
    if (!begins_well (reading, first) || !ends_well (reading, first) ||
        has_possessive (reading->tokens, first))
        return FALSE;
    for (guint32 o = candidate->first; o != RHUMB_NO_OCCURRENCE; o = all[o].next)
        if (!is_coordinated (reading, &all[o]) && !opens_title (reading, &all[o]) &&
            !is_before_of (reading, &all[o]))
            return TRUE;
    return FALSE;
}
