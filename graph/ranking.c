/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A score for each node, with its name, its unit and how it was reached.
 */
#include "graph/ranking.h"

#include <string.h>

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

#define DIGIT_BITS 11
#define N_DIGITS 6

typedef struct {
    guint64 key;
    guint32 node;
} Place;

/* A number that is smaller for larger scores. */
static guint64
get_key (double score)
{
    guint64 bits;
    const double value = score + 0.0; /* −0 is 0 */
    memcpy (&bits, &value, sizeof bits);
    const guint64 sign = (guint64)1 << 63;
    return (bits & sign) != 0 ? bits : ~(bits | sign);
}

static guint
get_digit (guint64 key, guint digit)
{
    return (guint)(key >> (digit * DIGIT_BITS)) & ((1u << DIGIT_BITS) - 1);
}

/* Distributes places by one digit, keeping their order. FALSE: all have the same. */
static gboolean
distribute (const Place *from, Place *to, guint32 n, guint digit, guint32 *next)
{
    if (next[get_digit (from[0].key, digit)] == n)
        return FALSE;
    guint32 total = 0;
    for (guint d = 0; d < 1u << DIGIT_BITS; d++) {
        const guint32 count = next[d];
        next[d] = total;
        total += count;
    }
    for (guint32 i = 0; i < n; i++)
        to[next[get_digit (from[i].key, digit)]++] = from[i];
    return TRUE;
}

/* Sorts by digits from the last, which keeps equal scores in the order of their nodes. */
static void
sort_places (Place **places, Place **spare, guint32 n)
{
    g_autofree guint32 *count = g_new0 (guint32, (gsize)N_DIGITS << DIGIT_BITS);
    for (guint32 i = 0; i < n; i++)
        for (guint digit = 0; digit < N_DIGITS; digit++)
            count[((gsize)digit << DIGIT_BITS) + get_digit ((*places)[i].key, digit)]++;
    for (guint digit = 0; digit < N_DIGITS; digit++) {
        if (!distribute (*places, *spare, n, digit, count + ((gsize)digit << DIGIT_BITS)))
            continue;
        Place *sorted = *spare;
        *spare = *places;
        *places = sorted;
    }
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
    if (n == 0)
        return order;
    Place *places = g_new (Place, n);
    Place *spare = g_new (Place, n);
    for (guint32 i = 0; i < n; i++)
        places[i] = (Place){get_key (ranking->score[first + i]), first + i};
    sort_places (&places, &spare, n);
    for (guint32 i = 0; i < n; i++)
        order[i] = places[i].node;
    g_free (places);
    g_free (spare);
    return order;
}
