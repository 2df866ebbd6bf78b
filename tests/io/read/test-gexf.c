/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "graph/error.h"
#include "tests/io/loading.h"
#include "tests/io/read/networks.h"

#define E RHUMB_ELEMENT_EDGE
#define V RHUMB_ELEMENT_NODE

static void
reads_networkx (void)
{
    g_autoptr (RhumbAttributedNetwork) network =
        test_load_network (SOURCE_ROOT "/tests/data/gexf/networkx.gexf");
    g_assert_cmpuint (rhumb_attributed_network_get_n_nodes (network), ==, 3);
    g_assert_cmpuint (rhumb_attributed_network_get_n_edges (network), ==, 3);
    g_assert_true (rhumb_attributed_network_is_directed (network));
    g_assert_cmpstr (rhumb_attributed_network_get_label (network, 0), ==, "a");
    g_assert_cmpstr (test_node_text (network, "a", "name"), ==, "Alpha & Ω");
    g_assert_cmpstr (test_node_text (network, "b", "name"), ==, "Beta <b>");
    g_assert_cmpfloat (test_node_real (network, "b", "score"), ==, -0.001);
    const guint weight = rhumb_attributed_network_find_attribute (network, E, "weight");
    g_assert_cmpfloat (rhumb_attributed_network_get_real (network, E, 1, weight), ==, 1.5);
    const guint note = rhumb_attributed_network_find_attribute (network, E, "note");
    g_assert_cmpstr (rhumb_attributed_network_get_text (network, E, 0, note), ==, "first");
}

/* 77 nodes and 254 edges, weights that sum to 723 and classes to 334, counted by ElementTree. */
static void
reads_les_miserables (void)
{
    g_autofree char *path = test_shared_path ("graphs/LesMiserables.gexf");
    if (path == NULL) {
        g_test_skip ("the shared data are not here");
        return;
    }
    g_autoptr (RhumbAttributedNetwork) network = test_load_network (path);
    g_assert_cmpuint (rhumb_attributed_network_get_n_nodes (network), ==, 77);
    g_assert_cmpuint (rhumb_attributed_network_get_n_edges (network), ==, 254);
    g_assert_cmpstr (rhumb_attributed_network_get_label (network, 0), ==, "Myriel");
    const guint weight = rhumb_attributed_network_find_attribute (network, E, "weight");
    double sum = 0;
    guint n_weights = 0;
    for (gsize e = 0; e < 254; e++)
        if (rhumb_attributed_network_has_value (network, E, e, weight)) {
            sum += rhumb_attributed_network_get_real (network, E, e, weight);
            n_weights++;
        }
    g_assert_cmpfloat (sum, ==, 723);
    g_assert_cmpuint (n_weights, ==, 157);
    const guint class = rhumb_attributed_network_find_attribute (network, V, "Modularity Class");
    gint64 classes = 0;
    for (guint32 v = 0; v < 77; v++)
        classes += rhumb_attributed_network_get_integer (network, V, v, class);
    g_assert_cmpint (classes, ==, 334);
    g_assert_cmpstr (test_node_text (network, "0", "color"), ==, "#5b5bf5");
    g_assert_cmpfloat (test_node_real (network, "0", "x"), ==, -102.81979);
    g_assert_cmpfloat (test_node_real (network, "0", "size"), ==, 28.685715);
}

#define HEAD \
    "<gexf xmlns='http://www.gexf.net/1.2draft' xmlns:viz='http://www.gexf.net/1.2draft/viz'>"

static void
knows_drawing_time_and_parents (void)
{
    static const char text[] = HEAD
        "<meta><description>About</description></meta>"
        "<graph defaultedgetype='directed' mode='dynamic' timeformat='date'>"
        "<attributes class='node'><attribute id='0' title='In' type='boolean'>"
        "<default>true</default></attribute></attributes>"
        "<attributes class='edge'><attribute id='0' title='of edge' type='float'/></attributes>"
        "<nodes><node id='a' label='A' start='2001-01-01' end='2002-01-01'>"
        "<viz:color r='0' g='128' b='255' a='0.5'/><viz:position x='1' y='-2e1' z='3'/>"
        "<viz:size value='4'/><viz:shape value='disc'/>"
        "<nodes><node id='b' label='B'><attvalues><attvalue id='0' value='false'/></attvalues>"
        "</node></nodes></node>"
        "<node id='c' pid='a'><viz:color hex='#AABBCC'/><spells><spell start='1'/>"
        "<spell start='3' end='4'/></spells></node></nodes>"
        "<edges><edge id='x' source='a' target='b' weight='2' label='L' kind='K'>"
        "<attvalues><attvalue for='0' value='1.5'/></attvalues>"
        "<viz:thickness value='3'/></edge>"
        "<edge source='b' target='c' type='undirected'/>"
        "<edge source='c' target='a' type='mutual'/></edges></graph></gexf>";
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpus) report = NULL;
    g_autoptr (RhumbAttributedNetwork) network = test_read_network ("gexf", text, &report, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (rhumb_attributed_network_get_title (network), ==, "About");
    g_assert_cmpuint (rhumb_attributed_network_get_n_nodes (network), ==, 3);
    g_assert_cmpstr (test_node_text (network, "a", "color"), ==, "#0080ff80");
    g_assert_cmpstr (test_node_text (network, "c", "color"), ==, "#aabbcc");
    g_assert_cmpfloat (test_node_real (network, "a", "y"), ==, -20);
    g_assert_cmpfloat (test_node_real (network, "a", "z"), ==, 3);
    g_assert_cmpfloat (test_node_real (network, "a", "size"), ==, 4);
    g_assert_cmpstr (test_node_text (network, "a", "start"), ==, "2001-01-01");
    g_assert_cmpstr (test_node_text (network, "c", "start"), ==, "1");
    g_assert_cmpstr (test_node_text (network, "c", "end"), ==, "4");
    g_assert_cmpstr (test_node_text (network, "b", "parent"), ==, "a");
    g_assert_cmpstr (test_node_text (network, "c", "parent"), ==, "a");
    const guint in = rhumb_attributed_network_find_attribute (network, V, "In");
    g_assert_true (rhumb_attributed_network_get_flag (network, V, 0, in));
    g_assert_false (rhumb_attributed_network_get_flag (network, V, 1, in));
    const guint value = rhumb_attributed_network_find_attribute (network, E, "of edge");
    g_assert_cmpfloat (rhumb_attributed_network_get_real (network, E, 0, value), ==, 1.5);
    const guint kind = rhumb_attributed_network_find_attribute (network, E, "kind");
    g_assert_cmpstr (rhumb_attributed_network_get_text (network, E, 0, kind), ==, "K");
    g_assert_true (rhumb_attributed_network_get_edge (network, 0).directed);
    g_assert_false (rhumb_attributed_network_get_edge (network, 1).directed);
    g_assert_false (rhumb_attributed_network_get_edge (network, 2).directed);
    /* parents, spells, mutual */
    g_assert_cmpuint (test_count_events (report, RHUMB_EVENT_NOTE), ==, 3);
}

static void
reports_faults (void)
{
    static const char text[] =
        HEAD "<graph><attributes class='node'><attribute id='0' title='n' type='integer'/>"
             "</attributes><nodes>\n<node label='no id'/>\n<node id='a'><attvalues>"
             "<attvalue for='0' value='soon'/><attvalue for='9' value='1'/></attvalues>"
             "<viz:position xmlns:viz='v' x='NaN' y='1'/></node></nodes>"
             "<edges><edge source='a'/></edges></graph></gexf>";
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpus) report = NULL;
    g_autoptr (RhumbAttributedNetwork) network = test_read_network ("gexf", text, &report, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_attributed_network_get_n_nodes (network), ==, 1);
    g_assert_nonnull (test_find_event (report, RHUMB_EVENT_RECORD_LOST, 2));
    g_assert_cmpuint (test_count_events (report, RHUMB_EVENT_RECORD_LOST), ==, 2);
    g_assert_cmpuint (test_count_events (report, RHUMB_EVENT_FIELD_DROPPED), ==, 2);
    g_assert_cmpuint (test_count_events (report, RHUMB_EVENT_NOTE), ==, 1);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/gexf/reads-what-networkx-writes", reads_networkx);
    g_test_add_func ("/gexf/reads-les-miserables", reads_les_miserables);
    g_test_add_func ("/gexf/knows-drawing-time-parents", knows_drawing_time_and_parents);
    g_test_add_func ("/gexf/reports-faults", reports_faults);
    return g_test_run ();
}
