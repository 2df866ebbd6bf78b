/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A score for each node, with its name, its unit and how it was reached.
 */
#include "graph/ranking.h"

struct _RhumbRanking {
    guint32 n_nodes;
    double *score;
    char *name;
    char *unit;
    guint n_iterations;
    double residual;
};

G_DEFINE_BOXED_TYPE (RhumbRanking, rhumb_ranking, rhumb_ranking_ref, rhumb_ranking_unref)

/**
 * rhumb_ranking_new_take:
 * @n_nodes: number of nodes
 * @score: (array length=n_nodes) (transfer full): a score for each node, finite
 * @name: name of the score, e.g. "pagerank"
 * @unit: its unit, e.g. "share, sums to 1"
 * @n_iterations: iterations that were needed, 0 for a direct method
 * @residual: what was left to gain, in the unit of the score
 *
 * Makes a ranking.
 *
 * Returns: (transfer full): a ranking
 *
 * Since: 0.1
 */
RhumbRanking *
rhumb_ranking_new_take (guint32 n_nodes, double *score, const char *name, const char *unit,
                        guint n_iterations, double residual)
{
    RhumbRanking *ranking = g_atomic_rc_box_new0 (RhumbRanking);
    ranking->n_nodes = n_nodes;
    ranking->score = score;
    ranking->name = g_strdup (name);
    ranking->unit = g_strdup (unit);
    ranking->n_iterations = n_iterations;
    ranking->residual = residual;
    return ranking;
}

/**
 * rhumb_ranking_ref:
 * @ranking: a ranking
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @ranking
 *
 * Since: 0.1
 */
RhumbRanking *
rhumb_ranking_ref (RhumbRanking *ranking)
{
    return g_atomic_rc_box_acquire (ranking);
}

static void
clear (gpointer data)
{
    RhumbRanking *ranking = data;
    g_free (ranking->score);
    g_free (ranking->name);
    g_free (ranking->unit);
}

/**
 * rhumb_ranking_unref:
 * @ranking: (transfer full): a ranking
 *
 * Gives a reference back.
 *
 * Since: 0.1
 */
void
rhumb_ranking_unref (RhumbRanking *ranking)
{
    g_atomic_rc_box_release_full (ranking, clear);
}

/**
 * rhumb_ranking_get_n_nodes:
 * @ranking: a ranking
 *
 * Gets the number of nodes.
 *
 * Returns: nodes
 *
 * Since: 0.1
 */
guint32
rhumb_ranking_get_n_nodes (const RhumbRanking *ranking)
{
    return ranking->n_nodes;
}

/**
 * rhumb_ranking_get_scores:
 * @ranking: a ranking
 *
 * Gets the scores.
 *
 * Returns: (transfer none): one score per node, in the unit of the ranking
 *
 * Since: 0.1
 */
const double *
rhumb_ranking_get_scores (const RhumbRanking *ranking)
{
    return ranking->score;
}

/**
 * rhumb_ranking_get_name:
 * @ranking: a ranking
 *
 * Gets the name of the score.
 *
 * Returns: (transfer none): e.g. "pagerank"
 *
 * Since: 0.1
 */
const char *
rhumb_ranking_get_name (const RhumbRanking *ranking)
{
    return ranking->name;
}

/**
 * rhumb_ranking_get_unit:
 * @ranking: a ranking
 *
 * Gets the unit of the score.
 *
 * Returns: (transfer none): e.g. "share, sums to 1"
 *
 * Since: 0.1
 */
const char *
rhumb_ranking_get_unit (const RhumbRanking *ranking)
{
    return ranking->unit;
}

/**
 * rhumb_ranking_get_n_iterations:
 * @ranking: a ranking
 *
 * Gets how many iterations were needed.
 *
 * Returns: iterations, 0 for a direct method
 *
 * Since: 0.1
 */
guint
rhumb_ranking_get_n_iterations (const RhumbRanking *ranking)
{
    return ranking->n_iterations;
}

/**
 * rhumb_ranking_get_residual:
 * @ranking: a ranking
 *
 * Gets what was left to gain.
 *
 * Returns: the residual, in the unit of the score
 *
 * Since: 0.1
 */
double
rhumb_ranking_get_residual (const RhumbRanking *ranking)
{
    return ranking->residual;
}

static int
compare_scores (gconstpointer a, gconstpointer b, gpointer user_data)
{
    const double *score = user_data;
    const guint32 first = *(const guint32 *)a;
    const guint32 second = *(const guint32 *)b;
    if (score[first] != score[second])
        return score[first] > score[second] ? -1 : 1;
    return (first > second) - (first < second);
}

/**
 * rhumb_ranking_sort_nodes:
 * @ranking: a ranking
 * @first: first node of a range
 * @n: how many nodes the range has
 *
 * Sorts a range of nodes, such as all papers, by score.
 *
 * Returns: (transfer full) (array length=n): the nodes, highest score first, ties by number
 *
 * Since: 0.1
 */
guint32 *
rhumb_ranking_sort_nodes (const RhumbRanking *ranking, guint32 first, guint32 n)
{
    g_return_val_if_fail ((guint64)first + n <= ranking->n_nodes, NULL);
    guint32 *order = g_new (guint32, n);
    for (guint32 i = 0; i < n; i++)
        order[i] = first + i;
    g_qsort_with_data (order, (int)n, sizeof (guint32), compare_scores, ranking->score);
    return order;
}
