/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * One relation in compressed rows: for each node the list of its neighbours, 4 bytes an entry
 * (and 8 for a weight), all lists end to end in one array with n + 1 offsets. Both directions are
 * built at once, so that nothing is written behind a const pointer later and threads may share a
 * network freely.
 *
 * Rows are built in network-rows.c. Time and memory are linear in nodes and edges.
 */
#include "graph/network.h"

#include "graph/error.h"
#include "graph/network-private.h"
#include "graph/set-error.h"

/* Fewer are looked through sooner than a second thread has woken up. */
#define MANY_ROWS 10000

G_DEFINE_BOXED_TYPE (RhumbNetwork, rhumb_network, rhumb_network_ref, rhumb_network_unref)

static gboolean
check_edge (guint32 n_from, guint32 n_to, guint32 from, guint32 to, double weight, gsize e,
            GError **error)
{
    if (from >= n_from || to >= n_to) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "edge %" G_GSIZE_FORMAT " is %u → %u, expected nodes below %u → %u", e, from,
                     to, n_from, n_to);
        return FALSE;
    }
    /* Written so that NaN fails too. */
    if (!(weight >= 0 && weight <= G_MAXDOUBLE)) {
        rhumb_set_error (error, RHUMB_ERROR_INVALID,
                         "weight of edge %" G_GSIZE_FORMAT
                         " is %g, expected a finite number of at least 0",
                         e, weight);
        return FALSE;
    }
    return TRUE;
}

static gboolean
check_edges (guint32 n_from, guint32 n_to, const guint32 *from, const guint32 *to,
             const double *weight, gsize n_edges, GError **error)
{
    for (gsize e = 0; e < n_edges; e++)
        if (!check_edge (n_from, n_to, from[e], to[e], weight != NULL ? weight[e] : 1, e, error))
            return FALSE;
    return TRUE;
}

static gboolean
check_rows (const RhumbOwnRows *rows, guint32 n_to, GError **error)
{
    for (guint32 v = 0; v < rows->n_rows; v++)
        for (gsize i = rows->start[v]; i < rows->start[v + 1]; i++)
            if (!check_edge (rows->n_rows, n_to, v, rows->node[i],
                             rows->weight != NULL ? rows->weight[i] : 1, i, error))
                return FALSE;
    return TRUE;
}

/* Weights of repeats were finite one by one; their sum may not be. */
static gboolean
check_sums (const RhumbOwnRows *rows, GError **error)
{
    const gsize n_entries = rows->weight != NULL ? rows->start[rows->n_rows] : 0;
    for (gsize i = 0; i < n_entries; i++) {
        if (rows->weight[i] > G_MAXDOUBLE) {
            rhumb_set_error (error, RHUMB_ERROR_INVALID,
                             "weights of repeated edges add up to %g, expected a finite number",
                             rows->weight[i]);
            return FALSE;
        }
    }
    return TRUE;
}

/* Files of citations mostly come grouped by the citing paper, the cited ones ascending. */
static gboolean
are_sorted (const guint32 *from, const guint32 *to, gsize n_edges)
{
    for (gsize e = 1; e < n_edges; e++)
        if (from[e] < from[e - 1] || (from[e] == from[e - 1] && to[e] < to[e - 1]))
            return FALSE;
    return TRUE;
}

/* Whether edges come grouped by the node that they lead to, ascending, and each once: links of
 * papers and concepts do that were packed. */
static gboolean
are_turned (const guint32 *from, const guint32 *to, gsize n_edges)
{
    for (gsize e = 1; e < n_edges; e++)
        if (to[e] < to[e - 1] || (to[e] == to[e - 1] && from[e] <= from[e - 1]))
            return FALSE;
    return TRUE;
}

/* Builds rows sorted both ways from the edge list: one distribution by target and two transposes,
 * or only the last one if edges come sorted. */
static void
build_directed (RhumbNetwork *network, const guint32 *from, const guint32 *to, const double *weight,
                gsize n_edges)
{
    if (are_turned (from, to, n_edges)) {
        rhumb_rows_fill (&network->in, network->n_to, to, from, weight, FALSE, n_edges);
        rhumb_rows_transpose (&network->in, network->n_from, &network->out);
        network->n_edges = n_edges;
        return;
    }
    if (are_sorted (from, to, n_edges)) {
        rhumb_rows_fill (&network->out, network->n_from, from, to, weight, FALSE, n_edges);
    } else {
        RhumbOwnRows unsorted = {0};
        rhumb_rows_fill (&unsorted, network->n_to, to, from, weight, FALSE, n_edges);
        rhumb_rows_transpose (&unsorted, network->n_from, &network->out);
        rhumb_rows_clear (&unsorted);
    }
    rhumb_rows_merge_repeats (&network->out);
    rhumb_rows_transpose (&network->out, network->n_to, &network->in);
    network->n_edges = network->out.start[network->n_from];
}

/* An edge stands in both its rows, a self-loop in one. */
static gsize
count_undirected (const RhumbOwnRows *rows)
{
    gsize n_loops = 0;
#pragma omp parallel for schedule(static) reduction(+ : n_loops) if (rows->n_rows > MANY_ROWS)
    for (guint32 v = 0; v < rows->n_rows; v++) {
        for (gsize i = rows->start[v]; i < rows->start[v + 1]; i++)
            n_loops += rows->node[i] == v;
    }
    return (rows->start[rows->n_rows] - n_loops) / 2 + n_loops;
}

/* Each edge is entered once in either row; both entries get the same sum because repeats come in
 * the same order. */
static void
build_undirected (RhumbNetwork *network, const guint32 *from, const guint32 *to,
                  const double *weight, gsize n_edges)
{
    RhumbOwnRows unsorted = {0};
    rhumb_rows_fill (&unsorted, network->n_to, to, from, weight, TRUE, n_edges);
    rhumb_rows_transpose (&unsorted, network->n_from, &network->out);
    rhumb_rows_clear (&unsorted);
    rhumb_rows_merge_repeats (&network->out);
    network->n_edges = count_undirected (&network->out);
}

/**
 * rhumb_network_new:
 * @mode: how edges are meant
 * @n_from: number of nodes that edges start from
 * @n_to: number of nodes that edges lead to; equal to @n_from unless two-mode
 * @from: (array length=n_edges): start of each edge, below @n_from
 * @to: (array length=n_edges): end of each edge, below @n_to
 * @weight: (array length=n_edges) (nullable): weight of each edge, finite and at least 0;
 *   %NULL = all 1
 * @n_edges: how many edges
 * @error: return location for an error
 *
 * Builds a network from an edge list in any order. Weights of repeated edges are added; without
 * weights a repeated edge counts once. Self-loops are kept.
 *
 * Time O(n + m), memory 12 (unweighted 4) bytes an edge and direction, 8 a node and direction; over
 * twice that while an undirected one is built.
 *
 * Returns: (transfer full): a network, or %NULL with %RHUMB_ERROR_INVALID
 *
 * Since: 0.1
 */
RhumbNetwork *
rhumb_network_new (RhumbNetworkMode mode, guint32 n_from, guint32 n_to, const guint32 *from,
                   const guint32 *to, const double *weight, gsize n_edges, GError **error)
{
    g_return_val_if_fail (n_edges == 0 || (from != NULL && to != NULL), NULL);
    g_return_val_if_fail (mode == RHUMB_NETWORK_TWO_MODE || n_from == n_to, NULL);
    if (!check_edges (n_from, n_to, from, to, weight, n_edges, error))
        return NULL;
    g_autoptr (RhumbNetwork) network = g_atomic_rc_box_new0 (RhumbNetwork);
    network->mode = mode;
    network->n_from = n_from;
    network->n_to = n_to;
    if (mode == RHUMB_NETWORK_UNDIRECTED)
        build_undirected (network, from, to, weight, n_edges);
    else
        build_directed (network, from, to, weight, n_edges);
    return check_sums (&network->out, error) ? g_steal_pointer (&network) : NULL;
}

/* Makes an undirected network of rows that are ascending, without repeats and the same seen from
 * both ends, weights included: what rhumb_network_new() would sort is sorted already. Takes the
 * arrays. */
RhumbNetwork *
rhumb_network_take_rows (guint32 n_nodes, gsize *start, guint32 *node, double *weight)
{
    RhumbNetwork *network = g_atomic_rc_box_new0 (RhumbNetwork);
    network->mode = RHUMB_NETWORK_UNDIRECTED;
    network->n_from = n_nodes;
    network->n_to = n_nodes;
    network->out = (RhumbOwnRows){n_nodes, start, node, weight};
    network->n_edges = count_undirected (&network->out);
    return network;
}

/* Makes a directed network of rows that are ascending and without repeats, both ways. Takes the
 * arrays. */
RhumbNetwork *
rhumb_network_take_directed_rows (RhumbOwnRows *out, RhumbOwnRows *in)
{
    RhumbNetwork *network = g_atomic_rc_box_new0 (RhumbNetwork);
    network->mode = RHUMB_NETWORK_DIRECTED;
    network->n_from = out->n_rows;
    network->n_to = in->n_rows;
    network->out = *out;
    network->in = *in;
    network->n_edges = out->start[out->n_rows];
    return network;
}

/* Makes a two-mode network of rows that are ascending and without repeats: what rhumb_network_new()
 * would sort is sorted already, but it is checked as there. Takes the arrays. */
RhumbNetwork *
rhumb_network_take_two_mode_rows (guint32 n_from, guint32 n_to, gsize *start, guint32 *node,
                                  double *weight, GError **error)
{
    g_autoptr (RhumbNetwork) network = g_atomic_rc_box_new0 (RhumbNetwork);
    network->mode = RHUMB_NETWORK_TWO_MODE;
    network->n_from = n_from;
    network->n_to = n_to;
    network->out = (RhumbOwnRows){n_from, start, node, weight};
    network->n_edges = start[n_from];
    if (!check_rows (&network->out, n_to, error))
        return NULL;
    rhumb_rows_transpose (&network->out, n_to, &network->in);
    return g_steal_pointer (&network);
}

/**
 * rhumb_network_ref:
 * @network: a network
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @network
 *
 * Since: 0.1
 */
RhumbNetwork *
rhumb_network_ref (RhumbNetwork *network)
{
    return g_atomic_rc_box_acquire (network);
}

static void
clear (gpointer data)
{
    RhumbNetwork *network = data;
    rhumb_rows_clear (&network->out);
    rhumb_rows_clear (&network->in);
}

/**
 * rhumb_network_unref:
 * @network: (transfer full): a network
 *
 * Gives a reference back.
 *
 * Since: 0.1
 */
void
rhumb_network_unref (RhumbNetwork *network)
{
    g_atomic_rc_box_release_full (network, clear);
}

/**
 * rhumb_network_get_mode:
 * @network: a network
 *
 * Gets how the edges are meant.
 *
 * Returns: the mode
 *
 * Since: 0.1
 */
RhumbNetworkMode
rhumb_network_get_mode (const RhumbNetwork *network)
{
    return network->mode;
}

/**
 * rhumb_network_get_n_from:
 * @network: a network
 *
 * Gets the number of nodes that edges start from.
 *
 * Returns: nodes
 *
 * Since: 0.1
 */
guint32
rhumb_network_get_n_from (const RhumbNetwork *network)
{
    return network->n_from;
}

/**
 * rhumb_network_get_n_to:
 * @network: a network
 *
 * Gets the number of nodes that edges lead to.
 *
 * Returns: nodes
 *
 * Since: 0.1
 */
guint32
rhumb_network_get_n_to (const RhumbNetwork *network)
{
    return network->n_to;
}

/**
 * rhumb_network_get_n_edges:
 * @network: a network
 *
 * Gets the number of edges, each counted once, repeats merged.
 *
 * Returns: edges
 *
 * Since: 0.1
 */
gsize
rhumb_network_get_n_edges (const RhumbNetwork *network)
{
    return network->n_edges;
}

static RhumbRows
lend (const RhumbOwnRows *rows)
{
    return (RhumbRows){rows->n_rows, rows->start, rows->node, rows->weight};
}

/**
 * rhumb_network_get_out_rows:
 * @network: a network
 *
 * Gets the edges by their start: row v lists where edges from node v lead, ascending.
 *
 * Returns: rows, borrowed from @network
 *
 * Since: 0.1
 */
RhumbRows
rhumb_network_get_out_rows (const RhumbNetwork *network)
{
    return lend (&network->out);
}

/**
 * rhumb_network_get_in_rows:
 * @network: a network
 *
 * Gets the edges by their end: row v lists where edges to node v come from, ascending. The same
 * rows as rhumb_network_get_out_rows() if the network is undirected.
 *
 * Returns: rows, borrowed from @network
 *
 * Since: 0.1
 */
RhumbRows
rhumb_network_get_in_rows (const RhumbNetwork *network)
{
    return lend (network->mode == RHUMB_NETWORK_UNDIRECTED ? &network->out : &network->in);
}
