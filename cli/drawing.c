/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Verbs that give a table give a drawing instead where the suffix of -o FILE, or --format NAME, is
 * one of a format for drawings.
 */
#include "cli/drawing.h"

#include "cli/table-format.h"

static gboolean
check_title (const Run *run, gboolean drawn, GError **error)
{
    return run_check_used (run, "title", drawn, "a drawing, as with -o FILE.svg", error);
}

/* A format for papers or networks alone is an error: a table under its name would mislead. */
gboolean
drawing_is_wanted (const Run *run, gboolean *wanted, GError **error)
{
    *wanted = FALSE;
    if (run->output == NULL && run->format == NULL)
        return check_title (run, FALSE, error);
    const RhumbFormat *format =
        run->format != NULL ? rhumb_format_find (run->format) : rhumb_format_for_path (run->output);
    *wanted = format != NULL && format->write_map != NULL;
    const gboolean is_table =
        run->format == NULL && table_format_for_path (run->output) != TABLE_UNKNOWN;
    if (*wanted || is_table)
        return check_title (run, *wanted, error) &&
               run_check_used (run, "json", !*wanted, "a table, as with -o FILE.jsonl", error);
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_UNSUPPORTED,
                 "“%s” is no format for this, expected svg, pdf, png or dot for a drawing, .tsv, "
                 ".csv or .jsonl for a table",
                 run->format != NULL ? run->format : run->output);
    return FALSE;
}

static gpointer
make_digest (gpointer corpus)
{
    return rhumb_corpus_get_digest (corpus);
}

/* Lets a thread of its own make the digest that a provenance tells, beside what is done until then:
 * it takes half a second of 100,000 papers, of one processor. With one thread it is made when it is
 * needed. */
void
drawing_begin_digest (Results *results)
{
    if (rhumb_get_n_threads () > 1)
        results->digest = g_thread_new ("digest", make_digest, results->corpus);
}

/* What a reader needs to make the same drawing again. */
char *
drawing_get_provenance (const Run *run, Results *results, const char *method)
{
    g_autofree char *digest = results->digest != NULL
                                  ? g_thread_join (g_steal_pointer (&results->digest))
                                  : rhumb_corpus_get_digest (results->corpus);
    return g_strdup_printf ("rhumb %s · papers sha256 %.12s · %s · seed %" G_GINT64_FORMAT,
                            RHUMB_VERSION, digest, method, run->seed);
}
