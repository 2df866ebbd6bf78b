/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Text cut into sentences and tokens.
 *
 * A token is a run of letters and digits, with an apostrophe or - . / + & inside kept ("multi-
 * agent", "C++", "T5/FLAN") and the argument of a group ("SU(2)"), or any other single character. A
 * sentence ends at . ! ? and closing quotes before a space and a capital, digit or quote (before
 * any space in a text without capitals), except after an abbreviation or a single capital. Links
 * become the one token "URL", typographic apostrophes and TeX quotes the plain ones; markup goes
 * (markup.c), and a text all in capitals is read in small letters. Cost: one pass over the bytes.
 */
#include "analytics/text/tokens.h"

#include "analytics/text/letters.h"
#include "analytics/text/markup.h"
#include "analytics/text/notices.h"

#include <string.h>

/* "BERT AND GPT" are names; a text with this many capitals and no small letter is shouted. */
#define MIN_CAPITALS 24
/* Few tokens with the space behind them are shorter; an abstract seldom has as many. */
#define BYTES_A_TOKEN 4
#define MOST_AT_FIRST 512
/* So many tokens are looked up together. */
#define N_SLICES 32

typedef struct {
    RhumbLexicon *lexicon;
    RhumbArena *arena;
    const RhumbSpelling **token;
    guint8 *is_tied;
    guint32 n_tokens;
    guint32 token_room;
    guint32 first_room;
    GArray *start; /* of guint32 */
} Splitter;

static gsize
link_length (const char *p)
{
    gsize n = 0;
    if (g_str_has_prefix (p, "http://"))
        n = 7;
    else if (g_str_has_prefix (p, "https://"))
        n = 8;
    else if (g_str_has_prefix (p, "www."))
        n = 4;
    const char *end = p + n;
    while (n > 0 && *end && !rhumb_letter_is_space (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
    return (gsize)(end - p) > n ? (gsize)(end - p) : 0;
}

/* Whether a text of some length has capitals only; then they tell nothing. */
static gboolean
shouts (const char *text)
{
    gsize n_capitals = 0;
    for (const char *p = text; *p; p = g_utf8_next_char (p)) {
        if (g_ascii_islower (*p))
            return FALSE;
        const gunichar c = g_utf8_get_char (p);
        if (c >= 0x80 && g_unichar_islower (c))
            return FALSE;
        n_capitals += rhumb_letter_is_upper (c);
    }
    return n_capitals >= MIN_CAPITALS;
}

/* What stands in the place of the quote, link or markup at @p. Returns its length, 0 for a plain
 * letter. */
static gsize
odd_length (const char *p, const char **meaning)
{
    *meaning = "'";
    if (strncmp (p, "\xe2\x80\x99", 3) == 0)
        return 3;
    const gsize length = rhumb_markup_length (p, meaning);
    if (length > 0)
        return length;
    *meaning = " URL ";
    return link_length (p);
}

/* The next byte that may begin what is not plain: "h" and "w" those of links alone. */
static const char *
find_odd (const char *p)
{
    static const guint8 is_odd[256] = {
        [0] = 1, ['h'] = 1, ['w'] = 1, [0xe2] = 1, ['\\'] = 1, ['<'] = 1, ['&'] = 1};
    for (;; p++) {
        while (!is_odd[(guchar)*p])
            p++;
        if ((*p != 'h' || p[1] == 't') && (*p != 'w' || p[1] == 'w'))
            return p;
    }
}

/* Replaces links, markup and odd quotes; pairs of the latter only become one after links are
 * gone. */
static GString *
tidy (const char *text)
{
    GString *tidy = g_string_sized_new (strlen (text));
    const char *run = text;
    for (const char *p = find_odd (text); *p; p = find_odd (p)) {
        const char *meaning;
        const gsize length = odd_length (p, &meaning);
        if (length == 0) {
            p++;
            continue;
        }
        g_string_append_len (tidy, run, p - run);
        g_string_append (tidy, meaning);
        p += length;
        run = p;
    }
    g_string_append (tidy, run);
    rhumb_markup_join_decimals (tidy);
    if (strchr (tidy->str, '`') && strstr (tidy->str, "``"))
        g_string_replace (tidy, "``", "\"", 0);
    if (strchr (tidy->str, '\'') && strstr (tidy->str, "''"))
        g_string_replace (tidy, "''", "\"", 0);
    if (shouts (tidy->str)) {
        gsize length;
        g_autofree char *lower = rhumb_letters_to_lower (tidy->str, tidy->len, &length);
        g_string_truncate (tidy, 0);
        g_string_append_len (tidy, lower, (gssize)length);
    }
    return tidy;
}

static gboolean
has_capital (const char *text)
{
    for (const char *p = text; *p; p = g_utf8_next_char (p))
        if ((guchar)*p < 0x80 ? g_ascii_isupper (*p) : rhumb_letter_is_upper (g_utf8_get_char (p)))
            return TRUE;
    return FALSE;
}

/* Whether a mark that may stand inside a token is at @p. */
static gboolean
is_inner_mark (const char *p)
{
    if ((guchar)*p < 0x80)
        return *p == '-' || *p == '.' || *p == '/' || *p == '+' || *p == '&';
    const gunichar c = g_utf8_get_char (p);
    return c == 0x2010 || c == 0x2011;
}

static gboolean
is_space (const char *p)
{
    return *p == ' ' || rhumb_letter_is_space (g_utf8_get_char (p));
}

static const char *
skip_alnum (const char *p, const char *end)
{
    for (;;) {
        while (p < end && g_ascii_isalnum (*p))
            p++;
        if (p >= end || (guchar)*p < 0x80 || !rhumb_letter_is_alnum (g_utf8_get_char (p)))
            return p;
        p = g_utf8_next_char (p);
    }
}

/* The end of what a group of mathematics is of, "(2)" in "SU(2)", "(N,R)" in "SL(N,R)", which
 * belongs to the name of one to three letters from @p to @bracket; @bracket if there is none. One
 * letter may be a function ("O(n)") and two small ones ("su(2)") a word, so a digit has to follow
 * them. */
static const char *
argument_end (const char *p, const char *bracket, const char *end)
{
    gsize n_capitals = 0;
    for (const char *q = p; q < bracket; q++)
        n_capitals += g_ascii_isupper (*q) != 0;
    const gsize n = (gsize)(bracket - p);
    const char *q = bracket + 1;
    const gboolean is_sure = n > 1 && n_capitals == n;
    if (n > 3 || q >= end || *q == 's' || (n != 2 && n_capitals < n) ||
        (!is_sure && !g_ascii_isdigit (*q)))
        return bracket;
    while (q < end && q - bracket < 6 && (g_ascii_isalnum (*q) || strchr (",|+-", *q) != NULL))
        q++;
    return q < end && *q == ')' && q > bracket + 1 ? q + 1 : bracket;
}

/* The end of the token that begins at @p, which is no space. */
static const char *
token_end (const char *p, const char *end)
{
    const char *q = skip_alnum (p, end);
    if (q == p)
        return g_utf8_next_char (p);
    if (q < end && *q == '(')
        q = argument_end (p, q, end);
    if (q < end && *q == '\'') {
        const char *inner = skip_alnum (q + 1, end);
        if (inner > q + 1)
            q = inner;
    }
    while (q < end && is_inner_mark (q)) {
        const char *mark_end = g_utf8_next_char (q);
        const char *inner = skip_alnum (mark_end, end);
        if (inner == mark_end)
            break;
        q = inner;
        if (q < end && *q == '(')
            q = argument_end (mark_end, q, end);
    }
    while (q < end && *q == '+')
        q++;
    return q;
}

static void
make_room (Splitter *splitter, guint32 n)
{
    if (splitter->n_tokens + n <= splitter->token_room)
        return;
    const guint32 room = MAX (splitter->first_room, 2 * (splitter->n_tokens + n));
    const RhumbSpelling **more = RHUMB_ARENA_ROOM (splitter->arena, const RhumbSpelling *, room);
    guint8 *more_tied = RHUMB_ARENA_ROOM (splitter->arena, guint8, room);
    if (splitter->n_tokens > 0) {
        memcpy (more, splitter->token, splitter->n_tokens * sizeof *more);
        memcpy (more_tied, splitter->is_tied, splitter->n_tokens);
    }
    splitter->token = more;
    splitter->is_tied = more_tied;
    splitter->token_room = room;
}

/* Adds tokens; @end: where the one before them ends, NULL if that is in another sentence. */
static void
add_slices (Splitter *splitter, const RhumbSlice *slice, guint32 n, const char *end)
{
    make_room (splitter, n);
    for (guint32 i = 0; i < n; i++) {
        splitter->is_tied[splitter->n_tokens + i] = slice[i].text == end;
        end = slice[i].text + slice[i].length;
    }
    rhumb_lexicon_add_all (splitter->lexicon, slice, n, splitter->token + splitter->n_tokens);
    splitter->n_tokens += n;
}

static void
add_tokens (Splitter *splitter, const char *p, const char *end)
{
    const guint32 before = splitter->n_tokens;
    RhumbSlice slice[N_SLICES];
    const char *last_end = NULL;
    guint32 n = 0;
    while (p < end) {
        if (*p == ' ') {
            p++;
            continue;
        }
        if (!g_ascii_isalnum (*p) && is_space (p)) {
            p = g_utf8_next_char (p);
            continue;
        }
        const char *q = token_end (p, end);
        slice[n++] = (RhumbSlice){p, (gsize)(q - p)};
        p = q;
        if (n == N_SLICES) {
            add_slices (splitter, slice, n, last_end);
            last_end = q;
            n = 0;
        }
    }
    if (n > 0)
        add_slices (splitter, slice, n, last_end);
    if (splitter->n_tokens > before)
        g_array_append_val (splitter->start, before);
}

static gboolean
begins_word (const char *start, const char *word)
{
    if (word == start)
        return TRUE;
    const gunichar before = g_utf8_get_char (g_utf8_prev_char (word));
    return before != '_' && !rhumb_letter_is_alnum (before);
}

/* Whether the full stop at @stop belongs to an abbreviation of the sentence begun at @start. */
static gboolean
ends_abbreviation (const char *start, const char *stop)
{
    static const char *const abbreviation[] = {"e.g", "i.e",  "et al",  "etc", "vs",   "cf", "Fig",
                                               "fig", "resp", "approx", "Dr",  "Prof", "Eq", "No"};
    const gsize n_before = (gsize)(stop - start);
    if (*stop != '.' || n_before == 0)
        return FALSE;
    if (g_ascii_isupper (stop[-1]) && begins_word (start, stop - 1))
        return TRUE;
    for (gsize i = 0; i < G_N_ELEMENTS (abbreviation); i++) {
        const gsize length = strlen (abbreviation[i]);
        /* Most are told by their last letter. */
        if (length <= n_before && stop[-1] == abbreviation[i][length - 1] &&
            memcmp (stop - length, abbreviation[i], length) == 0 &&
            begins_word (start, stop - length))
            return TRUE;
    }
    return FALSE;
}

/* Whether what follows a sentence's last mark lets the sentence end there. */
static gboolean
may_end (const char *p, gboolean needs_capital)
{
    const char *q = p;
    while (*q && is_space (q))
        q = g_utf8_next_char (q);
    if (*q == '\0')
        return TRUE;
    if (q == p)
        return FALSE;
    if (!needs_capital)
        return TRUE;
    while (*q && strchr ("\"'([", *q) != NULL)
        q++;
    return g_ascii_isupper (*q) || g_ascii_isdigit (*q);
}

static void
add_sentences (Splitter *splitter, const char *text)
{
    const gboolean needs_capital = has_capital (text);
    const char *start = text;
    const char *p = text;
    while ((p = strpbrk (p, ".!?")) != NULL) {
        const char *stop = p++;
        while (*p && strchr ("\"')]", *p) != NULL)
            p++;
        if (!may_end (p, needs_capital)) {
            p = stop + 1;
            continue;
        }
        if (*p && ends_abbreviation (start, stop))
            continue;
        add_tokens (splitter, start, p);
        start = p;
    }
    add_tokens (splitter, start, start + strlen (start));
}

/* Splits a paper's title and abstract. Either may be NULL or empty; both are valid UTF-8,
 * composed. */
RhumbTokens
rhumb_split_tokens (RhumbLexicon *lexicon, RhumbArena *arena, const char *title,
                    const char *abstract)
{
    g_autoptr (GArray) start = g_array_sized_new (FALSE, FALSE, sizeof (guint32), 32);
    const gsize n_bytes = (title ? strlen (title) : 0) + (abstract ? strlen (abstract) : 0);
    Splitter splitter = {.lexicon = lexicon, .arena = arena, .start = start};
    splitter.first_room = (guint32)MIN (n_bytes / BYTES_A_TOKEN, MOST_AT_FIRST);
    if (title) {
        g_autoptr (GString) tidied = tidy (title);
        add_sentences (&splitter, tidied->str);
        g_array_set_size (start, MIN (start->len, 1));
    }
    RhumbTokens tokens = {.n_title_sentences = start->len};
    if (abstract) {
        g_autoptr (GString) tidied = tidy (abstract);
        rhumb_notices_drop (tidied);
        add_sentences (&splitter, tidied->str);
    }
    tokens.token = splitter.token;
    tokens.is_tied = splitter.is_tied;
    tokens.n_tokens = splitter.n_tokens;
    tokens.n_sentences = start->len;
    g_array_append_val (start, splitter.n_tokens);
    tokens.start = RHUMB_ARENA_ROOM (arena, guint32, start->len);
    memcpy (tokens.start, start->data, start->len * sizeof (guint32));
    return tokens;
}
