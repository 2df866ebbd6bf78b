/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which papers speak of the system of another paper by its name. Where references are unknown,
 * this shows who builds on whom or compares with whom: an abstract that says "faster than
 * DeepWalk" knows the paper that made it.
 *
 * Method, our own, precision before recall:
 *
 *   1. Each paper claims the names of what it made (analytics/text/known-names).
 *   2. A name belongs to the one paper that has it before its title's colon, else to the one that
 *      claims it in its abstract; a name that two papers claim alike belongs to none.
 *   3. It is no system if another paper defines it in a bracket as a short form (then it is a
 *      concept), if more than max (5, 20 %) of the papers use it, if a paper dated more than a
 *      year before its owner uses it, or, for a name that looks like a word, if the word stands
 *      in small letters anywhere.
 *   4. A paper mentions the owner if one of its tokens is the name, letter for letter; "-based"
 *      and the like, a possessive 's, and what a stroke separates are taken apart. Of two names
 *      at one place the longer counts.
 *
 * Cost: two passes over the text on all processors, each linear; memory linear in names and
 * mentions.
 */
#include "analytics/text/mentions.h"

#include <string.h>

#include "analytics/text/known-names.h"

#define MAX_NAME_WORDS 3
#define MIN_COMMON 5   /* papers that may use a name … */
#define COMMON_SHARE 5 /* … or one in so many, if more */

/* How a name is used by others than its owner. */
typedef struct {
    guint32 last_user;
    guint32 n_users;
    gboolean is_common; /* no system after all */
} Usage;

typedef struct {
    guint32 paper;
    guint32 name;
} Mention;

/* Names that a paper uses, as often as it does, and those that it uses in small letters. */
typedef struct {
    guint32 *used;
    guint32 *small;
    guint32 n_used;
    guint32 n_small;
} Uses;

typedef struct {
    const RhumbCorpus *corpus;
    const RhumbKnownNames *names;
    Usage *usage;    /* one a name */
    GArray *mention; /* of Mention */
} Finder;

static guint32
get_owner (const Finder *finder, guint32 n)
{
    return g_array_index (finder->names->owner, guint32, n);
}

/* Names go around as preprints up to a year before their paper's date. */
static void
add_use (Finder *finder, guint32 v, guint32 n)
{
    Usage *usage = &finder->usage[n];
    const guint32 owner = get_owner (finder, n);
    if (owner == RHUMB_NONE || owner == v || usage->last_user == v)
        return;
    usage->last_user = v;
    usage->n_users++;
    const int year = rhumb_corpus_get_paper (finder->corpus, v)->year;
    const int owner_year = rhumb_corpus_get_paper (finder->corpus, owner)->year;
    if (year != 0 && owner_year != 0 && year + 1 < owner_year)
        usage->is_common = TRUE;
    const Mention mention = {v, n};
    g_array_append_val (finder->mention, mention);
}

/* The number of the name that is @length bytes of @text. */
static guint32
find_name (const Finder *finder, const char *text, gsize length)
{
    return rhumb_strings_find (finder->names->text, text, length);
}

/* What a token is without "-based" or "'s" behind it. */
static gsize
bare_length (const char *text, gsize length)
{
    if (length > 2 && memcmp (text + length - 2, "'s", 2) == 0)
        return length - 2;
    gsize i = length;
    while (i > 0 && g_ascii_islower (text[i - 1]))
        i--;
    return i > 1 && i < length && text[i - 1] == '-' ? i - 1 : length;
}

/* What one thread looks for names with. */
typedef struct {
    const Finder *finder;
    RhumbTokenReader *reader;
    GArray *used;  /* of guint32 */
    GArray *small; /* likewise */
} Search;

/* Looks at "DeepWalk-based" and "DeepWalk/node2vec" piece by piece. */
static void
use_pieces (const Search *search, const RhumbSpelling *token)
{
    const char *end = token->text + token->length;
    const char *p = token->text;
    while (p < end) {
        const char *stroke = memchr (p, '/', (gsize)(end - p));
        const gsize length = (gsize)((stroke != NULL ? stroke : end) - p);
        guint32 n = find_name (search->finder, p, length);
        if (n == RHUMB_NO_STRING)
            n = find_name (search->finder, p, bare_length (p, length));
        if (n != RHUMB_NO_STRING)
            g_array_append_val (search->used, n);
        p += length + 1;
    }
}

/* Uses the longest name that begins at token @i before @stop. Gives its number of tokens, 0 if
 * none is a name as a whole. */
static guint32
use_longest (const Search *search, const RhumbTokens *tokens, guint32 i, guint32 stop)
{
    const Finder *finder = search->finder;
    const RhumbSpelling *first = tokens->token[i];
    if (rhumb_strings_find (finder->names->first_word, first->text, first->length) ==
        RHUMB_NO_STRING)
        return 0;
    GString *joined = search->reader->key;
    for (guint32 n_words = MIN (MAX_NAME_WORDS, stop - i); n_words > 0; n_words--) {
        g_string_truncate (joined, 0);
        for (guint32 k = 0; k < n_words; k++) {
            if (k > 0)
                g_string_append_c (joined, ' ');
            g_string_append_len (joined, tokens->token[i + k]->text, tokens->token[i + k]->length);
        }
        const guint32 n = find_name (finder, joined->str, joined->len);
        if (n == RHUMB_NO_STRING || get_owner (finder, n) == RHUMB_NONE)
            continue;
        g_array_append_val (search->used, n);
        return n_words;
    }
    return 0;
}

static void
note_small_use (const Search *search, const RhumbSpelling *token)
{
    const Finder *finder = search->finder;
    if (token->lower != token)
        return;
    const guint32 s = rhumb_strings_find (finder->names->small, token->text, token->length);
    if (s != RHUMB_NO_STRING)
        g_array_append_val (search->small, g_array_index (finder->names->of_small, guint32, s));
}

static guint32 *
keep_numbers (RhumbTokenReader *reader, GArray *numbers, guint32 *n)
{
    *n = numbers->len;
    guint32 *kept = RHUMB_ARENA_ROOM (&reader->kept, guint32, numbers->len);
    if (numbers->len > 0)
        memcpy (kept, numbers->data, numbers->len * sizeof *kept);
    return kept;
}

static gpointer
find_uses (RhumbTokenReader *reader, const RhumbPaper *paper G_GNUC_UNUSED,
           const RhumbTokens *tokens, gpointer data)
{
    g_autoptr (GArray) used = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) small = g_array_new (FALSE, FALSE, sizeof (guint32));
    const Search search = {data, reader, used, small};
    for (guint32 s = 0; s < tokens->n_sentences; s++) {
        guint32 i = tokens->start[s];
        while (i < tokens->start[s + 1]) {
            const RhumbSpelling *token = tokens->token[i];
            const guint32 n_words = use_longest (&search, tokens, i, tokens->start[s + 1]);
            if (n_words == 0 && token->is_word) {
                note_small_use (&search, token);
                use_pieces (&search, token);
            }
            i += MAX (n_words, 1);
        }
    }
    if (used->len == 0 && small->len == 0)
        return NULL;
    Uses *uses = RHUMB_ARENA_NEW (&reader->kept, Uses, 1);
    uses->used = keep_numbers (reader, used, &uses->n_used);
    uses->small = keep_numbers (reader, small, &uses->n_small);
    return uses;
}

static void
take_uses (guint32 v, gpointer data, gpointer user_data)
{
    const Uses *uses = data;
    Finder *finder = user_data;
    for (guint32 i = 0; uses != NULL && i < uses->n_used; i++)
        add_use (finder, v, uses->used[i]);
    for (guint32 i = 0; uses != NULL && i < uses->n_small; i++)
        finder->usage[uses->small[i]].is_common = TRUE;
}

static RhumbNetwork *
link_papers (const Finder *finder, GError **error)
{
    const guint32 n_papers = rhumb_corpus_get_n_papers (finder->corpus);
    g_autofree guint32 *from = g_new (guint32, (gsize)finder->mention->len + 1);
    g_autofree guint32 *to = g_new (guint32, (gsize)finder->mention->len + 1);
    gsize n_edges = 0;
    for (guint i = 0; i < finder->mention->len; i++) {
        const Mention *mention = &g_array_index (finder->mention, Mention, i);
        const Usage *usage = &finder->usage[mention->name];
        const gboolean is_overused =
            usage->n_users > MIN_COMMON && (guint64)usage->n_users * COMMON_SHARE > n_papers;
        if (usage->is_common || is_overused)
            continue;
        from[n_edges] = mention->paper;
        to[n_edges++] = get_owner (finder, mention->name);
    }
    return rhumb_network_new (RHUMB_NETWORK_DIRECTED, n_papers, n_papers, from, to, NULL, n_edges,
                              error);
}

/**
 * rhumb_find_mentions:
 * @corpus: papers
 * @error: return location for an error
 *
 * Finds which papers name the system of another paper in their title or abstract, such as
 * "DeepWalk" or "GPipe".
 *
 * Precision comes before recall: a name that may be another paper's, a concept's or a plain word
 * links nothing. No paper mentions itself, and however often one names another, it is one edge.
 *
 * Returns: (transfer full): a directed network of the papers without weights, an edge leading
 *   from the paper that names to the paper whose system is named; or %NULL with an error of
 *   rhumb_network_new()
 *
 * Since: 0.1
 */
RhumbNetwork *
rhumb_find_mentions (const RhumbCorpus *corpus, GError **error)
{
    g_return_val_if_fail (corpus != NULL, NULL);
    g_autoptr (RhumbTokenReaders) readers = rhumb_token_readers_new (corpus);
    g_autoptr (RhumbKnownNames) names = rhumb_known_names_new (readers);
    g_autofree Usage *usage = g_new0 (Usage, (gsize)names->owner->len + 1);
    for (guint n = 0; n < names->owner->len; n++)
        usage[n].last_user = RHUMB_NONE;
    g_autoptr (GArray) mention = g_array_new (FALSE, FALSE, sizeof (Mention));
    Finder finder = {corpus, names, usage, mention};
    rhumb_token_readers_read (readers, find_uses, take_uses, &finder);
    rhumb_token_readers_leave (readers);
    return link_papers (&finder, error);
}
