/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Clusters are taken apart into parts that hold together by themselves, which may then move apart:
 * the refinement of Traag, Waltman and van Eck (2019), doi:10.1038/s41598-019-41695-z, which
 * guarantees that clusters are connected.
 *
 * Method: each node begins as a part of its own. In random order, a node that is still alone and
 * well linked to the rest of its cluster, w(v, C − v) ≥ γ s_v (S_C − s_v), joins one of the well
 * linked parts with which it does not lose; the probability is proportional to exp(gain / θ).
 * Gains are in units of link weight, and so is θ here (the source's θ times the mean weight), so
 * that weights in another unit give the same clusters. A part is joined along a link, so parts are
 * connected.
 *
 * Clusters do not meet, so each is refined by one thread; random numbers are keyed by the seed and
 * the node. Cost: O(edges), 20 bytes a node.
 */
#include "analytics/cluster/refinement.h"

#include <math.h>
#include <string.h>

#include "analytics/cluster/tally.h"
#include "graph/corpus.h"
#include "graph/large-array.h"
#include "graph/text.h"
#include "graph/threads-private.h"

#define SMALL 2000
#define AHEAD 8

/* What is so much less likely than the likeliest would not change the sum of chances. */
#define MAX_EXPONENT 40

typedef struct {
    const Level *level;
    const guint32 *cluster;
    double resolution;
    double randomness;
    guint64 seed;
    guint32 *part;     /* number of each node's part: that of its first node */
    guint32 *n_inside; /* nodes of each part */
    double *total;     /* size of each part */
    double *outward;   /* weight of links from each part to the rest of its cluster */
    guint32 *order;    /* nodes by cluster, at random within */
} State;

/* Weight of links from a node to others of its cluster. */
static double
sum_inside (const State *state, guint32 v)
{
    const Level *level = state->level;
    const guint32 c = state->cluster[v];
    double sum = 0;
    for (gsize i = level->start[v]; i < level->end[v]; i++) {
        const guint32 u = level->node[i];
        const double weight = level_get_weight (level, i);
        sum += u != v && state->cluster[u] == c ? weight : 0;
    }
    return sum;
}

static gboolean
is_well_linked (const State *state, double outward, double size, double cluster_size)
{
    return outward >= state->resolution * size * (cluster_size - size);
}

/* Chooses among the parts met, with probability ∝ exp(gain / θ); returns the place of the chosen
 * one in @tally, or its number of keys for none. The largest gain is taken out of all exponents so
 * that none overflows. */
static guint32
choose_part (const State *state, guint32 v, double cluster_size, const Tally *tally, double *gain)
{
    const double size = state->level->size[v];
    double best = -1;
    for (guint32 i = 0; i < tally->n_keys; i++) {
        const guint32 p = tally->key[i];
        gain[i] = tally_get (tally, i) - state->resolution * size * state->total[p];
        if (!is_well_linked (state, state->outward[p], state->total[p], cluster_size))
            gain[i] = -1;
        best = MAX (best, gain[i]);
    }
    if (best < 0)
        return tally->n_keys;
    double sum = 0;
    for (guint32 i = 0; i < tally->n_keys; i++) {
        const double exponent = (gain[i] - best) / state->randomness;
        const double chance = gain[i] >= 0 && exponent > -MAX_EXPONENT ? exp (exponent) : 0;
        sum += chance;
        gain[i] = chance;
    }
    double left = sum * (double)(rhumb_hash_mix (state->seed, v) >> 11) * 0x1p-53;
    guint32 chosen = 0;
    for (guint32 i = 0; i < tally->n_keys; i++) {
        if (gain[i] <= 0)
            continue;
        chosen = i;
        left -= gain[i];
        if (left < 0)
            break;
    }
    return chosen;
}

/* Adds up links of a node to the parts of its cluster. Parts are looked up first, in a loop that
 * does nothing else, so that the processor waits for many places of memory at once. */
static void
meet_parts (const State *state, guint32 v, Tally *tally)
{
    const Level *level = state->level;
    const gsize start = level->start[v];
    const gsize degree = level->end[v] - start;
    const guint32 own = state->cluster[v];
    tally_begin (tally, degree);
    for (gsize e = 0; e < degree; e++) {
        const guint32 u = level->node[start + e];
        const guint32 p = state->part[u];
        tally->met[e] = state->cluster[u] == own && u != v ? p : RHUMB_NONE;
    }
    for (gsize e = 0; e < degree; e++) {
        const double weight = level_get_weight (level, start + e);
        /* What a part is judged by is fetched early, where it is met for the first time. */
        if (tally->met[e] != RHUMB_NONE && weight > 0 && tally_add (tally, tally->met[e], weight)) {
            __builtin_prefetch (&state->total[tally->met[e]]);
            __builtin_prefetch (&state->outward[tally->met[e]]);
        }
    }
}

/* Nodes come in random order: what later ones need is asked for early. */
static void
fetch_ahead (const State *state, const guint32 *node, guint32 i, guint32 n)
{
    const Level *level = state->level;
    if (i + 2 * AHEAD < n) {
        const guint32 far = node[i + 2 * AHEAD];
        __builtin_prefetch (&level->start[far]);
        __builtin_prefetch (&level->end[far]);
        __builtin_prefetch (&state->outward[far]);
        __builtin_prefetch (&level->size[far]);
    }
    if (i + AHEAD < n) {
        const gsize start = level->start[node[i + AHEAD]];
        __builtin_prefetch (&level->node[start]);
        __builtin_prefetch (&level->node[start + 16]);
        if (level->weight != NULL) {
            __builtin_prefetch (&level->weight[start]);
            __builtin_prefetch (&level->weight[start + 8]);
        } else if (level->count != NULL) {
            __builtin_prefetch (&level->count[start]);
            __builtin_prefetch (&level->count[start + 16]);
        }
    }
}

static void
join_part (State *state, guint32 v, Tally *tally, double cluster_size, double *gain)
{
    const Level *level = state->level;
    meet_parts (state, v, tally);
    const guint32 chosen = choose_part (state, v, cluster_size, tally, gain);
    if (chosen == tally->n_keys)
        return;
    const guint32 p = tally->key[chosen];
    state->outward[p] += state->outward[v] - 2 * tally_get (tally, chosen);
    state->total[p] += level->size[v];
    state->n_inside[p]++;
    state->n_inside[v] = 0;
    state->part[v] = p;
}

static void
shuffle (guint32 *node, guint32 n, guint64 seed)
{
    for (guint32 i = n; i-- > 1;) {
        const guint64 random = rhumb_hash_mix (seed, node[i]) >> 32;
        const guint32 j = (guint32)((random * ((guint64)i + 1)) >> 32);
        const guint32 other = node[j];
        node[j] = node[i];
        node[i] = other;
    }
}

static void
refine_cluster (State *state, guint32 first, guint32 end, Tally *tally, double *gain)
{
    guint32 *node = state->order + first;
    const guint32 n = end - first;
    if (n < 2)
        return;
    double size = 0;
    for (guint32 i = 0; i < n; i++)
        size += state->level->size[node[i]];
    shuffle (node, n, state->seed + 1);
    for (guint32 i = 0; i < n; i++) {
        const guint32 v = node[i];
        fetch_ahead (state, node, i, n);
        if (state->n_inside[v] == 1 && state->part[v] == v &&
            is_well_linked (state, state->outward[v], state->level->size[v], size))
            join_part (state, v, tally, size, gain);
    }
}

static double *
make_gains (guint32 max_degree)
{
    return g_new (double, (gsize)rhumb_get_n_threads () * ((gsize)max_degree + 1));
}

/* Takes clusters, numbered from 0, apart; @part gets a number from 0 for each node. @randomness is
 * θ in units of link weight, above 0. Returns the number of parts. */
guint32
rhumb_refine_clusters (const Level *level, const guint32 *cluster, guint32 n_clusters,
                       double resolution, double randomness, guint64 seed, guint32 *part)
{
    const guint32 n = level->n_nodes;
    const guint32 max_degree = rhumb_level_get_max_degree (level);
    g_autofree guint32 *first = g_new (guint32, (gsize)n_clusters + 1);
    g_autofree guint32 *order = rhumb_sort_by_cluster (n, cluster, n_clusters, first);
    g_autofree guint32 *n_inside = rhumb_large_array_new (n, sizeof (guint32));
    g_autofree double *total = rhumb_large_array_new (n, sizeof (double));
    g_autofree double *outward = rhumb_large_array_new (n, sizeof (double));
    g_autofree double *gain = make_gains (max_degree);
    g_autoptr (Tally) tallies = rhumb_tallies_new (rhumb_get_n_threads (), max_degree);
    for (guint32 v = 0; v < n; v++) {
        part[v] = v;
        n_inside[v] = 1;
        total[v] = level->size[v];
    }
    State state = {level, cluster,  resolution, randomness, seed,
                   part,  n_inside, total,      outward,    order};
#pragma omp parallel for schedule(dynamic, 256) if (n > SMALL)
    for (guint32 v = 0; v < n; v++)
        outward[v] = sum_inside (&state, v);
#pragma omp parallel for schedule(dynamic, 1) if (n > SMALL)
    for (guint32 c = 0; c < n_clusters; c++) {
        const guint thread = rhumb_get_thread ();
        refine_cluster (&state, first[c], first[c + 1], &tallies[thread],
                        gain + (gsize)thread * (max_degree + 1));
    }
    return rhumb_number_clusters (n, part, n);
}
