/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How much each word says about a paper, of how often the paper has it and how many papers do: the
 * formula and its sources are in words.c.
 *
 * Cost: O(papers' distinct words), on all processors.
 */
#include "analytics/text/word-weights.h"

#include <math.h>

#include "graph/corpus.h"
#include "graph/large-array.h"
#include "graph/threads-private.h"

/* Counts whose logarithms are kept. */
#define FEW 64u

/* Fewer papers are done sooner than a second thread is awake. */
#define SMALL 2000

/* What weights and places of words are made of. */
typedef struct {
    const RhumbStemCounts *counts;
    double *rarity;      /* ln (N / df) of each stem */
    double of_few[FEW];  /* 1 + ln tf */
    gsize longest;       /* row */
    guint32 *node_room;  /* for a row of each thread */
    double *weight_room; /* likewise */
} Weighing;

static double *
measure_rarity (const RhumbStemCounts *counts)
{
    double *rarity = g_new (double, (gsize)counts->n_stems + 1);
    for (guint32 s = 0; s < counts->n_stems; s++)
        rarity[s] = log ((double)counts->n_papers / counts->n_having[s]);
    return rarity;
}

/* 1 + ln tf; most counts are small. */
static double
dampen (const double *of_few, guint32 count)
{
    return count < FEW ? of_few[count] : 1 + log (count);
}

/* Where the row of each paper begins, one more than papers: stems without a column are left out. */
static gsize *
find_starts (const RhumbStemCounts *counts, gsize *longest)
{
    gsize *start = g_new (gsize, (gsize)counts->n_papers + 1);
    *longest = 0;
    start[0] = 0;
    for (guint32 v = 0; v < counts->n_papers; v++) {
        gsize n = 0;
        for (gsize i = counts->start[v]; i < counts->start[v + 1]; i++)
            n += counts->column[counts->entry[i].stem] != RHUMB_NONE;
        start[v + 1] = start[v] + n;
        *longest = MAX (*longest, n);
    }
    return start;
}

/* Writes the row of a paper, scaled to length 1, from place @begin on. */
static void
write_row (const Weighing *weighing, guint32 v, guint32 *node, double *weight, gsize begin)
{
    const RhumbStemCounts *counts = weighing->counts;
    gsize e = begin;
    double squares = 0;
    for (gsize i = counts->start[v]; i < counts->start[v + 1]; i++) {
        const RhumbStemCount entry = counts->entry[i];
        if (counts->column[entry.stem] == RHUMB_NONE)
            continue;
        node[e] = counts->column[entry.stem];
        /* (1 + ln tf) · ln (N / df) · min (2, e^prior) */
        weight[e] = dampen (weighing->of_few, entry.count) * weighing->rarity[entry.stem] *
                    counts->factor[entry.stem];
        squares += weight[e] * weight[e];
        e++;
    }
    for (gsize i = begin; i < e; i++)
        weight[i] /= sqrt (squares);
    const gsize room = rhumb_get_thread () * weighing->longest;
    rhumb_row_sort (node + begin, weight + begin, e - begin, weighing->node_room + room,
                    weighing->weight_room + room);
}

/*
 * rhumb_weigh_stems:
 * @counts: the stems of papers
 * @rows: (out caller-allocates): weights of each paper's stems by column, ascending
 *
 * Weighs the words of papers.
 */
void
rhumb_weigh_stems (const RhumbStemCounts *counts, RhumbOwnRows *rows)
{
    const guint32 n = counts->n_papers;
    Weighing weighing = {.counts = counts};
    for (guint32 count = 1; count < FEW; count++)
        weighing.of_few[count] = 1 + log (count);
    gsize *start = find_starts (counts, &weighing.longest);
    const gsize room = weighing.longest * rhumb_get_n_threads () + 1;
    guint32 *node = rhumb_large_array_new (start[n], sizeof (guint32));
    double *weight = rhumb_large_array_new (start[n], sizeof (double));
    weighing.rarity = measure_rarity (counts);
    weighing.node_room = g_new (guint32, room);
    weighing.weight_room = g_new (double, room);
#pragma omp parallel for schedule(dynamic, 64) if (n > SMALL)
    for (guint32 v = 0; v < n; v++)
        write_row (&weighing, v, node, weight, start[v]);
    g_free (weighing.rarity);
    g_free (weighing.node_room);
    g_free (weighing.weight_room);
    *rows = (RhumbOwnRows){n, start, node, weight};
}
