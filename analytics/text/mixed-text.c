/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Papers in two languages: a title in Spanish above an abstract in English, or an abstract with its
 * translation behind it, as many journals and indexes print them.
 *
 * Phrases are found with the words of one language, so those of a sentence in another are cut
 * anywhere ("del brand equity"). Sentences are therefore told one by one by their function words
 * of two letters or more, and those of another language than the paper's left out, of one that is
 * not known too: of 16,000 English sentences of twelve words or more four had no function word,
 * which were formulas and notices. A sentence that tells nothing goes with the one before it.
 * Titles have few words: two that are of another language against none of the paper's are enough,
 * or one and two small words with accents, or three of these. Of 3,245 papers in fifteen files that
 * are English but for twenty titles and an abstract, four sentences that held little but links went
 * too. Cost: a look-up a word, of the sentences only if the whole has some words of another
 * language.
 */
#include "analytics/text/mixed-text.h"

#include <string.h>

#define MIN_VOTES 4
#define MIN_VOTES_ALONE 3
#define MIN_VOTES_TEXT 5
#define MIN_WORDS_WITHOUT 12
#define MIN_SHARE_PURE 0.2
#define MARGIN 2
#define MIN_VOTES_TITLE 2
#define MIN_ACCENTED 2
#define MIN_ACCENTED_ALONE 3

static guint
find_most (const RhumbVotes *votes, RhumbLanguage language)
{
    guint most = 0;
    for (guint l = 0; l < RHUMB_N_LANGUAGES; l++)
        most = l == language ? most : MAX (most, votes->by_words[l]);
    return most;
}

/* Words in small letters one of which has an accent: names ("Hölder") and signs ("–", "”") are of
 * any language. */
static guint
count_accented (const char *text)
{
    guint n = 0;
    gboolean is_inside = FALSE;
    gboolean is_small = FALSE;
    gboolean is_counted = FALSE;
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
        const gunichar letter = g_utf8_get_char (p);
        const gboolean is_letter = g_unichar_isalpha (letter);
        if (is_letter && !is_inside) {
            is_small = g_unichar_islower (letter);
            is_counted = FALSE;
        }
        is_inside = is_letter;
        if (is_letter && is_small && !is_counted && letter >= 0x80) {
            is_counted = TRUE;
            n++;
        }
    }
    return n;
}

/* Whether a title with these votes is in another language than @language. */
gboolean
rhumb_is_foreign_title (const RhumbVotes *votes, RhumbLanguage language, const char *title)
{
    const guint n_other = find_most (votes, language);
    if (votes->by_words[language] > 0)
        return FALSE;
    return n_other >= MIN_VOTES_TITLE ||
           count_accented (title) >= (n_other > 0 ? MIN_ACCENTED : MIN_ACCENTED_ALONE);
}

/* Where the sentence that begins at @p ends: behind a mark and before a space, or where small
 * letters run into a word with a capital, as "englishThis" does where two texts were joined. */
static const char *
find_end (const char *p)
{
    gboolean has_words = FALSE;
    for (; *p != '\0'; p++) {
        if (strchr (".!?;:", *p) != NULL && p[1] == ' ')
            return p + 1;
        if (has_words && g_ascii_islower (*p) && g_ascii_isupper (p[1]) && g_ascii_islower (p[2]) &&
            g_ascii_islower (p[3]))
            return p + 1;
        has_words = has_words || *p == ' ';
    }
    return p;
}

/* Whether a sentence is in another language; @before if it tells nothing. */
static gboolean
is_foreign (const RhumbLanguageTeller *teller, RhumbLanguage language, const char *start,
            const char *end, gboolean before)
{
    RhumbVotes votes = {.n_words = 0};
    rhumb_count_votes (teller, start, (gsize)(end - start), &votes);
    const guint n_own = votes.by_words[language];
    const guint n_other = find_most (&votes, language);
    if ((n_own == 0 && (n_other >= MIN_VOTES_ALONE || votes.n_words >= MIN_WORDS_WITHOUT)) ||
        (n_other >= MIN_VOTES && n_other > MARGIN * n_own))
        return TRUE;
    return before && n_own <= n_other;
}

/* The title of a paper in @language, NULL if it is in another. @title: (nullable). */
const char *
rhumb_keep_title (const RhumbLanguageTeller *teller, RhumbLanguage language, const char *title)
{
    if (title == NULL)
        return NULL;
    RhumbVotes votes = {.n_words = 0};
    rhumb_count_votes (teller, title, strlen (title), &votes);
    return rhumb_is_foreign_title (&votes, language, title) ? NULL : title;
}

/* Whether a paper with these votes may have sentences in another language than @language. */
gboolean
rhumb_may_be_mixed (const RhumbVotes *votes, RhumbLanguage language)
{
    guint most = 0;
    for (guint l = 0; l < RHUMB_N_LANGUAGES; l++)
        most = MAX (most, votes->by_words_abroad[l]);
    return language != RHUMB_LANGUAGE_ENGLISH || most >= MIN_VOTES_TEXT ||
           votes->by_words[language] < MIN_SHARE_PURE * votes->n_words;
}

/* Copies the sentences of an abstract that are not in another language than @language to @to
 * (nullable), which is emptied first. Returns whether some are. */
gboolean
rhumb_keep_language (const RhumbLanguageTeller *teller, RhumbLanguage language,
                     const char *abstract, GString *to)
{
    gboolean is_mixed = FALSE;
    gboolean before = FALSE;
    if (to != NULL)
        g_string_truncate (to, 0);
    for (const char *p = abstract; *p != '\0';) {
        const char *end = find_end (p);
        before = is_foreign (teller, language, p, end, before);
        is_mixed = is_mixed || before;
        if (to != NULL && !before)
            g_string_append_len (to, p, end - p);
        else if (to != NULL && to->len > 0 && to->str[to->len - 1] != ' ')
            g_string_append_c (to, ' ');
        p = end;
    }
    return is_mixed;
}
