/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Papers that are alike in what they say and in what they cite: text finds relatives that never
 * met, references those who use other words.
 *
 * Source: the linear mix of Janssens, Glänzel and De Moor (2008), doi:10.1007/s11192-007-2002-7,
 *
 *   r_ij = λ t_ij + (1 − λ) c_ij
 *
 * with t the cosine of words and concepts (text-relatedness.c) and c Salton's measure of the
 * references (product.c), both in [0, 1]. Each side gives the strongest links of each paper; a link
 * that one side does not give has 0 there, which the source, with full matrices, does not need.
 *
 * Cost: that of its two sides.
 */
#include "analytics/network/hybrid.h"

#include "analytics/network/text-relatedness.h"

static gsize
append_links (const RhumbNetwork *network, double factor, guint32 *from, guint32 *to,
              double *weight)
{
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    gsize e = 0;
    for (guint32 v = 0; factor > 0 && v < rows.n_rows; v++) {
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            if (rows.node[i] < v)
                continue;
            from[e] = v;
            to[e] = rows.node[i];
            weight[e++] = factor * rhumb_rows_get_weight (rows, i);
        }
    }
    return e;
}

/* Mixes relatedness by text into relatedness by citations. Source: Janssens, Glänzel and De Moor
 * (2008), doi:10.1007/s11192-007-2002-7. @cited: an undirected network of its papers, weights in
 * [0, 1]; @text_share: λ, how much the text decides, in [0, 1]; @n_neighbours: links that the text
 * gives each paper, at least 1. Returns an undirected network of the papers, weights in [0, 1]. */
RhumbNetwork *
rhumb_mix_text (const RhumbGraph *graph, const RhumbNetwork *cited, double text_share,
                guint n_neighbours, GError **error)
{
    g_autoptr (RhumbNetwork) texts = rhumb_relate_texts (graph, n_neighbours, error);
    if (texts == NULL)
        return NULL;
    const gsize n = rhumb_network_get_n_edges (texts) + rhumb_network_get_n_edges (cited);
    g_autofree guint32 *from = g_new (guint32, n + 1);
    g_autofree guint32 *to = g_new (guint32, n + 1);
    g_autofree double *weight = g_new (double, n + 1);
    gsize e = append_links (texts, text_share, from, to, weight);
    e += append_links (cited, 1 - text_share, from + e, to + e, weight + e);
    const guint32 n_papers = rhumb_network_get_n_from (texts);
    return rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, n_papers, n_papers, from, to, weight, e,
                              error);
}
