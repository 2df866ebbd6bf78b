/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Hides links of a network, to see whether they can be guessed from the others.
 *
 * Source: the protocol of Kipf and Welling (2016), arXiv:1611.07308: 85 % of the links to learn
 * from, 5 % to choose by, 10 % to be tested, and as many pairs without a link of each. Whatever is
 * guessed from must have been made without the hidden links: rhumb_hold_out_links() gives that
 * network.
 *
 * Method: directions, self-loops and links of weight 0 are dropped. Links are put in an order keyed
 * by the seed and both nodes, so that adding papers changes little. Pairs without a link are drawn
 * from all pairs of nodes that have one, each once.
 *
 * Cost: O(links log links).
 */
#include "analytics/eval/link-split.h"

#include <string.h>

#include "graph/error.h"
#include "graph/plural.h"
#include "graph/shuffle.h"
#include "graph/text.h"
#include "graph/set-error.h"

static gboolean
are_linked (const RhumbNetwork *network, guint32 a, guint32 b)
{
    return rhumb_network_get_weight (network, a, b) > 0 ||
           rhumb_network_get_weight (network, b, a) > 0;
}

/* All pairs of linked nodes, with a number drawn for each; nodes that have links in @ends. */
static void
draw_links (const RhumbNetwork *network, const guint64 *key, guint64 seed, GArray *pairs,
            GArray *draws, GArray *ends)
{
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    const RhumbRows in = rhumb_network_get_in_rows (network);
    for (guint32 v = 0; v < rows.n_rows; v++) {
        gboolean has_link = FALSE;
        for (gsize i = in.start[v]; i < in.start[v + 1]; i++)
            has_link = has_link || (in.node[i] != v && (in.weight == NULL || in.weight[i] > 0));
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            const guint32 u = rows.node[i];
            const guint64 low = MIN (key[u], key[v]);
            const guint64 high = MAX (key[u], key[v]);
            const guint64 draw = rhumb_hash_mix (rhumb_hash_mix (seed, low), high);
            const RhumbPair pair = {MIN (u, v), MAX (u, v), TRUE};
            if (u == v || (rows.weight != NULL && !(rows.weight[i] > 0)))
                continue;
            has_link = TRUE;
            /* A link that stands in both rows is taken from the lower one. */
            if (u < v && rhumb_network_get_weight (network, u, v) > 0)
                continue;
            g_array_append_val (draws, draw);
            g_array_append_val (pairs, pair);
        }
        if (has_link)
            g_array_append_val (ends, v);
    }
}

static guint
hash_pair (gconstpointer data)
{
    const RhumbPair *pair = data;
    return (guint)rhumb_hash_mix (pair->a, pair->b);
}

static gboolean
same_pair (gconstpointer x, gconstpointer y)
{
    const RhumbPair *a = x;
    const RhumbPair *b = y;
    return a->a == b->a && a->b == b->b;
}

/* Fills @pair with @n different pairs of @ends that are not linked. FALSE if so many are hard to
 * find. */
static gboolean
draw_gaps (const RhumbNetwork *network, const guint32 *ends, guint n_ends, guint64 seed, gsize n,
           RhumbPair *pair)
{
    g_autoptr (GHashTable) known = g_hash_table_new (hash_pair, same_pair);
    gsize found = 0;
    for (guint64 step = 0; found < n && step < 100 * (guint64)n + 1000; step++) {
        const guint64 random = rhumb_hash_mix (seed, step);
        const guint32 v = ends[(random >> 32) % n_ends];
        const guint32 u = ends[(guint32)random % n_ends];
        pair[found] = (RhumbPair){MIN (u, v), MAX (u, v), FALSE};
        if (u == v || are_linked (network, u, v) || g_hash_table_contains (known, &pair[found]))
            continue;
        g_hash_table_add (known, &pair[found++]);
    }
    return found == n;
}

/* Parts: links first, in @order, then the same number of gaps. */
static void
deal_out (RhumbLinkSplit *split, const GArray *links, const guint32 *order, const RhumbPair *gap,
          gsize n_train, gsize n_validation)
{
    const gsize end[] = {n_train, n_train + n_validation, links->len};
    RhumbPair *next = split->pair;
    gsize first = 0;
    for (guint part = 0; part < G_N_ELEMENTS (end); part++) {
        for (gsize i = first; i < end[part]; i++)
            *next++ = g_array_index (links, RhumbPair, order[i]);
        for (gsize i = first; i < end[part]; i++)
            *next++ = gap[i];
        first = end[part];
    }
    split->n_train = 2 * n_train;
    split->n_validation = 2 * n_validation;
    split->n_test = 2 * (links->len - n_train - n_validation);
}

/**
 * rhumb_split_links:
 * @network: a directed or undirected network
 * @key: (array): for each node a number that stands for it for good
 * @test_share: share of the links to be tested, above 0
 * @validation_share: share to choose by, above 0; together below 1
 * @seed: seed
 * @error: return location for an error
 *
 * Parts the links of a network, and adds as many pairs that are not linked.
 *
 * Source: Kipf, Welling (2016), arXiv:1611.07308.
 *
 * Returns: (transfer full): the parts; or %NULL with %RHUMB_ERROR_INVALID, or %RHUMB_ERROR_LIMIT if
 *   there are too few links, or too few pairs without one
 *
 * Since: 0.2
 */
RhumbLinkSplit *
rhumb_split_links (const RhumbNetwork *network, const guint64 *key, double test_share,
                   double validation_share, guint64 seed, GError **error)
{
    g_return_val_if_fail (rhumb_network_get_mode (network) != RHUMB_NETWORK_TWO_MODE, NULL);
    if (!(test_share > 0 && validation_share > 0 && test_share + validation_share < 1)) {
        rhumb_set_error (
            error, RHUMB_ERROR_INVALID,
            "shares %g to test and %g to choose by, expected both above 0, and less than "
            "1 together",
            test_share, validation_share);
        return NULL;
    }
    g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (RhumbPair));
    g_autoptr (GArray) draws = g_array_new (FALSE, FALSE, sizeof (guint64));
    draw_links (network, key, seed, links, draws, ends);
    const gsize n_test = (gsize)MAX (links->len * test_share, 1);
    const gsize n_validation = (gsize)MAX (links->len * validation_share, 1);
    if (links->len < n_test + n_validation + 1) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT, "%u %s, expected at least 3",
                     links->len, rhumb_plural (links->len, "link", "links"));
        return NULL;
    }
    g_autofree RhumbPair *gap = g_new (RhumbPair, (gsize)links->len + 1);
    if (!draw_gaps (network, (const guint32 *)(gpointer)ends->data, ends->len,
                    rhumb_hash_mix (seed, 0x676170), links->len, gap)) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT,
                     "%u %s among %u nodes, expected more pairs that are not linked", links->len,
                     rhumb_plural (links->len, "link", "links"), ends->len);
        return NULL;
    }
    RhumbLinkSplit *split = g_new0 (RhumbLinkSplit, 1);
    split->pair = g_new (RhumbPair, 2 * (gsize)links->len);
    g_autofree guint32 *order = rhumb_shuffle ((const guint64 *)(gpointer)draws->data, links->len);
    deal_out (split, links, order, gap, links->len - n_test - n_validation, n_validation);
    return split;
}

/**
 * rhumb_link_split_free:
 * @split: (transfer full) (nullable): parts of links
 *
 * Frees them.
 *
 * Since: 0.2
 */
void
rhumb_link_split_free (RhumbLinkSplit *split)
{
    if (split == NULL)
        return;
    g_free (split->pair);
    g_free (split);
}
