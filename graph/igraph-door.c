/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The door to igraph: the whole knowledge graph as one igraph network, single networks as igraph
 * networks, the lock that its thread-unsafe parts need, and its errors as ours.
 *
 * Debian builds igraph without thread-local storage, and even functions on a const igraph_t fill
 * its cache, so every call into igraph happens under one lock. igraph's default error handler
 * ends the program; ours keeps the message for the GError and lets the call return its code.
 *
 * igraph is opened by the first who takes the lock. If that fails the lock is a lock and no more,
 * and whoever asks for a network is told.
 */
#include "graph/igraph-door.h"

#include "graph/by-need.h"
#include "graph/error.h"
#include "graph/graph-private.h"
#include "graph/igraph-private.h"

/* Above this many edges igraph's own copy (56 bytes an edge while it is built) is not made. */
#define MAX_IGRAPH_EDGES ((gsize)50 * 1000 * 1000)

struct _RhumbIgraph {
    igraph_t graph;
    igraph_vector_t weights;
    guint8 *relation;
};

/* Recursive: who holds it may ask for the network of a graph, which is then built. */
static GRecMutex lock;
static guint n_locked;
static igraph_error_handler_t *former_error_handler;
static igraph_warning_handler_t *former_warning_handler;
static char last_message[512];

const RhumbIgraphCalls *rhumb_igraph_opened;

/* With the lock held. FALSE with %RHUMB_ERROR_LIBRARY. */
gboolean
rhumb_igraph_open (GError **error)
{
    if (rhumb_igraph_opened == NULL)
        rhumb_igraph_opened =
            rhumb_open_by_need ("librhumb-igraph.so.0", "rhumb_igraph_calls", error);
    return rhumb_igraph_opened != NULL;
}

static void
keep_message (const char *reason, const char *file, int line, igraph_error_t code)
{
    (void)file;
    (void)line;
    g_strlcpy (last_message, reason != NULL ? reason : igraph ()->strerror (code),
               sizeof last_message);
    igraph ()->finally_free ();
}

static void
drop_warning (const char *reason, const char *file, int line)
{
    g_debug ("igraph: %s (%s:%d)", reason, file, line);
}

/**
 * rhumb_igraph_lock:
 *
 * Takes the lock without which no igraph function may be called while another thread uses this
 * library, and installs our error and warning handlers until it is given back. Those of the program
 * are then in place again.
 *
 * Since: 0.1
 */
void
rhumb_igraph_lock (void)
{
    g_rec_mutex_lock (&lock);
    if (n_locked++ > 0 || !rhumb_igraph_open (NULL))
        return;
    former_error_handler = igraph ()->set_error_handler (keep_message);
    former_warning_handler = igraph ()->set_warning_handler (drop_warning);
    *last_message = '\0';
}

/**
 * rhumb_igraph_unlock:
 *
 * Gives the lock back and, with the last of it, igraph the handlers that it had before.
 *
 * Since: 0.1
 */
void
rhumb_igraph_unlock (void)
{
    if (--n_locked == 0 && igraph () != NULL) {
        igraph ()->set_error_handler (former_error_handler);
        igraph ()->set_warning_handler (former_warning_handler);
    }
    g_rec_mutex_unlock (&lock);
}

/**
 * rhumb_igraph_check:
 * @code: what an igraph function returned, the lock still held
 * @what: what was being done, for the message
 * @error: return location for an error
 *
 * Turns igraph's refusal into a #GError that keeps its words.
 *
 * Returns: %TRUE if @code is success, else %FALSE with %RHUMB_ERROR_LIBRARY
 *
 * Since: 0.1
 */
gboolean
rhumb_igraph_check (igraph_error_t code, const char *what, GError **error)
{
    if (code == IGRAPH_SUCCESS)
        return TRUE;
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIBRARY, "%s: igraph: %s", what,
                 *last_message != '\0' ? last_message
                 : igraph () != NULL   ? igraph ()->strerror (code)
                                       : "it cannot be opened");
    *last_message = '\0';
    return FALSE;
}

/* Appends the edges of a network, its nodes shifted by the given offsets. In undirected networks
 * each edge is appended once. */
static void
append_edges (const RhumbNetwork *network, guint32 from_offset, guint32 to_offset,
              igraph_vector_int_t *edges, igraph_vector_t *weights, gsize *n_edges)
{
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    const gboolean undirected = rhumb_network_get_mode (network) == RHUMB_NETWORK_UNDIRECTED;
    for (guint32 v = 0; v < rows.n_rows; v++) {
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            if (undirected && rows.node[i] < v)
                continue;
            VECTOR (*edges)[2 * *n_edges] = (igraph_integer_t)from_offset + v;
            VECTOR (*edges)[2 * *n_edges + 1] = (igraph_integer_t)to_offset + rows.node[i];
            VECTOR (*weights)[*n_edges] = rhumb_rows_get_weight (rows, i);
            (*n_edges)++;
        }
    }
}

static gboolean
init_vectors (gsize n_edges, igraph_vector_int_t *edges, igraph_vector_t *weights, GError **error)
{
    if (!rhumb_igraph_open (error) ||
        !rhumb_igraph_check (igraph ()->vector_int_init (edges, (igraph_integer_t)(2 * n_edges)),
                             "taking edges", error))
        return FALSE;
    if (!rhumb_igraph_check (igraph ()->vector_init (weights, (igraph_integer_t)n_edges),
                             "taking weights", error)) {
        igraph ()->vector_int_destroy (edges);
        return FALSE;
    }
    return TRUE;
}

/* Called with the lock held; on failure nothing is left initialised. */
static gboolean
create (igraph_vector_int_t *edges, guint32 n_nodes, gboolean directed, igraph_t *result,
        igraph_vector_t *weights, GError **error)
{
    const igraph_error_t code = igraph ()->create (result, edges, n_nodes, directed);
    igraph ()->vector_int_destroy (edges);
    if (rhumb_igraph_check (code, "building the network", error))
        return TRUE;
    igraph ()->vector_destroy (weights);
    return FALSE;
}

/* Builds the igraph network of the whole graph. @relations: one network per #RhumbRelation;
 * @first_node: first node of each kind, and the number of nodes. %NULL without error if there are
 * too many edges for it, with %RHUMB_ERROR_LIBRARY if igraph refuses. */
RhumbIgraph *
rhumb_igraph_new (RhumbNetwork *const *relations, const guint32 *first_node, GError **error)
{
    gsize n_edges = 0;
    for (guint r = 0; r < RHUMB_N_RELATIONS; r++)
        n_edges += rhumb_network_get_n_edges (relations[r]);
    if (n_edges > MAX_IGRAPH_EDGES)
        return NULL;
    igraph_vector_int_t edges;
    RhumbIgraph *whole = g_new0 (RhumbIgraph, 1);
    rhumb_igraph_lock ();
    gboolean done = init_vectors (n_edges, &edges, &whole->weights, error);
    if (done) {
        whole->relation = g_new (guint8, n_edges + 1);
        gsize e = 0;
        for (guint r = 0; r < RHUMB_N_RELATIONS; r++) {
            const gsize first = e;
            append_edges (relations[r], first_node[rhumb_relation_get_from_kind (r)],
                          first_node[rhumb_relation_get_to_kind (r)], &edges, &whole->weights, &e);
            memset (whole->relation + first, (int)r, e - first);
        }
        done = create (&edges, first_node[RHUMB_N_NODE_KINDS], IGRAPH_DIRECTED, &whole->graph,
                       &whole->weights, error);
    }
    rhumb_igraph_unlock ();
    if (!done) {
        g_free (whole->relation);
        g_clear_pointer (&whole, g_free);
    }
    return whole;
}

void
rhumb_igraph_free (RhumbIgraph *whole)
{
    rhumb_igraph_lock ();
    igraph ()->destroy (&whole->graph);
    igraph ()->vector_destroy (&whole->weights);
    rhumb_igraph_unlock ();
    g_free (whole->relation);
    g_free (whole);
}

/**
 * rhumb_graph_get_igraph: (skip)
 * @graph: a graph
 *
 * Gets the knowledge graph as an igraph network: directed, its vertices the graph's nodes, its
 * edges all relations. It is built when it is first asked for. Hold rhumb_igraph_lock() while
 * igraph reads it.
 *
 * Returns: (transfer none) (nullable): the network, %NULL above 50 million edges or if igraph
 *   refuses them
 *
 * Since: 0.1
 */
const igraph_t *
rhumb_graph_get_igraph (const RhumbGraph *graph)
{
    const RhumbIgraph *whole = rhumb_graph_get_whole (graph);
    return whole != NULL ? &whole->graph : NULL;
}

/**
 * rhumb_graph_get_igraph_weights: (skip)
 * @graph: a graph
 *
 * Gets the weights of the edges of rhumb_graph_get_igraph(), by edge number: how much a paper is
 * about a concept, 1 for the other relations.
 *
 * Returns: (transfer none) (nullable): one weight per edge
 *
 * Since: 0.1
 */
const igraph_vector_t *
rhumb_graph_get_igraph_weights (const RhumbGraph *graph)
{
    const RhumbIgraph *whole = rhumb_graph_get_whole (graph);
    return whole != NULL ? &whole->weights : NULL;
}

/**
 * rhumb_graph_get_edge_relations: (skip)
 * @graph: a graph
 *
 * Gets what each edge of rhumb_graph_get_igraph() means.
 *
 * Returns: (transfer none) (nullable): one #RhumbRelation per edge
 *
 * Since: 0.1
 */
const guint8 *
rhumb_graph_get_edge_relations (const RhumbGraph *graph)
{
    const RhumbIgraph *whole = rhumb_graph_get_whole (graph);
    return whole != NULL ? whole->relation : NULL;
}

/**
 * rhumb_network_to_igraph: (skip)
 * @network: a network
 * @result: (out): an uninitialised igraph network; directed unless @network is undirected. In a
 *   two-mode network node v of the second kind becomes n_from + v
 * @weights: (out): an uninitialised vector; one weight per edge
 * @error: return location for an error
 *
 * Copies a network into igraph. The caller holds rhumb_igraph_lock() and destroys both results.
 *
 * Returns: %TRUE, or %FALSE with %RHUMB_ERROR_LIBRARY and nothing initialised
 *
 * Since: 0.1
 */
gboolean
rhumb_network_to_igraph (const RhumbNetwork *network, igraph_t *result, igraph_vector_t *weights,
                         GError **error)
{
    const RhumbNetworkMode mode = rhumb_network_get_mode (network);
    const guint32 n_from = rhumb_network_get_n_from (network);
    const gboolean two_mode = mode == RHUMB_NETWORK_TWO_MODE;
    igraph_vector_int_t edges;
    if (!init_vectors (rhumb_network_get_n_edges (network), &edges, weights, error))
        return FALSE;
    gsize e = 0;
    append_edges (network, 0, two_mode ? n_from : 0, &edges, weights, &e);
    const guint32 n_nodes = two_mode ? n_from + rhumb_network_get_n_to (network) : n_from;
    return create (&edges, n_nodes, mode != RHUMB_NETWORK_UNDIRECTED, result, weights, error);
}
