/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How well keyphrases are found: macro F1 in percent of the first 5, 10 and 15 phrases of each
 * paper. Prints a table: data, system, papers, F1@5, F1@10, F1@15.
 *
 * Usage: bench-keyphrases [--model FILE] [--density X] FILE…
 *   --model    weights instead of those that are compiled in, as train-phrases writes them
 *   --density  0 = as authors choose … 1 = as indexers do; by the text if not given
 *
 * The peers' figures are those of SingleRank and KPMiner (pke 2.0), YAKE (pke) and RAKE on the test
 * parts of the same collections, macro F1 with Porter stems; ours are of the files given here. The
 * first line says what the model was fitted to: a file among those is no test.
 */
#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

#include "analytics/text/keyphrases.h"
#include "analytics/text/phrases.h"
#include "bench/gold.h"

static void
print_peers (void)
{
    static const struct {
        const char *data;
        const char *system;
        double f1[GOLD_N_CUTS];
    } peers[] = {
        {"Inspec test", "SingleRank", {26.5, 32.8, 34.1}},
        {"Inspec test", "KPMiner", {17.0, 20.7, 22.2}},
        {"Inspec test", "YAKE", {18.9, 20.3, 20.7}},
        {"Inspec test", "RAKE", {22.8, 31.6, 33.4}},
        {"KP20k test", "SingleRank", {10.3, 11.9, 11.9}},
        {"KP20k test", "KPMiner", {17.1, 16.3, 14.7}},
        {"KP20k test", "YAKE", {14.3, 14.6, 13.7}},
        {"KP20k test", "RAKE", {5.7, 8.2, 8.9}},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (peers); i++)
        printf ("%s\t%s\t\t%.1f\t%.1f\t%.1f\n", peers[i].data, peers[i].system, peers[i].f1[0],
                peers[i].f1[1], peers[i].f1[2]);
}

static gboolean
score_file (const char *path, RhumbPhraseReader *reader, GError **error)
{
    g_autoptr (RhumbStems) stems = rhumb_stems_new ();
    g_autoptr (GPtrArray) papers = gold_read (path, stems, error);
    if (papers == NULL)
        return FALSE;
    GoldScore score = {0};
    for (guint i = 0; i < papers->len; i++) {
        const GoldPaper *paper = papers->pdata[i];
        const RhumbPhrases *phrases =
            rhumb_phrase_reader_read (reader, paper->title, paper->abstract);
        g_autoptr (GPtrArray) surfaces = g_ptr_array_new ();
        for (guint32 k = 0; k < phrases->n_phrases; k++)
            g_ptr_array_add (surfaces, (gpointer)phrases->phrase[k].surface);
        gold_score (&score, paper, surfaces, stems);
    }
    g_autofree char *name = g_path_get_basename (path);
    const double n = MAX (score.n_papers, 1);
    printf ("%s\trhumb\t%u\t%.2f\t%.2f\t%.2f\n", name, score.n_papers, 100 * score.f1[0] / n,
            100 * score.f1[1] / n, 100 * score.f1[2] / n);
    return TRUE;
}

/* Prints what the model's header says it was fitted to. */
static void
print_parts (const char *text)
{
    const char *line = strstr (text, "# Fitted by");
    if (line != NULL)
        printf ("%.*s\n", (int)strcspn (line, "\n"), line);
}

static RhumbModel *
load_model (const char *path, GError **error)
{
    g_autofree char *text = NULL;
    gsize length;
    if (path == NULL) {
        g_autoptr (GBytes) bytes =
            g_resources_lookup_data ("/org/rhumb/text/phrases.model", 0, error);
        if (bytes == NULL)
            return NULL;
        text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
        print_parts (text);
        return rhumb_model_new ();
    }
    if (!g_file_get_contents (path, &text, &length, error))
        return NULL;
    print_parts (text);
    return rhumb_model_parse (text, length, path, error);
}

int
main (int argc, char **argv)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *path = NULL;
    double density = RHUMB_DENSITY_AUTOMATIC;
    const GOptionEntry entries[] = {
        {"model", 0, 0, G_OPTION_ARG_FILENAME, &path, "Weights", "FILE"},
        {"density", 0, 0, G_OPTION_ARG_DOUBLE, &density, "0 … 1", "X"},
        {NULL},
    };
    g_autoptr (GOptionContext) context = g_option_context_new ("FILE…");
    g_option_context_add_main_entries (context, entries, NULL);
    if (!g_option_context_parse (context, &argc, &argv, &error) || argc < 2) {
        fprintf (stderr, "bench-keyphrases: %s\n",
                 error != NULL ? error->message : "expected FILE…");
        return 2;
    }
    g_autoptr (RhumbModel) model = load_model (path, &error);
    g_autoptr (RhumbClosedClass) closed = rhumb_closed_class_new ();
    puts ("data\tsystem\tpapers\tF1@5\tF1@10\tF1@15");
    for (int i = 1; model != NULL && i < argc && error == NULL; i++) {
        RhumbPhraseOptions options = RHUMB_PHRASE_DEFAULTS;
        options.density = density;
        g_autoptr (RhumbPhraseReader) reader = rhumb_phrase_reader_new (model, closed, &options);
        score_file (argv[i], reader, &error);
    }
    if (error != NULL) {
        fprintf (stderr, "bench-keyphrases: %s\n", error->message);
        return 1;
    }
    print_peers ();
    return 0;
}
