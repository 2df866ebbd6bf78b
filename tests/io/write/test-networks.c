/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Networks as files: what is written is read again, here and by networkx and igraph.
 */
#include <string.h>

#include "graph/error.h"
#include "io/escape.h"
#include "io/format.h"
#include "io/write/attribute.h"
#include "tests/io/loading.h"

#define LABEL "A \"quoted\" <b>&amp; \\\\N ]]> \xc3\xa9"

/* Two nodes with all types of attributes, one without any; edges with and without weight. */
static RhumbAttributedNetwork *
make_network (void)
{
    RhumbAttributedNetwork *network = rhumb_attributed_network_new ();
    const RhumbElement node = RHUMB_ELEMENT_NODE;
    const RhumbElement edge = RHUMB_ELEMENT_EDGE;
    rhumb_attributed_network_add_node (network, "a\"<&", LABEL);
    rhumb_attributed_network_add_node (network, "b", "Second");
    rhumb_attributed_network_add_node (network, "c", NULL);
    const guint year =
        rhumb_attributed_network_add_attribute (network, node, "year", RHUMB_ATTRIBUTE_INTEGER);
    const guint share =
        rhumb_attributed_network_add_attribute (network, node, "share", RHUMB_ATTRIBUTE_REAL);
    const guint flag =
        rhumb_attributed_network_add_attribute (network, node, "open", RHUMB_ATTRIBUTE_FLAG);
    const guint weight =
        rhumb_attributed_network_add_attribute (network, edge, "weight", RHUMB_ATTRIBUTE_REAL);
    const guint kind =
        rhumb_attributed_network_add_attribute (network, edge, "kind", RHUMB_ATTRIBUTE_TEXT);
    rhumb_attributed_network_set_integer (network, node, 0, year, 2001);
    rhumb_attributed_network_set_real (network, node, 0, share, 0.1);
    rhumb_attributed_network_set_flag (network, node, 1, flag, TRUE);
    rhumb_attributed_network_add_edge (network, 0, 1, TRUE);
    rhumb_attributed_network_add_edge (network, 1, 2, TRUE);
    rhumb_attributed_network_set_real (network, edge, 0, weight, 2.5);
    rhumb_attributed_network_set_text (network, edge, 0, kind, "cites \"x\"");
    return network;
}

static char *
save (const RhumbAttributedNetwork *network, const char *folder, const char *format)
{
    g_autoptr (GError) error = NULL;
    char *path = g_build_filename (folder, format, NULL);
    g_assert_true (rhumb_attributed_network_save (network, path, format, &error));
    g_assert_no_error (error);
    return path;
}

static void
assert_text (const RhumbAttributedNetwork *network, RhumbElement element, gsize number,
             const char *name, const char *expected)
{
    const guint i = rhumb_attributed_network_find_attribute (network, element, name);
    g_assert_cmpuint (i, !=, RHUMB_NONE);
    g_assert_cmpstr (rhumb_attributed_network_get_text (network, element, number, i), ==, expected);
}

static void
keeps_every_attribute (void)
{
    static const char *const formats[] = {"graphml", "gexf", "gexf-1.3", "gml", "dot", "vosviewer"};
    g_autofree char *folder = g_dir_make_tmp ("rhumb-test-XXXXXX", NULL);
    g_autoptr (RhumbAttributedNetwork) network = make_network ();
    for (gsize i = 0; i < G_N_ELEMENTS (formats); i++) {
        g_autoptr (GError) error = NULL;
        g_autofree char *path = save (network, folder, formats[i]);
        g_autoptr (RhumbAttributedNetwork) again =
            rhumb_attributed_network_load (path, NULL, &error);
        g_assert_no_error (error);
        g_assert_cmpuint (rhumb_attributed_network_get_n_nodes (again), ==, 3);
        g_assert_cmpuint (rhumb_attributed_network_get_n_edges (again), ==, 2);
        const gboolean is_vosviewer = g_str_equal (formats[i], "vosviewer");
        g_assert_true (rhumb_attributed_network_is_directed (again) == !is_vosviewer);
        g_assert_cmpstr (rhumb_attributed_network_get_id (again, 0), ==, "a\"<&");
        g_assert_cmpstr (rhumb_attributed_network_get_label (again, 0), ==, LABEL);
        const RhumbElement node = RHUMB_ELEMENT_NODE;
        const RhumbElement edge = RHUMB_ELEMENT_EDGE;
        const guint year = rhumb_attributed_network_find_attribute (
            again, node, is_vosviewer ? "score<year>" : "year");
        const guint share = rhumb_attributed_network_find_attribute (
            again, node, is_vosviewer ? "score<share>" : "share");
        const guint open = rhumb_attributed_network_find_attribute (again, node, "open");
        const guint weight = rhumb_attributed_network_find_attribute (again, edge, "weight");
        g_assert_cmpint (rhumb_attributed_network_get_integer (again, node, 0, year), ==, 2001);
        g_assert_true (rhumb_attributed_network_get_real (again, node, 0, share) == 0.1);
        g_autofree char *is_open = rhumb_attribute_format (again, node, 1, open);
        g_assert_true (g_str_equal (is_open, "true") || g_str_equal (formats[i], "gml"));
        g_assert_false (rhumb_attributed_network_has_value (again, node, 2, year));
        g_assert_true (rhumb_attributed_network_get_real (again, edge, 0, weight) == 2.5);
        if (!is_vosviewer)
            assert_text (again, edge, 0, "kind", "cites \"x\"");
    }
    test_remove_folder (folder);
}

/* Two files, beside the name that was asked for. */
static void
writes_pairs_of_tables (void)
{
    static const struct {
        const char *format;
        const char *part;
        const char *expected;
    } cases[] = {
        {"csv", "nodes",
         "Id,Label,year,share,open\n\"a\"\"<&\",\"A \"\"quoted\"\" <b>&amp; \\\\N ]]> \xc3\xa9\","
         "2001,0.1,\nb,Second,,,true\nc,,,,\n"},
        {"csv", "edges",
         "Source,Target,Type,Weight,kind\n\"a\"\"<&\",b,Directed,2.5,\"cites \"\"x\"\"\"\n"
         "b,c,Directed,1,\n"},
        {"vosviewer-map", "map",
         "id\tlabel\tsublabel\tscore<year>\tscore<share>\tweight<Links>\tweight<Total link "
         "strength>\n1\t\"A \"\"quoted\"\" <b>&amp; \\\\N ]]> \xc3\xa9\"\t\"a\"\"<&\"\t2001\t"
         "0.1\t1\t2.5\n2\tSecond\tb\t\t\t2\t3.5\n3\tc\tc\t\t\t1\t1\n"},
        {"vosviewer-map", "network", "1\t2\t2.5\n2\t3\t1\n"},
    };
    g_autofree char *folder = g_dir_make_tmp ("rhumb-test-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, "a.net.txt", NULL);
    g_autoptr (RhumbAttributedNetwork) network = make_network ();
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_autofree char *name = g_strdup_printf ("a.net_%s.txt", cases[i].part);
        g_autofree char *part = g_build_filename (folder, name, NULL);
        g_autofree char *text = NULL;
        g_assert_true (rhumb_attributed_network_save (network, path, cases[i].format, &error));
        g_assert_true (g_file_get_contents (part, &text, NULL, &error));
        g_assert_no_error (error);
        g_assert_cmpstr (text, ==, cases[i].expected);
        g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
        g_assert_false (rhumb_attributed_network_save (network, "-", cases[i].format, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_UNSUPPORTED);
    }
    test_remove_folder (folder);
}

/* VOSviewer draws items by weights, which it calls Documents and Citations. */
static void
counts_of_papers_are_weights_of_vosviewer (void)
{
    g_autofree char *folder = g_dir_make_tmp ("rhumb-test-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, "a.txt", NULL);
    g_autofree char *map = g_build_filename (folder, "a_map.txt", NULL);
    g_autoptr (RhumbAttributedNetwork) network = rhumb_attributed_network_new ();
    const RhumbElement element = RHUMB_ELEMENT_NODE;
    const guint32 node = rhumb_attributed_network_add_node (network, "1", "Maps");
    const guint cited = rhumb_attributed_network_add_attribute (network, element, "cited_by",
                                                                RHUMB_ATTRIBUTE_INTEGER);
    const guint papers = rhumb_attributed_network_add_attribute (network, element, "papers",
                                                                 RHUMB_ATTRIBUTE_INTEGER);
    const guint year = rhumb_attributed_network_add_attribute (network, element, "mean_year",
                                                               RHUMB_ATTRIBUTE_REAL);
    rhumb_attributed_network_set_integer (network, element, node, cited, 7);
    rhumb_attributed_network_set_integer (network, element, node, papers, 2);
    rhumb_attributed_network_set_real (network, element, node, year, 2001.5);
    g_autoptr (GError) error = NULL;
    g_autofree char *text = NULL;
    g_assert_true (rhumb_attributed_network_save (network, path, "vosviewer-map", &error));
    g_assert_true (g_file_get_contents (map, &text, NULL, &error));
    test_remove_folder (folder);
    g_assert_cmpstr (text, ==,
                     "id\tlabel\tweight<Citations>\tweight<Documents>\tscore<Avg. pub. "
                     "year>\tweight<Links>\tweight<Total link strength>\n"
                     "1\tMaps\t7\t2\t2001.5\t0\t0\n");
}

/* The structure that the specifications of GraphML and GEXF ask for, in RELAX NG. */
static void
has_the_structure_of_its_format (void)
{
    static const char *const cases[][2] = {
        {"graphml", "graphml.rng"}, {"gexf", "gexf-1.2.rng"}, {"gexf-1.3", "gexf-1.3.rng"}};
    g_autofree char *xmllint = g_find_program_in_path ("xmllint");
    if (xmllint == NULL) {
        g_test_skip ("no xmllint");
        return;
    }
    g_autofree char *folder = g_dir_make_tmp ("rhumb-test-XXXXXX", NULL);
    g_autoptr (RhumbAttributedNetwork) network = make_network ();
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_autofree char *path = save (network, folder, cases[i][0]);
        g_autofree char *schema =
            g_build_filename (SOURCE_ROOT, "tests/data/schemas", cases[i][1], NULL);
        const char *const arguments[] = {xmllint, "--noout", "--nonet", "--relaxng",
                                         schema,  path,      NULL};
        g_autofree char *words = NULL;
        int status;
        g_assert_true (g_spawn_sync (NULL, (char **)arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL,
                                     NULL, &words, &status, &error));
        g_test_message ("%s", words);
        g_assert_cmpint (status, ==, 0);
    }
    test_remove_folder (folder);
}

static void
keeps_labels_and_weights_in_pajek (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("rhumb-test-XXXXXX", NULL);
    g_autoptr (RhumbAttributedNetwork) network = make_network ();
    g_autofree char *path = save (network, folder, "pajek");
    g_autoptr (RhumbAttributedNetwork) again = rhumb_attributed_network_load (path, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_attributed_network_get_n_nodes (again), ==, 3);
    g_assert_cmpstr (rhumb_attributed_network_get_label (again, 1), ==, "Second");
    g_assert_cmpstr (rhumb_attributed_network_get_label (again, 2), ==, "c");
    const guint weight =
        rhumb_attributed_network_find_attribute (again, RHUMB_ELEMENT_EDGE, "weight");
    g_assert_true (rhumb_attributed_network_get_real (again, RHUMB_ELEMENT_EDGE, 0, weight) == 2.5);
    g_assert_true (rhumb_attributed_network_get_real (again, RHUMB_ELEMENT_EDGE, 1, weight) == 1);
    test_remove_folder (folder);
}

/* Nodes, edges, a weight and a year as other programs read them. */
static void
is_read_by_others (void)
{
    static const char program[] =
        "import sys, warnings\n"
        "warnings.simplefilter('ignore')\n"
        "import json, networkx, igraph\n"
        "folder = sys.argv[1] + '/'\n"
        "graphs = [networkx.read_graphml(folder + 'graphml'), networkx.read_gexf(folder + "
        "'gexf'),\n"
        "          networkx.read_gml(folder + 'gml', label='name'),\n"
        "          networkx.read_pajek(folder + 'pajek')]\n"
        "for g in graphs:\n"
        "    print(g.number_of_nodes(), g.number_of_edges(), g.is_directed(),\n"
        "          sorted(str(d.get('weight')) for _, _, d in g.edges(data=True))[0],\n"
        "          [d['year'] for _, d in g.nodes(data=True) if 'year' in d])\n"
        "for name, form in ('graphml', 'graphml'), ('gml', 'gml'), ('pajek', 'pajek'):\n"
        "    g = igraph.Graph.Read(folder + name, format=form)\n"
        "    print(g.vcount(), g.ecount(), g.is_directed(), g.es['weight'][0])\n"
        "elements = json.load(open(folder + 'cytoscape', encoding='utf-8'))['elements']\n"
        "first, second, third = [node['data'] for node in elements['nodes']]\n"
        "edge = elements['edges'][0]['data']\n"
        "print(first['shared_name'], first['year'], first['share'], second['open'], "
        "third['name'],\n"
        "      edge['source'] == first['id'], edge['weight'], edge['kind'], edge['directed'])\n"
        "print(ascii(first['name']))\n";
    static const char expected[] = "3 2 True 2.5 [2001]\n3 2 True 1.0 [2001]\n"
                                   "3 2 True 2.5 [2001]\n3 2 True 1.0 []\n"
                                   "3 2 True 2.5\n3 2 True 2.5\n3 2 True 2.5\n"
                                   "a\"<& 2001 0.1 True c True 2.5 cites \"x\" True\n"
                                   "'A \"quoted\" <b>&amp; \\\\\\\\N ]]> \\xe9'\n";
    if (!g_file_test ("/usr/bin/python3", G_FILE_TEST_IS_EXECUTABLE)) {
        g_test_skip ("no python3");
        return;
    }
    g_autofree char *folder = g_dir_make_tmp ("rhumb-test-XXXXXX", NULL);
    g_autoptr (RhumbAttributedNetwork) network = make_network ();
    static const char *const formats[] = {"graphml", "gexf", "gml", "pajek", "cytoscape"};
    for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
        g_free (save (network, folder, formats[i]));
    const char *const arguments[] = {"/usr/bin/python3", "-c", program, folder, NULL};
    g_autofree char *out = NULL;
    g_autofree char *words = NULL;
    g_autoptr (GError) error = NULL;
    g_assert_true (g_spawn_sync (NULL, (char **)arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out,
                                 &words, NULL, &error));
    test_remove_folder (folder);
    if (strstr (words, "No module named") != NULL) {
        g_test_skip ("no networkx or igraph");
        return;
    }
    g_assert_cmpstr (words, ==, "");
    g_assert_cmpstr (out, ==, expected);
}

/* What `dot` draws of the network: labels as they were, every node and edge. */
static void
is_drawn_by_graphviz (void)
{
    g_autofree char *dot = g_find_program_in_path ("dot");
    if (dot == NULL) {
        g_test_skip ("no dot");
        return;
    }
    g_autofree char *folder = g_dir_make_tmp ("rhumb-test-XXXXXX", NULL);
    g_autoptr (RhumbAttributedNetwork) network = make_network ();
    g_autofree char *path = save (network, folder, "dot");
    const char *const arguments[] = {dot, "-Tsvg", path, NULL};
    g_autofree char *svg = NULL;
    g_autofree char *words = NULL;
    g_autoptr (GError) error = NULL;
    g_assert_true (g_spawn_sync (NULL, (char **)arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &svg,
                                 &words, NULL, &error));
    test_remove_folder (folder);
    g_assert_cmpstr (words, ==, "");
    g_assert_nonnull (strstr (svg, "&lt;b&gt;&amp;amp; \\\\N ]]&gt;"));
    g_assert_nonnull (strstr (svg, ">Second</text>"));
    g_assert_nonnull (strstr (svg, "<title>n0&#45;&gt;n1</title>"));
    g_assert_nonnull (strstr (svg, "<title>n1&#45;&gt;n2</title>"));
    g_assert_null (strstr (svg, "<title>n2&#45;&gt;"));
}

static void
writes_gml_in_ascii (void)
{
    g_autoptr (GString) out = g_string_new (NULL);
    rhumb_escape_gml (out, "\xc3\xa9 \"<script>\" & ]]> a\xE2\x80\xAE");
    g_assert_cmpstr (out->str, ==, "&#233; &quot;<script>&quot; &amp; ]]> a ");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/networks/keeps-every-attribute", keeps_every_attribute);
    g_test_add_func ("/networks/writes-pairs-of-tables", writes_pairs_of_tables);
    g_test_add_func ("/networks/counts-of-papers-are-weights-of-vosviewer",
                     counts_of_papers_are_weights_of_vosviewer);
    g_test_add_func ("/networks/has-the-structure-of-its-format", has_the_structure_of_its_format);
    g_test_add_func ("/networks/keeps-labels-and-weights-in-pajek",
                     keeps_labels_and_weights_in_pajek);
    g_test_add_func ("/networks/is-read-by-others", is_read_by_others);
    g_test_add_func ("/networks/is-drawn-by-graphviz", is_drawn_by_graphviz);
    g_test_add_func ("/networks/writes-gml-in-ascii", writes_gml_in_ascii);
    return g_test_run ();
}
