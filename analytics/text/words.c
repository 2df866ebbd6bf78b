/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which words a paper is made of, and how much each of them says about its subject: the row of a
 * paper is its fingerprint, and papers with like rows are about like things.
 *
 * Source: the vector space model of Salton, Wong and Yang (1975), doi:10.1145/361219.361220;
 * inverse document frequency of Spärck Jones (1972), doi:10.1108/eb026526; the dampened count of
 * Buckley, Salton, Allan and Singhal (1995), TREC-3, NIST SP 500-225.
 *
 * Method: words are united by their stem (analytics/text/stems). In a paper that has it tf times
 * in title and abstract, of N papers of which df have it, a stem weighs
 *
 *   (1 + ln tf) · ln (N / df) · min (2, e^prior)
 *
 * and each row is scaled to length 1. The prior is the best log odds that the model gives the
 * stem as an author keyword or part of one: "network" and "genome" name subjects, "obtain" does
 * not. We depart from the sources in this factor and in counting each word of a title twice
 * (analytics/text/word-counts). Single letters and plain numbers are left out, and so are stems
 * that one paper alone has or that all have: the former relate no two papers, the latter weigh
 * ln 1 = 0.
 *
 * Cost: one pass over the text on all processors, then O(papers' distinct words); 8 bytes for each
 * of these and each stem's letters once.
 */
#include "analytics/text/words.h"

#include <math.h>
#include <string.h>

#include "analytics/text/letters.h"
#include "analytics/text/shown-words.h"
#include "analytics/text/word-counts.h"
#include "analytics/text/word-weights.h"
#include "analytics/text/words-private.h"

#define MAX_PRIOR_FACTOR 2.0
#define LEFT_OUT (RHUMB_NO_STRING - 1)

/* What one thread counts with. Stems have two numbers: its lexicon's, forgotten when that starts
 * afresh, and ours, for good; @number leads from the former to the latter. */
typedef struct {
    RhumbWordCounter counter;
    GArray *number; /* of guint32, one per stem of the lexicon, RHUMB_NO_STRING = not asked */
    guint n_reliefs;
} Count;

/* What was counted in a paper, and by whom. */
typedef struct {
    RhumbTokenReader *reader;
    RhumbWordCounts words;
} PaperCount;

/* All words counted so far. */
typedef struct {
    RhumbStrings *stem;
    RhumbShownWords *shown; /* NULL = not wanted */
    GArray *factor;         /* of double, one per stem of ours */
    GArray *n_papers;       /* of guint32, likewise: papers that have it */
    GArray *entry;          /* of RhumbStemCount, all papers end to end */
    gsize *start;           /* one more than papers: where the entries of each begin */
} Counter;

static void
counter_init (Counter *counter, guint32 n_papers, gboolean shown)
{
    *counter = (Counter){
        .stem = rhumb_strings_new (),
        .shown = shown ? rhumb_shown_words_new () : NULL,
        .factor = g_array_new (FALSE, FALSE, sizeof (double)),
        .n_papers = g_array_new (FALSE, TRUE, sizeof (guint32)),
        .entry = g_array_new (FALSE, FALSE, sizeof (RhumbStemCount)),
        .start = g_new0 (gsize, (gsize)n_papers + 1),
    };
}

static void
counter_clear (Counter *counter)
{
    g_clear_pointer (&counter->stem, rhumb_strings_free);
    g_clear_pointer (&counter->shown, rhumb_shown_words_free);
    g_clear_pointer (&counter->factor, g_array_unref);
    g_clear_pointer (&counter->n_papers, g_array_unref);
    g_clear_pointer (&counter->entry, g_array_unref);
    g_clear_pointer (&counter->start, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Counter, counter_clear)

static double
prior_factor (const RhumbWordPrior *prior)
{
    const double best = MAX (prior->single, MAX (prior->head, prior->modifier));
    return MIN (MAX_PRIOR_FACTOR, exp (best));
}

/* Whether a stem can tell anything: more than one character, and not digits alone. */
static gboolean
is_telling (const char *stem, gsize length)
{
    gsize n_chars = 0;
    gboolean has_other = FALSE;
    for (const char *p = stem; p < stem + length; p = g_utf8_next_char (p), n_chars++)
        has_other = has_other || !rhumb_letter_is_digit (g_utf8_get_char (p));
    return n_chars > 1 && has_other;
}

/* Our number of a stem of a lexicon, LEFT_OUT if it tells nothing. */
static guint32
number_stem (Counter *counter, const RhumbTokenReader *reader, guint32 lexicon_stem)
{
    const RhumbStems *stems = rhumb_lexicon_get_stems (reader->lexicon);
    GArray *numbers = ((Count *)reader->own)->number;
    const guint32 none = RHUMB_NO_STRING;
    while (numbers->len <= lexicon_stem)
        g_array_append_val (numbers, none);
    guint32 *number = &g_array_index (numbers, guint32, lexicon_stem);
    if (*number != RHUMB_NO_STRING)
        return *number;
    const char *text = rhumb_stems_get (stems, lexicon_stem);
    const gsize length = rhumb_stems_get_length (stems, lexicon_stem);
    if (!is_telling (text, length))
        return *number = LEFT_OUT;
    *number = rhumb_strings_add (counter->stem, text, length);
    if (*number == counter->factor->len) {
        const double factor =
            prior_factor (rhumb_lexicon_get_prior (reader->lexicon, lexicon_stem));
        g_array_append_val (counter->factor, factor);
        g_array_set_size (counter->n_papers, counter->factor->len);
    }
    return *number;
}

static gpointer
count_paper (RhumbTokenReader *reader, const RhumbPaper *paper G_GNUC_UNUSED,
             const RhumbTokens *tokens, gpointer data G_GNUC_UNUSED)
{
    Count *own = reader->own;
    PaperCount *found = RHUMB_ARENA_NEW (&reader->kept, PaperCount, 1);
    found->reader = reader;
    found->words = rhumb_word_counter_count (&own->counter, reader, tokens);
    return found;
}

static void
take_count (guint32 v, gpointer data, gpointer user_data)
{
    const PaperCount *found = data;
    Counter *counter = user_data;
    Count *own = found->reader->own;
    if (own->n_reliefs != found->reader->n_reliefs)
        g_array_set_size (own->number, 0);
    own->n_reliefs = found->reader->n_reliefs;
    for (guint32 i = 0; i < found->words.n_counts; i++) {
        const RhumbWordCount *word = &found->words.count[i];
        const RhumbStemCount entry = {number_stem (counter, found->reader, word->stem),
                                      word->count};
        if (entry.stem == LEFT_OUT)
            continue;
        g_array_append_val (counter->entry, entry);
        g_array_index (counter->n_papers, guint32, entry.stem)++;
    }
    for (guint32 i = 0; i < found->words.n_votes; i++) {
        const guint32 stem = number_stem (counter, found->reader, found->words.vote[i].stem);
        if (stem != LEFT_OUT)
            rhumb_shown_words_vote (counter->shown, stem, found->words.vote[i].word);
    }
    counter->start[v + 1] = counter->entry->len;
}

static void
count_all (Counter *counter, const RhumbCorpus *corpus)
{
    g_autoptr (RhumbTokenReaders) readers = rhumb_token_readers_new (corpus);
    g_autofree Count *own = g_new0 (Count, readers->n_readers);
    for (guint i = 0; i < readers->n_readers; i++) {
        rhumb_word_counter_init (&own[i].counter, counter->shown != NULL);
        own[i].number = g_array_new (FALSE, FALSE, sizeof (guint32));
        readers->reader[i].own = &own[i];
    }
    rhumb_token_readers_read (readers, count_paper, take_count, counter);
    for (guint i = 0; i < readers->n_readers; i++) {
        rhumb_word_counter_clear (&own[i].counter);
        g_array_unref (own[i].number);
    }
}

typedef struct {
    const char *text;
    guint32 stem;
} Column;

static int
compare_columns (gconstpointer a, gconstpointer b)
{
    return strcmp (((const Column *)a)->text, ((const Column *)b)->text);
}

/* Gives each stem that relates papers its column, in ascending order of bytes; RHUMB_NONE to the
 * others. */
static guint32 *
number_columns (const Counter *counter, guint32 n_papers, guint32 *n_columns)
{
    const guint32 n_stems = counter->n_papers->len;
    g_autofree guint32 *column = g_new (guint32, (gsize)n_stems + 1);
    g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (Column));
    for (guint32 s = 0; s < n_stems; s++) {
        const guint32 n = g_array_index (counter->n_papers, guint32, s);
        const Column candidate = {rhumb_strings_get (counter->stem, s), s};
        column[s] = RHUMB_NONE;
        if (n >= 2 && n < n_papers)
            g_array_append_val (kept, candidate);
    }
    g_array_sort (kept, compare_columns);
    for (guint32 c = 0; c < kept->len; c++)
        column[g_array_index (kept, Column, c).stem] = c;
    *n_columns = kept->len;
    return g_steal_pointer (&column);
}

/* Names of columns: stems, or the words that are shown for them. */
static GPtrArray *
list_names (const Counter *counter, const guint32 *column, guint32 n_columns, gboolean shown)
{
    GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_set_size (names, (gint)n_columns);
    for (guint32 s = 0; s < counter->n_papers->len; s++) {
        const char *word = shown ? rhumb_shown_words_get (counter->shown, s) : NULL;
        if (column[s] != RHUMB_NONE)
            names->pdata[column[s]] =
                g_strdup (word != NULL ? word : rhumb_strings_get (counter->stem, s));
    }
    return names;
}

/* Rows of papers; gives the number of columns. */
static guint32
build_rows (const Counter *counter, guint32 n_papers, GPtrArray **names, GPtrArray **words,
            RhumbOwnRows *rows)
{
    guint32 n_columns;
    g_autofree guint32 *column = number_columns (counter, n_papers, &n_columns);
    if (names != NULL)
        *names = list_names (counter, column, n_columns, FALSE);
    if (words != NULL)
        *words = list_names (counter, column, n_columns, TRUE);
    const RhumbStemCounts counts = {
        .n_papers = n_papers,
        .start = counter->start,
        .entry = (const RhumbStemCount *)(gpointer)counter->entry->data,
        .n_stems = counter->n_papers->len,
        .n_having = (const guint32 *)(gpointer)counter->n_papers->data,
        .factor = (const double *)(gpointer)counter->factor->data,
        .column = column,
    };
    rhumb_weigh_stems (&counts, rows);
    return n_columns;
}

/* rhumb_weigh_word_rows: as rhumb_weigh_words(), for who wants the rows of papers alone: to turn
 * them around takes longer than to make them. Returns the number of columns. */
guint32
rhumb_weigh_word_rows (const RhumbCorpus *corpus, RhumbOwnRows *rows)
{
    const guint32 n_papers = rhumb_corpus_get_n_papers (corpus);
    g_auto (Counter) counter;
    counter_init (&counter, n_papers, FALSE);
    count_all (&counter, corpus);
    return build_rows (&counter, n_papers, NULL, NULL, rows);
}

/**
 * rhumb_weigh_words:
 * @corpus: papers
 * @error: return location for an error
 *
 * Weighs the words of titles and abstracts by how much they say about each paper's subject.
 *
 * Columns are stems in ascending order of their bytes: those that at least two papers and not all
 * papers have. A paper's weights are above 0 and their squares sum to 1; a paper without text or
 * without such stems has none, and so has each paper of a corpus of one or two.
 *
 * Source: Salton, Wong and Yang (1975), doi:10.1145/361219.361220; Spärck Jones (1972),
 * doi:10.1108/eb026526.
 *
 * Returns: (transfer full): a two-mode network papers → stems; or %NULL with an error of
 *   rhumb_network_new()
 *
 * Since: 0.1
 */
RhumbNetwork *
rhumb_weigh_words (const RhumbCorpus *corpus, GError **error)
{
    return rhumb_weigh_named_words (corpus, NULL, NULL, error);
}

/**
 * rhumb_weigh_named_words:
 * @corpus: papers
 * @names: (out) (optional) (transfer full) (element-type utf8): the stem of each column
 * @words: (out) (optional) (transfer full) (element-type utf8): a word of each column as it is
 *   written: the commonest where one is more common than all others together
 * @error: return location for an error
 *
 * Does as rhumb_weigh_words(), and tells which stems the columns are.
 *
 * Returns: (transfer full): as rhumb_weigh_words()
 *
 * Since: 0.2
 */
RhumbNetwork *
rhumb_weigh_named_words (const RhumbCorpus *corpus, GPtrArray **names, GPtrArray **words,
                         GError **error)
{
    g_return_val_if_fail (corpus != NULL, NULL);
    const guint32 n_papers = rhumb_corpus_get_n_papers (corpus);
    g_auto (Counter) counter;
    counter_init (&counter, n_papers, words != NULL);
    count_all (&counter, corpus);
    RhumbOwnRows rows;
    const guint32 n_columns = build_rows (&counter, n_papers, names, words, &rows);
    return rhumb_network_take_two_mode_rows (n_papers, n_columns, rows.start, rows.node,
                                             rows.weight, error);
}
