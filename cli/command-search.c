/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb search: find papers by words.
 */
#include "cli/methods.h"
#include "cli/run.h"

static int run_search (const Command *command, int argc, char **argv);

const Command command_search = {
    "search",
    "find papers by words",
    "FILE WORDS…",
    "FILE is a library, whose index makes it fast, or any other input. All that follows are words;\n"
    "to search several files, give the words as --words TEXT.\n"
    "All words are needed, --any: one of them. \"Two words\" in quotation marks stand side by\n"
    "side; graph* finds all that begins with graph. Case and accents make no difference.\n\n"
    "Columns: rank, id, title, year, score (BM25 over title, keywords and abstract; a word of the\n"
    "title counts five times, a keyword three times).\n\n"
    "Example: rhumb search examples/papers-page.txt graph 'neural network*'",
    run_search,
};

/* The first name is the file, what follows are words: a word that happens to be the name of a file
 * is a word all the same. */
static char *
part_words (Run *run, GError **error)
{
    if (run->inputs[1] == NULL) {
        g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                             "no words to search for, expected a file and words behind it");
        return NULL;
    }
    char *words = g_strjoinv (" ", run->inputs + 1);
    for (guint i = 1; run->inputs[i] != NULL; i++)
        g_free (run->inputs[i]);
    run->inputs[1] = NULL;
    return words;
}

/* A library that is asked alone answers by its own index. */
static GPtrArray *
find (Run *run, Results *results, const char *words, RhumbSearchOptions *options, GError **error)
{
    const gboolean alone = run->inputs[1] == NULL && rhumb_library_is (run->inputs[0]) &&
                           run->report == NULL && run->manifest == NULL && !run->strict;
    if (alone) {
        g_autoptr (GError) problem = NULL;
        GPtrArray *hits = rhumb_library_search (run->inputs[0], words, options, &problem);
        if (hits != NULL)
            return hits;
        if (!g_error_matches (problem, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND)) {
            g_propagate_error (error, g_steal_pointer (&problem));
            return NULL;
        }
    }
    return run_load (run, results, error)
               ? rhumb_corpus_search (results->corpus, words, options, error)
               : NULL;
}

static gboolean
write_hits (Run *run, const GPtrArray *hits, GError **error)
{
    static const char *const columns[] = {"rank", "id", "title", "year", "score", NULL};
    g_autoptr (Table) table = table_new (columns, run->json);
    for (guint i = 0; i < hits->len; i++) {
        const RhumbHit *hit = hits->pdata[i];
        table_add_integer (table, i + 1);
        table_add_text (table, hit->id);
        if (hit->title != NULL)
            table_add_text (table, hit->title);
        else
            table_add_null (table);
        if (hit->year > 0)
            table_add_integer (table, hit->year);
        else
            table_add_null (table);
        table_add_number (table, hit->score);
    }
    return run_write_table (run, table, error);
}

static gboolean
search (Run *run, Results *results, const char *given, gboolean any, GError **error)
{
    g_autofree char *words = given != NULL ? g_strdup (given) : part_words (run, error);
    if (words == NULL)
        return FALSE;
    RhumbSearchOptions options = {.any = any,
                                  .from_year = run->from_year,
                                  .to_year = run->to_year,
                                  .max_hits = run->top > 0 ? (guint)run->top : 0};
    run->why_nothing = any ? "no paper has any of these words"
                           : "no paper has all of these words; --any finds what has one of them";
    methods_add (run, METHOD_WORD_SEARCH);
    g_autoptr (GPtrArray) hits = find (run, results, words, &options, error);
    return hits != NULL && write_hits (run, hits, error) && run_finish (run, results, error);
}

static int
run_search (const Command *command, int argc, char **argv)
{
    g_auto (Run) run = {0};
    g_auto (Results) results = {0};
    g_autofree char *words = NULL;
    gboolean any = FALSE;
    g_autoptr (GError) error = NULL;
    const GOptionEntry own[] = {
        {"any", 0, 0, G_OPTION_ARG_NONE, &any, "One of the words is enough", NULL},
        {"words", 0, 0, G_OPTION_ARG_STRING, &words,
         "Words to search for; then all names are files", "TEXT"},
        {NULL},
    };
    if (!run_parse (&run, command, RUN_READS | RUN_TABLE, own, argc, argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    if (!search (&run, &results, words, any, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}
