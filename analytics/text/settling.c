/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Whether a capital belongs to a word or only to a title or a keyword: "Neural" is "neural",
 * "Bayesian" stays.
 *
 * Running text tells (capitals.c). Of words that no abstract has inside a sentence, as many in
 * keywords ("Random access memory", "PRISM COUPLER"), those are ordinary whose stems are in the
 * model's table of words, or whose ending is one of nouns of action and of sciences. People and
 * places after whom things are named keep their capital (eponyms.c). Cost: a few look-ups a word.
 */
#include "analytics/text/settling.h"

#include "analytics/text/eponyms.h"
#include "analytics/text/letters.h"
#include "graph/affiliations.h"

#include <string.h>

/* Shorter words in capitals are rather short forms, longer ones rather words. */
#define MIN_LONG 5
#define MIN_MIDDLE 4
/* Shorter ones are symbols too: "Pd". */
#define MIN_KNOWN 3

/* "Prioritization", "Hydrogeology", "Antimicrobial": no name of a person or place ends so. */
static gboolean
has_ordinary_ending (const char *lower)
{
    static const char *const endings[] = {
        "tion",   "tions", "sion",  "sions", "ness",  "ments", "graphy",  "metry",  "logy", "omics",
        "ectomy", "emia",  "itis",  "osis",  "pathy", "scopy", "therapy", "trophy", "cide", "quake",
        "quakes", "ical",  "ional", "bial",  "tive",  "less",  "ated",    "ytic",   "genic"};
    for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
        if (strlen (lower) > strlen (endings[i]) + 2 && g_str_has_suffix (lower, endings[i]))
            return TRUE;
    return FALSE;
}

static gboolean
is_in_table (RhumbLexicon *lexicon, const char *lower)
{
    const RhumbSpelling *word = rhumb_lexicon_add (lexicon, lower, strlen (lower));
    for (guint i = 0; i < word->n_stems; i++)
        if (!rhumb_lexicon_knows (lexicon, word->stem[i]))
            return FALSE;
    return word->n_stems > 0 && !word->has_digit && word->n_chars >= MIN_KNOWN;
}

/* Whether a word in small letters is an ordinary one, that needs no capital. */
gboolean
rhumb_is_ordinary_word (const RhumbOrdinaryWords *words, const char *lower)
{
    if (rhumb_is_eponym (lower))
        return FALSE;
    const RhumbWordCase seen = rhumb_capitals_get_case (words->capitals, lower);
    if (seen != RHUMB_CASE_UNSEEN)
        return seen == RHUMB_CASE_SMALL;
    if (rhumb_lexicon_capitalises_nouns (words->lexicon))
        return FALSE;
    return has_ordinary_ending (lower) || is_in_table (words->lexicon, lower);
}

/* Whether a label of several words is in capitals from end to end because its source prints
 * keywords so: "PRISM COUPLER", but not "PF-PASCAL" or "GADGET4-OSAKA". */
gboolean
rhumb_is_shouted (const char *label)
{
    guint length = 0;
    guint longest = 0;
    guint n_middle = 0;
    for (const char *p = label; *p != '\0'; p = g_utf8_next_char (p)) {
        const gunichar c = g_utf8_get_char (p);
        const gboolean is_upper = rhumb_letter_is_upper (c);
        if (rhumb_letter_is_digit (c) || (rhumb_letter_is_alpha (c) && !is_upper))
            return FALSE;
        length = is_upper ? length + 1 : 0;
        n_middle += length == MIN_MIDDLE;
        longest = MAX (longest, length);
    }
    return longest >= MIN_LONG && n_middle > 1;
}

/* Whether a word has a capital at its beginning and nowhere else. */
static gboolean
is_title_word (const char *word)
{
    if (!rhumb_letter_is_upper (g_utf8_get_char (word)))
        return FALSE;
    for (const char *p = g_utf8_next_char (word); *p; p = g_utf8_next_char (p))
        if (rhumb_letter_is_upper (g_utf8_get_char (p)))
            return FALSE;
    return g_utf8_strlen (word, -1) > 1;
}

/* "FEDerated", "sUBgraph": capitals that show where the letters of a short form come from. */
static gboolean
shows_short_form (const char *word)
{
    guint n_small = 0;
    guint run = 0;
    guint longest = 0;
    for (const char *p = word; *p; p = g_utf8_next_char (p)) {
        const gboolean is_upper = rhumb_letter_is_upper (g_utf8_get_char (p));
        run = is_upper ? run + 1 : 0;
        longest = MAX (longest, run);
        n_small += !is_upper;
    }
    return longest > 1 && n_small > 3;
}

/* "MultiModal", "ENtities": capitals inside an ordinary word that papers write small; "PageRank" is
 * none. */
static gboolean
shows_letters (const RhumbOrdinaryWords *words, const char *word, const char *lower)
{
    gboolean has_inner = FALSE;
    gboolean has_small = FALSE;
    for (const char *p = word; *p; p = g_utf8_next_char (p)) {
        const gboolean is_upper = rhumb_letter_is_upper (g_utf8_get_char (p));
        has_inner = has_inner || (is_upper && p > word);
        has_small = has_small || !is_upper;
    }
    return has_inner && has_small &&
           rhumb_capitals_get_case (words->capitals, lower) == RHUMB_CASE_SMALL &&
           is_in_table (words->lexicon, lower);
}

/* A word of a shouted label as it is written elsewhere: names of people with one capital, short
 * words, that may be short forms, with all; NULL if it may be the name of a system. */
static char *
lower_voice (const RhumbOrdinaryWords *words, const char *word, const char *lower)
{
    const gboolean is_long = g_utf8_strlen (lower, -1) >= MIN_LONG;
    if (rhumb_capitals_get_case (words->capitals, lower) == RHUMB_CASE_SMALL ||
        (is_long && rhumb_is_ordinary_word (words, lower)))
        return g_strdup (lower);
    if (rhumb_is_eponym (lower))
        return g_strdup_printf ("%c%s", *word, lower + 1);
    return is_long ? NULL : g_strdup (word);
}

/* A word as the label shall have it; NULL if the whole label keeps its capitals. */
static char *
settle_word (const RhumbOrdinaryWords *words, const char *word, RhumbCapitalsOf what,
             gboolean is_shouted)
{
    gsize length;
    g_autofree char *lower = rhumb_letters_to_lower (word, strlen (word), &length);
    if (is_shouted)
        return lower_voice (words, word, lower);
    if (shows_letters (words, word, lower))
        return g_steal_pointer (&lower);
    const gboolean is_title = is_title_word (word) && !rhumb_is_eponym (lower);
    if (is_title && what == RHUMB_CAPITALS_OF_TEXT && !rhumb_is_ordinary_word (words, lower))
        return NULL;
    if (what == RHUMB_CAPITALS_OF_HEADING &&
        rhumb_capitals_get_case (words->capitals, lower) == RHUMB_CASE_CAPITAL)
        return g_strdup (word);
    const gboolean is_marked = what == RHUMB_CAPITALS_OF_EXPANSION && shows_short_form (word);
    return is_title || is_marked ? g_steal_pointer (&lower) : g_strdup (word);
}

/* Whether a word of an expansion, which authors like to write in capitals, has its capital for
 * another reason: no paper writes it small and it is neither known nor made like ordinary words
 * ("Goos-Hanchen shift", and every noun of German). */
static gboolean
is_name_of_somebody (const RhumbOrdinaryWords *words, const char *lower)
{
    if (rhumb_is_eponym (lower))
        return TRUE;
    const RhumbSpelling *word = rhumb_lexicon_add (words->lexicon, lower, strlen (lower));
    return rhumb_capitals_get_case (words->capitals, lower) == RHUMB_CASE_CAPITAL &&
           !word->looks_like_adjective && !g_str_has_suffix (lower, "ing") &&
           !has_ordinary_ending (lower) && !is_in_table (words->lexicon, lower);
}

/* Whether all words of an expansion that begin with a capital are such names. */
static gboolean
has_names_only (const RhumbOrdinaryWords *words, const char *label)
{
    g_auto (GStrv) part = g_strsplit_set (label, " -/", -1);
    for (guint i = 0; part[i] != NULL; i++) {
        gsize length;
        g_autofree char *lower = rhumb_letters_to_lower (part[i], strlen (part[i]), &length);
        if (is_title_word (part[i]) && !is_name_of_somebody (words, lower))
            return FALSE;
    }
    return TRUE;
}

/* "United States": each word is an ordinary one. */
static gboolean
is_country_of_words (const char *label)
{
    const char *blank = strrchr (label, ' ');
    return blank != NULL && rhumb_letter_is_upper (g_utf8_get_char (label)) &&
           rhumb_letter_is_upper (g_utf8_get_char (blank + 1)) &&
           rhumb_find_country (label) != NULL;
}

/* Writes a label in small letters if all of its words that only begin with a capital, or all of one
 * in capitals, are ordinary words or names of people, which keep it. @what: capitals of expansions
 * go whatever the words, unless one is a name or it is the name of a thing of its own; those of
 * headings, unless running text has them too. */
char *
rhumb_settle_capitals (const RhumbOrdinaryWords *words, const char *label, RhumbCapitalsOf what)
{
    if (what == RHUMB_CAPITALS_OF_EXPANSION &&
        (rhumb_ends_like_name (label) || has_names_only (words, label)))
        return g_strdup (label);
    const gboolean is_shouted = rhumb_is_shouted (label);
    g_autoptr (GString) settled = g_string_new (NULL);
    const char *p = label;
    while (*p) {
        const gsize n = strcspn (p, " -/");
        g_autofree char *word = g_strndup (p, n);
        g_autofree char *own = settle_word (words, word, what, is_shouted);
        if (own == NULL)
            return g_strdup (label);
        g_string_append (settled, own);
        p += n;
        if (*p)
            g_string_append_c (settled, *p++);
    }
    return g_strdup (is_country_of_words (label) ? label : settled->str);
}
