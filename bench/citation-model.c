/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Synthetic citation graphs, the same on every machine for a seed.
 *
 * Papers arrive one by one. Each belongs to a topic, twenty topics make a field, and topics have
 * sizes ∝ 1/√(rank + 10). The number of references is log-normal (σ = 0.8, from 1 to 400). A
 * reference copies, with probability 1/4, one of an already chosen reference (closed triads);
 * else it goes to the paper's own topic (70 %), own field (20 %) or anywhere (10 %). Within that
 * pool the cited paper is drawn, half and half, among its papers or among its citations received
 * (preferential attachment), late ones more often: place = length × (1 − u^1.6). Nothing cites
 * itself, later papers or the same paper twice, so the graph has no cycle.
 *
 * Back arrows are added on request: an older paper, drawn evenly, cites one of the later ones,
 * drawn evenly. One in a hundred is enough to tie a large part of the papers into one strong
 * component, a harder case than real data, where mutual citations are near in time.
 *
 * Random numbers: xoshiro256** (Blackman and Vigna 2021, doi:10.1145/3460772), seeded by
 * splitmix64. Cost: linear in arrows.
 */
#include "bench/citation-model.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "graph/compare.h"

#define TOPICS_PER_FIELD 20
#define SIGMA 0.8
#define MOST_REFERENCES 400
#define TWO_PI 6.283185307179586

typedef struct {
    guint64 state[4];
} Random;

/* A pool that references are drawn from. */
typedef struct {
    guint32 *paper;
    guint32 n;
    guint32 n_allocated;
} Pool;

typedef struct {
    const CitationModel *model;
    Random random;
    Citations *result;
    guint64 n_allocated;
    guint64 *start;      /* first arrow of each paper */
    double *popularity;  /* running sum over topics */
    guint32 *topic_rank; /* which topic has that popularity */
    Pool *of_topic;      /* two a topic: its papers, its citations */
    Pool *of_field;
    Pool all[2];
} Maker;

static guint64
rotate (guint64 x, int k)
{
    return x << k | x >> (64 - k);
}

static guint64
draw (Random *random)
{
    guint64 *s = random->state;
    const guint64 result = rotate (s[1] * 5, 7) * 9;
    const guint64 t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate (s[3], 45);
    return result;
}

static void
seed_random (Random *random, guint64 seed)
{
    guint64 state = seed;
    for (guint i = 0; i < 4; i++) {
        guint64 z = (state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        random->state[i] = z ^ (z >> 31);
    }
}

static double
draw_share (Random *random)
{
    return (double)(draw (random) >> 11) * (1.0 / 9007199254740992.0);
}

static guint32
draw_below (Random *random, guint32 n)
{
    return (guint32)(((draw (random) >> 32) * (guint64)n) >> 32);
}

/* Box and Muller. */
static double
draw_normal (Random *random)
{
    const double u = draw_share (random);
    const double v = draw_share (random);
    return sqrt (-2 * log (MAX (u, 1e-300))) * cos (TWO_PI * v);
}

static void
shuffle (Random *random, guint32 *values, guint32 n)
{
    for (guint32 i = n - 1; i > 0; i--) {
        const guint32 j = draw_below (random, i + 1);
        const guint32 kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }
}

static guint32 *
count_up (guint32 n)
{
    guint32 *values = g_new (guint32, n);
    for (guint32 i = 0; i < n; i++)
        values[i] = i;
    return values;
}

static void
pool_add (Pool *pool, guint32 paper)
{
    if (pool->n == pool->n_allocated) {
        pool->n_allocated = pool->n_allocated > 0 ? pool->n_allocated * 2 : 8;
        pool->paper = g_renew (guint32, pool->paper, pool->n_allocated);
    }
    pool->paper[pool->n++] = paper;
}

static guint32
pool_draw (const Pool *pool, Random *random)
{
    const double back = 1.0 - pow (draw_share (random), 1.6);
    const guint32 place = (guint32)(pool->n * back);
    return pool->paper[MIN (place, pool->n - 1)];
}

static void
add_to_pools (Maker *maker, guint32 paper, guint cited)
{
    const guint32 topic = maker->result->topic[paper];
    pool_add (&maker->of_topic[2 * topic + cited], paper);
    pool_add (&maker->of_field[2 * (topic / TOPICS_PER_FIELD) + cited], paper);
    pool_add (&maker->all[cited], paper);
}

static guint32
draw_topic (Maker *maker)
{
    guint32 low = 0;
    guint32 high = maker->result->n_topics - 1;
    const double wanted = draw_share (&maker->random) * maker->popularity[high];
    while (low < high) {
        const guint32 middle = (low + high) / 2;
        if (maker->popularity[middle] < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return maker->topic_rank[low];
}

static guint32
draw_n_references (Maker *maker, guint32 paper)
{
    const double mu = log (maker->model->n_references) - SIGMA * SIGMA / 2;
    const double n = exp (mu + SIGMA * draw_normal (&maker->random)) + 0.5;
    return MIN ((guint32)CLAMP (n, 1, MOST_REFERENCES), paper);
}

/* A reference of an already chosen one. FALSE if that has none. */
static gboolean
copy_reference (Maker *maker, guint64 first, guint64 end, guint32 *cited)
{
    const guint32 *all = maker->result->cited;
    const guint32 chosen = all[first + draw_below (&maker->random, (guint32)(end - first))];
    const guint64 n = maker->start[chosen + 1] - maker->start[chosen];
    if (n > 0)
        *cited = all[maker->start[chosen] + draw_below (&maker->random, (guint32)n)];
    return n > 0;
}

/* FALSE if there is nothing to cite yet. */
static gboolean
draw_reference (Maker *maker, guint32 topic, guint32 *cited)
{
    const guint32 field = topic / TOPICS_PER_FIELD;
    const double where = draw_share (&maker->random);
    const guint cited_ones = draw_share (&maker->random) < 0.5;
    const Pool *pool = &maker->all[cited_ones];
    if (where < 0.70)
        pool = &maker->of_topic[2 * topic + cited_ones];
    else if (where < 0.90)
        pool = &maker->of_field[2 * field + cited_ones];
    if (pool->n == 0)
        pool = &maker->of_field[2 * field];
    if (pool->n == 0)
        pool = &maker->all[0];
    if (pool->n == 0)
        return FALSE;
    *cited = pool_draw (pool, &maker->random);
    return TRUE;
}

static gboolean
holds (const guint32 *values, guint64 n, guint32 value)
{
    for (guint64 i = 0; i < n; i++)
        if (values[i] == value)
            return TRUE;
    return FALSE;
}

static void
reserve (Maker *maker, guint64 n)
{
    if (n <= maker->n_allocated)
        return;
    maker->n_allocated = n + n / 2;
    maker->result->citing = g_renew (guint32, maker->result->citing, maker->n_allocated);
    maker->result->cited = g_renew (guint32, maker->result->cited, maker->n_allocated);
}

static void
add_paper (Maker *maker, guint32 paper)
{
    Citations *result = maker->result;
    const guint32 topic = draw_topic (maker);
    const guint64 first = result->n_edges;
    result->topic[paper] = topic;
    maker->start[paper] = first;
    const guint32 wanted = draw_n_references (maker, paper);
    reserve (maker, first + wanted);
    guint64 end = first;
    for (guint32 tries = 0; end - first < wanted && tries < wanted * 8 + 20; tries++) {
        guint32 cited = 0;
        if (end > first && draw_share (&maker->random) < 0.25) {
            if (!copy_reference (maker, first, end, &cited))
                continue;
        } else if (!draw_reference (maker, topic, &cited)) {
            break;
        }
        if (holds (result->cited + first, end - first, cited))
            continue;
        result->citing[end] = paper;
        result->cited[end++] = cited;
    }
    qsort (result->cited + first, end - first, sizeof (guint32), rhumb_compare_numbers);
    result->n_edges = end;
    maker->start[paper + 1] = end;
    for (guint64 e = first; e < end; e++)
        add_to_pools (maker, result->cited[e], 1);
    add_to_pools (maker, paper, 0);
}

/* Puts arrows in the order of the citing papers' new numbers; each paper's cited ones ascend. */
static void
regroup (Citations *result, const guint32 *number)
{
    const guint32 n = result->n_papers;
    const guint64 n_edges = result->n_edges;
    g_autofree guint64 *start = g_new0 (guint64, (gsize)n + 1);
    guint32 *citing = g_new (guint32, n_edges);
    guint32 *cited = g_new (guint32, n_edges);
    for (guint64 e = 0; e < n_edges; e++)
        start[number[result->citing[e]] + 1]++;
    for (guint32 v = 0; v < n; v++)
        start[v + 1] += start[v];
    g_autofree guint64 *next = g_memdup2 (start, sizeof (guint64) * n);
    for (guint64 e = 0; e < n_edges; e++) {
        const guint32 v = number[result->citing[e]];
        citing[next[v]] = v;
        cited[next[v]++] = number[result->cited[e]];
    }
    for (guint32 v = 0; v < n; v++)
        qsort (cited + start[v], start[v + 1] - start[v], sizeof (guint32), rhumb_compare_numbers);
    g_free (result->citing);
    g_free (result->cited);
    result->citing = citing;
    result->cited = cited;
}

static void
renumber (Maker *maker)
{
    Citations *result = maker->result;
    g_autofree guint32 *number = count_up (result->n_papers);
    shuffle (&maker->random, number, result->n_papers);
    guint32 *topic = g_new (guint32, result->n_papers);
    for (guint32 v = 0; v < result->n_papers; v++)
        topic[number[v]] = result->topic[v];
    g_free (result->topic);
    result->topic = topic;
    regroup (result, number);
}

static void
add_back_arrows (Maker *maker)
{
    Citations *result = maker->result;
    const guint32 n = result->n_papers;
    const guint64 n_more =
        n > 1 ? (guint64)(maker->model->back_share * (double)result->n_edges) : 0;
    reserve (maker, result->n_edges + n_more);
    for (guint64 i = 0; i < n_more; i++) {
        const guint32 older = draw_below (&maker->random, n - 1);
        result->citing[result->n_edges] = older;
        result->cited[result->n_edges++] = older + 1 + draw_below (&maker->random, n - 1 - older);
    }
    g_autofree guint32 *same = count_up (n);
    regroup (result, same);
}

static void
begin (Maker *maker)
{
    Citations *result = maker->result;
    result->n_topics = MAX (result->n_papers / maker->model->topic_size, 4);
    result->n_fields = (result->n_topics + TOPICS_PER_FIELD - 1) / TOPICS_PER_FIELD;
    maker->popularity = g_new (double, result->n_topics);
    double sum = 0;
    for (guint32 t = 0; t < result->n_topics; t++)
        maker->popularity[t] = sum += pow (t + 10, -0.5);
    maker->topic_rank = count_up (result->n_topics);
    shuffle (&maker->random, maker->topic_rank, result->n_topics);
    maker->of_topic = g_new0 (Pool, 2 * (gsize)result->n_topics);
    maker->of_field = g_new0 (Pool, 2 * (gsize)result->n_fields);
    maker->start = g_new0 (guint64, (gsize)result->n_papers + 1);
    result->topic = g_new (guint32, result->n_papers);
    reserve (maker, (guint64)(result->n_papers * maker->model->n_references * 1.2) + 1024);
}

static void
pools_free (Pool *pools, gsize n)
{
    for (gsize i = 0; i < n; i++)
        g_free (pools[i].paper);
}

static void
end (Maker *maker)
{
    pools_free (maker->of_topic, 2 * (gsize)maker->result->n_topics);
    pools_free (maker->of_field, 2 * (gsize)maker->result->n_fields);
    pools_free (maker->all, 2);
    g_free (maker->of_topic);
    g_free (maker->of_field);
    g_free (maker->popularity);
    g_free (maker->topic_rank);
    g_free (maker->start);
}

/* A citation graph with at least one paper. */
Citations *
citations_new (const CitationModel *model)
{
    Citations *result = g_new0 (Citations, 1);
    Maker maker = {.model = model, .result = result};
    seed_random (&maker.random, model->seed);
    result->n_papers = model->n_papers;
    begin (&maker);
    for (guint32 v = 0; v < model->n_papers; v++)
        add_paper (&maker, v);
    if (model->back_share > 0)
        add_back_arrows (&maker);
    if (model->shuffled)
        renumber (&maker);
    end (&maker);
    return result;
}

void
citations_free (Citations *citations)
{
    g_free (citations->citing);
    g_free (citations->cited);
    g_free (citations->topic);
    g_free (citations);
}
