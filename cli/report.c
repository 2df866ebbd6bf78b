/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The report of a run: for each source its counts, then every line skipped, record lost, field
 * dropped, merge and note with its place and the reason. A table, so that it can be filtered.
 */
#include "cli/report.h"

#include "cli/table.h"
#include "graph/plural.h"

static void
add_sources (const RhumbCorpus *corpus, Table *table)
{
    for (guint i = 0; i < rhumb_corpus_get_n_sources (corpus); i++) {
        const RhumbSource *source = rhumb_corpus_get_source (corpus, i);
        g_autofree char *counts = g_strdup_printf (
            "%" G_GUINT64_FORMAT " %s read, %" G_GUINT64_FORMAT " lost, %" G_GUINT64_FORMAT
            " merged, %" G_GUINT64_FORMAT " outside the years, %" G_GUINT64_FORMAT " %s skipped",
            source->n_records, rhumb_plural (source->n_records, "record", "records"),
            source->n_records_lost, source->n_merged, source->n_outside_years,
            source->n_lines_skipped, rhumb_plural (source->n_lines_skipped, "line", "lines"));
        table_add_text (table, source->name);
        table_add_integer (table, 0);
        table_add_text (table, "read");
        table_add_text (table, source->format);
        table_add_text (table, counts);
    }
}

/* The report as a table: source, line (0 = the whole source), kind, what was found, why. */
char *
report_write (const RhumbCorpus *corpus)
{
    static const char *const COLUMNS[] = {"source", "line", "kind", "found", "why", NULL};
    g_autoptr (Table) table = table_new (COLUMNS, FALSE);
    add_sources (corpus, table);
    for (guint i = 0; i < rhumb_corpus_get_n_events (corpus); i++) {
        const RhumbEvent *event = rhumb_corpus_get_event (corpus, i);
        table_add_text (table, rhumb_corpus_get_source (corpus, event->source)->name);
        table_add_integer (table, (gint64)event->line);
        table_add_text (table, rhumb_event_kind_get_name (event->kind));
        table_add_text (table, event->found);
        table_add_text (table, event->why);
    }
    gsize length = 0;
    return g_strdup (table_get_text (table, &length));
}
