/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What makes papers alike, weight by weight.
 */
#include "analytics/similar/likeness.h"

#include <math.h>

#include "graph/error.h"
#include "tests/graph/fixture.h"

static const FixtureRecord RECORDS[] = {
    {.id = "a", .title = "First", .authors = "Ada Marin", .venue = "Annals"},
    {.id = "b", .title = "Second", .year = 1991, .references = "a", .venue = "Annals"},
    {.id = "c", .title = "Third", .year = 1991, .authors = "Ada Marin", .references = "a|b|c"},
    {.id = "d", .title = "Fourth", .year = 1993},
};
static const FixtureLink LINKS[] = {
    {"a", "maps", 0.5}, {"b", "maps", 1}, {"c", "maps", 0.25}, {"d", "sails", 1}};

static RhumbGraph *
make_graph (void)
{
    return fixture_graph (RECORDS, 4, LINKS, G_N_ELEMENTS (LINKS));
}

static guint32
find (const RhumbGraph *graph, const char *label)
{
    for (guint32 v = 0; v < rhumb_graph_get_n_nodes (graph); v++) {
        if (g_str_equal (rhumb_graph_get_node_label (graph, v), label))
            return v;
    }
    g_assert_not_reached ();
}

static void
shared_nodes_weigh_by_rarity_and_size (void)
{
    const RhumbLikenessOptions options = {RHUMB_DIRECTION_BOTH, 1, 2, 3, 5, 7, 0, 0};
    g_autoptr (RhumbGraph) graph = make_graph ();
    g_autoptr (RhumbLikeness) likeness = rhumb_likeness_new (graph, &options, NULL);
    const RhumbNetwork *network = likeness->network;
    const guint32 a = find (graph, "First");
    const guint32 b = find (graph, "Second");
    const guint32 c = find (graph, "Third");
    const guint32 n = rhumb_graph_get_n_nodes (graph);
    const double of_two = log (1 + 4 / 2.0) / sqrt (2);
    const struct {
        guint32 from;
        guint32 to;
        double weight;
    } EXPECTED[] = {
        {b, a, 1},
        {a, find (graph, "maps"), 0.5 * 2 * log (1 + 4 / 3.0) / sqrt (3)},
        {c, find (graph, "maps"), 0.25 * 2 * log (1 + 4 / 3.0) / sqrt (3)},
        {a, find (graph, "Annals"), 3 * of_two},
        {c, find (graph, "Ada Marin"), 7 * of_two},
        {b, n, 5 * of_two},
        {c, n, 5 * of_two},
        {find (graph, "Fourth"), find (graph, "sails"), 0},
        {find (graph, "Fourth"), n + 1, 0},
        {c, c, 0},
    };
    g_assert_cmpint (rhumb_network_get_mode (network), ==, RHUMB_NETWORK_UNDIRECTED);
    g_assert_cmpuint (rhumb_network_get_n_from (network), ==, n + 2);
    for (guint i = 0; i < G_N_ELEMENTS (EXPECTED); i++) {
        g_assert_cmpfloat_with_epsilon (
            rhumb_network_get_weight (network, EXPECTED[i].from, EXPECTED[i].to),
            EXPECTED[i].weight, 1e-12);
        g_assert_cmpfloat_with_epsilon (
            rhumb_network_get_weight (network, EXPECTED[i].to, EXPECTED[i].from),
            EXPECTED[i].weight, 1e-12);
    }
    /* Three citations, three about maps, two each of venue, person and year. */
    g_assert_cmpuint (rhumb_network_get_n_edges (network), ==, 12);
}

static void
citations_can_be_taken_one_way (void)
{
    g_autoptr (RhumbGraph) graph = make_graph ();
    const guint32 a = find (graph, "First");
    const guint32 b = find (graph, "Second");
    RhumbLikenessOptions options = RHUMB_LIKENESS_DEFAULTS;
    options.direction = RHUMB_DIRECTION_OUT;
    g_autoptr (RhumbLikeness) outward = rhumb_likeness_new (graph, &options, NULL);
    options.direction = RHUMB_DIRECTION_IN;
    g_autoptr (RhumbLikeness) inward = rhumb_likeness_new (graph, &options, NULL);
    const RhumbNetwork *out = outward->network;
    const RhumbNetwork *in = inward->network;
    g_assert_cmpfloat (rhumb_network_get_weight (out, b, a), ==, 1);
    g_assert_cmpfloat (rhumb_network_get_weight (out, a, b), ==, 0);
    g_assert_cmpfloat (rhumb_network_get_weight (in, b, a), ==, 0);
    g_assert_cmpfloat (rhumb_network_get_weight (in, a, b), ==, 1);
    g_assert_cmpfloat (rhumb_network_get_weight (in, a, a), ==, 0);
    options.itself = 0.5;
    g_autoptr (RhumbLikeness) closed = rhumb_likeness_new (graph, &options, NULL);
    g_assert_cmpfloat (rhumb_network_get_weight (closed->network, a, a), ==, 0.5);
    g_assert_cmpuint (rhumb_network_get_n_edges (closed->network), ==,
                      rhumb_network_get_n_edges (in) +
                          rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PAPER));
    const guint32 maps = find (graph, "maps");
    g_assert_cmpfloat (rhumb_network_get_weight (in, a, maps), >, 0);
    g_assert_cmpfloat (rhumb_network_get_weight (in, a, maps), ==,
                       rhumb_network_get_weight (out, maps, a));
}

/* "sail" is in two titles of three, as is "keel"; a word of one title links none. */
static void
words_link_what_concepts_do_not (void)
{
    static const FixtureRecord TITLES[] = {
        {.id = "a", .title = "Sails", .year = 1990},
        {.id = "b", .title = "Sails and keels", .year = 1991},
        {.id = "c", .title = "Keels and masts", .year = 1992},
    };
    g_autoptr (RhumbGraph) graph = fixture_graph (TITLES, 3, NULL, 0);
    g_autoptr (RhumbLikeness) likeness = rhumb_likeness_new (graph, NULL, NULL);
    const guint32 n = likeness->n_known;
    g_assert_cmpuint (likeness->n_years, ==, 3);
    g_assert_cmpuint (likeness->names->len, ==, 5);
    g_assert_cmpstr (likeness->names->pdata[0], ==, "1990");
    g_assert_cmpstr (likeness->names->pdata[3], ==, "keel");
    g_assert_cmpstr (likeness->names->pdata[4], ==, "sail");
    /* The only word of its paper has weight 1 in its row. */
    g_assert_cmpfloat_with_epsilon (rhumb_network_get_weight (likeness->network, 0, n + 4),
                                    0.1 * log (1 + 3 / 2.0) / sqrt (2), 1e-12);
    g_assert_cmpfloat (rhumb_network_get_weight (likeness->network, 2, n + 3), >, 0);
    g_assert_cmpuint (rhumb_network_get_n_edges (likeness->network), ==, 4);
}

static void
nothing_gives_nothing (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbGraph) graph = fixture_graph (NULL, 0, NULL, 0);
    g_autoptr (RhumbLikeness) likeness = rhumb_likeness_new (graph, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_network_get_n_from (likeness->network), ==, 0);
}

static void
weights_must_be_numbers (void)
{
    g_autoptr (RhumbGraph) graph = make_graph ();
    const RhumbLikenessOptions wrong[] = {{RHUMB_DIRECTION_BOTH, -1, 1, 0, 0, 0, 0, 0},
                                          {RHUMB_DIRECTION_BOTH, 1, NAN, 0, 0, 0, 0, 0},
                                          {RHUMB_DIRECTION_BOTH, 1, 1, 0, 0, 0, 1e7, 0},
                                          {RHUMB_DIRECTION_BOTH, 1, 1, 0, 0, 0, 0, -1}};
    for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_likeness_new (graph, &wrong[i], &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/likeness/shared-nodes-weigh-by-rarity-and-size",
                     shared_nodes_weigh_by_rarity_and_size);
    g_test_add_func ("/likeness/citations-can-be-taken-one-way", citations_can_be_taken_one_way);
    g_test_add_func ("/likeness/words-link-what-concepts-do-not", words_link_what_concepts_do_not);
    g_test_add_func ("/likeness/nothing-gives-nothing", nothing_gives_nothing);
    g_test_add_func ("/likeness/weights-must-be-numbers", weights_must_be_numbers);
    return g_test_run ();
}
