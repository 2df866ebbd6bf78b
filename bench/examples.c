/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What the model of phrases is fitted to: every candidate of every paper whose keyphrases people
 * gave, measured with the priors of its words as if its own paper had not been counted.
 */
#include "bench/examples.h"

#include <string.h>

#include "bench/gold.h"

/* The words of a candidate, as numbered in the word table. */
typedef struct {
    guint32 word[RHUMB_MAX_PHRASE_STEMS];
    guint32 n_words;
} Candidate;

/* No examples yet. */
Examples *
examples_new (Style style)
{
    Examples *examples = g_new0 (Examples, 1);
    examples->style = style;
    examples->paper = g_ptr_array_new_with_free_func (gold_paper_free);
    examples->candidate = g_array_new (FALSE, FALSE, sizeof (Candidate));
    examples->feature = g_array_new (FALSE, FALSE, sizeof (float));
    examples->label = g_array_new (FALSE, FALSE, sizeof (guint8));
    examples->is_out = g_array_new (FALSE, FALSE, sizeof (guint8));
    examples->end = g_array_new (FALSE, FALSE, sizeof (guint));
    return examples;
}

/* Frees examples and their papers. */
void
examples_free (Examples *examples)
{
    g_ptr_array_unref (examples->paper);
    g_array_unref (examples->candidate);
    g_array_unref (examples->feature);
    g_array_unref (examples->label);
    g_array_unref (examples->is_out);
    g_array_unref (examples->end);
    g_free (examples);
}

static void
note_role (GHashTable *own, guint32 word, Role role)
{
    WordCount *count = g_hash_table_lookup (own, GUINT_TO_POINTER (word + 1));
    count->n_in_role[role] = 1;
    count->n_in_role[ROLE_ANY] = 1;
}

static void
note_roles (GHashTable *own, const Candidate *candidate)
{
    for (guint32 k = 0; k < candidate->n_words; k++)
        note_role (own, candidate->word[k],
                   candidate->n_words == 1       ? ROLE_SINGLE
                   : k + 1 == candidate->n_words ? ROLE_HEAD
                                                 : ROLE_MODIFIER);
}

/* What one paper adds to the counts: each word once, each role once. */
static GHashTable *
count_paper (const Examples *examples, guint from, guint to)
{
    GHashTable *own = g_hash_table_new_full (NULL, NULL, NULL, g_free);
    for (guint i = from; i < to; i++) {
        const Candidate *candidate = &g_array_index (examples->candidate, Candidate, i);
        for (guint32 k = 0; k < candidate->n_words; k++) {
            gpointer key = GUINT_TO_POINTER (candidate->word[k] + 1);
            if (!g_hash_table_contains (own, key)) {
                WordCount *fresh = g_new0 (WordCount, 1);
                fresh->n_papers = 1;
                g_hash_table_insert (own, key, fresh);
            }
        }
    }
    for (guint i = from; i < to; i++)
        if (g_array_index (examples->label, guint8, i) != 0)
            note_roles (own, &g_array_index (examples->candidate, Candidate, i));
    return own;
}

static void
add_counts (WordTable *table, Style style, GHashTable *own)
{
    GHashTableIter iter;
    gpointer key;
    gpointer value;
    g_hash_table_iter_init (&iter, own);
    while (g_hash_table_iter_next (&iter, &key, &value)) {
        const WordCount *more = value;
        WordCount *count = word_table_get (table, style, GPOINTER_TO_UINT (key) - 1);
        count->n_papers += more->n_papers;
        for (int r = 0; r < N_ROLES; r++)
            count->n_in_role[r] += more->n_in_role[r];
    }
    table->n_papers[style]++;
}

static void
add_candidate (Examples *examples, WordTable *table, const RhumbReading *reading,
               const RhumbCandidate *candidate, const GoldPaper *paper)
{
    const RhumbStems *stems = rhumb_lexicon_get_stems (reading->lexicon);
    Candidate own = {.n_words = candidate->n_stems};
    g_autoptr (GString) key = g_string_new (NULL);
    for (guint32 i = 0; i < candidate->n_stems; i++) {
        const char *stem = rhumb_stems_get (stems, candidate->stem[i]);
        g_string_append_printf (key, "%s%s", i > 0 ? " " : "", stem);
        own.word[i] = rhumb_strings_add (table->stems, stem, strlen (stem));
    }
    const guint8 label = g_hash_table_contains (paper->keyphrases, key->str) ? 1 : 0;
    g_array_append_val (examples->candidate, own);
    g_array_append_val (examples->label, label);
}

/* Reads the papers of a file and counts their words. */
gboolean
examples_read (Examples *examples, RhumbPhraseReader *reader, WordTable *table, const char *path,
               GError **error)
{
    g_autoptr (RhumbStems) stems = rhumb_stems_new ();
    g_autoptr (GPtrArray) papers = gold_read (path, stems, error);
    if (papers == NULL)
        return FALSE;
    for (guint i = 0; i < papers->len; i++) {
        const GoldPaper *paper = papers->pdata[i];
        const guint from = examples->candidate->len;
        const RhumbPhrases *phrases =
            rhumb_phrase_reader_read (reader, paper->title, paper->abstract);
        const RhumbReading reading = rhumb_phrase_reader_get_reading (reader);
        for (guint32 c = 0; c < phrases->candidates.n_candidates; c++)
            add_candidate (examples, table, &reading, &phrases->candidates.candidate[c], paper);
        g_array_append_val (examples->end, examples->candidate->len);
        g_autoptr (GHashTable) own = count_paper (examples, from, examples->candidate->len);
        add_counts (table, examples->style, own);
    }
    g_ptr_array_extend_and_steal (examples->paper, g_steal_pointer (&papers));
    return TRUE;
}

static void
measure_candidate (Examples *examples, const RhumbReading *reading, const RhumbCandidate *candidate)
{
    double feature[RHUMB_N_FEATURES];
    const guint8 is_out = rhumb_measure_features (reading, candidate, feature) ? 0 : 1;
    g_array_append_val (examples->is_out, is_out);
    for (gsize f = 0; f < RHUMB_N_FEATURES; f++) {
        const float value = (float)feature[f];
        g_array_append_val (examples->feature, value);
    }
}

/* Measures the candidates of all papers read. @reader: one whose model holds the words of these
 * papers, of which the features ask. */
void
examples_measure (Examples *examples, RhumbPhraseReader *reader)
{
    for (guint p = 0; p < examples->paper->len; p++) {
        const GoldPaper *paper = examples->paper->pdata[p];
        const RhumbPhrases *phrases =
            rhumb_phrase_reader_read (reader, paper->title, paper->abstract);
        const RhumbReading reading = rhumb_phrase_reader_get_reading (reader);
        for (guint32 c = 0; c < phrases->candidates.n_candidates; c++)
            measure_candidate (examples, &reading, &phrases->candidates.candidate[c]);
        g_assert (examples->is_out->len == g_array_index (examples->end, guint, p));
    }
}

/* Replaces what the table knows of the words by what the other papers tell. */
void
examples_set_priors (Examples *examples, WordTable *table)
{
    guint from = 0;
    for (guint p = 0; p < examples->end->len; p++) {
        const guint to = g_array_index (examples->end, guint, p);
        g_autoptr (GHashTable) own = count_paper (examples, from, to);
        for (guint i = from; i < to; i++) {
            const Candidate *candidate = &g_array_index (examples->candidate, Candidate, i);
            RhumbWordPrior prior[RHUMB_MAX_PHRASE_STEMS];
            double feature[RHUMB_N_FEATURES];
            float *row = &g_array_index (examples->feature, float, (gsize)i *RHUMB_N_FEATURES);
            for (guint32 k = 0; k < candidate->n_words; k++)
                prior[k] = word_table_get_prior (
                    table, candidate->word[k], examples->style,
                    g_hash_table_lookup (own, GUINT_TO_POINTER (candidate->word[k] + 1)));
            for (gsize f = 0; f < RHUMB_N_FEATURES; f++)
                feature[f] = row[f];
            rhumb_measure_priors (prior, candidate->n_words, feature);
            for (gsize f = 0; f < RHUMB_N_FEATURES; f++)
                row[f] = (float)feature[f];
        }
        from = to;
    }
}

static Rows *
rows_new (void)
{
    Rows *rows = g_new (Rows, 1);
    rows->row = g_array_new (FALSE, FALSE, sizeof (float));
    rows->label = g_array_new (FALSE, FALSE, sizeof (guint8));
    rows->offset = g_array_new (FALSE, FALSE, sizeof (double));
    return rows;
}

/* Frees rows. */
void
rows_free (Rows *rows)
{
    g_array_unref (rows->row);
    g_array_unref (rows->label);
    g_array_unref (rows->offset);
    g_free (rows);
}

static const float *
get_features (const Examples *examples, gsize i)
{
    return &g_array_index (examples->feature, float, i *RHUMB_N_FEATURES);
}

/* The rows of the regression: RHUMB_N_FEATURES columns, all that can be a concept. */
Rows *
examples_select (const Examples *examples)
{
    Rows *rows = rows_new ();
    for (guint i = 0; i < examples->label->len; i++)
        if (!g_array_index (examples->is_out, guint8, i)) {
            g_array_append_vals (rows->row, get_features (examples, i), RHUMB_N_FEATURES);
            g_array_append_vals (rows->label, &g_array_index (examples->label, guint8, i), 1);
        }
    return rows;
}

static double *
weigh_paper (const Examples *examples, guint from, guint32 n, const double *weight)
{
    double *score = g_new (double, n);
    for (guint32 c = 0; c < n; c++) {
        double feature[RHUMB_N_FEATURES];
        const float *row = get_features (examples, (gsize)from + c);
        for (gsize f = 0; f < RHUMB_N_FEATURES; f++)
            feature[f] = row[f];
        score[c] = g_array_index (examples->is_out, guint8, from + c)
                       ? RHUMB_OUT_OF_QUESTION
                       : rhumb_style_weigh (weight, feature);
    }
    return score;
}

/* The rows of the trees: RHUMB_N_COLUMNS columns, those that the regression with @weight does not
 * rule out, with its score as offset. */
Rows *
examples_select_rivals (const Examples *examples, RhumbPhraseReader *reader, const double *weight)
{
    Rows *rows = rows_new ();
    RhumbArena arena = {0};
    guint from = 0;
    for (guint p = 0; p < examples->paper->len; p++) {
        const GoldPaper *paper = examples->paper->pdata[p];
        const RhumbPhrases *phrases =
            rhumb_phrase_reader_read (reader, paper->title, paper->abstract);
        const guint32 n = phrases->candidates.n_candidates;
        g_autofree double *score = weigh_paper (examples, from, n, weight);
        const RhumbRivals rivals = rhumb_rivals_compare (&phrases->candidates, &phrases->survey,
                                                         phrases->tokens.n_tokens, score, &arena);
        for (guint32 c = 0; c < n; c++) {
            float standing[RHUMB_N_STANDINGS];
            if (score[c] <= RHUMB_RIVAL_LINE)
                continue;
            rhumb_rivals_measure (&rivals, c, standing);
            g_array_append_vals (rows->row, get_features (examples, from + c), RHUMB_N_FEATURES);
            g_array_append_vals (rows->row, standing, RHUMB_N_STANDINGS);
            g_array_append_vals (rows->label, &g_array_index (examples->label, guint8, from + c),
                                 1);
            g_array_append_val (rows->offset, score[c]);
        }
        from += n;
        rhumb_arena_reset (&arena);
    }
    rhumb_arena_clear (&arena);
    return rows;
}
