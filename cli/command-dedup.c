/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb dedup: papers that may be the same work.
 */
#include "cli/methods.h"
#include "cli/run.h"
#include "graph/plural.h"
#include "graph/set-error.h"

static int run_dedup (const Command *command, int argc, char **argv);

const Command command_dedup = {
    "dedup",
    "papers that may be the same work",
    "FILE…",
    "Records with the same ids or titles are one paper already; a line on standard error counts\n"
    "them, and --report FILE or rhumb import --explain-duplicates FILE tells which.\n"
    "This lists, of what is left, papers whose title and abstract say almost the same: the share of\n"
    "runs of three words that both have among those that either has (Jaccard) is at least --least.\n"
    "A paper without abstract is compared by its title, and listed where that is the same but for a\n"
    "few letters: score 0.9 or more, whatever --least says. Nothing is merged or removed.\n\n"
    "Columns: score (from 0 to 1), id, title, year, other, other_title, other_year, by (text or\n"
    "title). Candidates are found by MinHash (Broder 1997, doi:10.1109/SEQUEN.1997.666900) and then\n"
    "compared exactly; a pair with score J by text is missed with probability (1 - J^3)^42, at 0.5\n"
    "that is 0.4 %.\n\n"
    "Example: rhumb dedup examples/papers-page.txt",
    run_dedup,
};

static void
add_paper (Table *table, const RhumbPaper *paper)
{
    table_add_text (table, paper->id);
    if (paper->title != NULL)
        table_add_text (table, paper->title);
    else
        table_add_null (table);
    if (paper->year != 0)
        table_add_integer (table, paper->year);
    else
        table_add_null (table);
}

static Table *
list_pairs (const Run *run, const Results *results, const GArray *found)
{
    static const char *const COLUMNS[] = {"score",       "id",         "title", "year", "other",
                                          "other_title", "other_year", "by",    NULL};
    Table *table = table_new (COLUMNS, run->json);
    for (guint i = 0; i < run_limit (run, found->len); i++) {
        const RhumbDuplicate item = g_array_index (found, RhumbDuplicate, i);
        table_add_number (table, item.score);
        add_paper (table, rhumb_corpus_get_paper (results->corpus, item.a));
        add_paper (table, rhumb_corpus_get_paper (results->corpus, item.b));
        table_add_text (table, item.by_title ? "title" : "text");
    }
    return table;
}

/* Who looks for duplicates has to know of those that reading has found. */
static void
tell_merged (const Run *run, const RhumbCorpus *corpus)
{
    guint64 n = 0;
    for (guint i = 0; i < rhumb_corpus_get_n_sources (corpus); i++)
        n += rhumb_corpus_get_source (corpus, i)->n_merged;
    if (n > 0 && !run->quiet)
        fprintf (stderr,
                 "rhumb dedup: %" G_GUINT64_FORMAT
                 " %s with the id or title of another %s one paper "
                 "with it already; --report FILE tells which\n",
                 n, rhumb_plural (n, "record", "records"), rhumb_plural (n, "is", "are"));
}

static int
run_dedup (const Command *command, int argc, char **argv)
{
    g_auto (Run) run = {0};
    g_auto (Results) results = {0};
    double least = 0.4;
    g_autoptr (GError) error = NULL;
    const GOptionEntry own[] = {
        {"least", 0, 0, G_OPTION_ARG_DOUBLE, &least, "Least score by text (0.4)", "X"},
        {NULL},
    };
    if (!run_parse (&run, command, RUN_READS | RUN_TABLE, own, argc, argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    if (!(least > 0 && least <= 1))
        rhumb_set_error (&error, RHUMB_ERROR_INVALID,
                         "--least is %g, expected a number above 0 and at most 1", least);
    if (error != NULL || !run_load (&run, &results, &error))
        return command_fail (command, error);
    tell_merged (&run, results.corpus);
    methods_add (&run, METHOD_MIN_HASH);
    g_autoptr (GArray) found = rhumb_find_duplicates (results.corpus, least, (guint64)run.seed);
    g_autoptr (Table) table = list_pairs (&run, &results, found);
    if (found->len == 0 && !run.quiet)
        fputs ("rhumb dedup: no papers are that much alike\n", stderr);
    if (!run_write_table (&run, table, &error))
        return command_fail (command, error);
    run.found_nothing = FALSE; /* said already, in better words */
    if (!run_finish (&run, &results, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}
