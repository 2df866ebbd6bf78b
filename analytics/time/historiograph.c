/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A field's history in its most cited papers: those that other papers of the set cite most, and who
 * of them cites whom.
 *
 * Source: Garfield (2004), doi:10.1177/0165551504042802 (HistCite); citations are counted inside
 * the set (local citation score). Papers with equal counts are taken in the order of papers; papers
 * that nobody cites are never taken.
 *
 * Cost: O(papers × log papers + citations).
 */
#include "analytics/time/historiograph.h"

#include "graph/compare.h"

static int
compare_citations (gconstpointer a, gconstpointer b, gpointer user_data)
{
    const RhumbRows *in = user_data;
    const guint32 first = *(const guint32 *)a;
    const guint32 second = *(const guint32 *)b;
    const gsize n_first = in->start[first + 1] - in->start[first];
    const gsize n_second = in->start[second + 1] - in->start[second];
    if (n_first != n_second)
        return n_first > n_second ? -1 : 1;
    return (first > second) - (first < second);
}

static guint32 *
choose (RhumbRows in, guint32 n_papers, guint32 *n_chosen)
{
    guint32 *order = g_new (guint32, MAX (in.n_rows, 1));
    guint32 n = 0;
    for (guint32 v = 0; v < in.n_rows; v++) {
        if (in.start[v + 1] > in.start[v])
            order[n++] = v;
    }
    g_qsort_with_data (order, (int)n, sizeof (guint32), compare_citations, &in);
    *n_chosen = MIN (n, n_papers);
    if (*n_chosen > 0)
        qsort (order, *n_chosen, sizeof (guint32), rhumb_compare_numbers);
    return order;
}

/**
 * rhumb_build_historiograph:
 * @cites: a directed network, citing → cited
 * @n_papers: how many papers are wanted
 * @chosen: (out) (transfer full) (array length=n_chosen): the papers, ascending
 * @n_chosen: (out): how many they are; fewer than @n_papers if fewer are cited
 * @error: return location for an error
 *
 * Chooses the most cited papers and keeps the citations among them.
 *
 * Source: Garfield (2004), doi:10.1177/0165551504042802.
 *
 * Returns: (transfer full): a directed network of the same nodes, cited → citing as a main path,
 *   weight = citations of the cited paper in @cites; %NULL with an error of rhumb_network_new()
 *
 * Since: 0.2
 */
RhumbNetwork *
rhumb_build_historiograph (const RhumbNetwork *cites, guint32 n_papers, guint32 **chosen,
                           guint32 *n_chosen, GError **error)
{
    g_return_val_if_fail (rhumb_network_get_mode (cites) == RHUMB_NETWORK_DIRECTED, NULL);
    const RhumbRows in = rhumb_network_get_in_rows (cites);
    guint32 n = 0;
    g_autofree guint32 *paper = choose (in, n_papers, &n);
    g_autofree guint8 *is_chosen = g_new0 (guint8, MAX (in.n_rows, 1));
    for (guint32 i = 0; i < n; i++)
        is_chosen[paper[i]] = TRUE;
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) weight = g_array_new (FALSE, FALSE, sizeof (double));
    for (guint32 i = 0; i < n; i++) {
        const guint32 v = paper[i];
        const double n_citations = (double)(in.start[v + 1] - in.start[v]);
        for (gsize k = in.start[v]; k < in.start[v + 1]; k++) {
            if (!is_chosen[in.node[k]] || in.node[k] == v)
                continue;
            g_array_append_val (from, v);
            g_array_append_val (to, in.node[k]);
            g_array_append_val (weight, n_citations);
        }
    }
    RhumbNetwork *network = rhumb_network_new (
        RHUMB_NETWORK_DIRECTED, in.n_rows, in.n_rows, (const guint32 *)(void *)from->data,
        (const guint32 *)(void *)to->data, (const double *)(void *)weight->data, from->len, error);
    if (network == NULL)
        return NULL;
    *chosen = g_steal_pointer (&paper);
    *n_chosen = n;
    return network;
}
