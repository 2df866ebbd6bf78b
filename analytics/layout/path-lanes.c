/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Papers of a path in rows and lanes.
 *
 * Each paper has a row of its own, so that its title has room. Rows are in the order of years, and
 * a cited paper stands above its citing ones even where years are unknown: of the papers whose
 * cited ones are placed, the oldest comes next (Kahn 1962, doi:10.1145/368996.369025). Two papers
 * are of one chain if the heaviest arc of the one is that of the other. Chains take the first lane
 * that is free over their rows, the longest chain first, so the main line is straight. Cost: rows²,
 * a path has a few hundred papers at most.
 */
#include "analytics/layout/path-lanes.h"

/* Papers with arcs, and @papers, whether they have any or not. */
static void
collect (RhumbPathLanes *lanes, const RhumbNetwork *path, const guint32 *papers, guint32 n_papers)
{
    const RhumbRows out = rhumb_network_get_out_rows (path);
    const RhumbRows in = rhumb_network_get_in_rows (path);
    lanes->row = g_new (guint32, MAX (out.n_rows, 1));
    lanes->paper = g_new (guint32, MAX (out.n_rows, 1));
    for (guint32 v = 0; v < out.n_rows; v++)
        lanes->row[v] = RHUMB_NONE;
    for (guint32 i = 0; i < n_papers; i++)
        lanes->row[papers[i]] = 0;
    for (guint32 v = 0; v < out.n_rows; v++) {
        if (lanes->row[v] == 0 || out.start[v + 1] > out.start[v] || in.start[v + 1] > in.start[v])
            lanes->paper[lanes->n_rows++] = v;
        lanes->row[v] = RHUMB_NONE;
    }
}

/* Of the papers not yet placed: the oldest one whose cited papers all are; if there is none,
 * because papers cite each other in a circle, the oldest. */
static guint32
find_next (const RhumbPathLanes *lanes, const RhumbCorpus *corpus, RhumbRows in,
           const guint32 *member, guint32 n)
{
    guint32 best = RHUMB_NONE;
    gboolean best_ready = FALSE;
    for (guint32 i = 0; i < n; i++) {
        const guint32 v = member[i];
        gboolean ready = TRUE;
        if (lanes->row[v] != RHUMB_NONE)
            continue;
        for (gsize k = in.start[v]; k < in.start[v + 1]; k++)
            ready = ready && (lanes->row[in.node[k]] != RHUMB_NONE || in.node[k] == v);
        const gboolean older =
            best != RHUMB_NONE &&
            rhumb_corpus_get_paper (corpus, v)->year < rhumb_corpus_get_paper (corpus, best)->year;
        if (best == RHUMB_NONE || (ready && !best_ready) || (ready == best_ready && older)) {
            best = v;
            best_ready = ready;
        }
    }
    return best;
}

static void
order_rows (RhumbPathLanes *lanes, const RhumbCorpus *corpus, const RhumbNetwork *path)
{
    const guint32 n = lanes->n_rows;
    g_autofree guint32 *member = g_memdup2 (lanes->paper, n * sizeof (guint32));
    for (guint32 r = 0; r < n; r++) {
        lanes->paper[r] = find_next (lanes, corpus, rhumb_network_get_in_rows (path), member, n);
        lanes->row[lanes->paper[r]] = r;
    }
}

/* The other end of the heaviest arc of a paper; the first of equal ones. */
static guint32
find_partner (RhumbRows rows, guint32 v)
{
    guint32 best = RHUMB_NONE;
    double weight = -1;
    for (gsize k = rows.start[v]; k < rows.start[v + 1]; k++) {
        if (rows.weight[k] <= weight)
            continue;
        weight = rows.weight[k];
        best = rows.node[k];
    }
    return best;
}

static void
find_chains (RhumbPathLanes *lanes, const RhumbNetwork *path)
{
    const RhumbRows out = rhumb_network_get_out_rows (path);
    const RhumbRows in = rhumb_network_get_in_rows (path);
    lanes->chain = g_new (guint32, MAX (lanes->n_rows, 1));
    for (guint32 r = 0; r < lanes->n_rows; r++) {
        const guint32 v = lanes->paper[r];
        const guint32 before = find_partner (in, v);
        const gboolean follows =
            before != RHUMB_NONE && lanes->row[before] < r && find_partner (out, before) == v;
        lanes->chain[r] = follows ? lanes->chain[lanes->row[before]] : lanes->n_chains++;
    }
}

typedef struct {
    guint32 chain;
    guint32 first;
    guint32 last;
    guint32 n;
} Span;

static int
compare_spans (gconstpointer a, gconstpointer b)
{
    const Span *first = a;
    const Span *second = b;
    if (first->n != second->n)
        return first->n > second->n ? -1 : 1;
    return (first->chain > second->chain) - (first->chain < second->chain);
}

static Span *
measure_chains (const RhumbPathLanes *lanes)
{
    Span *span = g_new0 (Span, MAX (lanes->n_chains, 1));
    for (guint32 r = 0; r < lanes->n_rows; r++) {
        Span *own = &span[lanes->chain[r]];
        own->chain = lanes->chain[r];
        own->first = own->n == 0 ? r : own->first;
        own->last = r;
        own->n++;
    }
    return span;
}

static void
choose_lanes (RhumbPathLanes *lanes)
{
    g_autofree Span *span = measure_chains (lanes);
    lanes->lane = g_new (guint32, MAX (lanes->n_chains, 1));
    if (lanes->n_chains > 0)
        qsort (span, lanes->n_chains, sizeof (Span), compare_spans);
    for (guint32 i = 0; i < lanes->n_chains; i++) {
        guint32 lane = 0;
        for (guint32 k = 0; k < i; k++) {
            const gboolean clear = span[k].last < span[i].first || span[k].first > span[i].last;
            if (clear || lanes->lane[span[k].chain] != lane)
                continue;
            lane++;
            k = RHUMB_NONE; /* look at all of them again */
        }
        lanes->lane[span[i].chain] = lane;
        lanes->n_lanes = MAX (lanes->n_lanes, lane + 1);
    }
}

RhumbPathLanes *
rhumb_path_lanes_new (const RhumbCorpus *corpus, const RhumbNetwork *path, const guint32 *papers,
                      guint32 n_papers)
{
    RhumbPathLanes *lanes = g_new0 (RhumbPathLanes, 1);
    collect (lanes, path, papers, n_papers);
    order_rows (lanes, corpus, path);
    find_chains (lanes, path);
    choose_lanes (lanes);
    return lanes;
}

void
rhumb_path_lanes_free (RhumbPathLanes *lanes)
{
    g_free (lanes->paper);
    g_free (lanes->row);
    g_free (lanes->chain);
    g_free (lanes->lane);
    g_free (lanes);
}
