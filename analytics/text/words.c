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
 * not. We depart from the sources in this factor and in counting each word of a title twice,
 * because a title says once what its abstract says again and again. The words of grammar and of
 * academic phrasing, single letters, plain numbers and links are left out; a word of grammar in
 * capitals ("IT") is kept, unless its whole sentence is in capitals. So are stems that one paper
 * alone has or that all have: the former relate no two papers, the latter weigh ln 1 = 0.
 *
 * Cost: one pass over the text, then O(papers' distinct words); 8 bytes for each of these and
 * each stem's letters once.
 */
#include "analytics/text/words.h"

#include <math.h>
#include <string.h>

#include "analytics/text/letters.h"
#include "analytics/text/shown-words.h"
#include "analytics/text/tokens.h"

#define TITLE_COUNT 2
#define MAX_PRIOR_FACTOR 2.0
#define LEFT_OUT (RHUMB_NO_STRING - 1)

/* A stem of a paper. */
typedef struct {
    guint32 stem;
    guint32 count;
} Entry;

/* All words counted so far. Stems have two numbers: the lexicon's, forgotten when it starts
 * afresh, and ours, for good; @number leads from the former to the latter. */
typedef struct {
    RhumbLexicon *lexicon;
    RhumbStrings *stem;
    RhumbShownWords *shown;
    GArray *factor;   /* of double, one per stem of ours */
    GArray *n_papers; /* of guint32, likewise: papers that have it */
    GArray *place;    /* of gsize, likewise: 1 + its entry in the present paper, else stale */
    GArray *number;   /* of guint32, one per stem of the lexicon, RHUMB_NO_STRING = not asked */
    GArray *entry;    /* of Entry, all papers end to end */
    gsize start;      /* where the present paper's entries begin */
} Counter;

static void
counter_init (Counter *counter, RhumbLexicon *lexicon)
{
    *counter = (Counter){
        .lexicon = lexicon,
        .stem = rhumb_strings_new (),
        .shown = rhumb_shown_words_new (),
        .factor = g_array_new (FALSE, FALSE, sizeof (double)),
        .n_papers = g_array_new (FALSE, TRUE, sizeof (guint32)),
        .place = g_array_new (FALSE, TRUE, sizeof (gsize)),
        .number = g_array_new (FALSE, FALSE, sizeof (guint32)),
        .entry = g_array_new (FALSE, FALSE, sizeof (Entry)),
    };
}

static void
counter_clear (Counter *counter)
{
    g_clear_pointer (&counter->stem, rhumb_strings_free);
    g_clear_pointer (&counter->shown, rhumb_shown_words_free);
    g_clear_pointer (&counter->factor, g_array_unref);
    g_clear_pointer (&counter->n_papers, g_array_unref);
    g_clear_pointer (&counter->place, g_array_unref);
    g_clear_pointer (&counter->number, g_array_unref);
    g_clear_pointer (&counter->entry, g_array_unref);
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

/* Our number of a stem of the lexicon, LEFT_OUT if it tells nothing. */
static guint32
number_stem (Counter *counter, guint32 lexicon_stem)
{
    const RhumbStems *stems = rhumb_lexicon_get_stems (counter->lexicon);
    const guint32 none = RHUMB_NO_STRING;
    while (counter->number->len <= lexicon_stem)
        g_array_append_val (counter->number, none);
    guint32 *number = &g_array_index (counter->number, guint32, lexicon_stem);
    if (*number != RHUMB_NO_STRING)
        return *number;
    const char *text = rhumb_stems_get (stems, lexicon_stem);
    const gsize length = rhumb_stems_get_length (stems, lexicon_stem);
    if (!is_telling (text, length))
        return *number = LEFT_OUT;
    *number = rhumb_strings_add (counter->stem, text, length);
    if (*number == counter->factor->len) {
        const double factor =
            prior_factor (rhumb_lexicon_get_prior (counter->lexicon, lexicon_stem));
        g_array_append_val (counter->factor, factor);
        g_array_set_size (counter->n_papers, counter->factor->len);
        g_array_set_size (counter->place, counter->factor->len);
    }
    return *number;
}

static void
count_stem (Counter *counter, guint32 lexicon_stem, guint32 times)
{
    const guint32 stem = number_stem (counter, lexicon_stem);
    if (stem == LEFT_OUT)
        return;
    gsize *place = &g_array_index (counter->place, gsize, stem);
    if (*place > counter->start) {
        g_array_index (counter->entry, Entry, *place - 1).count += times;
        return;
    }
    const Entry entry = {stem, times};
    g_array_append_val (counter->entry, entry);
    *place = counter->entry->len;
    g_array_index (counter->n_papers, guint32, stem)++;
}

static gboolean
is_subject_word (const RhumbSpelling *word, gboolean capitals_tell)
{
    if (!word->is_word)
        return FALSE;
    if (word->role.tag == 0 && !word->role.is_break)
        return TRUE;
    /* "URL" stands for any link. */
    return capitals_tell && word->is_all_capitals && word->n_chars > 1 &&
           strcmp (word->text, "URL") != 0;
}

static void
count_word (Counter *counter, const RhumbSpelling *word, gboolean capitals_tell, guint32 times)
{
    if (!is_subject_word (word, capitals_tell))
        return;
    for (guint16 i = 0; i < word->n_stems; i++)
        count_stem (counter, word->stem[i], times);
    if (word->n_stems == 1 && number_stem (counter, word->stem[0]) != LEFT_OUT)
        rhumb_shown_words_vote (counter->shown, number_stem (counter, word->stem[0]), word);
}

/* The words inside "mixture-of-experts" are judged one by one. */
static void
count_token (Counter *counter, const RhumbSpelling *token, gboolean capitals_tell, guint32 times)
{
    if (token->n_stems <= 1 || token->role.is_break) {
        count_word (counter, token, capitals_tell, times);
        return;
    }
    const char *end = token->text + token->length;
    const char *p = token->text;
    while (p < end) {
        const char *start = p;
        while (p < end && rhumb_letter_is_alnum (g_utf8_get_char (p)))
            p = g_utf8_next_char (p);
        if (p > start)
            count_word (counter, rhumb_lexicon_add (counter->lexicon, start, (gsize)(p - start)),
                        capitals_tell, times);
        else
            p = g_utf8_next_char (p);
    }
}

/* Capitals tell "IT" from "it" only where not all is in capitals. */
static gboolean
has_small_letters (const RhumbTokens *tokens, guint32 sentence)
{
    for (guint32 i = tokens->start[sentence]; i < tokens->start[sentence + 1]; i++)
        if (tokens->token[i]->begins_with_letter && !tokens->token[i]->is_all_capitals)
            return TRUE;
    return FALSE;
}

static void
count_paper (Counter *counter, const RhumbPaper *paper, RhumbArena *arena)
{
    rhumb_lexicon_relieve (counter->lexicon);
    if (rhumb_stems_get_n (rhumb_lexicon_get_stems (counter->lexicon)) == 0)
        g_array_set_size (counter->number, 0);
    rhumb_arena_reset (arena);
    counter->start = counter->entry->len;
    const RhumbTokens tokens =
        rhumb_split_tokens (counter->lexicon, arena, paper->title, paper->abstract);
    for (guint32 s = 0; s < tokens.n_sentences; s++) {
        const gboolean capitals_tell = has_small_letters (&tokens, s);
        const guint32 times = s < tokens.n_title_sentences ? TITLE_COUNT : 1;
        for (guint32 i = tokens.start[s]; i < tokens.start[s + 1]; i++)
            count_token (counter, tokens.token[i], capitals_tell, times);
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

static double
weigh (const Counter *counter, const Entry *entry, guint32 n_papers)
{
    const guint32 n = g_array_index (counter->n_papers, guint32, entry->stem);
    /* (1 + ln tf) · ln (N / df) · min (2, e^prior) */
    return (1 + log (entry->count)) * log ((double)n_papers / n) *
           g_array_index (counter->factor, double, entry->stem);
}

/* Appends the row of a paper, scaled to length 1, to the edges. Gives their new number. */
static gsize
append_row (const Counter *counter, const guint32 *column, guint32 n_papers, gsize first, gsize end,
            guint32 *to, double *weight, gsize n_edges)
{
    double squares = 0;
    gsize e = n_edges;
    for (gsize i = first; i < end; i++) {
        const Entry *entry = &g_array_index (counter->entry, Entry, i);
        if (column[entry->stem] == RHUMB_NONE)
            continue;
        to[e] = column[entry->stem];
        weight[e] = weigh (counter, entry, n_papers);
        squares += weight[e] * weight[e];
        e++;
    }
    for (gsize i = n_edges; i < e; i++)
        weight[i] /= sqrt (squares);
    return e;
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

static RhumbNetwork *
build_network (const Counter *counter, const gsize *start, guint32 n_papers, GPtrArray **names,
               GPtrArray **words, GError **error)
{
    guint32 n_columns;
    g_autofree guint32 *column = number_columns (counter, n_papers, &n_columns);
    if (names != NULL)
        *names = list_names (counter, column, n_columns, FALSE);
    if (words != NULL)
        *words = list_names (counter, column, n_columns, TRUE);
    g_autofree guint32 *from = g_new (guint32, (gsize)counter->entry->len + 1);
    g_autofree guint32 *to = g_new (guint32, (gsize)counter->entry->len + 1);
    g_autofree double *weight = g_new (double, (gsize)counter->entry->len + 1);
    gsize n_edges = 0;
    for (guint32 v = 0; v < n_papers; v++) {
        const gsize end =
            append_row (counter, column, n_papers, start[v], start[v + 1], to, weight, n_edges);
        for (; n_edges < end; n_edges++)
            from[n_edges] = v;
    }
    return rhumb_network_new (RHUMB_NETWORK_TWO_MODE, n_papers, n_columns, from, to, weight,
                              n_edges, error);
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
    g_autoptr (RhumbModel) model = rhumb_model_new ();
    g_autoptr (RhumbClosedClass) closed = rhumb_closed_class_new ();
    g_autoptr (RhumbLexicon) lexicon = rhumb_lexicon_new (model, closed);
    g_auto (RhumbArena) arena = {NULL, NULL};
    g_auto (Counter) counter;
    counter_init (&counter, lexicon);
    g_autofree gsize *start = g_new0 (gsize, (gsize)n_papers + 1);
    for (guint32 v = 0; v < n_papers; v++) {
        count_paper (&counter, rhumb_corpus_get_paper (corpus, v), &arena);
        start[v + 1] = counter.entry->len;
    }
    return build_network (&counter, start, n_papers, names, words, error);
}
