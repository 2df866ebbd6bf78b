/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The step of a verb that reads its inputs, as papers or as a network, and tells what became of
 * them.
 */
#include <string.h>

#include "cli/choose-papers.h"
#include "cli/index-answers.h"
#include "cli/index-concepts.h"
#include "cli/report.h"
#include "cli/run.h"
#include "graph/plural.h"
#include "io/output.h"

/* "file:line: what was found, why". */
static char *
describe_loss (const RhumbCorpus *corpus, const RhumbEvent *event)
{
    return g_strdup_printf ("%s:%" G_GUINT64_FORMAT ": %s, %s",
                            rhumb_corpus_get_source (corpus, event->source)->name, event->line,
                            event->found, event->why);
}

/* Of the first record that was lost; %NULL if none was. */
static char *
describe_first_loss (const RhumbCorpus *corpus)
{
    for (guint i = 0; i < rhumb_corpus_get_n_events (corpus); i++) {
        const RhumbEvent *event = rhumb_corpus_get_event (corpus, i);
        if (event->kind == RHUMB_EVENT_RECORD_LOST)
            return describe_loss (corpus, event);
    }
    return NULL;
}

/* A file of which the rest could not be read, with the fault before that: its last loss. */
static void
tell_break (const Run *run, const RhumbCorpus *corpus, guint number)
{
    const RhumbSource *source = rhumb_corpus_get_source (corpus, number);
    const RhumbEvent *fault = NULL;
    for (guint i = 0; i < rhumb_corpus_get_n_events (corpus); i++) {
        const RhumbEvent *event = rhumb_corpus_get_event (corpus, i);
        if (event->source == number && event->kind == RHUMB_EVENT_RECORD_LOST)
            fault = event;
    }
    g_return_if_fail (fault != NULL);
    g_autofree char *loss = describe_loss (corpus, fault);
    const guint64 n = source->n_records;
    if (n > 0)
        fprintf (stderr, "rhumb %s: %s; the %" G_GUINT64_FORMAT " %s before %s read\n",
                 run->command->name, loss, n, rhumb_plural (n, "record", "records"),
                 rhumb_plural (n, "is", "are"));
    else
        fprintf (stderr, "rhumb %s: %s; there is none before\n", run->command->name, loss);
}

static void
warn_of_breaks (const Run *run, const RhumbCorpus *corpus)
{
    for (guint i = 0; i < rhumb_corpus_get_n_sources (corpus) && !run->quiet; i++) {
        if (rhumb_corpus_get_source (corpus, i)->n_breaks > 0)
            tell_break (run, corpus, i);
    }
}

/* What a user must know without asking: records that were lost, and where to read why. */
static void
warn_of_losses (const Run *run, const RhumbCorpus *corpus)
{
    guint64 lost = 0;
    for (guint i = 0; i < rhumb_corpus_get_n_sources (corpus); i++)
        lost += rhumb_corpus_get_source (corpus, i)->n_records_lost -
                rhumb_corpus_get_source (corpus, i)->n_breaks;
    g_autofree char *first = lost > 0 && !run->quiet ? describe_first_loss (corpus) : NULL;
    if (first != NULL)
        fprintf (stderr, "rhumb %s: %" G_GUINT64_FORMAT " %s could not be used: %s%s\n",
                 run->command->name, lost, rhumb_plural (lost, "record", "records"), first,
                 lost == 1             ? ""
                 : run->report == NULL ? " …; --report FILE tells all"
                                       : " …");
}

/* Half of an export looks like all of it. */
static void
warn_of_cuts (const Run *run, const RhumbCorpus *corpus)
{
    for (guint i = 0; i < rhumb_corpus_get_n_sources (corpus) && !run->quiet; i++) {
        const RhumbSource *source = rhumb_corpus_get_source (corpus, i);
        if (source->n_cut_records > 0)
            fprintf (stderr, "rhumb %s: %s ends inside a record: parts of it may be missing\n",
                     run->command->name, source->name);
    }
}

/* Ids that are not what they seem: those of papers change when another file has them too. */
static void
warn_of_shared_ids (const Run *run, const RhumbCorpus *corpus)
{
    guint64 shared = 0;
    for (guint i = 0; i < rhumb_corpus_get_n_sources (corpus); i++)
        shared += rhumb_corpus_get_source (corpus, i)->n_shared_ids;
    if (shared > 0 && !run->quiet)
        fprintf (stderr,
                 "rhumb %s: %" G_GUINT64_FORMAT " %s with papers of other titles, and %s own%s\n",
                 run->command->name, shared,
                 rhumb_plural (shared, "record shares its id", "records share their id"),
                 rhumb_plural (shared, "is a paper of its", "are papers of their"),
                 run->report == NULL ? "; --report FILE tells which" : "");
}

/* Bounds that leave nothing are rarely meant. */
static void
warn_of_bounds (const Run *run, const RhumbCorpus *corpus)
{
    guint64 n_outside = 0;
    if (run->quiet || rhumb_corpus_get_n_papers (corpus) > 0)
        return;
    for (guint i = 0; i < rhumb_corpus_get_n_sources (corpus); i++)
        n_outside += rhumb_corpus_get_source (corpus, i)->n_outside_years;
    if (n_outside > 0)
        fprintf (stderr,
                 "rhumb %s: no paper is left: all %" G_GUINT64_FORMAT
                 " are outside --from and --to, or of no year\n",
                 run->command->name, n_outside);
}

/* Nothing in a network file of VOSviewer says that it is one, and its links have no direction. */
static void
warn_of_lone_links (const Run *run, const RhumbCorpus *corpus)
{
    const char *links = NULL;
    for (guint i = 0; i < rhumb_corpus_get_n_sources (corpus); i++) {
        const RhumbSource *source = rhumb_corpus_get_source (corpus, i);
        if (g_str_equal (source->format, "vosviewer-map"))
            return;
        g_autofree char *name = g_ascii_strdown (source->name, -1);
        if (g_str_equal (source->format, "edge-list") && g_str_has_suffix (name, "network.txt"))
            links = source->name;
    }
    if (links != NULL && !run->quiet)
        fprintf (
            stderr,
            "rhumb %s: %s is read as edges from the first to the second id; of VOSviewer's "
            "network files the names and places are in the map file: name it before this one\n",
            run->command->name, links);
}

/* A table of ids and labels is one of nodes or of classes; nothing in it says which. @n_edges: of
 * all tables of the network. */
static void
warn_of_lone_nodes (const Run *run, const RhumbCorpus *corpus, guint64 n_edges)
{
    for (guint i = 0; i < rhumb_corpus_get_n_sources (corpus) && n_edges == 0 && !run->quiet; i++) {
        const RhumbSource *source = rhumb_corpus_get_source (corpus, i);
        if (g_str_equal (source->format, "csv-network"))
            fprintf (stderr,
                     "rhumb %s: %s is read as the nodes of a network, its labels as their names, "
                     "but there is no edge: name the table of edges too; papers need a column "
                     "title, and classes of papers are what rhumb eval --labels takes\n",
                     run->command->name, source->name);
    }
}

/* References of papers that files of a network name. */
static guint64
count_edges (const RhumbCorpus *corpus)
{
    guint64 n = 0;
    for (guint i = 0; i < rhumb_corpus_get_n_sources (corpus); i++) {
        const RhumbSource *source = rhumb_corpus_get_source (corpus, i);
        if (g_str_equal (source->format, "csv-network") ||
            g_str_equal (source->format, "edge-list"))
            n += source->n_references;
    }
    return n;
}

static RhumbLoadOptions
get_load_options (const Run *run)
{
    RhumbLoadOptions options = RHUMB_LOAD_DEFAULTS;
    options.strict = run->strict;
    options.from_year = run->from_year;
    options.to_year = run->to_year;
    options.separate_versions = run->separate_versions;
    options.reverse_edges = run->reverse_edges;
    options.max_bytes = run->max_bytes;
    options.n_threads = (guint)run->n_threads;
    return options;
}

static gboolean
tell_of_reading (const Run *run, const RhumbCorpus *corpus, GError **error)
{
    warn_of_losses (run, corpus);
    warn_of_breaks (run, corpus);
    warn_of_cuts (run, corpus);
    warn_of_shared_ids (run, corpus);
    warn_of_bounds (run, corpus);
    warn_of_lone_links (run, corpus);
    if (run->report == NULL)
        return TRUE;
    g_autofree char *report = report_write (corpus);
    return rhumb_output_write (run->report, report, strlen (report), error);
}

gboolean
run_load (Run *run, Results *results, GError **error)
{
    const RhumbLoadOptions options = get_load_options (run);
    index_note_state (run, results);
    results->corpus = rhumb_corpus_load ((const char *const *)run->inputs, &options, error);
    if (results->corpus == NULL)
        return FALSE;
    const guint32 n = rhumb_corpus_get_n_papers (results->corpus);
    run_say (run, "read %u %s", n, rhumb_plural (n, "paper", "papers"));
    warn_of_lone_nodes (run, results->corpus, count_edges (results->corpus));
    return tell_of_reading (run, results->corpus, error);
}

/* Reads the inputs and finds the @n papers in them that --id names, before anything is made of
 * them: who has mistyped a name learns it soon, and at once if an index knows. %NULL with an error.
 */
guint32 *
run_load_papers (Run *run, Results *results, char **ids, guint *n, GError **error)
{
    static const char *const NONE[] = {NULL};
    if (!index_check_papers (run, ids, error) || !run_load (run, results, error))
        return NULL;
    return choose_papers (results->corpus, ids != NULL ? (const char *const *)ids : NONE, n, error);
}

/* The network that the inputs hold, as it is; the corpus of @results then has no papers. NULL with
 * RHUMB_ERROR_UNSUPPORTED if they hold papers. */
RhumbAttributedNetwork *
run_load_network (Run *run, Results *results, GError **error)
{
    const RhumbLoadOptions options = get_load_options (run);
    g_autoptr (RhumbAttributedNetwork) network = rhumb_attributed_network_load_files (
        (const char *const *)run->inputs, &options, &results->corpus, error);
    if (network == NULL || !tell_of_reading (run, results->corpus, error))
        return NULL;
    const guint32 n_nodes = rhumb_attributed_network_get_n_nodes (network);
    const gsize n_edges = rhumb_attributed_network_get_n_edges (network);
    warn_of_lone_nodes (run, results->corpus, n_edges);
    run_say (run, "read a network of %u %s and %" G_GSIZE_FORMAT " %s", n_nodes,
             rhumb_plural (n_nodes, "node", "nodes"), n_edges,
             rhumb_plural (n_edges, "edge", "edges"));
    return g_steal_pointer (&network);
}
