/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * When was a paper cited much faster than over its whole life? Its citations inside the set are
 * events in time (continuous form of bursts.c). Of most citing papers only the year is known: the
 * n citations of a year are spread evenly over it, the k-th at (k + ½) / n, so that a year with
 * many is fast and not infinitely fast.
 *
 * Source: Kleinberg (2003), doi:10.1023/A:1024940629314; citation bursts: Chen (2006),
 * doi:10.1002/asi.20317.
 *
 * Citing papers of unknown year are left out.
 *
 * Cost: O(citations × K²).
 */
#include "analytics/time/citation-bursts.h"

#include "analytics/time/bursts-private.h"
#include "graph/compare.h"

/* Times of the citations of one paper, ascending. */
static void
collect_times (const RhumbCorpus *corpus, RhumbRows in, guint32 paper, GArray *times)
{
    g_array_set_size (times, 0);
    for (gsize i = in.start[paper]; i < in.start[paper + 1]; i++) {
        const double year = rhumb_corpus_get_paper (corpus, in.node[i])->year;
        if (year > 0)
            g_array_append_val (times, year);
    }
    g_array_sort (times, rhumb_compare_doubles);
    double *time = (double *)(void *)times->data;
    for (guint first = 0, next; first < times->len; first = next) {
        const double year = time[first];
        for (next = first; next < times->len && time[next] <= year; next++)
            continue;
        for (guint i = first; i < next; i++)
            time[i] = year + (i - first + 0.5) / (next - first);
    }
}

/**
 * rhumb_find_citation_bursts:
 * @graph: a knowledge graph
 * @options: (nullable): options, %NULL = defaults
 * @n_bursts: (out): how many bursts there are
 * @error: return location for an error
 *
 * Finds in which years each paper was cited in a burst, by papers of the graph.
 *
 * Source: Kleinberg (2003), doi:10.1023/A:1024940629314, continuous time.
 *
 * Returns: (transfer full) (array length=n_bursts): bursts whose row is the number of a paper,
 *   heaviest first; or %NULL with %RHUMB_ERROR_INVALID
 *
 * Since: 0.2
 */
RhumbBurst *
rhumb_find_citation_bursts (const RhumbGraph *graph, const RhumbBurstOptions *options,
                            gsize *n_bursts, GError **error)
{
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (graph);
    const RhumbRows in =
        rhumb_network_get_in_rows (rhumb_graph_get_relation (graph, RHUMB_RELATION_CITES));
    g_autoptr (GArray) bursts = g_array_new (FALSE, FALSE, sizeof (RhumbBurst));
    g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
    for (guint32 p = 0; p < in.n_rows; p++) {
        gsize n = 0;
        collect_times (corpus, in, p, times);
        g_autofree RhumbBurst *found = rhumb_find_event_bursts ((const double *)(void *)times->data,
                                                                times->len, p, options, &n, error);
        if (found == NULL)
            return NULL;
        g_array_append_vals (bursts, found, (guint)n);
    }
    g_array_sort (bursts, rhumb_burst_compare);
    *n_bursts = bursts->len;
    const RhumbBurst none = {0};
    g_array_append_val (bursts, none); /* never NULL */
    return (RhumbBurst *)(void *)g_array_free (g_steal_pointer (&bursts), FALSE);
}
