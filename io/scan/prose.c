/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Title, running text or page furniture, told by shape.
 *
 * Running text has sentences that end and many words; a title has few words, begins with a
 * capital or a digit and names no button; what is left of a page (menus, dates, counters, links)
 * is short, begins in lower case, follows a pattern of digits or holds one of the few words that
 * web sites share. No word of any one page is known here.
 * Cost: linear in the text.
 */
#include "io/scan/prose.h"

#include <string.h>

#define LONGEST_TITLE 300
#define SHORTEST_TEXT 100
#define FEWEST_TEXT_WORDS 15

static const char *const site_words[] = {
    "subscribe", "login",      "log in",    "sign in",      "sign up",     "signup",
    "register",  "share",      "menu",      "cookie",       "cookies",     "privacy",
    "copyright", "newsletter", "inbox",     "upvote",       "upvotes",     "download",
    "read more", "view pdf",   "show more", "submitted by", "posted by",   "all rights reserved",
    "home",      "contact us", "comments",  "follow us",    "back to top", "load more",
    NULL};

static const char *const months[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul",
                                     "aug", "sep", "oct", "nov", "dec", NULL};

static const char *const time_words[] = {
    "ago",  "today", "yesterday", "minutes", "minute", "hours", "hour",
    "days", "day",   "weeks",     "week",    "months", "month", "st",
    "nd",   "rd",    "th",        "am",      "pm",     "utc",   NULL};

static const char *const open_words[] = {"a",    "an", "the",  "of", "for", "and", "or", "in", "on",
                                         "with", "to", "from", "by", "via", "at",  "as", NULL};

static const char *const reader_words[] = {"you", "your", "our", "us", "my", NULL};

static gboolean
is_among (const char *const *words, const char *word)
{
    return g_strv_contains (words, word);
}

static gboolean
ends_a_sentence (gunichar c)
{
    return c == '.' || c == '?' || c == '!' || c == 0x3002 || c == 0x2026;
}

static gboolean
closes (gunichar c)
{
    return c == ')' || c == ']' || c == '"' || c == '\'' || c == '}' || c == 0x201D || c == 0x2019;
}

static void
measure_word (RhumbProse *prose, const char *word, const char *end)
{
    guint n_letters = 0;
    gboolean wide = FALSE;
    for (const char *at = word; at < end; at = g_utf8_next_char (at)) {
        const gunichar c = g_utf8_get_char (at);
        n_letters += g_unichar_isalpha (c) ? 1 : 0;
        wide = wide || g_unichar_iswide (c);
    }
    /* Scripts that part no words: about two characters make one. */
    prose->n_words += wide ? MAX (1, n_letters / 2) : 1;
    if (n_letters < 4)
        return;
    while (word < end && !g_unichar_isalnum (g_utf8_get_char (word)))
        word = g_utf8_next_char (word);
    prose->n_long_words++;
    prose->n_long_capital += word < end && !g_unichar_islower (g_utf8_get_char (word));
}

static void
measure_end (RhumbProse *prose, const char *text)
{
    const char *end = text + strlen (text);
    const char *at = end;
    while (at > text) {
        at = g_utf8_prev_char (at);
        if (!closes (g_utf8_get_char (at)))
            break;
    }
    const gunichar last = *at != '\0' ? g_utf8_get_char (at) : 0;
    prose->ends_sentence = ends_a_sentence (last);
    prose->ends_exclaiming = last == '!';
    const char *blank = strrchr (text, ' ');
    g_autofree char *word = g_ascii_strdown (blank != NULL ? blank + 1 : text, -1);
    prose->ends_open = last == ',' || last == ':' || last == '-' || is_among (open_words, word);
}

/* Counts what tells the shape of a text. @text: UTF-8. Returns the numbers. */
RhumbProse
rhumb_prose_measure (const char *text)
{
    RhumbProse prose = {0};
    measure_end (&prose, text);
    prose.n_chars = (gsize)g_utf8_strlen (text, -1);
    while (*text != '\0') {
        const gsize length = strcspn (text, " \t");
        const char *end = text + length;
        if (length > 0)
            measure_word (&prose, text, end);
        const char *next = end + strspn (end, " \t");
        if (length > 0 && *next != '\0' && !g_unichar_islower (g_utf8_get_char (next)))
            prose.n_sentence_ends += ends_a_sentence (g_utf8_get_char (g_utf8_prev_char (end)));
        text = next;
    }
    prose.n_sentence_ends += prose.ends_sentence;
    return prose;
}

static gboolean
is_month (const char *word)
{
    for (gsize i = 0; months[i] != NULL; i++)
        if (g_str_has_prefix (word, months[i]) && strlen (word) <= strlen ("september"))
            return TRUE;
    return FALSE;
}

/* Digits, months and words of time, and nothing else: "Jun 17", "3 hours ago", "2024-05-01". */
static gboolean
is_date_or_count (const char *text)
{
    g_autofree char *lower = g_utf8_strdown (text, -1);
    const char *at = lower;
    guint n_digits = 0;
    guint n_parts = 0;
    while (*at != '\0') {
        if (!g_ascii_isalpha (*at)) {
            n_digits += g_ascii_isdigit (*at) ? 1 : 0;
            if ((guchar)*at >= 0x80)
                return FALSE;
            at++;
            continue;
        }
        gsize length = 0;
        while (g_ascii_isalpha (at[length]))
            length++;
        g_autofree char *word = g_strndup (at, length);
        if (++n_parts > 4 ||
            (!is_month (word) && !is_among (time_words, word) && (length > 1 || n_digits == 0)))
            return FALSE;
        at += length;
    }
    return n_digits > 0 || n_parts == 0;
}

static gboolean
has_words (const char *const *words, const char *text)
{
    g_autofree char *folded = g_utf8_strdown (text, -1);
    for (char *at = folded; *at != '\0'; at++)
        if ((guchar)*at < 0x80 && !g_ascii_isalnum (*at))
            *at = ' ';
    g_autofree char *padded = g_strconcat (" ", folded, " ", NULL);
    for (gsize i = 0; words[i] != NULL; i++) {
        g_autofree char *word = g_strconcat (" ", words[i], " ", NULL);
        if (strstr (padded, word) != NULL)
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_link (const char *text)
{
    return strchr (text, ' ') == NULL &&
           (strstr (text, "://") != NULL || g_str_has_prefix (text, "www.") ||
            g_str_has_prefix (text, "arXiv:") || strchr (text, '@') != NULL);
}

/* "node2vec: …" begins in lower case and is a name, "by the editors" is not. */
static gboolean
starts_like_title (const char *text)
{
    const gunichar first = g_utf8_get_char (text);
    if (!g_unichar_islower (first))
        return g_unichar_isalnum (first) || strchr ("\"'($[{\\", (int)MIN (first, 127)) != NULL ||
               first == 0x201C || first == 0x2018 || first == 0xBF;
    for (const char *at = text; *at != '\0' && *at != ' '; at++)
        if (g_ascii_isdigit (*at) || g_ascii_isupper (*at) || *at == '-' || *at == ':')
            return TRUE;
    return FALSE;
}

/* What stands above an abstract and is no title. */
static gboolean
is_heading (const char *text)
{
    static const char *const headings[] = {"abstract", "abstrakt", "resumen",         "resumo",
                                           "summary",  "tl;dr",    "zusammenfassung", NULL};
    g_autofree char *folded = g_utf8_strdown (text, -1);
    g_strchomp (g_strdelimit (folded, ":.", ' '));
    return g_strv_contains (headings, folded);
}

/* "Comments: 8 pages": what lists tell below a title. */
static gboolean
is_field (const char *text)
{
    static const char *const fields[] = {
        "author",  "authors",     "categories",        "cite as",  "comments",
        "doi",     "journal ref", "journal reference", "keywords", "published",
        "subject", "subjects",    "submitted",         "venue",    NULL};
    const char *colon = strchr (text, ':');
    if (colon == NULL)
        return FALSE;
    g_autofree char *name = g_utf8_strdown (text, colon - text);
    return g_strv_contains (fields, g_strchomp (name));
}

/* "arXiv 2025", "NeurIPS 2024": where and when, below a title. */
static gboolean
is_place_and_year (const char *text, const RhumbProse *prose)
{
    const char *last = strrchr (text, ' ');
    return prose->n_words <= 2 && last != NULL && strlen (last) == 5 &&
           (g_str_has_prefix (last, " 19") || g_str_has_prefix (last, " 20")) &&
           strspn (last + 1, "0123456789") == 4;
}

static const char *
find_furniture (const char *text, const RhumbProse *prose)
{
    if (is_date_or_count (text))
        return "looks like a date or a number";
    if (is_link (text))
        return "looks like a link";
    if (is_field (text))
        return "a field of a list that is not read";
    if (is_heading (text))
        return "the heading of an abstract";
    if (is_place_and_year (text, prose))
        return "looks like a place and year of publication";
    if (prose->n_words <= 6 && has_words (site_words, text))
        return "looks like a menu or button of the page";
    if (!starts_like_title (text))
        return "begins like no title";
    if (prose->n_words == 1 && prose->n_chars < 4)
        return "too short for a title";
    if (prose->n_chars > LONGEST_TITLE)
        return "too long for a title, too short of sentences for an abstract";
    return NULL;
}

/* "Ann Lee", "D. A. Forsyth": two to four capitalised words. */
static gboolean
is_name (char *text)
{
    guint n_words = 0;
    g_auto (GStrv) words = g_strsplit (g_strstrip (text), " ", -1);
    for (gsize k = 0; words[k] != NULL; k++) {
        if (g_str_equal (words[k], "and"))
            continue;
        if (!g_unichar_isupper (g_utf8_get_char (words[k])))
            return FALSE;
        n_words++;
    }
    return n_words >= 2 && n_words <= 4;
}

/* Whether a text is long for a title and yet a list of people, most of whose names look like one:
 * the dots of initials are no ends of sentences. */
static gboolean
is_long_name_list (const char *text)
{
    g_auto (GStrv) parts = g_strsplit (text, ",", -1);
    const guint n_parts = g_strv_length (parts);
    guint n_names = 0;
    for (gsize i = 0; n_parts >= 4 && parts[i] != NULL; i++)
        n_names += is_name (parts[i]);
    return n_names * 5 >= n_parts * 4 && n_names > 0;
}

/* Tells whether a line may be one person's name: two or three capitalised words of letters. @text:
 * UTF-8. Returns whether it may. */
gboolean
rhumb_prose_is_name (const char *text)
{
    g_autofree char *copy = g_strdup (text);
    guint n_blanks = 0;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
        const gunichar c = g_utf8_get_char (at);
        n_blanks += c == ' ';
        if (!g_unichar_isalpha (c) && strchr (" .-'", (int)MIN (c, 127)) == NULL && c != 0x2019)
            return FALSE;
    }
    return n_blanks <= 2 && is_name (copy);
}

/* Tells whether a line lists people: two or more parts between commas, each of two to four
 * capitalised words. @text: UTF-8. */
gboolean
rhumb_prose_is_name_list (const char *text)
{
    if (strchr (text, ':') != NULL)
        return FALSE;
    g_auto (GStrv) parts = g_strsplit (text, ",", -1);
    for (gsize i = 0; parts[i] != NULL; i++)
        if (!is_name (parts[i]))
            return FALSE;
    return g_strv_length (parts) >= 2;
}

/* Tells what a paragraph is without looking at its neighbours. @text: UTF-8, not empty; @reason
 * (out): why it is page furniture, for the report. Returns its shape; a sentence may be a short
 * abstract or a title with a full stop. */
RhumbShape
rhumb_prose_tell_shape (const char *text, const char **reason)
{
    const RhumbProse prose = rhumb_prose_measure (text);
    const gboolean long_enough =
        prose.n_chars >= SHORTEST_TEXT || prose.n_words >= 3 * FEWEST_TEXT_WORDS;
    *reason = long_enough && is_long_name_list (text) ? "looks like a list of people" : NULL;
    if (*reason != NULL)
        return RHUMB_SHAPE_FURNITURE;
    if (long_enough && prose.n_words >= FEWEST_TEXT_WORDS &&
        (prose.ends_sentence || prose.n_sentence_ends > 1))
        return prose.n_chars <= LONGEST_TITLE && prose.ends_exclaiming ? RHUMB_SHAPE_TITLE
                                                                       : RHUMB_SHAPE_TEXT;
    if (prose.n_words >= 60)
        return RHUMB_SHAPE_TEXT;
    *reason = find_furniture (text, &prose);
    if (*reason != NULL)
        return RHUMB_SHAPE_FURNITURE;
    const gboolean calm =
        prose.ends_sentence && !prose.ends_exclaiming && !g_str_has_suffix (text, "?");
    const gboolean running = prose.n_long_capital * 2 < prose.n_long_words;
    return calm && running && prose.n_words >= 4 ? RHUMB_SHAPE_SENTENCE : RHUMB_SHAPE_TITLE;
}

/* Tells whether a title without an abstract is a paper. It must not address the reader, exclaim or
 * list people. Among papers three words suffice if they are capitalised like a title, else five;
 * outside, where pages keep their own headings, it takes five words, capitalised. @text: what has
 * the shape of a title but no abstract after it; @between_papers: whether papers stand before and
 * after it. */
gboolean
rhumb_prose_is_title_alone (const char *text, gboolean between_papers)
{
    const RhumbProse prose = rhumb_prose_measure (text);
    if (prose.ends_exclaiming || prose.ends_open || has_words (reader_words, text) ||
        has_words (site_words, text) || rhumb_prose_is_name_list (text))
        return FALSE;
    const gboolean capitalised = prose.n_long_capital * 10 >= prose.n_long_words * 6;
    if (!between_papers)
        return capitalised && prose.n_words >= 5 && prose.n_chars >= 30;
    return prose.n_chars >= 20 && prose.n_words >= (capitalised ? 3 : 5);
}
