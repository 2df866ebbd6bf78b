/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Fits the model of phrases (analytics/text/model/phrases.model) to papers whose keyphrases people
 * gave, and writes it to standard output.
 *
 * Usage: train-phrases --dense FILE --author FILE… [--trees N] [--date DATE] [--note TEXT]
 *   --dense   JSON Lines with title, abstract and keyphrases that indexers gave; may be repeated
 *   --author  the same with keyphrases that authors gave; may be repeated
 *   --trees   how many a style; 0 = linear scores alone; 240 if not given
 *   --date    when, for the header
 *   --note    what the header says besides: figures
 *
 * Counts words in all papers (word-table.c), measures every candidate of every paper by that table,
 * with the priors of its words as if its paper had not been counted (examples.c), fits one logistic
 * regression a style (standardised-fit.c, penalty 1/0.03 on standardised features), and to what it
 * leaves a few hundred trees (boost.c), which also see how a phrase stands among its rivals. Of the
 * model that is compiled in nothing but the list of spellings is used: the same input gives the
 * same bytes whatever that model is.
 */
#include <gio/gio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "bench/boost.h"
#include "bench/examples.h"
#include "bench/standardised-fit.h"

#define PENALTY (1 / 0.03)

#define N_TREES 240
#define TREE_RATE 0.06
#define MAX_TREES 2000

/* As the file tells it: four digits. */
static double
round_weight (double weight)
{
    return round (weight * 1e4) / 1e4;
}

static const char *
get_column_name (guint column)
{
    return column < RHUMB_N_FEATURES ? rhumb_feature_names[column]
                                     : rhumb_standing_names[column - RHUMB_N_FEATURES];
}

static void
append_tree (const RhumbTree *tree, Style style, GString *out)
{
    g_string_append (out, style == STYLE_DENSE ? "dense" : "author");
    for (guint s = 0; s < RHUMB_TREE_DEPTH; s++)
        g_string_append_printf (out, "\t%s\t%.5g", get_column_name (tree->column[s]),
                                (double)tree->threshold[s]);
    for (guint l = 0; l < RHUMB_TREE_LEAVES; l++)
        g_string_append_printf (out, "\t%.4f", (double)tree->leaf[l]);
    g_string_append_c (out, '\n');
}

static void
append_trees (const Examples *examples, RhumbPhraseReader *reader, const double *weight,
              guint n_trees, GString *out)
{
    const BoostOptions options = {.n_trees = n_trees,
                                  .rate = TREE_RATE,
                                  .row_share = 0.5,
                                  .column_share = 0.4,
                                  .penalty = 10,
                                  .least = 10};
    g_autofree RhumbTree *tree = g_new (RhumbTree, n_trees);
    g_autoptr (Rows) rows = examples_select_rivals (examples, reader, weight);
    boost_fit ((const float *)(void *)rows->row->data, (const guint8 *)rows->label->data,
               (const double *)(void *)rows->offset->data, rows->label->len, RHUMB_N_COLUMNS,
               &options, tree);
    for (guint t = 0; t < options.n_trees; t++)
        append_tree (&tree[t], examples->style, out);
}

static void
append_scores (Examples *const *examples, RhumbPhraseReader *reader, WordTable *table,
               guint n_trees, GString *out)
{
    double weight[N_STYLES][RHUMB_N_FEATURES];
    for (Style s = 0; s < N_STYLES; s++) {
        examples_measure (examples[s], reader);
        examples_set_priors (examples[s], table);
        g_autoptr (Rows) rows = examples_select (examples[s]);
        if (!standardised_fit ((const float *)(void *)rows->row->data,
                               (const guint8 *)rows->label->data, rows->label->len,
                               RHUMB_N_FEATURES, PENALTY, weight[s]))
            fputs ("train-phrases: the regression did not come to an end\n", stderr);
        for (gsize f = 0; f < RHUMB_N_FEATURES; f++)
            weight[s][f] = round_weight (weight[s][f]);
    }
    g_string_append (out, "[weights]\tfeature\tauthor\tdense\n");
    for (gsize f = 0; f < RHUMB_N_FEATURES; f++)
        g_string_append_printf (out, "%s\t%.4f\t%.4f\n", rhumb_feature_names[f],
                                weight[STYLE_AUTHOR][f], weight[STYLE_DENSE][f]);
    g_string_append (out, "[trees]\tstyle\tcolumn and threshold of each split\tleaves\n");
    for (Style s = 0; s < N_STYLES; s++)
        append_trees (examples[s], reader, weight[s], n_trees, out);
}

static void
append_spellings (GString *out)
{
    g_autoptr (GBytes) bytes = g_resources_lookup_data ("/org/rhumb/text/phrases.model", 0, NULL);
    const char *spellings = strstr (g_bytes_get_data (bytes, NULL), "[spellings]");
    g_string_append (out, spellings);
}

/* A model that knows the words of the papers and weighs nothing yet. */
static RhumbModel *
make_word_model (WordTable *table)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GString) text = g_string_new ("[weights]\tfeature\tauthor\tdense\n");
    for (gsize f = 0; f < RHUMB_N_FEATURES; f++)
        g_string_append_printf (text, "%s\t0\t0\n", rhumb_feature_names[f]);
    word_table_append (table, text);
    append_spellings (text);
    RhumbModel *model = rhumb_model_parse (text->str, text->len, "words", &error);
    g_assert_no_error (error);
    return model;
}

static void
append_header (GString *out, char **dense, char **author, const char *date, const char *note)
{
    g_string_append (out, "# Weights and word table of the phrase scores; see README.md in this "
                          "folder.\n# Fitted by bench/train-phrases to");
    for (gsize i = 0; dense[i] != NULL; i++) {
        g_autofree char *name = g_path_get_basename (dense[i]);
        g_string_append_printf (out, " %s (dense)", name);
    }
    for (gsize i = 0; author[i] != NULL; i++) {
        g_autofree char *name = g_path_get_basename (author[i]);
        g_string_append_printf (out, " %s (author)", name);
    }
    g_string_append (
        out,
        ".\n# Sources: Inspec (Hulth 2003, doi:10.3115/1119355.1119383), KP20k (Meng et al. 2017,\n"
        "# doi:10.18653/v1/P17-1054) and, if named above, SemEval-2010 task 5 (Kim et al. 2010, "
        "ACL\n"
        "# S10-1004), of which only counts of single stems and fitted numbers are kept; British "
        "and\n"
        "# American spellings from SCOWL (packages wbritish and wamerican).\n");
    if (date != NULL)
        g_string_append_printf (out, "# Fitted on %s.\n", date);
    if (note != NULL)
        g_string_append_printf (out, "# %s\n", note);
    g_string_append (out, "# Fields are parted by a tab.\n");
}

static gboolean
train (char **dense, char **author, const char *date, const char *note, guint n_trees,
       GError **error)
{
    g_autoptr (RhumbModel) model = rhumb_model_new ();
    g_autoptr (RhumbClosedClass) closed = rhumb_closed_class_new ();
    g_autoptr (WordTable) table = word_table_new ();
    g_autoptr (Examples) of_authors = examples_new (STYLE_AUTHOR);
    g_autoptr (Examples) of_indexers = examples_new (STYLE_DENSE);
    RhumbPhraseOptions options = RHUMB_PHRASE_DEFAULTS;
    options.n_top = 0;
    g_autoptr (RhumbPhraseReader) reader = rhumb_phrase_reader_new (model, closed, &options);
    for (gsize i = 0; dense[i] != NULL; i++)
        if (!examples_read (of_indexers, reader, table, dense[i], error))
            return FALSE;
    for (gsize i = 0; author[i] != NULL; i++)
        if (!examples_read (of_authors, reader, table, author[i], error))
            return FALSE;
    Examples *const examples[N_STYLES] = {of_authors, of_indexers};
    g_autoptr (GString) out = g_string_new (NULL);
    word_table_finish (table);
    g_autoptr (RhumbModel) words = make_word_model (table);
    g_autoptr (RhumbPhraseReader) measurer = rhumb_phrase_reader_new (words, closed, &options);
    append_header (out, dense, author, date, note);
    append_scores (examples, measurer, table, n_trees, out);
    word_table_append (table, out);
    append_spellings (out);
    fputs (out->str, stdout);
    return TRUE;
}

int
main (int argc, char **argv)
{
    g_autoptr (GError) error = NULL;
    g_auto (GStrv) dense = NULL;
    g_auto (GStrv) author = NULL;
    g_autofree char *date = NULL;
    g_autofree char *note = NULL;
    int n_trees = N_TREES;
    const GOptionEntry entries[] = {
        {"dense", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &dense, "Keyphrases of indexers", "FILE"},
        {"author", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &author, "Keyphrases of authors", "FILE"},
        {"trees", 0, 0, G_OPTION_ARG_INT, &n_trees, "Trees of each style", "N"},
        {"date", 0, 0, G_OPTION_ARG_STRING, &date, "When it is fitted", "DATE"},
        {"note", 0, 0, G_OPTION_ARG_STRING, &note, "A line of the header", "TEXT"},
        {NULL},
    };
    g_autoptr (GOptionContext) context = g_option_context_new (NULL);
    g_option_context_add_main_entries (context, entries, NULL);
    if (!g_option_context_parse (context, &argc, &argv, &error) || dense == NULL ||
        author == NULL) {
        fprintf (stderr, "train-phrases: %s\n",
                 error != NULL ? error->message : "expected --dense FILE and --author FILE");
        return 2;
    }
    if (n_trees < 0 || n_trees > MAX_TREES) {
        fprintf (stderr, "train-phrases: --trees is %d, expected 0 to %d\n", n_trees, MAX_TREES);
        return 2;
    }
    if (train (dense, author, date, note, (guint)n_trees, &error))
        return 0;
    fprintf (stderr, "train-phrases: %s\n", error->message);
    return 1;
}
