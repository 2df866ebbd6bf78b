/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which papers and concepts hold the map together? Prints the articulation points of the
 * knowledge graph: nodes without which it would fall apart. igraph computes them; rhumb has no
 * function for it and needs none, because its knowledge graph is an igraph network.
 *
 * Usage: bridges FILE…
 */
#include <stdio.h>

#include <rhumb.h>

#include "graph/igraph-door.h"

static RhumbGraph *
build_graph (const char *const *paths, GError **error)
{
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_load (paths, NULL, error);
    if (corpus == NULL)
        return NULL;
    g_autoptr (RhumbConcepts) concepts = rhumb_extract_concepts (corpus, NULL, error);
    if (concepts == NULL)
        return NULL;
    return rhumb_graph_new (corpus, concepts, NULL, error);
}

static gboolean
print_bridges (const RhumbGraph *graph, GError **error)
{
    const igraph_t *network = rhumb_graph_get_igraph (graph);
    if (network == NULL) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT, "the graph is too large for igraph");
        return FALSE;
    }
    g_auto (igraph_vector_int_t) bridges = {0};
    rhumb_igraph_lock ();
    const gboolean done =
        rhumb_igraph_check (igraph_vector_int_init (&bridges, 0), "taking a vector", error) &&
        rhumb_igraph_check (igraph_articulation_points (network, &bridges), "finding bridges",
                            error);
    rhumb_igraph_unlock ();
    for (igraph_integer_t i = 0; done && i < igraph_vector_int_size (&bridges); i++) {
        const guint32 node = (guint32)VECTOR (bridges)[i];
        printf ("%s\t%s\n", rhumb_node_kind_get_name (rhumb_graph_get_node_kind (graph, node)),
                rhumb_graph_get_node_label (graph, node));
    }
    return done;
}

int
main (int argc, char **argv)
{
    if (argc < 2) {
        fputs ("Usage: bridges FILE…\n", stderr);
        return 2;
    }
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbGraph) graph = build_graph ((const char *const *)argv + 1, &error);
    if (graph == NULL || !print_bridges (graph, &error)) {
        fprintf (stderr, "bridges: %s\n", error->message);
        return 1;
    }
    return 0;
}
