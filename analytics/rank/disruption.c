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
 * references; a paper that nobody cites has 0.
 *
 * The paper itself cites its references and is not counted.
 * The papers that cite one of the references are gathered in a set of bits, which stays in a near
 * cache where a number for each paper would not. Of a hub, a work that 1 paper in 64 cites or more,
 * that set is kept, and where it is the most cited of the references only the others are gone
 * through: else each of a million papers would go through all the others that cite what all cite.
 * Cost: for each cited paper the citations of its references, but for the first of its hubs;
 * 8 bytes an edge at most for hubs, 4 bytes a node, and 1 bit for each thread.
 */
#include "analytics/rank/disruption.h"

#include "graph/threads-private.h"

#define HUB_SHARE 64 /* one paper in as many cites a hub */
#define NO_HUB G_MAXUINT32

typedef struct {
    RhumbRows out;
    RhumbRows in;
    gsize n_words;  /* of a set */
    guint32 *hub;   /* of each node, NO_HUB = none */
    guint64 *sets;  /* who cites each hub */
    guint64 *rooms; /* who cites a reference of the paper at hand, for each thread */
} Disruption;

static gboolean
holds (const guint64 *set, guint32 node)
{
    return set != NULL && (set[node / 64] >> (node % 64) & 1) != 0;
}

static void
add (guint64 *set, guint32 node)
{
    set[node / 64] |= (guint64)1 << (node % 64);
}

static gsize
count_citing (const Disruption *disruption, guint32 v)
{
    return disruption->in.start[v + 1] - disruption->in.start[v];
}

static void
keep_hubs (Disruption *disruption)
{
    const guint32 n = disruption->in.n_rows;
    guint32 n_hubs = 0;
    for (guint32 v = 0; v < n; v++) {
        const gboolean is_hub = count_citing (disruption, v) > n / HUB_SHARE + 64;
        disruption->hub[v] = is_hub ? n_hubs++ : NO_HUB;
    }
    disruption->sets = g_new0 (guint64, (gsize)n_hubs * disruption->n_words);
    for (guint32 v = 0; v < n; v++) {
        if (disruption->hub[v] == NO_HUB)
            continue;
        guint64 *set = disruption->sets + disruption->hub[v] * disruption->n_words;
        for (gsize i = disruption->in.start[v]; i < disruption->in.start[v + 1]; i++)
            add (set, disruption->in.node[i]);
    }
}

/* The most cited of the hubs among its references. */
static guint32
find_hub (const Disruption *disruption, guint32 v)
{
    guint32 best = NO_HUB;
    for (gsize r = disruption->out.start[v]; r < disruption->out.start[v + 1]; r++) {
        const guint32 cited = disruption->out.node[r];
        if (cited == v || disruption->hub[cited] == NO_HUB)
            continue;
        if (best == NO_HUB || count_citing (disruption, cited) > count_citing (disruption, best))
            best = cited;
    }
    return best;
}

/* Adds who cites a reference; returns how many were in neither set. */
static gsize
gather (const Disruption *disruption, guint32 reference, const guint64 *of_hub, guint64 *seen)
{
    gsize n_new = 0;
    for (gsize i = disruption->in.start[reference]; i < disruption->in.start[reference + 1]; i++) {
        const guint32 citing = disruption->in.node[i];
        n_new += !holds (seen, citing) && !holds (of_hub, citing);
        add (seen, citing);
    }
    return n_new;
}

static void
forget (const Disruption *disruption, guint32 reference, guint64 *seen)
{
    for (gsize i = disruption->in.start[reference]; i < disruption->in.start[reference + 1]; i++)
        seen[disruption->in.node[i] / 64] = 0;
}

static double
measure (const Disruption *disruption, guint32 v, guint64 *seen)
{
    const RhumbRows out = disruption->out;
    const RhumbRows in = disruption->in;
    const guint32 hub = find_hub (disruption, v);
    const guint64 *of_hub =
        hub != NO_HUB ? disruption->sets + disruption->hub[hub] * disruption->n_words : NULL;
    gsize n_gathered = hub != NO_HUB ? count_citing (disruption, hub) - 1 : 0;
    add (seen, v);
    for (gsize r = out.start[v]; r < out.start[v + 1]; r++)
        if (out.node[r] != v && out.node[r] != hub)
            n_gathered += gather (disruption, out.node[r], of_hub, seen);
    gsize n_citing = 0;
    gsize n_both = 0;
    for (gsize i = in.start[v]; i < in.start[v + 1]; i++) {
        n_citing += in.node[i] != v;
        n_both += in.node[i] != v && (holds (seen, in.node[i]) || holds (of_hub, in.node[i]));
    }
    for (gsize r = out.start[v]; r < out.start[v + 1]; r++)
        if (out.node[r] != v && out.node[r] != hub)
            forget (disruption, out.node[r], seen);
    seen[v / 64] = 0;
    const gsize n = n_citing + n_gathered - n_both;
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
    Disruption disruption = {
        .out = rhumb_network_get_out_rows (network),
        .in = rhumb_network_get_in_rows (network),
    };
    const guint32 n = disruption.out.n_rows;
    const guint n_threads = rhumb_get_n_threads ();
    disruption.n_words = (gsize)n / 64 + 1;
    disruption.hub = g_new (guint32, n);
    keep_hubs (&disruption);
    disruption.rooms = g_new0 (guint64, n_threads * disruption.n_words);
    double *score = g_new (double, n);
#pragma omp parallel for schedule(dynamic, 256) num_threads(n_threads)
    for (guint32 v = 0; v < n; v++) {
        guint64 *seen = disruption.rooms + rhumb_get_thread () * disruption.n_words;
        score[v] = count_citing (&disruption, v) > 0 ? measure (&disruption, v, seen) : 0;
    }
    g_free (disruption.rooms);
    g_free (disruption.sets);
    g_free (disruption.hub);
    return rhumb_ranking_new_take (n, score, "disruption", "from -1 to 1", 0, 0);
}
