/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * In which language a paper is written, and how its text is made ready to be cut into words.
 *
 * What the record says counts, if it is a language that is known here. Else the function words
 * tell: each word of title and abstract votes for the languages that have it, and the language of
 * most votes wins if it beats English by half as much again and has four votes or more, or in a
 * short text two against none. A paper with an English abstract is so read as English whatever the
 * journal's language; what else of it is in another language is left out (mixed-text.c).
 *
 * Function words make up an eighth or more of all but one in two thousand English texts of 25
 * words or more (4,067 titles and abstracts of ten sources), a fourteenth of lists of topics, and
 * a third of texts in the other languages; of texts in Polish, Swedish, Turkish, Indonesian and the
 * like English has none, and another one a tenth, or a seventh if it is related. So a text of that
 * length that has few of any is in a language that is not known here. Cost: one look-up a word.
 */
#include "analytics/text/language.h"

#include "analytics/text/letters.h"
#include "analytics/text/mixed-text.h"
#include "graph/word-list.h"

#include <string.h>

#define MIN_VOTES 4
#define MARGIN 1.5

/* Shorter texts may do without function words. */
#define MIN_WORDS_KNOWN 25
#define MIN_SHARE_ENGLISH 0.05 /* lists of topics have few */
#define MIN_SHARE_OTHER 0.2

#define LONGEST_WORD 24 /* bytes; no function word is longer */

#define N_SLOTS 4096u /* of words of eight bytes or fewer; there are a few hundred */

/* A word whose bytes fit into a number; 0 = free. */
typedef struct {
    guint64 packed;
    guint8 languages;
} ShortWord;

struct _RhumbLanguageTeller {
    ShortWord *short_word; /* open addressing with linear probing */
    guint32 lengths[256];  /* by first byte: one bit a length that a word has */
    RhumbStrings *word;
    GArray *languages; /* of guint8: one bit a language, one per word */
};

/* The slot of a word, or the free one where it belongs. */
static guint
find_short (const RhumbLanguageTeller *teller, guint64 packed)
{
    guint s = (guint)((packed * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 52);
    while (teller->short_word[s].packed != packed && teller->short_word[s].packed != 0)
        s = (s + 1) % N_SLOTS;
    return s;
}

static void
add_short (RhumbLanguageTeller *teller, const char *word, gsize length, RhumbLanguage language)
{
    guint64 packed = 0;
    for (gsize i = 0; i < length; i++)
        packed = packed << 8 | (guint8)word[i];
    ShortWord *slot = &teller->short_word[find_short (teller, packed)];
    slot->packed = packed;
    slot->languages |= (guint8)(1u << language);
}

static void
add_words (RhumbLanguageTeller *teller, const char *list, RhumbLanguage language)
{
    const char *word;
    gsize length;
    while (rhumb_word_list_next (&list, &word, &length)) {
        /* "AI" is in titles of every language. */
        if (length == 2 && memcmp (word, "ai", 2) == 0)
            continue;
        g_assert (length <= LONGEST_WORD);
        teller->lengths[(guint8)*word] |= 1u << length;
        if (length <= sizeof (guint64)) {
            add_short (teller, word, length, language);
            continue;
        }
        const guint32 w = rhumb_strings_add (teller->word, word, length);
        const guint8 none = 0;
        if (w == teller->languages->len)
            g_array_append_val (teller->languages, none);
        g_array_index (teller->languages, guint8, w) |= (guint8)(1u << language);
    }
}

/* Collects the function words of all languages. */
RhumbLanguageTeller *
rhumb_language_teller_new (void)
{
    RhumbLanguageTeller *teller = g_new0 (RhumbLanguageTeller, 1);
    teller->short_word = g_new0 (ShortWord, N_SLOTS);
    teller->word = rhumb_strings_new ();
    teller->languages = g_array_new (FALSE, FALSE, sizeof (guint8));
    for (guint l = 0; l < RHUMB_N_LANGUAGES; l++) {
        add_words (teller, rhumb_language_get_words (l)->functions, l);
        add_words (teller, rhumb_language_get_words (l)->joints, l);
    }
    return teller;
}

/* Frees the words. */
void
rhumb_language_teller_free (RhumbLanguageTeller *teller)
{
    g_free (teller->short_word);
    rhumb_strings_free (teller->word);
    g_array_unref (teller->languages);
    g_free (teller);
}

static RhumbLanguage
find_code (const char *code)
{
    for (guint l = 0; code != NULL && l < RHUMB_N_LANGUAGES; l++) {
        const RhumbLanguageWords *words = rhumb_language_get_words (l);
        const gsize n = strcspn (code, "-_");
        if ((n == 2 && g_ascii_strncasecmp (code, words->code, 2) == 0) ||
            g_ascii_strcasecmp (code, words->long_code) == 0 ||
            g_ascii_strcasecmp (code, words->name) == 0)
            return l;
    }
    return RHUMB_N_LANGUAGES;
}

/* The number of a longer word, its capitals made small. */
static guint32
find_word (const RhumbLanguageTeller *teller, const char *word, gsize length)
{
    char small[LONGEST_WORD];
    for (gsize i = 0; i < length; i++)
        small[i] = g_ascii_tolower (word[i]);
    return rhumb_strings_find (teller->word, small, length);
}

static gboolean
is_letter (const char *p)
{
    return (guint8)*p < 0x80 ? g_ascii_isalpha (*p) : rhumb_letter_is_alpha (g_utf8_get_char (p));
}

#define EACH_BYTE(byte) ((byte)*G_GUINT64_CONSTANT (0x0101010101010101))

/* How many of eight bytes, capitals made small, are letters of ASCII before one that is none; the
 * first byte is the lowest. */
static guint
count_small (guint64 eight)
{
    const guint64 low = eight & EACH_BYTE (0x7f);
    const guint64 from_a = low + EACH_BYTE (0x80 - 'a');
    const guint64 behind_z = low + EACH_BYTE (0x7f - 'z');
    const guint64 others = ~(from_a & ~behind_z & ~eight) & EACH_BYTE (0x80);
    return others == 0 ? 8 : (guint)__builtin_ctzll (others) / 8;
}

/* The letters of a word as one number, its capitals made small; 0 if they are too many. Returns
 * where the word ends. */
static const char *
pack_word (const char *p, const char *end, guint64 *packed)
{
    const char *start = p;
    guint64 word = 0;
    if (end - p > (gssize)sizeof word) {
        memcpy (&word, p, sizeof word);
        word = GUINT64_FROM_LE (word) | EACH_BYTE (0x20);
        const guint n = count_small (word);
        /* a word of usual length and letters, whole */
        if (n < sizeof word && (guint8)p[n] < 0x80) {
            *packed = n > 0 ? GUINT64_SWAP_LE_BE (word) >> (64 - 8 * n) : 0;
            return p + n;
        }
        if (n == sizeof word) {
            word = GUINT64_SWAP_LE_BE (word);
            p += n;
        } else {
            word = 0;
        }
    }
    for (; p < end && g_ascii_isalpha (*p); p++)
        word = word << 8 | (guint8)*p | 0x20;
    while (p < end && is_letter (p))
        for (const char *next = g_utf8_next_char (p); p < next; p++)
            word = word << 8 | (guint8)g_ascii_tolower (*p);
    *packed = (gsize)(p - start) <= sizeof word ? word : 0;
    return p;
}

/* The languages that have the word from @start to @end, in any capitals: titles are often all
 * capitals. Most words are told by their length and first letter. */
static guint8
find_languages (const RhumbLanguageTeller *teller, const char *start, const char *end,
                guint64 packed)
{
    const gsize length = (gsize)(end - start);
    const guint8 first = (guint8)(g_ascii_isupper (*start) ? *start | 0x20 : *start);
    if (packed != 0)
        return teller->short_word[find_short (teller, packed)].languages;
    if (length > LONGEST_WORD || (teller->lengths[first] >> length & 1) == 0)
        return 0;
    const guint32 w = find_word (teller, start, length);
    return w != RHUMB_NO_STRING ? g_array_index (teller->languages, guint8, w) : 0;
}

/* Adds up the votes of words that were counted by the languages that have them. @first: of the sets
 * of languages that count, which are every @step-th from there on. */
static void
add_votes (const guint *n_words, guint first, guint step, guint *votes)
{
    for (guint set = first; set < 1 << RHUMB_N_LANGUAGES; set += step)
        for (guint l = 0; n_words[set] > 0 && l < RHUMB_N_LANGUAGES; l++)
            votes[l] += (set >> l & 1) != 0 ? n_words[set] : 0;
}

/* Whether a word begins with a Latin letter. */
static gboolean
is_latin (const char *word)
{
    return (guint8)*word < 0x80 ||
           g_unichar_get_script (g_utf8_get_char (word)) == G_UNICODE_SCRIPT_LATIN;
}

/* Counts what the words of @length bytes of a text say of its language. */
void
rhumb_count_votes (const RhumbLanguageTeller *teller, const char *text, gsize length,
                   RhumbVotes *votes)
{
    guint n_words[1 << RHUMB_N_LANGUAGES] = {0};
    guint n_letters[1 << RHUMB_N_LANGUAGES] = {0};
    const char *end = text + length;
    for (const char *p = text; p < end;) {
        guint64 packed;
        const char *start = p;
        p = pack_word (p, end, &packed);
        if (p > start) {
            const guint8 set = find_languages (teller, start, p, packed);
            (p - start > 1 ? n_words : n_letters)[set]++;
            votes->n_words += is_latin (start);
        } else {
            p = g_utf8_next_char (p);
        }
    }
    add_votes (n_words, 1, 1, votes->by_words);
    /* English is the lowest bit. */
    add_votes (n_words, 2, 2, votes->by_words_abroad);
    add_votes (n_letters, 1, 1, votes->by_letters);
}

static guint
get_votes (const RhumbVotes *votes, RhumbLanguage language)
{
    return votes->by_words[language] + votes->by_letters[language];
}

/* The language of most votes. */
static RhumbLanguage
choose_language (const RhumbVotes *votes, RhumbLanguage told, const char *title)
{
    RhumbLanguage best = RHUMB_LANGUAGE_ENGLISH;
    for (guint l = 1; l < RHUMB_N_LANGUAGES; l++)
        if (get_votes (votes, l) > get_votes (votes, best))
            best = l;
    const guint n_english = get_votes (votes, RHUMB_LANGUAGE_ENGLISH);
    const guint n_best = get_votes (votes, best);
    if (told != RHUMB_N_LANGUAGES && get_votes (votes, told) >= n_english)
        return told;
    const gboolean is_clear = n_best >= MIN_VOTES && n_best > MARGIN * n_english;
    return is_clear || rhumb_is_foreign_title (votes, RHUMB_LANGUAGE_ENGLISH, title)
               ? best
               : RHUMB_LANGUAGE_ENGLISH;
}

/* Whether a text has enough of the words of a language to be in it. */
static gboolean
is_sure (const RhumbVotes *votes, RhumbLanguage language)
{
    const double least = language == RHUMB_LANGUAGE_ENGLISH ? MIN_SHARE_ENGLISH : MIN_SHARE_OTHER;
    return votes->n_words < MIN_WORDS_KNOWN ||
           get_votes (votes, language) >= least * votes->n_words;
}

/* Tells the language of a paper. @code, @title, @abstract: (nullable): valid UTF-8. */
RhumbToldLanguage
rhumb_tell_language (const RhumbLanguageTeller *teller, const char *code, const char *title,
                     const char *abstract)
{
    const RhumbLanguage told = find_code (code);
    /* What the record says to be English is no less English than itself. */
    if (told == RHUMB_LANGUAGE_ENGLISH)
        return (RhumbToldLanguage){(guint8)told, FALSE};
    RhumbVotes of_title = {.n_words = 0};
    if (title != NULL)
        rhumb_count_votes (teller, title, strlen (title), &of_title);
    RhumbVotes votes = of_title;
    if (abstract != NULL)
        rhumb_count_votes (teller, abstract, strlen (abstract), &votes);
    const RhumbLanguage language = choose_language (&votes, told, title != NULL ? title : "");
    if (language != told && !is_sure (&votes, language))
        return (RhumbToldLanguage){RHUMB_LANGUAGE_OTHER, FALSE};
    const gboolean is_mixed =
        abstract != NULL &&
        ((title != NULL && rhumb_is_foreign_title (&of_title, language, title)) ||
         (rhumb_may_be_mixed (&votes, language) &&
          rhumb_keep_language (teller, language, abstract, NULL)));
    return (RhumbToldLanguage){(guint8)language, is_mixed != FALSE};
}

static gboolean
is_elision (const char *list, const char *start, gsize n)
{
    g_autofree char *lower = g_ascii_strdown (start, (gssize)n);
    const char *word;
    gsize length;
    while (rhumb_word_list_next (&list, &word, &length))
        if (length == n && memcmp (word, lower, n) == 0)
            return TRUE;
    return FALSE;
}

/* Copies a text to @to with a blank behind each article or pronoun that an apostrophe ties to the
 * next word. "d'" stays tied: it holds a phrase together. */
void
rhumb_split_elisions (RhumbLanguage language, const char *text, GString *to)
{
    const char *list = rhumb_language_get_words (language)->elisions;
    g_string_truncate (to, 0);
    for (const char *p = text; *p != '\0';) {
        const char *start = p;
        while (g_ascii_isalpha (*p))
            p++;
        const gsize n = (gsize)(p - start);
        const gsize mark = *p == '\'' ? 1 : strncmp (p, "’", 3) == 0 ? 3 : 0;
        g_string_append_len (to, start, (gssize)n);
        if (n > 0 && n < 8 && mark > 0 && is_elision (list, start, n)) {
            g_string_append_c (to, ' ');
            p += mark;
        }
        while (*p != '\0' && !g_ascii_isalpha (*p)) {
            const char *next = g_utf8_next_char (p);
            g_string_append_len (to, p, next - p);
            const gboolean is_letter = rhumb_letter_is_alpha (g_utf8_get_char (p));
            p = next;
            /* Inside a word of other letters nothing begins. */
            while (is_letter && g_ascii_isalpha (*p))
                g_string_append_c (to, *p++);
        }
    }
}
