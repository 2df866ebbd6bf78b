/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which items (concepts, keywords, people) occur together, and how often.
 *
 * Source: counting as in Perianes-Rodriguez, Waltman and van Eck (2016),
 * doi:10.1016/j.joi.2016.10.006. With a_ki = 1 if paper k has item i and n_k = Σ_i a_ki:
 *
 *   full         u_ij = Σ_k a_ki a_kj
 *   fractional   u_ij = Σ_k a_ki a_kj / (n_k − 1),   papers with n_k ≥ 2
 *
 * so with fractional counting an item's links sum to the number of its papers that it shares with
 * another item. Weights of the incidence are not used: a paper has an item or not.
 *
 * Method: the sparse product Aᵀ A row by row (Gustavson 1978, doi:10.1145/355791.355796). Row i
 * walks the papers of item i and adds their items j > i into a dense accumulator.
 *
 * Cost: time O(Σ_k n_k²), memory O(items + links).
 */
#include "analytics/network/cooccurrence.h"

#include <string.h>

typedef struct {
    GArray *from;
    GArray *to;
    GArray *weight;
} Links;

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
    const guint32 first = *(const guint32 *)a;
    const guint32 second = *(const guint32 *)b;
    return (first > second) - (first < second);
}

/* Moves what row @item has gathered into the list of links and empties the accumulator. */
static void
flush_row (guint32 item, GArray *touched, double *sum, Links *links)
{
    g_array_sort (touched, compare_numbers);
    for (guint i = 0; i < touched->len; i++) {
        const guint32 other = g_array_index (touched, guint32, i);
        g_array_append_val (links->from, item);
        g_array_append_val (links->to, other);
        g_array_append_val (links->weight, sum[other]);
        sum[other] = 0;
    }
    g_array_set_size (touched, 0);
}

static void
multiply (RhumbRows papers, RhumbRows items, RhumbCounting counting, Links *links)
{
    g_autofree double *sum = g_new0 (double, items.n_rows);
    g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 item = 0; item < items.n_rows; item++) {
        for (gsize i = items.start[item]; i < items.start[item + 1]; i++) {
            const guint32 paper = items.node[i];
            const gsize n = papers.start[paper + 1] - papers.start[paper];
            if (n < 2)
                continue;
            const double share = counting == RHUMB_COUNTING_FULL ? 1 : 1 / (double)(n - 1);
            for (gsize j = papers.start[paper]; j < papers.start[paper + 1]; j++) {
                const guint32 other = papers.node[j];
                if (other <= item)
                    continue;
                if (sum[other] == 0)
                    g_array_append_val (touched, other);
                sum[other] += share;
            }
        }
        flush_row (item, touched, sum, links);
    }
}

/**
 * rhumb_count_cooccurrences:
 * @incidence: a two-mode network papers → items
 * @counting: how much a paper adds to a link
 * @error: return location for an error
 *
 * Counts how often items occur together in papers.
 *
 * Source: Perianes-Rodriguez, Waltman and van Eck (2016), doi:10.1016/j.joi.2016.10.006.
 *
 * Returns: (transfer full): an undirected network of items without self-loops; weights are
 *   papers, whole or fractional
 *
 * Since: 0.1
 */
RhumbNetwork *
rhumb_count_cooccurrences (const RhumbNetwork *incidence, RhumbCounting counting, GError **error)
{
    const RhumbRows papers = rhumb_network_get_out_rows (incidence);
    const RhumbRows items = rhumb_network_get_in_rows (incidence);
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) weight = g_array_new (FALSE, FALSE, sizeof (double));
    Links links = {from, to, weight};
    multiply (papers, items, counting, &links);
    return rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, items.n_rows, items.n_rows,
                              (const guint32 *)(gpointer)from->data,
                              (const guint32 *)(gpointer)to->data,
                              (const double *)(gpointer)weight->data, from->len, error);
}
