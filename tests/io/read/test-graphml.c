/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "graph/error.h"
#include "tests/io/loading.h"
#include "tests/io/read/networks.h"

#define FIXTURES SOURCE_ROOT "/tests/data/graphml/"
#define E RHUMB_ELEMENT_EDGE
#define V RHUMB_ELEMENT_NODE

/* What networkx says of the file that it wrote. */
static void
reads_networkx (void)
{
    g_autoptr (RhumbAttributedNetwork) network = test_load_network (FIXTURES "networkx.graphml");
    g_assert_cmpuint (rhumb_attributed_network_get_n_nodes (network), ==, 3);
    g_assert_cmpuint (rhumb_attributed_network_get_n_edges (network), ==, 3);
    g_assert_true (rhumb_attributed_network_is_directed (network));
    g_assert_cmpstr (rhumb_attributed_network_get_label (network, 0), ==, "Alpha & Ω");
    g_assert_cmpstr (rhumb_attributed_network_get_label (network, 1), ==, "Beta <b>");
    g_assert_cmpuint (rhumb_attributed_network_get_n_attributes (network, V), ==, 3);
    g_assert_cmpuint (rhumb_attributed_network_get_n_attributes (network, E), ==, 2);
    const guint year = rhumb_attributed_network_find_attribute (network, V, "year");
    g_assert_cmpint (rhumb_attributed_network_get_integer (network, V, 1, year), ==, 2001);
    g_assert_false (rhumb_attributed_network_has_value (network, V, 2, year));
    g_assert_cmpfloat (test_node_real (network, "b", "score"), ==, -0.001);
    const guint open = rhumb_attributed_network_find_attribute (network, V, "open");
    g_assert_true (rhumb_attributed_network_get_flag (network, V, 0, open));
    g_assert_false (rhumb_attributed_network_get_flag (network, V, 1, open));
    const guint weight = rhumb_attributed_network_find_attribute (network, E, "weight");
    const double weights[] = {2, 1.5, 1};
    for (gsize e = 0; e < 3; e++)
        g_assert_cmpfloat (rhumb_attributed_network_get_real (network, E, e, weight), ==,
                           weights[e]);
}

static void
reads_igraph (void)
{
    g_autoptr (RhumbAttributedNetwork) network = test_load_network (FIXTURES "igraph.graphml");
    g_assert_cmpuint (rhumb_attributed_network_get_n_nodes (network), ==, 4);
    g_assert_cmpuint (rhumb_attributed_network_get_n_edges (network), ==, 5);
    g_assert_false (rhumb_attributed_network_is_directed (network));
    g_assert_cmpstr (rhumb_attributed_network_get_label (network, 3), ==, "s");
    g_assert_cmpfloat (test_node_real (network, "n3", "degree"), ==, 4);
    const guint weight = rhumb_attributed_network_find_attribute (network, E, "weight");
    g_assert_cmpfloat (rhumb_attributed_network_get_real (network, E, 4, weight), ==, 5.5);
    const RhumbEdge last = rhumb_attributed_network_get_edge (network, 4);
    g_assert_cmpuint (last.from, ==, 2);
    g_assert_cmpuint (last.to, ==, 3);
}

#define HEAD                                                                             \
    "<?xml version='1.0'?><graphml xmlns='http://graphml.graphdrawing.org/xmlns'>"       \
    "<key id='l' for='all' attr.name='label' attr.type='string'><default>none</default>" \
    "</key><key id='n' for='node' attr.name='name' attr.type='string'/>"                 \
    "<key id='k' for='node' attr.name='k' attr.type='int'><default>7</default></key>"    \
    "<key id='w' for='edge' attr.name='weight' attr.type='int'/>"                        \
    "<key id='f' for='edge' attr.name='f' attr.type='boolean'><default>true</default></key>"

static void
knows_defaults_directions_and_labels (void)
{
    static const char text[] =
        HEAD "<graph edgedefault='undirected'>\n<desc>A small one</desc>"
             "<node id='a'><data key='l'>First</data><data key='n'>1st</data>"
             "<data key='k'>3</data></node>\n<node id='b'/>"
             "<edge id='e0' source='a' target='b' directed='true'><data key='w'>4</data>"
             "<data key='f'>0</data><data key='l'>cites</data></edge>"
             "<edge source='b' target='z'/></graph></graphml>";
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpus) report = NULL;
    g_autoptr (RhumbAttributedNetwork) network =
        test_read_network ("graphml", text, &report, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (rhumb_attributed_network_get_title (network), ==, "A small one");
    g_assert_cmpstr (rhumb_attributed_network_get_label (network, 0), ==, "First");
    g_assert_cmpstr (rhumb_attributed_network_get_label (network, 1), ==, "none");
    g_assert_cmpuint (rhumb_attributed_network_get_line (network, 1), ==, 3);
    g_assert_cmpstr (test_node_text (network, "a", "name"), ==, "1st");
    const guint k = rhumb_attributed_network_find_attribute (network, V, "k");
    g_assert_cmpint (rhumb_attributed_network_get_integer (network, V, 0, k), ==, 3);
    g_assert_cmpint (rhumb_attributed_network_get_integer (network, V, 1, k), ==, 7);
    const guint f = rhumb_attributed_network_find_attribute (network, E, "f");
    g_assert_false (rhumb_attributed_network_get_flag (network, E, 0, f));
    g_assert_true (rhumb_attributed_network_get_flag (network, E, 1, f));
    const guint weight = rhumb_attributed_network_find_attribute (network, E, "weight");
    g_assert_cmpint (rhumb_attributed_network_get_attribute (network, E, weight)->type, ==,
                     RHUMB_ATTRIBUTE_REAL);
    g_assert_true (rhumb_attributed_network_get_edge (network, 0).directed);
    g_assert_false (rhumb_attributed_network_get_edge (network, 1).directed);
    const guint id = rhumb_attributed_network_find_attribute (network, E, "id");
    g_assert_cmpstr (rhumb_attributed_network_get_text (network, E, 0, id), ==, "e0");
    const guint label = rhumb_attributed_network_find_attribute (network, E, "label");
    g_assert_cmpstr (rhumb_attributed_network_get_text (network, E, 0, label), ==, "cites");
    /* z is named by an edge only */
    g_assert_cmpuint (rhumb_attributed_network_get_n_nodes (network), ==, 3);
    g_assert_nonnull (test_find_event (report, RHUMB_EVENT_NOTE, 0));
}

static void
flattens_and_reports (void)
{
    static const char text[] =
        HEAD "<graph edgedefault='directed'><node id='a'><graph edgedefault='undirected'>"
             "<node id='a1'/><node id='a2'/><edge source='a1' target='a2'/></graph>"
             "<data key='k'>x</data><port name='p'/></node>\n"
             "<edge source='a' target='a1' sourceport='p'/><edge source='a'/>"
             "<hyperedge><endpoint node='a'/></hyperedge><node/>"
             "<data key='nokey'>v</data></graph></graphml>";
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpus) report = NULL;
    g_autoptr (RhumbAttributedNetwork) network =
        test_read_network ("graphml", text, &report, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_attributed_network_get_n_nodes (network), ==, 3);
    g_assert_cmpuint (rhumb_attributed_network_get_n_edges (network), ==, 2);
    g_assert_false (rhumb_attributed_network_get_edge (network, 0).directed);
    g_assert_true (rhumb_attributed_network_get_edge (network, 1).directed);
    /* k is 'x'; then the default counts */
    g_assert_cmpuint (test_count_events (report, RHUMB_EVENT_FIELD_DROPPED), ==, 1);
    g_assert_cmpuint (test_count_events (report, RHUMB_EVENT_RECORD_LOST), ==, 2);
    /* nested graph, ports at edges, ports, hyperedges, data of the graph */
    g_assert_cmpuint (test_count_events (report, RHUMB_EVENT_NOTE), ==, 5);
}

/* Three nodes and two edges, as igraph and networkx count. */
static void
reads_yed (void)
{
    g_autofree char *path = test_shared_path ("graphs/yed.graphml");
    if (path == NULL) {
        g_test_skip ("the shared data are not here");
        return;
    }
    g_autoptr (RhumbAttributedNetwork) network = test_load_network (path);
    g_assert_cmpuint (rhumb_attributed_network_get_n_nodes (network), ==, 3);
    g_assert_cmpuint (rhumb_attributed_network_get_n_edges (network), ==, 2);
    g_assert_true (rhumb_attributed_network_is_directed (network));
    g_assert_cmpstr (rhumb_attributed_network_get_label (network, 0), ==, "A");
    g_assert_cmpstr (rhumb_attributed_network_get_label (network, 1), ==, "B");
    g_assert_cmpstr (rhumb_attributed_network_get_label (network, 2), ==, "X");
    const guint expanded = rhumb_attributed_network_find_attribute (network, V, "Expanded");
    g_assert_true (rhumb_attributed_network_get_flag (network, V, 2, expanded));
    g_assert_cmpfloat_with_epsilon (test_node_real (network, "n0", "x"),
                                    1917.9576310558555 + 214.8931458699476 / 2, 1e-9);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/graphml/reads-what-networkx-writes", reads_networkx);
    g_test_add_func ("/graphml/reads-what-igraph-writes", reads_igraph);
    g_test_add_func ("/graphml/knows-defaults-directions-labels",
                     knows_defaults_directions_and_labels);
    g_test_add_func ("/graphml/flattens-and-reports", flattens_and_reports);
    g_test_add_func ("/graphml/reads-what-yed-writes", reads_yed);
    return g_test_run ();
}
