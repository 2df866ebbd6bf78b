/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Grows a set from a few of its members: who has more in common with them than chance gives?
 *
 * Source: sets grown from seeds by what neighbourhoods have in common are those of Chamberlain,
 * Levy-Kramer, Humby and Deisenroth (2018), doi:10.1371/journal.pone.0188702; what many have counts
 * less as with Zhou, Lü and Zhang (2009), doi:10.1140/epjb/e2009-00335-8; chance is that of Newman
 * and Girvan (2004), doi:10.1103/PhysRevE.69.026113; the measure is the residual of Pearson (1900),
 * doi:10.1080/14786440009463897, as in tables of counts.
 *
 * Method: two nodes have in common c(v,u) = Σ_f w_vf w_uf / W_f, W_f being the weights of all that
 * have feature f; t_v = Σ_u c(v,u) is all that v has in common with others, T = Σ t. Members belong
 * to the set by m, 1 for the seeds. Of t_v members have s_v = Σ m_u c(v,u), where chance gives
 * e_v = t_v Σ m_u t_u / T. Again and again the node with the largest (s_v − e_v) / √e_v joins, with
 * m_v = s_v / t_v: who joins with doubts draws in others less, so that a set does not wander off.
 *
 * Departs from the source, where the mean Jaccard index with the members decides. That mean is
 * large for nodes that are like everybody; once a set has more than a few members they join first.
 * By s_v / t_v alone, nodes with one link are drawn in by a few seeds, by s_v − e_v those with the
 * most links.
 *
 * Where links join like with like, give each node a link with itself: then a link is something
 * that its ends have in common, and not just the way to what they share.
 *
 * Cost: O(links) before the first node joins; then for each the lengths of the columns of its
 * features, and a look at all that have anything in common with members. 21 bytes a node and 8 a
 * feature.
 */
#include "analytics/similar/growth.h"

#include <math.h>

#include "graph/set-error.h"

typedef struct {
    RhumbRows out; /* node → features */
    RhumbRows in;
    guint32 n_nodes;
    double *column;    /* of each feature: W_f */
    double *total;     /* t_v */
    double all;        /* T */
    double of_members; /* Σ m_u t_u */
    double *shared;    /* s_v */
    guint8 *is_member;
    guint32 *touched; /* s_v > 0 */
    guint32 n_touched;
} Growth;

static void
growth_clear (Growth *growth)
{
    g_free (growth->column);
    g_free (growth->total);
    g_free (growth->shared);
    g_free (growth->is_member);
    g_free (growth->touched);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Growth, growth_clear)

/* W_f. */
static double
add_column (const Growth *growth, guint32 feature)
{
    double sum = 0;
    for (gsize i = growth->in.start[feature]; i < growth->in.start[feature + 1]; i++) {
        if (growth->in.node[i] < growth->n_nodes)
            sum += rhumb_rows_get_weight (growth->in, i);
    }
    return sum;
}

/* Σ_f w_vf (W_f − w_vf) / W_f: nobody has anything in common with himself. */
static double
add_row (const Growth *growth, guint32 v)
{
    double sum = 0;
    for (gsize i = growth->out.start[v]; i < growth->out.start[v + 1]; i++) {
        const double w = rhumb_rows_get_weight (growth->out, i);
        const double all = growth->column[growth->out.node[i]];
        sum += all > 0 ? w / all * (all - w) : 0;
    }
    return sum;
}

static gboolean
prepare (Growth *growth, GError **error)
{
    const guint32 n_features = growth->in.n_rows;
    growth->column = g_new (double, (gsize)n_features + 1);
    growth->total = g_new (double, (gsize)growth->n_nodes + 1);
    growth->shared = g_new0 (double, (gsize)growth->n_nodes + 1);
    growth->is_member = g_new0 (guint8, (gsize)growth->n_nodes + 1);
    growth->touched = g_new (guint32, (gsize)growth->n_nodes + 1);
    for (guint32 f = 0; f < n_features; f++)
        growth->column[f] = add_column (growth, f);
    for (guint32 v = 0; v < growth->n_nodes; v++) {
        growth->total[v] = add_row (growth, v);
        growth->all += growth->total[v];
    }
    if (isfinite (growth->all))
        return TRUE;
    rhumb_set_error (error, RHUMB_ERROR_INVALID,
                     "what nodes have in common adds up to %g, expected at most %g", growth->all,
                     G_MAXDOUBLE);
    return FALSE;
}

static void
join (Growth *growth, guint32 v, double belonging)
{
    growth->is_member[v] = TRUE;
    growth->of_members += belonging * growth->total[v];
    for (gsize i = growth->out.start[v]; i < growth->out.start[v + 1]; i++) {
        const guint32 f = growth->out.node[i];
        const double brings =
            belonging * rhumb_rows_get_weight (growth->out, i) / growth->column[f];
        for (gsize k = growth->in.start[f]; k < growth->in.start[f + 1] && brings > 0; k++) {
            const guint32 u = growth->in.node[k];
            const double more = brings * rhumb_rows_get_weight (growth->in, k);
            if (u >= growth->n_nodes || growth->is_member[u] || !(more > 0))
                continue;
            if (growth->shared[u] <= 0)
                growth->touched[growth->n_touched++] = u;
            growth->shared[u] += more;
        }
    }
}

/* (s − e) / √e, or 0 if that is less. */
static double
measure (const Growth *growth, guint32 v)
{
    const double expected = growth->total[v] * (growth->of_members / growth->all);
    const double more = growth->shared[v] - expected;
    return expected > 0 && more > 0 ? more / sqrt (expected) : 0;
}

/* Nobody who has no more in common with members than chance gives. Where many are touched, all are
 * looked at in their order, which is faster. */
static RhumbNeighbour
find_best (const Growth *growth)
{
    const gboolean in_order = growth->n_touched > growth->n_nodes / 8;
    const guint32 n = in_order ? growth->n_nodes : growth->n_touched;
    RhumbNeighbour best = {G_MAXUINT32, 0};
    for (guint32 i = 0; i < n; i++) {
        const guint32 v = in_order ? i : growth->touched[i];
        if (!(growth->shared[v] > 0) || growth->is_member[v])
            continue;
        const RhumbNeighbour item = {v, measure (growth, v)};
        if (item.score > best.score ||
            (item.score == best.score && item.score > 0 && v < best.node))
            best = item;
    }
    return best;
}

/**
 * rhumb_grow_set:
 * @features: a network nodes → features, of any mode
 * @n_nodes: only nodes below this may join, and what others have does not count; at most those of
 *   @features
 * @seed: (array length=n_seeds): nodes to begin with, each below @n_nodes
 * @n_seeds: how many
 * @n_more: how many to add
 * @error: return location for an error
 *
 * Grows a set: again and again the node joins that has most in common with its members, beyond
 * what chance gives. Ends early when none has more than that.
 *
 * Returns: (transfer full) (element-type RhumbNeighbour): nodes in the order in which they joined,
 *   with (s − e) / √e at that time, above 0: s is what they have in common with members, e what
 *   they would if what they have in common with anybody were dealt out by chance; %NULL with
 *   %RHUMB_ERROR_INVALID if weights add up to more than a double holds
 *
 * Since: 0.2
 */
GArray *
rhumb_grow_set (const RhumbNetwork *features, guint32 n_nodes, const guint32 *seed, guint n_seeds,
                guint n_more, GError **error)
{
    g_auto (Growth) growth = {.out = rhumb_network_get_out_rows (features),
                              .in = rhumb_network_get_in_rows (features),
                              .n_nodes = n_nodes};
    g_return_val_if_fail (n_nodes <= growth.out.n_rows, NULL);
    if (!prepare (&growth, error))
        return NULL;
    GArray *joined = rhumb_neighbours_new ();
    for (guint i = 0; i < n_seeds; i++) {
        g_return_val_if_fail (seed[i] < n_nodes, joined);
        if (!growth.is_member[seed[i]])
            join (&growth, seed[i], 1);
    }
    while (joined->len < n_more) {
        const RhumbNeighbour best = find_best (&growth);
        if (best.node == G_MAXUINT32)
            break;
        join (&growth, best.node, MIN (growth.shared[best.node] / growth.total[best.node], 1));
        g_array_append_val (joined, best);
    }
    return joined;
}
