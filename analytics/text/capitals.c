/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How words are written where a capital would mark a name.
 *
 * Each word is counted where its sentence does not make it begin with a capital: inside sentences
 * of abstracts, and of titles that are not in Title Case. A word that is small in a quarter of
 * these places or more is an ordinary word; expansions of short forms are written in Title Case too
 * often to ask for half. Counts of threads add up to the same, however the papers were shared out.
 * Cost: a look-up of each spelling of a lexicon, which is remembered, and one of each part of
 * tokens that hyphens or slashes join.
 */
#include "analytics/text/capitals.h"

#include "analytics/text/tags.h"

#include <string.h>

#define MIN_SMALL_SHARE 0.25
#define BATCH 32

typedef struct {
    guint32 n;
    guint32 n_small;
} Count;

/* What a spelling is, where it is one word; no other has its number. */
typedef struct {
    guint32 word; /* + 1, 0 = not known */
    gboolean is_small;
} Known;

struct _RhumbCapitals {
    RhumbStrings *word;          /* in small letters */
    GArray *count;               /* of Count, one per word */
    GArray *known;               /* of Known, one a spelling of the lexicon, by number */
    const RhumbLexicon *lexicon; /* whose tokens were added last */
    guint n_reliefs;             /* of it */
};

/* Creates counters at zero. */
RhumbCapitals *
rhumb_capitals_new (void)
{
    RhumbCapitals *capitals = g_new0 (RhumbCapitals, 1);
    capitals->word = rhumb_strings_new ();
    capitals->count = g_array_new (FALSE, TRUE, sizeof (Count));
    capitals->known = g_array_new (FALSE, TRUE, sizeof (Known));
    return capitals;
}

/* Frees the counters. */
void
rhumb_capitals_free (RhumbCapitals *capitals)
{
    rhumb_strings_free (capitals->word);
    g_array_unref (capitals->count);
    g_array_unref (capitals->known);
    g_free (capitals);
}

static Count *
get_count (RhumbCapitals *capitals, guint32 w)
{
    if (w >= capitals->count->len)
        g_array_set_size (capitals->count, w + 1);
    return &g_array_index (capitals->count, Count, w);
}

static void
count (RhumbCapitals *capitals, guint32 w, gboolean is_small)
{
    Count *own = get_count (capitals, w);
    own->n++;
    own->n_small += is_small;
}

/* Words that wait to be counted together, for their counts lie anywhere in a large memory. */
typedef struct {
    RhumbSlice word[BATCH];
    gboolean is_small[BATCH];
    const RhumbSpelling *token[BATCH]; /* NULL = the word is a part of it */
    guint n;
} Waiting;

static void
remember (RhumbCapitals *capitals, const RhumbSpelling *token, guint32 w, gboolean is_small)
{
    if (token->number >= capitals->known->len)
        g_array_set_size (capitals->known, 2 * token->number + 1);
    g_array_index (capitals->known, Known, token->number) = (Known){w + 1, is_small};
}

static void
count_waiting (RhumbCapitals *capitals, Waiting *waiting)
{
    guint32 number[BATCH];
    rhumb_strings_add_all (capitals->word, waiting->word, waiting->n, number);
    for (guint i = 0; i < waiting->n; i++) {
        count (capitals, number[i], waiting->is_small[i]);
        if (waiting->token[i] != NULL)
            remember (capitals, waiting->token[i], number[i], waiting->is_small[i]);
    }
    waiting->n = 0;
}

/* How long a part of a token is. */
static gsize
part_length (const char *text)
{
    gsize n = 0;
    while (text[n] != '\0' && text[n] != '-' && text[n] != '/')
        n++;
    return n;
}

/* Counts each part of a token that hyphens or slashes join. */
static void
add_parts (RhumbCapitals *capitals, const RhumbSpelling *token, Waiting *waiting)
{
    const char *lower = token->lower->text;
    const char *own = token->text;
    while (*lower) {
        const gsize n = part_length (lower);
        const gsize n_own = own == lower ? n : part_length (own);
        if (n > 0) {
            const gboolean is_whole = lower == token->lower->text && lower[n] == '\0';
            waiting->word[waiting->n] = (RhumbSlice){lower, n};
            waiting->token[waiting->n] = is_whole ? token : NULL;
            waiting->is_small[waiting->n++] =
                own == lower || (n == n_own && memcmp (lower, own, n) == 0);
        }
        if (waiting->n == BATCH)
            count_waiting (capitals, waiting);
        lower += n + (lower[n] != '\0');
        own += n_own + (own[n_own] != '\0');
    }
}

static void
add_token (RhumbCapitals *capitals, const RhumbSpelling *token, Waiting *waiting)
{
    const Known known = token->number < capitals->known->len
                            ? g_array_index (capitals->known, Known, token->number)
                            : (Known){0};
    if (known.word != 0)
        count (capitals, known.word - 1, known.is_small);
    else
        add_parts (capitals, token, waiting);
}

/* What is known of spellings is of one lexicon, as long as that forgets nothing. */
static void
use_lexicon (RhumbCapitals *capitals, const RhumbLexicon *lexicon)
{
    const guint n_reliefs = rhumb_lexicon_get_n_reliefs (lexicon);
    if (capitals->lexicon != lexicon || capitals->n_reliefs != n_reliefs)
        g_array_set_size (capitals->known, 0);
    capitals->lexicon = lexicon;
    capitals->n_reliefs = n_reliefs;
}

/* Counts the words of one paper. @tokens: of @lexicon. */
void
rhumb_capitals_add (RhumbCapitals *capitals, const RhumbLexicon *lexicon, const RhumbTokens *tokens)
{
    Waiting waiting;
    waiting.n = 0;
    use_lexicon (capitals, lexicon);
    const gboolean is_telling = rhumb_title_tells_names (tokens);
    for (guint32 s = is_telling ? 0 : tokens->n_title_sentences; s < tokens->n_sentences; s++)
        for (guint32 i = tokens->start[s] + 1; i < tokens->start[s + 1]; i++)
            if (tokens->token[i]->begins_with_letter &&
                rhumb_is_in_running_text (tokens, s, i, is_telling))
                add_token (capitals, tokens->token[i], &waiting);
    count_waiting (capitals, &waiting);
}

/* Adds the counts of another. */
void
rhumb_capitals_add_all (RhumbCapitals *capitals, const RhumbCapitals *other)
{
    for (guint32 w = 0; w < rhumb_strings_get_n (other->word); w++) {
        Count *count = get_count (
            capitals, rhumb_strings_add (capitals->word, rhumb_strings_get (other->word, w),
                                         rhumb_strings_get_length (other->word, w)));
        const Count *more = &g_array_index (other->count, Count, w);
        count->n += more->n;
        count->n_small += more->n_small;
    }
}

static Count
count_word (const RhumbCapitals *capitals, const char *word, gsize length)
{
    const Count none = {0, 0};
    const guint32 w = rhumb_strings_find (capitals->word, word, length);
    return w == RHUMB_NO_STRING ? none : g_array_index (capitals->count, Count, w);
}

/* What running text says of a word in small letters; singular and plural are judged together. */
RhumbWordCase
rhumb_capitals_get_case (const RhumbCapitals *capitals, const char *lower)
{
    const gsize n = strlen (lower);
    g_autofree char *plural = g_strconcat (lower, "s", NULL);
    const Count own = count_word (capitals, lower, n);
    const Count other = n > 3 && lower[n - 1] == 's' ? count_word (capitals, lower, n - 1)
                                                     : count_word (capitals, plural, n + 1);
    const guint32 n_small = own.n_small + other.n_small;
    if (own.n + other.n == 0)
        return RHUMB_CASE_UNSEEN;
    return n_small > 0 && n_small >= MIN_SMALL_SHARE * (own.n + other.n) ? RHUMB_CASE_SMALL
                                                                         : RHUMB_CASE_CAPITAL;
}
