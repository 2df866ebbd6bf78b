/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Does a paper replace what it builds on, or lead to it? Of the papers that cite it, n_i cite none
 * of its references and n_j do; n_k papers cite its references but not it. The disruption index
 *
 *   D = (n_i − n_j) / (n_i + n_j + n_k)
 *
 * is 1 if everybody forgets the references and −1 if nobody does.
 *
 * Source: Funk and Owen-Smith (2017), doi:10.1287/mnsc.2015.2366; Wu, Wang, Evans (2019),
 * doi:10.1038/s41586-019-0941-9. It says little of papers that few cite or that have few
 * references; a paper that nobody cites and whose references nobody else cites has 0.
 *
 * The paper itself cites its references and is not counted.
 * Cost: for each paper the citations of its references; 8 bytes a node.
 */
#include "analytics/rank/disruption.h"

/* Who cites a paper (1) and who cites its references (2), marked with the paper's number. */
typedef struct {
    guint32 paper;
    guint32 marks;
} Mark;

static double
measure (RhumbRows out, RhumbRows in, guint32 v, Mark *mark)
{
    guint64 n_citing = in.start[v + 1] - in.start[v];
    guint64 n_both = 0;
    guint64 n_references_only = 0;
    for (gsize i = in.start[v]; i < in.start[v + 1]; i++)
        mark[in.node[i]] = (Mark){v, 1};
    if (n_citing > 0 && mark[v].paper == v && mark[v].marks == 1)
        n_citing--; /* cites itself */
    mark[v] = (Mark){v, 2};
    for (gsize r = out.start[v]; r < out.start[v + 1]; r++) {
        const guint32 cited = out.node[r];
        for (gsize i = in.start[cited]; cited != v && i < in.start[cited + 1]; i++) {
            Mark *citing = &mark[in.node[i]];
            if (citing->paper == v && (citing->marks & 2) != 0)
                continue;
            const gboolean cites_paper = citing->paper == v;
            n_both += cites_paper;
            n_references_only += !cites_paper;
            *citing = (Mark){v, 2};
        }
    }
    const guint64 n = n_citing + n_references_only;
    return n > 0 ? ((double)n_citing - 2 * (double)n_both) / (double)n : 0;
}

/**
 * rhumb_measure_disruption:
 * @network: a directed network, citing → cited
 *
 * Computes the disruption index.
 *
 * Source: Wu, Wang, Evans (2019), doi:10.1038/s41586-019-0941-9.
 *
 * Returns: (transfer full): from −1 (consolidating) to 1 (disruptive)
 *
 * Since: 0.2
 */
RhumbRanking *
rhumb_measure_disruption (const RhumbNetwork *network)
{
    g_return_val_if_fail (rhumb_network_get_mode (network) == RHUMB_NETWORK_DIRECTED, NULL);
    const RhumbRows out = rhumb_network_get_out_rows (network);
    const RhumbRows in = rhumb_network_get_in_rows (network);
    double *score = g_new (double, out.n_rows);
    g_autofree Mark *mark = g_new (Mark, out.n_rows);
    for (guint32 v = 0; v < out.n_rows; v++)
        mark[v] = (Mark){G_MAXUINT32, 0};
    for (guint32 v = 0; v < out.n_rows; v++)
        score[v] = measure (out, in, v, mark);
    return rhumb_ranking_new_take (out.n_rows, score, "disruption", "from -1 to 1", 0, 0);
}
