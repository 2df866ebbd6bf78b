/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which papers cite each other in circles? A strong component is a largest set of nodes of which
 * each leads to each other one. Citations lead back in time, so nearly all components of a citation
 * network are single papers, and what is not is mutual citation, versions, or a wrong reference.
 * Taken as one node each, components make a network without cycles, in which anything that
 * follows citations is computed in one pass.
 *
 * Source: Tarjan (1972), doi:10.1137/0201010, without recursion. Nodes in which nothing ends are
 * taken off first, again and again (Kahn 1962, doi:10.1145/368996.369025): that is cheaper and
 * leaves little in a citation network. Within a component nodes stand in reverse order of
 * leaving them, so that few edges lead backwards.
 *
 * Connected components, which forget directions: disjoint sets joined edge by edge, each set named
 * by its smallest node (Tarjan and van Leeuwen 1984, doi:10.1145/62.2160, path halving).
 *
 * Cost: O(nodes + edges) time, 33 bytes a node.
 */
#include "analytics/network/strong-components.h"

#include "analytics/network/strong-order.h"

#define UNSEEN G_MAXUINT32
#define OPEN (RHUMB_NO_COMPONENT - 1)

/* A node on the path from the root to where the search is. */
typedef struct {
    gsize next; /* edge to follow next */
    guint32 node;
    guint32 seen; /* when it was seen */
} Step;

typedef struct {
    RhumbRows out;
    guint32 n_found;    /* components so far */
    guint32 n_seen;     /* nodes so far */
    guint32 n_left;     /* nodes so far in @left */
    guint32 n_open;     /* nodes so far in @open */
    guint32 n_steps;    /* length of the path */
    guint32 *component; /* in the order of finding, or OPEN, or RHUMB_NO_COMPONENT */
    guint32 *low;       /* the earliest node known to be reachable; UNSEEN */
    guint32 *left;      /* nodes in the order in which the search left them */
    guint32 *open;      /* nodes seen whose component is not complete */
    Step *path;
} Search;

static void
enter (Search *search, guint32 v)
{
    search->path[search->n_steps++] = (Step){search->out.start[v], v, search->n_seen};
    search->low[v] = search->n_seen++;
    search->open[search->n_open++] = v;
}

/* Follows edges of the last node of the path until one leads to a new node, which is returned.
 * The edge is looked at again after the search comes back from there. */
static guint32
advance (Search *search, Step *step)
{
    const guint32 v = step->node;
    const gsize end = search->out.start[v + 1];
    for (; step->next < end; step->next++) {
        const guint32 w = search->out.node[step->next];
        if (search->component[w] != OPEN)
            continue;
        if (search->low[w] == UNSEEN)
            return w;
        search->low[v] = MIN (search->low[v], search->low[w]);
    }
    return UNSEEN;
}

/* If nothing earlier can be reached from a node, all that is open since is its component. */
static void
leave (Search *search, const Step *step)
{
    search->left[search->n_left++] = step->node;
    if (search->low[step->node] != step->seen)
        return;
    guint32 member;
    do {
        member = search->open[--search->n_open];
        search->component[member] = search->n_found;
    } while (member != step->node);
    search->n_found++;
}

static void
search_from (Search *search, guint32 root)
{
    enter (search, root);
    while (search->n_steps > 0) {
        Step *step = &search->path[search->n_steps - 1];
        const guint32 found = advance (search, step);
        if (found != UNSEEN) {
            enter (search, found);
        } else {
            leave (search, step);
            search->n_steps--;
        }
    }
}

/* Takes off nodes that no other node leads to: components of their own, in order. @node has room
 * for one more than there are. */
static guint32
take_off_sources (RhumbRows out, guint32 *component, guint32 *node)
{
    g_autofree guint32 *n_waiting = g_new0 (guint32, out.n_rows);
    for (gsize i = 0; i < out.start[out.n_rows]; i++)
        n_waiting[out.node[i]]++;
    guint32 n = 0;
    for (guint32 v = 0; v < out.n_rows; v++)
        if (n_waiting[v] == 0)
            node[n++] = v;
    for (guint32 done = 0; done < n; done++) {
        const guint32 v = node[done];
        component[v] = done;
        /* Written without a branch, which would be guessed wrong once a node. */
        for (gsize i = out.start[v]; i < out.start[v + 1]; i++) {
            node[n] = out.node[i];
            n += --n_waiting[out.node[i]] == 0;
        }
    }
    return n;
}

/* The search finds components last ones first: numbers are turned round, and so is the order of
 * leaving. */
static void
put_in_order (RhumbStrongOrder *order, const Search *search, guint32 n_taken)
{
    const guint32 n_found = search->n_found;
    order->n_components = n_taken + n_found;
    order->start = g_new0 (gsize, (gsize)order->n_components + 1);
    for (guint32 c = 0; c < n_taken; c++)
        order->start[c + 1] = 1;
    for (guint32 i = 0; i < search->n_left; i++) {
        guint32 *c = &order->component[search->left[i]];
        *c = n_taken + (n_found - 1 - *c);
        order->start[*c + 1]++;
    }
    for (guint32 c = 0; c < order->n_components; c++)
        order->start[c + 1] += order->start[c];
    g_autofree gsize *next = g_memdup2 (order->start, sizeof (gsize) * (order->n_components + 1));
    for (guint32 i = search->n_left; i > 0; i--) {
        const guint32 v = search->left[i - 1];
        order->node[next[order->component[v]]++] = v;
    }
}

static void
search_all (Search *search, guint32 n)
{
    search->low = g_new (guint32, n);
    search->left = g_new (guint32, n);
    search->open = g_new (guint32, n);
    search->path = g_new (Step, n);
    for (guint32 v = 0; v < n; v++)
        search->low[v] = UNSEEN;
    for (guint32 v = 0; v < n; v++)
        if (search->component[v] == OPEN && search->low[v] == UNSEEN)
            search_from (search, v);
    g_free (search->low);
    g_free (search->open);
    g_free (search->path);
}

/*
 * rhumb_strong_order_new:
 * @out: rows of a network whose edges lead from nodes to nodes of one kind
 * @left_out: (nullable): not 0 for nodes that are left out, with their edges
 *
 * Finds strong components and an order of them.
 *
 * Returns: (transfer full): the order
 */
RhumbStrongOrder *
rhumb_strong_order_new (RhumbRows out, const guint8 *left_out)
{
    const guint32 n = out.n_rows;
    RhumbStrongOrder *order = g_new0 (RhumbStrongOrder, 1);
    order->node = g_new (guint32, (gsize)n + 1);
    order->component = g_new (guint32, n);
    for (guint32 v = 0; v < n; v++)
        order->component[v] = left_out != NULL && left_out[v] ? RHUMB_NO_COMPONENT : OPEN;
    const guint32 n_taken =
        left_out == NULL ? take_off_sources (out, order->component, order->node) : 0;
    Search search = {.out = out, .component = order->component};
    if (n_taken < n)
        search_all (&search, n);
    put_in_order (order, &search, n_taken);
    g_free (search.left);
    return order;
}

void
rhumb_strong_order_free (RhumbStrongOrder *order)
{
    g_free (order->start);
    g_free (order->node);
    g_free (order->component);
    g_free (order);
}

/**
 * rhumb_find_strong_components:
 * @network: a directed network
 *
 * Finds the largest sets of nodes of which each leads to each other one along edges.
 *
 * Source: Tarjan (1972), doi:10.1137/0201010.
 *
 * Returns: (transfer full): a cluster for each component, largest first; the quality is the
 *   number of components
 *
 * Since: 0.2
 */
RhumbPartition *
rhumb_find_strong_components (const RhumbNetwork *network)
{
    g_return_val_if_fail (rhumb_network_get_mode (network) == RHUMB_NETWORK_DIRECTED, NULL);
    g_autoptr (RhumbStrongOrder) order =
        rhumb_strong_order_new (rhumb_network_get_out_rows (network), NULL);
    return rhumb_partition_new (rhumb_network_get_n_from (network), order->component, NULL,
                                "components", order->n_components, 0, 0);
}

static guint32
find_first (guint32 *first, guint32 v)
{
    while (first[v] != v) {
        first[v] = first[first[v]];
        v = first[v];
    }
    return v;
}

/**
 * rhumb_find_components:
 * @network: a directed or undirected network
 *
 * Finds the largest sets of nodes that hang together, directions forgotten.
 *
 * Returns: (transfer full): a cluster for each component, largest first; the quality is the
 *   number of components
 *
 * Since: 0.2
 */
RhumbPartition *
rhumb_find_components (const RhumbNetwork *network)
{
    g_return_val_if_fail (rhumb_network_get_mode (network) != RHUMB_NETWORK_TWO_MODE, NULL);
    const RhumbRows out = rhumb_network_get_out_rows (network);
    g_autofree guint32 *first = g_new (guint32, out.n_rows);
    for (guint32 v = 0; v < out.n_rows; v++)
        first[v] = v;
    for (guint32 v = 0; v < out.n_rows; v++) {
        guint32 root = find_first (first, v);
        for (gsize i = out.start[v]; i < out.start[v + 1]; i++) {
            const guint32 other = find_first (first, out.node[i]);
            first[MAX (root, other)] = MIN (root, other);
            root = MIN (root, other);
        }
    }
    guint32 n_components = 0;
    for (guint32 v = 0; v < out.n_rows; v++) {
        n_components += first[v] == v;
        first[v] = find_first (first, v);
    }
    return rhumb_partition_new (out.n_rows, first, NULL, "components", n_components, 0, 0);
}
