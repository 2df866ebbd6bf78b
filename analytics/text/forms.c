/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What the letters of a word tell of the phrases it may begin, end or join: asked once a spelling,
 * for the same few words are met in every sentence.
 */
#include "analytics/text/forms.h"

#include <string.h>

#include "graph/word-list.h"

static gboolean
ends_with (const char *word, guint32 length, const char *ending)
{
    const gsize n = strlen (ending);
    return length >= n && memcmp (word + length - n, ending, n) == 0;
}

/* Verbs that are no nouns too, as "networks grow" and "Infomap compresses walks" have them. */
static const char *const finite_verbs[] = {
    "appear",     "appears",     "arise",    "arises",   "became",   "become",    "becomes",
    "compress",   "compresses",  "depend",   "depends",  "detects",  "determine", "determines",
    "differ",     "differs",     "enables",  "exceed",   "exceeds",  "exist",     "exists",
    "explain",    "explains",    "fell",     "grew",     "grow",     "grows",     "improves",
    "induces",    "inhibits",    "involve",  "involves", "learns",   "occur",     "occurs",
    "outperform", "outperforms", "predicts", "prevents", "produces", "provides",  "reduces",
    "relies",     "rely",        "remain",   "remains",  "remove",   "removes",   "requires",
    "reveal",     "reveals",     "suggest",  "suggests", "varies",   "vary"};

static gboolean
is_finite_verb (const char *word, guint32 length)
{
    return rhumb_words_have (finite_verbs, G_N_ELEMENTS (finite_verbs), word, length);
}

/* "synchronizes gradients", "facilitates": a verb of the third person. */
static gboolean
ends_as_verb (const char *word, guint32 length, guint32 n_chars)
{
    return n_chars >= 8 &&
           ((ends_with (word, length, "izes") && !ends_with (word, length, "sizes")) ||
            ends_with (word, length, "ifies") || ends_with (word, length, "yzes"));
}

/* "250 robots", "500M samples", "4times": a count, not a name. */
static gboolean
is_count (const char *word, guint32 length)
{
    guint32 n_digits = 0;
    while (n_digits < length && g_ascii_isdigit (word[n_digits]))
        n_digits++;
    if (n_digits == 0)
        return FALSE;
    return n_digits >= 3 || n_digits == length || g_ascii_islower (word[n_digits]);
}

static gboolean
is_plural (const char *word, guint32 length)
{
    return length > 3 && word[length - 1] == 's' && strchr ("sui'", word[length - 2]) == NULL;
}

static gboolean
is_action (const char *word, guint32 length)
{
    static const char *const endings[] = {"ing", "tion", "sion", "ity", "ment", "ness", "ism"};
    for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
        if (ends_with (word, length, endings[i]))
            return TRUE;
    return FALSE;
}

/* "fault tolerant", "energy-efficient": endings of nouns ("agent", "plant") do not tell these. */
static gboolean
is_adjective (const char *word)
{
    static const char *const adjectives[] = {
        "adaptive",    "agricultural", "bacterial", "coherent",  "compliant",   "consistent",
        "dependent",   "effective",    "efficient", "expensive", "flexible",    "inconsistent",
        "independent", "intensive",    "invasive",  "optimal",   "persistent",  "prone",
        "relevant",    "reliable",     "resilient", "resistant", "robust",      "scalable",
        "sensitive",   "sufficient",   "suitable",  "tolerant",  "transparent", "unstable"};
    const char *hyphen = strrchr (word, '-');
    const char *last = hyphen != NULL ? hyphen + 1 : word;
    return rhumb_words_have (adjectives, G_N_ELEMENTS (adjectives), last, strlen (last));
}

/* "multi-agent", "large-scale", "text-to-image", "end-to-end": alone, one word of this make says
 * what kind something is and not what it is. "Cross-validation" has a noun of action at its end. */
static gboolean
is_modifier (const char *word, guint32 length)
{
    static const char *const firsts[] = {
        "best",  "bi",    "coarse",   "cross", "dual",  "few",   "fine",   "full",
        "high",  "in",    "inter",    "intra", "large", "long",  "low",    "many",
        "mixed", "multi", "multiple", "non",   "off",   "on",    "one",    "open",
        "out",   "per",   "plug",     "real",  "semi",  "short", "single", "small",
        "top",   "two",   "three",    "zero",  "un"};
    static const char *const lasts[] = {"aware", "based",    "driven",   "free", "independent",
                                        "level", "specific", "oriented", "wise"};
    const char *hyphen = strchr (word, '-');
    if (hyphen == NULL)
        return FALSE;
    const char *last = strrchr (word, '-') + 1;
    if (rhumb_words_have (lasts, G_N_ELEMENTS (lasts), last, strlen (last)))
        return TRUE;
    if (strstr (hyphen, "-to-") != NULL || strstr (hyphen, "-of-") != NULL)
        return TRUE;
    return !is_action (word, length) &&
           rhumb_words_have (firsts, G_N_ELEMENTS (firsts), word, (gsize)(hyphen - word));
}

static guint32
find_word (const char *word, guint32 length)
{
    static const char *const known[] = {"of", "to", "based", "and", "or", "the", ":", ","};
    for (guint32 i = 0; i < G_N_ELEMENTS (known); i++)
        if (rhumb_words_have (&known[i], 1, word, length))
            return 1u << i;
    return 0;
}

/* Says what a word is. @word: ended by a zero byte; @n_chars: its length in characters. */
guint32
rhumb_find_forms (const char *word, guint32 length, guint32 n_chars)
{
    static const char *const prefixes[] = {"bi",  "cross", "inter", "intra", "multi",
                                           "non", "pre",   "semi",  "single"};
    static const char *const torn[] = {"hoc",    "facto", "posteriori", "priori",
                                       "silico", "situ",  "vitro",      "vivo"};
    static const char *const nouns[] = {
        "balancing", "boosting", "building",  "capture",       "finding", "forming",
        "handling",  "making",   "novel",     "refining",      "rights",  "solving",
        "support",   "train",    "transform", "understanding", "yield"};
    static const char *const ties[] = {"affecting", "belonging",   "causing",   "concerning",
                                       "depending", "interacting", "receiving", "regarding",
                                       "resulting", "undergoing"};
    guint32 forms = find_word (word, length);
    if (is_count (word, length))
        forms |= RHUMB_FORM_COUNT;
    if (ends_as_verb (word, length, n_chars))
        forms |= RHUMB_FORM_FINITE_VERB;
    if (is_finite_verb (word, length))
        forms |= RHUMB_FORM_FINITE_VERB | RHUMB_FORM_TYING;
    if (n_chars > 6 && ends_with (word, length, "ates"))
        forms |= RHUMB_FORM_ATES;
    if (is_modifier (word, length))
        forms |= RHUMB_FORM_MODIFIER;
    if (rhumb_words_have (prefixes, G_N_ELEMENTS (prefixes), word, length))
        forms |= RHUMB_FORM_PREFIX;
    if (is_action (word, length))
        forms |= RHUMB_FORM_ACTION;
    if (rhumb_words_have (torn, G_N_ELEMENTS (torn), word, length))
        forms |= RHUMB_FORM_TORN;
    if (ends_with (word, length, "'s"))
        forms |= RHUMB_FORM_POSSESSIVE;
    if (rhumb_words_have (nouns, G_N_ELEMENTS (nouns), word, length))
        forms |= RHUMB_FORM_NOUN_TOO;
    if (rhumb_words_have (ties, G_N_ELEMENTS (ties), word, length))
        forms |= RHUMB_FORM_TYING;
    if (is_adjective (word))
        forms |= RHUMB_FORM_ADJECTIVE;
    if (is_plural (word, length))
        forms |= RHUMB_FORM_PLURAL;
    if (length >= 2 && memcmp (word, "d'", 2) == 0)
        forms |= RHUMB_FORM_TIED_ARTICLE;
    return forms;
}
