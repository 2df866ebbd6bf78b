/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Fits the model of phrases (analytics/text/model/phrases.model) to papers whose keyphrases people
 * gave, and writes it to standard output.
 *
 * Usage: train-phrases --dense FILE --author FILE… --note TEXT
 *   --dense   JSON Lines with title, abstract and keyphrases that indexers gave; may be repeated
 *   --author  the same with keyphrases that authors gave; may be repeated
 *   --note    what the header says besides: date and figures
 *
 * Counts words in all papers (word-table.c), measures every candidate of every paper with the
 * priors of its words as if its paper had not been counted, and fits one logistic regression a
 * style (logistic.c, penalty 1/0.03 on standardised features). The spellings are those of the model
 * that is compiled in. The same input gives the same bytes.
 */
#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

#include "analytics/text/phrases.h"
#include "bench/gold.h"
#include "bench/logistic.h"
#include "bench/word-table.h"

#define PENALTY (1 / 0.03)

/* A candidate: its words and whether people chose it. */
typedef struct {
    guint32 word[RHUMB_MAX_PHRASE_STEMS];
    guint32 n_words;
} Candidate;

/* The candidates of the papers of one style, paper by paper. */
typedef struct {
    GArray *candidate; /* of Candidate */
    GArray *feature;   /* of float, RHUMB_N_FEATURES a candidate */
    GArray *label;     /* of guint8 */
    GArray *end;       /* of guint: behind the last candidate of each paper */
} Examples;

typedef struct {
    RhumbModel *model;
    RhumbClosedClass *closed;
    RhumbPhraseReader *reader;
    WordTable *table;
    Examples examples[N_STYLES];
} Training;

static void
note_role (GHashTable *own, guint32 word, Role role)
{
    WordCount *count = g_hash_table_lookup (own, GUINT_TO_POINTER (word + 1));
    count->n_in_role[role] = 1;
    count->n_in_role[ROLE_ANY] = 1;
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
    for (guint i = from; i < to; i++) {
        const Candidate *candidate = &g_array_index (examples->candidate, Candidate, i);
        for (guint32 k = 0;
             k < candidate->n_words && (g_array_index (examples->label, guint8, i) & 1) != 0; k++)
            note_role (own, candidate->word[k],
                       candidate->n_words == 1       ? ROLE_SINGLE
                       : k + 1 == candidate->n_words ? ROLE_HEAD
                                                     : ROLE_MODIFIER);
    }
    return own;
}

static void
add_counts (Training *training, Style style, GHashTable *own)
{
    GHashTableIter iter;
    gpointer key;
    gpointer value;
    g_hash_table_iter_init (&iter, own);
    while (g_hash_table_iter_next (&iter, &key, &value)) {
        const WordCount *more = value;
        WordCount *count = word_table_get (training->table, style, GPOINTER_TO_UINT (key) - 1);
        count->n_papers += more->n_papers;
        for (int r = 0; r < N_ROLES; r++)
            count->n_in_role[r] += more->n_in_role[r];
    }
    training->table->n_papers[style]++;
}

static void
add_candidate (Training *training, Style style, const RhumbReading *reading,
               const RhumbCandidate *candidate, const GoldPaper *paper)
{
    double feature[RHUMB_N_FEATURES];
    Examples *examples = &training->examples[style];
    const RhumbStems *stems = rhumb_lexicon_get_stems (reading->lexicon);
    Candidate own = {.n_words = candidate->n_stems};
    g_autoptr (GString) key = g_string_new (NULL);
    for (guint32 i = 0; i < candidate->n_stems; i++) {
        const char *stem = rhumb_stems_get (stems, candidate->stem[i]);
        g_string_append_printf (key, "%s%s", i > 0 ? " " : "", stem);
        own.word[i] = rhumb_strings_add (training->table->stems, stem, strlen (stem));
    }
    const gboolean can_be_concept = rhumb_measure_features (reading, candidate, feature);
    /* 2 = counts for the words, but is no example. */
    const guint8 label = g_hash_table_contains (paper->keyphrases, key->str) ? 1 : 0;
    const guint8 mark = label | (can_be_concept ? 0 : 2);
    g_array_append_val (examples->candidate, own);
    g_array_append_val (examples->label, mark);
    for (gsize f = 0; f < RHUMB_N_FEATURES; f++) {
        const float value = (float)feature[f];
        g_array_append_val (examples->feature, value);
    }
}

static gboolean
read_papers (Training *training, Style style, const char *path, GError **error)
{
    g_autoptr (RhumbStems) stems = rhumb_stems_new ();
    g_autoptr (GPtrArray) papers = gold_read (path, stems, error);
    for (guint i = 0; papers != NULL && i < papers->len; i++) {
        const GoldPaper *paper = papers->pdata[i];
        Examples *examples = &training->examples[style];
        const guint from = examples->candidate->len;
        const RhumbPhrases *phrases =
            rhumb_phrase_reader_read (training->reader, paper->title, paper->abstract);
        const RhumbReading reading = rhumb_phrase_reader_get_reading (training->reader);
        for (guint32 c = 0; c < phrases->candidates.n_candidates; c++)
            add_candidate (training, style, &reading, &phrases->candidates.candidate[c], paper);
        g_array_append_val (examples->end, examples->candidate->len);
        g_autoptr (GHashTable) own = count_paper (examples, from, examples->candidate->len);
        add_counts (training, style, own);
    }
    return papers != NULL;
}

/* Replaces what the compiled table knows of the words by what the other papers tell. */
static void
set_priors (Training *training, Style style)
{
    Examples *examples = &training->examples[style];
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
                    training->table, candidate->word[k], style,
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

/* Leaves out what can be no concept. Returns how many examples there are. */
static gsize
keep_examples (Examples *examples)
{
    gsize n = 0;
    for (gsize i = 0; i < examples->label->len; i++) {
        const guint8 mark = g_array_index (examples->label, guint8, i);
        if (mark >= 2)
            continue;
        g_array_index (examples->label, guint8, n) = mark;
        memmove (&g_array_index (examples->feature, float, n *RHUMB_N_FEATURES),
                 &g_array_index (examples->feature, float, i *RHUMB_N_FEATURES),
                 RHUMB_N_FEATURES * sizeof (float));
        n++;
    }
    return n;
}

static void
append_weights (Training *training, GString *out)
{
    double weight[N_STYLES][RHUMB_N_FEATURES];
    for (Style s = 0; s < N_STYLES; s++) {
        Examples *examples = &training->examples[s];
        set_priors (training, s);
        const gsize n = keep_examples (examples);
        logistic_fit ((const float *)(void *)examples->feature->data,
                      (const guint8 *)examples->label->data, n, RHUMB_N_FEATURES, PENALTY,
                      weight[s]);
    }
    g_string_append (out, "[weights]\tfeature\tauthor\tdense\n");
    for (gsize f = 0; f < RHUMB_N_FEATURES; f++)
        g_string_append_printf (out, "%s\t%.4f\t%.4f\n", rhumb_feature_names[f],
                                weight[STYLE_AUTHOR][f], weight[STYLE_DENSE][f]);
}

static void
append_spellings (GString *out)
{
    g_autoptr (GBytes) bytes = g_resources_lookup_data ("/org/rhumb/text/phrases.model", 0, NULL);
    const char *spellings = strstr (g_bytes_get_data (bytes, NULL), "[spellings]");
    g_string_append (out, spellings);
}

static void
append_header (GString *out, char **dense, char **author, const char *note)
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
        ".\n# Sources: Inspec (Hulth 2003, doi:10.3115/1119355.1119383) and KP20k (Meng et al. "
        "2017,\n# doi:10.18653/v1/P17-1054), of which only counts of single stems and fitted "
        "numbers are kept;\n# British and American spellings from SCOWL (packages wbritish and "
        "wamerican).\n");
    if (note != NULL)
        g_string_append_printf (out, "# %s\n", note);
    g_string_append (out, "# Fields are parted by a tab.\n");
}

static gboolean
train (char **dense, char **author, const char *note, GError **error)
{
    Training training = {.model = rhumb_model_new (),
                         .closed = rhumb_closed_class_new (),
                         .table = word_table_new ()};
    RhumbPhraseOptions options = RHUMB_PHRASE_DEFAULTS;
    options.n_top = 0;
    training.reader = rhumb_phrase_reader_new (training.model, training.closed, &options);
    for (Style s = 0; s < N_STYLES; s++)
        training.examples[s] = (Examples){g_array_new (FALSE, FALSE, sizeof (Candidate)),
                                          g_array_new (FALSE, FALSE, sizeof (float)),
                                          g_array_new (FALSE, FALSE, sizeof (guint8)),
                                          g_array_new (FALSE, FALSE, sizeof (guint))};
    gboolean done = TRUE;
    for (gsize i = 0; done && dense[i] != NULL; i++)
        done = read_papers (&training, STYLE_DENSE, dense[i], error);
    for (gsize i = 0; done && author[i] != NULL; i++)
        done = read_papers (&training, STYLE_AUTHOR, author[i], error);
    if (done) {
        g_autoptr (GString) out = g_string_new (NULL);
        word_table_finish (training.table);
        append_header (out, dense, author, note);
        append_weights (&training, out);
        word_table_append (training.table, out);
        append_spellings (out);
        fputs (out->str, stdout);
    }
    for (Style s = 0; s < N_STYLES; s++) {
        g_array_unref (training.examples[s].candidate);
        g_array_unref (training.examples[s].feature);
        g_array_unref (training.examples[s].label);
        g_array_unref (training.examples[s].end);
    }
    word_table_free (training.table);
    rhumb_phrase_reader_free (training.reader);
    rhumb_closed_class_free (training.closed);
    rhumb_model_free (training.model);
    return done;
}

int
main (int argc, char **argv)
{
    g_autoptr (GError) error = NULL;
    g_auto (GStrv) dense = NULL;
    g_auto (GStrv) author = NULL;
    g_autofree char *note = NULL;
    const GOptionEntry entries[] = {
        {"dense", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &dense, "Keyphrases of indexers", "FILE"},
        {"author", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &author, "Keyphrases of authors", "FILE"},
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
    if (train (dense, author, note, &error))
        return 0;
    fprintf (stderr, "train-phrases: %s\n", error->message);
    return 1;
}
