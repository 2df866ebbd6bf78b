/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Words cut to their stems, so that "routing" and "routed" count as one word when phrases are
 * scored. Stems never name a concept: they also unite words that differ in meaning.
 *
 * M. F. Porter, An algorithm for suffix stripping, Program 14 (1980) 130–137,
 * doi:10.1108/eb046814, as libstemmer's "porter"; other languages have its stemmers of theirs.
 * Words of one or two characters, words holding digits and, in English, anything but the letters
 * a to z stay as they are. Every word is stemmed once; the
 * second time it is one look-up.
 */
#include "analytics/text/stems.h"

#include "analytics/text/letters.h"
#include "analytics/text/stemmer-calls.h"
#include "graph/by-need.h"

#include <string.h>

struct _RhumbStems {
    const RhumbStemmerCalls *calls;
    struct sb_stemmer *stemmer;
    gboolean is_english;
    RhumbStrings *word;
    GArray *stem_of_word;
    RhumbStrings *stem;
};

/* libstemmer; %NULL with %RHUMB_ERROR_LIBRARY. */
static const RhumbStemmerCalls *
open_library (GError **error)
{
    static const RhumbStemmerCalls *opened = NULL;
    static GMutex lock;
    g_mutex_lock (&lock);
    if (opened == NULL)
        opened = rhumb_open_by_need ("librhumb-stemmer.so.0", "rhumb_stemmer_calls", error);
    const RhumbStemmerCalls *calls = opened;
    g_mutex_unlock (&lock);
    return calls;
}

/* Asked by those who can fail, before stems are needed. FALSE with %RHUMB_ERROR_LIBRARY. */
gboolean
rhumb_stems_open (GError **error)
{
    return open_library (error) != NULL;
}

/* Creates an empty store of English stems. */
RhumbStems *
rhumb_stems_new (void)
{
    return rhumb_stems_new_for ("porter");
}

/* Creates an empty store. @algorithm: a stemmer of libstemmer, by its name there. */
RhumbStems *
rhumb_stems_new_for (const char *algorithm)
{
    g_autoptr (GError) error = NULL;
    RhumbStems *stems = g_new0 (RhumbStems, 1);
    stems->calls = open_library (&error);
    if (stems->calls == NULL)
        g_error ("%s", error->message);
    stems->is_english = strcmp (algorithm, "porter") == 0;
    stems->stemmer = stems->calls->make (algorithm, "UTF_8");
    g_assert (stems->stemmer != NULL);
    stems->word = rhumb_strings_new ();
    stems->stem = rhumb_strings_new ();
    stems->stem_of_word = g_array_new (FALSE, FALSE, sizeof (guint32));
    return stems;
}

/* Frees the store. */
void
rhumb_stems_free (RhumbStems *stems)
{
    stems->calls->destroy (stems->stemmer);
    rhumb_strings_free (stems->word);
    rhumb_strings_free (stems->stem);
    g_array_unref (stems->stem_of_word);
    g_free (stems);
}

static gboolean
has_stem (const RhumbStems *stems, const char *word, gsize length)
{
    /* Longer runs of letters are sequences of bases or broken text, and stemming one costs its
     * length each time a suffix is tried. */
    if (length <= 2 || length > 256)
        return FALSE;
    for (gsize i = 0; i < length; i++)
        if (!g_ascii_islower (word[i]) && (stems->is_english || g_ascii_isdigit (word[i])))
            return FALSE;
    return TRUE;
}

/* Gives the number of the stem of a word. @word: small letters and digits, @length bytes. */
guint32
rhumb_stems_add_word (RhumbStems *stems, const char *word, gsize length)
{
    const guint32 n_words = rhumb_strings_get_n (stems->word);
    const guint32 w = rhumb_strings_add (stems->word, word, length);
    if (w < n_words)
        return g_array_index (stems->stem_of_word, guint32, w);
    guint32 stem;
    if (has_stem (stems, word, length)) {
        const sb_symbol *symbols =
            stems->calls->stem (stems->stemmer, (const sb_symbol *)word, (int)length);
        stem = rhumb_strings_add (stems->stem, (const char *)symbols,
                                  (gsize)stems->calls->get_length (stems->stemmer));
    } else {
        stem = rhumb_strings_add (stems->stem, word, length);
    }
    g_array_append_val (stems->stem_of_word, stem);
    return stem;
}

/* Whether "'s" ends a word at @p. */
static gboolean
is_possessive (const char *p, const char *end)
{
    if (end - p < 2 || p[0] != '\'' || p[1] != 's')
        return FALSE;
    if (p + 2 == end)
        return TRUE;
    const gunichar next = g_utf8_get_char (p + 2);
    return next != '_' && !rhumb_letter_is_alnum (next);
}

/* Finds the next word of a text in small letters: a run of letters and digits, a possessive 's
 * left out. @p: where to look from; moved behind the word. Returns FALSE at the end. */
gboolean
rhumb_stems_next_word (const char **p, const char *end, const char **word, gsize *length)
{
    while (*p < end && !rhumb_letter_is_alnum (g_utf8_get_char (*p)))
        *p = is_possessive (*p, end) ? *p + 2 : g_utf8_next_char (*p);
    *word = *p;
    while (*p < end && rhumb_letter_is_alnum (g_utf8_get_char (*p)))
        *p = g_utf8_next_char (*p);
    *length = (gsize)(*p - *word);
    return *length > 0;
}

static void
add_runs (RhumbStems *stems, const char *text, gsize length, GArray *found)
{
    const char *p = text;
    const char *word;
    gsize word_length;
    while (rhumb_stems_next_word (&p, text + length, &word, &word_length)) {
        const guint32 stem = rhumb_stems_add_word (stems, word, word_length);
        g_array_append_val (found, stem);
    }
}

static gboolean
is_ascii (const char *text, gsize length)
{
    for (gsize i = 0; i < length; i++)
        if ((guint8)text[i] >= 128)
            return FALSE;
    return TRUE;
}

/* Replaces every typographic apostrophe by the plain one. */
static void
straighten (GString *text)
{
    g_string_replace (text, "\xe2\x80\x99", "'", 0);
}

/* Appends to @found (of guint32) the stems of all words in @text: compatibility forms unified
 * (NFKC), small letters, a possessive 's left out, split at all that is no letter or digit. */
void
rhumb_stems_add_words (RhumbStems *stems, const char *text, gsize length, GArray *found)
{
    g_autofree char *plain = NULL;
    if (!is_ascii (text, length))
        plain = g_utf8_normalize (text, (gssize)length, G_NORMALIZE_ALL_COMPOSE);
    gsize lower_length;
    g_autofree char *lower = plain ? rhumb_letters_to_lower (plain, strlen (plain), &lower_length)
                                   : rhumb_letters_to_lower (text, length, &lower_length);
    if (plain == NULL) {
        add_runs (stems, lower, lower_length, found);
        return;
    }
    g_autoptr (GString) straight = g_string_new (lower);
    straighten (straight);
    add_runs (stems, straight->str, straight->len, found);
}

/* The letters of a stem, ended by a zero byte. */
const char *
rhumb_stems_get (const RhumbStems *stems, guint32 stem)
{
    return rhumb_strings_get (stems->stem, stem);
}

/* The length of a stem in bytes. */
guint32
rhumb_stems_get_length (const RhumbStems *stems, guint32 stem)
{
    return rhumb_strings_get_length (stems->stem, stem);
}

/* How many distinct stems there are. */
guint32
rhumb_stems_get_n (const RhumbStems *stems)
{
    return rhumb_strings_get_n (stems->stem);
}
