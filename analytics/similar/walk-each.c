/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What is near each of many nodes: a list for each paper of a library, for a page that shows
 * related work beside it.
 *
 * Method: a walk by pushes (push.c) from each start by itself; each thread has a walker, and takes
 * the next start when it is done with one. A walk does not know of any other, so a list has the
 * bytes that a walker alone gives.
 *
 * Walks side by side (walk-batch.c) are not used: they look at all links in each step, which pays
 * where nearly exact scores of all nodes are wanted. For lists as good as these they take
 * longer on papers, concepts and words, whose hubs lead everywhere in two steps
 * (bench/bench-similar --library prints both).
 *
 * Cost: that of a walk for each start; memory 45 bytes a node for each thread.
 */
#include "analytics/similar/walk-each.h"

#include <string.h>

#include "analytics/similar/push-private.h"
#include "graph/set-error.h"
#include "graph/threads-private.h"

struct _RhumbWalkers {
    guint n;
    RhumbWalker **walker;   /* one a thread */
    RhumbLinkIndex **index; /* its own reader of the index; NULL if they walk on a network */
};

static RhumbWalkers *
make_walkers (void)
{
    RhumbWalkers *walkers = g_new0 (RhumbWalkers, 1);
    walkers->n = rhumb_get_n_threads ();
    walkers->walker = g_new0 (RhumbWalker *, walkers->n);
    return walkers;
}

/**
 * rhumb_walkers_new:
 * @network: a directed or undirected network
 * @error: return location for an error
 *
 * Prepares walks from many nodes, for as many threads as rhumb_get_n_threads() tells now.
 *
 * Returns: (transfer full): walkers, or %NULL as rhumb_walker_new() gives
 *
 * Since: 0.2
 */
RhumbWalkers *
rhumb_walkers_new (RhumbNetwork *network, GError **error)
{
    g_autoptr (RhumbWalkers) walkers = make_walkers ();
    for (guint i = 0; i < walkers->n; i++) {
        walkers->walker[i] = rhumb_walker_new (network, error);
        if (walkers->walker[i] == NULL)
            return NULL;
    }
    return g_steal_pointer (&walkers);
}

/**
 * rhumb_walkers_new_of_index:
 * @index: an index
 * @error: return location for an error
 *
 * Prepares walks from many nodes on an index, for as many threads as rhumb_get_n_threads() tells
 * now.
 *
 * Returns: (transfer full): walkers, or %NULL as rhumb_link_index_new() gives
 *
 * Since: 0.2
 */
RhumbWalkers *
rhumb_walkers_new_of_index (RhumbLinkIndex *index, GError **error)
{
    g_autoptr (RhumbWalkers) walkers = make_walkers ();
    walkers->index = g_new0 (RhumbLinkIndex *, walkers->n);
    for (guint i = 0; i < walkers->n; i++) {
        walkers->index[i] = rhumb_link_index_copy (index, error);
        if (walkers->index[i] == NULL)
            return NULL;
        walkers->walker[i] = rhumb_walker_new_of_index (walkers->index[i]);
    }
    return g_steal_pointer (&walkers);
}

/**
 * rhumb_walkers_free:
 * @walkers: (transfer full) (nullable): walkers
 *
 * Frees them.
 *
 * Since: 0.2
 */
void
rhumb_walkers_free (RhumbWalkers *walkers)
{
    if (walkers == NULL)
        return;
    for (guint i = 0; i < walkers->n; i++) {
        rhumb_walker_free (walkers->walker[i]);
        if (walkers->index != NULL)
            rhumb_link_index_free (walkers->index[i]);
    }
    g_free (walkers->walker);
    g_free (walkers->index);
    g_free (walkers);
}

/* What is asked of all walks. */
typedef struct {
    const RhumbWalkOptions *options;
    guint32 first;
    guint32 n_nodes;
    guint n_best;
} Question;

/* Refuses here what no walk can do, so that nothing goes wrong in threads. */
static gboolean
check (const RhumbWalkers *walkers, const guint32 *start, guint n_starts,
       const RhumbWalkOptions *options, GError **error)
{
    if (options != NULL && options->exact) {
        rhumb_set_error (error, RHUMB_ERROR_INVALID,
                         "exact walks from each of many nodes, expected those with a threshold");
        return FALSE;
    }
    for (guint i = 0; i < n_starts; i++) {
        if (start[i] >= walkers->walker[0]->n_nodes) {
            rhumb_set_error (error, RHUMB_ERROR_INVALID,
                             "start %u is node %u, expected nodes below %u", i, start[i],
                             walkers->walker[0]->n_nodes);
            return FALSE;
        }
    }
    return n_starts == 0 || rhumb_walker_start (walkers->walker[0], start, NULL, 1, options, error);
}

/* Lists with room for all, one a thread: while threads are at work nothing is allocated. */
static GPtrArray *
make_room (const RhumbWalkers *walkers, const Question *question)
{
    GPtrArray *room = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
    for (guint i = 0; i < walkers->n; i++)
        g_ptr_array_add (room, rhumb_walker_new_room (question->n_nodes, question->n_best));
    return room;
}

/* From each start; list i is @n_found[i] of @best from i × @n_best on. */
static void
walk (RhumbWalkers *walkers, const guint32 *start, guint n_starts, const Question *question,
      GPtrArray *room, RhumbNeighbour *best, guint *n_found)
{
    const gsize n_best = question->n_best;
#pragma omp parallel for schedule(dynamic) num_threads((int)walkers->n)
    for (guint i = 0; i < n_starts; i++) {
        RhumbWalker *walker = walkers->walker[rhumb_get_thread ()];
        GArray *list = room->pdata[rhumb_get_thread ()];
        rhumb_walker_start (walker, &start[i], NULL, 1, question->options, NULL);
        rhumb_walker_fill_best (walker, question->first, question->n_nodes, question->n_best, list);
        n_found[i] = list->len;
        if (list->len > 0)
            memcpy (best + i * n_best, list->data, list->len * sizeof *best);
    }
}

static gboolean
check_read (const RhumbWalkers *walkers, GError **error)
{
    for (guint i = 0; walkers->index != NULL && i < walkers->n; i++) {
        if (!rhumb_link_index_check (walkers->index[i], error))
            return FALSE;
    }
    return TRUE;
}

/**
 * rhumb_walkers_list_best:
 * @walkers: walkers
 * @start: (array length=n_starts): nodes to start from, each by itself
 * @n_starts: how many
 * @options: (nullable): options, %NULL = defaults; not exact
 * @first: first node of those wanted
 * @n_nodes: how many nodes are wanted
 * @n_best: how many of them to list for each start
 * @error: return location for an error
 *
 * Lists for each start the nodes by which a walk from there comes most often, as
 * rhumb_walker_list_best() does: the same bytes, for any number of threads.
 *
 * Returns: (transfer full) (element-type GArray): a list for each start, in their order, of nodes
 *   with their scores (#RhumbNeighbour), best first, ties by number; or %NULL with
 *   %RHUMB_ERROR_INVALID, or %RHUMB_ERROR_FORMAT if an index is damaged
 *
 * Since: 0.2
 */
GPtrArray *
rhumb_walkers_list_best (RhumbWalkers *walkers, const guint32 *start, guint n_starts,
                         const RhumbWalkOptions *options, guint32 first, guint32 n_nodes,
                         guint n_best, GError **error)
{
    const Question question = {options, first, n_nodes, MIN (n_best, n_nodes)};
    if (!check (walkers, start, n_starts, options, error))
        return NULL;
    g_autoptr (GPtrArray) room = make_room (walkers, &question);
    g_autofree RhumbNeighbour *best = g_new (RhumbNeighbour, (gsize)n_starts * question.n_best + 1);
    g_autofree guint *n_found = g_new0 (guint, (gsize)n_starts + 1);
    walk (walkers, start, n_starts, &question, room, best, n_found);
    if (!check_read (walkers, error))
        return NULL;
    GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
    for (guint i = 0; i < n_starts; i++) {
        GArray *list = rhumb_neighbours_new ();
        g_array_append_vals (list, best + (gsize)i * question.n_best, n_found[i]);
        g_ptr_array_add (lists, list);
    }
    return lists;
}
