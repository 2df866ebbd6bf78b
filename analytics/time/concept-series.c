/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How many papers of each year are about a concept, and which share of that year's papers that is.
 * The count grows with the field; the share tells whether the field turns towards the concept.
 *
 * Papers whose year is unknown count nowhere. A paper counts 1 for each of its concepts, however
 * strongly it is about it.
 *
 * Cost: O(edges + concepts × years) time and memory.
 */
#include "analytics/time/concept-series.h"

#include "graph/error.h"

#define MAX_VALUES ((gsize)1 << 28)

/* First and last known year; FALSE if no year is known. */
static gboolean
find_years (const RhumbCorpus *corpus, int *first, int *last)
{
    gboolean found = FALSE;
    for (guint32 p = 0; p < rhumb_corpus_get_n_papers (corpus); p++) {
        const int year = rhumb_corpus_get_paper (corpus, p)->year;
        if (year == 0)
            continue;
        *first = found ? MIN (*first, year) : year;
        *last = found ? MAX (*last, year) : year;
        found = TRUE;
    }
    return found;
}

/* Zeros for all years of the corpus. */
static double *
make_rows (const RhumbCorpus *corpus, guint32 n_rows, int *first_year, guint *n_years,
           GError **error)
{
    int last = 0;
    *first_year = 0;
    *n_years = find_years (corpus, first_year, &last) ? (guint)(last - *first_year) + 1 : 0;
    if ((gsize)n_rows * *n_years > MAX_VALUES) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT,
                     "%u rows of %u years from %d to %d, expected at most %" G_GSIZE_FORMAT
                     " values; leave out years with --from and --to",
                     n_rows, *n_years, *first_year, last, MAX_VALUES);
        return NULL;
    }
    return g_new0 (double, MAX ((gsize)n_rows * *n_years, 1));
}

/**
 * rhumb_count_papers_by_year:
 * @corpus: a corpus
 * @error: return location for an error
 *
 * Counts the papers of each year from the first to the last one that is known.
 *
 * Returns: (transfer full): one row of papers by year, without years if none is known; or %NULL
 *   with %RHUMB_ERROR_LIMIT
 *
 * Since: 0.2
 */
RhumbSeries *
rhumb_count_papers_by_year (const RhumbCorpus *corpus, GError **error)
{
    int first_year = 0;
    guint n_years = 0;
    g_autofree double *value = make_rows (corpus, 1, &first_year, &n_years, error);
    if (value == NULL)
        return NULL;
    for (guint32 p = 0; p < rhumb_corpus_get_n_papers (corpus); p++) {
        const int year = rhumb_corpus_get_paper (corpus, p)->year;
        if (year != 0)
            value[year - first_year]++;
    }
    return rhumb_series_new_take (first_year, n_years, 1, g_steal_pointer (&value), "papers");
}

/**
 * rhumb_count_concepts_by_year:
 * @graph: a knowledge graph
 * @error: return location for an error
 *
 * Counts the papers of each year that are about each concept.
 *
 * Returns: (transfer full): one row for each concept of the graph, in papers, over the same years
 *   as rhumb_count_papers_by_year(); or %NULL with %RHUMB_ERROR_LIMIT
 *
 * Since: 0.2
 */
RhumbSeries *
rhumb_count_concepts_by_year (const RhumbGraph *graph, GError **error)
{
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (graph);
    const RhumbRows columns =
        rhumb_network_get_in_rows (rhumb_concepts_get_about (rhumb_graph_get_concepts (graph)));
    int first_year = 0;
    guint n_years = 0;
    g_autofree double *value = make_rows (corpus, columns.n_rows, &first_year, &n_years, error);
    if (value == NULL)
        return NULL;
    for (guint32 c = 0; c < columns.n_rows; c++) {
        for (gsize i = columns.start[c]; i < columns.start[c + 1]; i++) {
            const int year = rhumb_corpus_get_paper (corpus, columns.node[i])->year;
            if (year != 0)
                value[(gsize)c * n_years + (guint)(year - first_year)]++;
        }
    }
    return rhumb_series_new_take (first_year, n_years, columns.n_rows, g_steal_pointer (&value),
                                  "papers");
}

/**
 * rhumb_share_by_year:
 * @counts: counts by year
 * @totals: one row over the same years, what @counts are shares of
 *
 * Divides each value by the total of its year.
 *
 * Returns: (transfer full): shares from 0 to 1 if @counts are at most @totals; 0 where the total is
 * 0
 *
 * Since: 0.2
 */
RhumbSeries *
rhumb_share_by_year (const RhumbSeries *counts, const RhumbSeries *totals)
{
    const guint n_years = rhumb_series_get_n_years (counts);
    const guint32 n_rows = rhumb_series_get_n_rows (counts);
    g_return_val_if_fail (
        rhumb_series_get_n_years (totals) == n_years && rhumb_series_get_n_rows (totals) == 1 &&
            rhumb_series_get_first_year (totals) == rhumb_series_get_first_year (counts),
        NULL);
    const double *total = rhumb_series_get_row (totals, 0);
    double *value = g_new0 (double, MAX ((gsize)n_rows * n_years, 1));
    for (guint32 r = 0; r < n_rows; r++) {
        const double *count = rhumb_series_get_row (counts, r);
        for (guint y = 0; y < n_years; y++)
            value[(gsize)r * n_years + y] = total[y] > 0 ? count[y] / total[y] : 0;
    }
    return rhumb_series_new_take (rhumb_series_get_first_year (counts), n_years, n_rows, value,
                                  "share of the year's papers");
}
