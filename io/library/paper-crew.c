/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The papers of a library on several threads.
 *
 * Rows do not depend on each other, so workers take stretches of papers in turn, each with a
 * connection to the file and a part of the builder of its own, and what came of the stretches is
 * put together in their order: what is read is the same for any number of threads. Where rows are
 * told by their number, in a report or an error, it counts from the first paper on; a library that
 * gives reason to is therefore read anew by one thread, as is one that cannot be opened again.
 * Cost: linear; a pointer for each record besides the builder's memory.
 */
#include "io/library/paper-crew.h"

#include "graph/corpus-builder-parts.h"
#include "io/library/papers.h"

#define MOST_WORKERS 64
#define STRETCHES_PER_WORKER 6 /* so that all of them end at about the same time */
#define MOST_STRETCHES (MOST_WORKERS * STRETCHES_PER_WORKER)
#define FEW_PAPERS 4096 /* are read sooner than the file is opened again */

typedef struct {
    const RhumbRestoring *whole;
    RhumbPaperStretch stretches[MOST_STRETCHES];
    RhumbBatch *batches[MOST_STRETCHES];
    guint n_stretches;
    gint next;   /* the stretch that is taken next */
    gint failed; /* whether all are to be read by one thread */
} Crew;

typedef struct {
    Crew *crew;
    RhumbDatabase *database;
    RhumbCorpusBuilder *part;
    GThread *thread;
} Worker;

/* Only where papers are numbered by the row id there are no others between those numbers. */
static gboolean
are_rows_numbered (RhumbDatabase *database)
{
    gint64 yes = 0;
    return rhumb_database_get_integer (
               database,
               "SELECT (SELECT group_concat(name) FROM pragma_table_info('papers') WHERE pk > 0)"
               " = 'paper' AND NOT EXISTS"
               " (SELECT 1 FROM pragma_index_list('papers') WHERE origin = 'pk')",
               &yes, NULL) &&
           yes != 0;
}

/* Cuts the numbers of papers into about equal stretches. %FALSE: there are too few of them. */
static gboolean
cut_stretches (Crew *crew, RhumbDatabase *database, guint n_stretches)
{
    gint64 least = 0;
    gint64 most = 0;
    if (!are_rows_numbered (database) ||
        !rhumb_database_get_integer (database, "SELECT min(paper) FROM papers", &least, NULL) ||
        !rhumb_database_get_integer (database, "SELECT max(paper) FROM papers", &most, NULL))
        return FALSE;
    const guint64 step = ((guint64)most - (guint64)least) / n_stretches;
    if (step < FEW_PAPERS / n_stretches)
        return FALSE;
    for (guint i = 0; i < n_stretches; i++)
        crew->stretches[i] = (RhumbPaperStretch){
            .is_first = i == 0,
            .first = (gint64)((guint64)least + i * step),
            .end = i + 1 < n_stretches ? (gint64)((guint64)least + (i + 1) * step) : G_MAXINT64,
        };
    crew->n_stretches = n_stretches;
    return TRUE;
}

static gpointer
work (gpointer data)
{
    const Worker *worker = data;
    Crew *crew = worker->crew;
    g_autoptr (RhumbRecord) record = rhumb_record_new ();
    g_autoptr (RhumbJsonTexts) texts = rhumb_json_texts_new ();
    g_autoptr (GError) error = NULL;
    RhumbRestoring restoring = *crew->whole;
    restoring.values = (RhumbValues){.database = worker->database,
                                     .builder = worker->part,
                                     .texts = texts,
                                     .error = &error,
                                     .is_part = TRUE};
    restoring.record = record;
    while (!g_atomic_int_get (&crew->failed)) {
        const guint i = (guint)g_atomic_int_add (&crew->next, 1);
        gboolean has_orphans = FALSE;
        if (i >= crew->n_stretches)
            break;
        if (!rhumb_papers_read (&restoring, &crew->stretches[i], TRUE, &has_orphans) || has_orphans)
            g_atomic_int_set (&crew->failed, TRUE);
        else
            crew->batches[i] = rhumb_corpus_builder_cut_batch (worker->part);
    }
    return NULL;
}

/* Each worker has its connection before one of them begins. */
static gboolean
run_workers (Crew *crew, Worker *workers, guint n_workers)
{
    for (guint w = 0; w < n_workers; w++) {
        workers[w].crew = crew;
        workers[w].database = rhumb_database_open_again (crew->whole->values.database);
        if (workers[w].database == NULL)
            return FALSE;
    }
    for (guint w = 0; w < n_workers; w++) {
        workers[w].part = rhumb_corpus_builder_new_part (crew->whole->values.builder);
        workers[w].thread = g_thread_new ("rhumb-papers", work, &workers[w]);
    }
    for (guint w = 0; w < n_workers; w++)
        g_thread_join (workers[w].thread);
    return !crew->failed;
}

/* Puts together what the workers read, or forgets it. */
static void
finish (Crew *crew, Worker *workers, guint n_workers, gboolean read)
{
    RhumbCorpusBuilder *builder = crew->whole->values.builder;
    for (guint i = 0; i < crew->n_stretches; i++)
        if (read)
            rhumb_corpus_builder_add_batch (builder, crew->batches[i]);
        else
            g_clear_pointer (&crew->batches[i], rhumb_batch_free);
    for (guint w = 0; w < n_workers; w++) {
        if (read)
            rhumb_corpus_builder_end_part (builder, workers[w].part);
        else
            rhumb_corpus_builder_free (workers[w].part);
        rhumb_database_free (workers[w].database);
    }
}

/* %FALSE: nothing was read, for whatever reason. */
static gboolean
read_with_crew (RhumbRestoring *restoring)
{
    const guint n_workers =
        MIN (rhumb_corpus_builder_get_n_threads (restoring->values.builder), MOST_WORKERS);
    gboolean sorted = FALSE;
    if (n_workers < 2 || restoring->n_sources == 0 || restoring->values.database->path == NULL)
        return FALSE;
    g_autofree Crew *crew = g_new0 (Crew, 1);
    g_autofree Worker *workers = g_new0 (Worker, n_workers);
    crew->whole = restoring;
    if (!cut_stretches (crew, restoring->values.database, n_workers * STRETCHES_PER_WORKER) ||
        !rhumb_papers_are_identifiers_sorted (restoring->values.database, crew->stretches,
                                              crew->n_stretches, &sorted, NULL) ||
        !sorted)
        return FALSE;
    const gboolean read = run_workers (crew, workers, n_workers);
    finish (crew, workers, n_workers, read);
    return read;
}

/*
 * rhumb_library_read_papers:
 * @restoring: what takes the records
 * @has_orphans: (out): whether rows of other tables may be of no paper
 *
 * Reads all papers of one record in the order of their numbers.
 *
 * Returns: %FALSE with an error if the library is broken
 */
gboolean
rhumb_library_read_papers (RhumbRestoring *restoring, gboolean *has_orphans)
{
    RhumbPaperStretch all = {.is_first = TRUE, .end = G_MAXINT64};
    gboolean sorted = FALSE;
    *has_orphans = FALSE;
    if (read_with_crew (restoring))
        return TRUE;
    restoring->values.row = 1;
    return rhumb_papers_are_identifiers_sorted (restoring->values.database, &all, 1, &sorted,
                                                restoring->values.error) &&
           rhumb_papers_read (restoring, &all, sorted, has_orphans);
}
