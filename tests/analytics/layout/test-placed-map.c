/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Networks drawn in the places of their file.
 */
#include "analytics/layout/placed-map.h"

#include <math.h>

#include "graph/error.h"

static const double PLACES[][3] = {{0, 0, 3}, {2, 0, 3}, {0, 1, 7}, {-1, -0.5, 7}, {1.9, 0.1, 3}};

static RhumbAttributedNetwork *
make (guint32 n)
{
    RhumbAttributedNetwork *network = rhumb_attributed_network_new ();
    const RhumbElement node = RHUMB_ELEMENT_NODE;
    const guint x =
        rhumb_attributed_network_add_attribute (network, node, "x", RHUMB_ATTRIBUTE_REAL);
    const guint y =
        rhumb_attributed_network_add_attribute (network, node, "y", RHUMB_ATTRIBUTE_REAL);
    const guint cluster =
        rhumb_attributed_network_add_attribute (network, node, "cluster", RHUMB_ATTRIBUTE_INTEGER);
    const guint weight = rhumb_attributed_network_add_attribute (network, node, "weight<Works>",
                                                                 RHUMB_ATTRIBUTE_INTEGER);
    for (guint32 v = 0; v < n; v++) {
        g_autofree char *id = g_strdup_printf ("n%u", v);
        rhumb_attributed_network_add_node (network, id, id);
        const double *place = PLACES[v % G_N_ELEMENTS (PLACES)];
        rhumb_attributed_network_set_real (network, node, v, x, place[0]);
        rhumb_attributed_network_set_real (network, node, v, y, place[1]);
        rhumb_attributed_network_set_integer (network, node, v, cluster, (gint64)place[2]);
        rhumb_attributed_network_set_integer (network, node, v, weight, 10 + v);
        if (v > 0)
            rhumb_attributed_network_add_edge (network, 0, v, FALSE);
    }
    return network;
}

static const RhumbMapItem *
find (const RhumbMap *map, const char *id)
{
    guint32 n;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    for (guint32 i = 0; i < n; i++) {
        if (g_str_equal (item[i].id, id))
            return &item[i];
    }
    g_assert_not_reached ();
}

/* One scale for both directions, y turned over: all differences say the same. */
static void
places_are_those_of_the_file (void)
{
    g_autoptr (GError) error = NULL;
    const guint32 n = G_N_ELEMENTS (PLACES);
    g_autoptr (RhumbAttributedNetwork) network = make (n);
    g_autoptr (RhumbMap) map = rhumb_draw_placed_network (network, NULL, &error);
    g_assert_no_error (error);
    const RhumbMapItem *first = find (map, "n0");
    const RhumbMapItem *second = find (map, "n1");
    const double scale = (second->x - first->x) / 2;
    g_assert_cmpfloat (scale, >, 50);
    for (guint32 v = 0; v < n; v++) {
        g_autofree char *id = g_strdup_printf ("n%u", v);
        const RhumbMapItem *item = find (map, id);
        g_assert_cmpfloat (fabs (item->x - first->x - scale * PLACES[v][0]), <, 1e-6);
        g_assert_cmpfloat (fabs (item->y - first->y + scale * PLACES[v][1]), <, 1e-6);
    }
}

static void
clusters_and_weights_are_those_of_the_file (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbAttributedNetwork) network = make (G_N_ELEMENTS (PLACES));
    g_autoptr (RhumbMap) map = rhumb_draw_placed_network (network, NULL, &error);
    g_assert_no_error (error);
    for (guint32 v = 0; v < G_N_ELEMENTS (PLACES); v++) {
        g_autofree char *id = g_strdup_printf ("n%u", v);
        g_assert_cmpuint (find (map, id)->cluster, ==, PLACES[v][2] == 3 ? 0 : 1);
        g_assert_cmpfloat (find (map, id)->weight, ==, 10 + v);
        g_assert_cmpuint (find (map, id)->fill, ==,
                          find (map, PLACES[v][2] == 3 ? "n0" : "n2")->fill);
    }
    g_assert_cmpuint (find (map, "n0")->fill, !=, find (map, "n2")->fill);
    g_assert_cmpfloat (find (map, "n4")->radius, >, find (map, "n0")->radius);
}

static void
the_heaviest_500_are_drawn (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbAttributedNetwork) network = make (620);
    g_autoptr (RhumbMap) map = rhumb_draw_placed_network (network, NULL, &error);
    g_assert_no_error (error);
    guint32 n;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    g_assert_cmpuint (n, ==, 500);
    for (guint32 i = 0; i < n; i++)
        g_assert_cmpfloat (item[i].weight, >=, 10 + 120);
}

static void
one_node_is_a_map (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbAttributedNetwork) network = make (1);
    g_autoptr (RhumbMap) map = rhumb_draw_placed_network (network, NULL, &error);
    g_assert_no_error (error);
    g_assert_true (isfinite (find (map, "n0")->x) && isfinite (find (map, "n0")->radius));
}

static void
nodes_without_a_place_are_refused (void)
{
    g_autoptr (RhumbAttributedNetwork) none = make (0);
    g_assert_false (rhumb_attributed_network_has_places (none));
    g_autoptr (RhumbAttributedNetwork) network = make (3);
    g_assert_true (rhumb_attributed_network_has_places (network));
    rhumb_attributed_network_set_real (network, RHUMB_ELEMENT_NODE, 1, 0, NAN);
    g_assert_false (rhumb_attributed_network_has_places (network));
    g_autoptr (GError) error = NULL;
    g_assert_null (rhumb_draw_placed_network (network, NULL, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    rhumb_attributed_network_set_real (network, RHUMB_ELEMENT_NODE, 1, 0, INFINITY);
    g_assert_false (rhumb_attributed_network_has_places (network));
    g_autoptr (RhumbAttributedNetwork) bare = rhumb_attributed_network_new ();
    rhumb_attributed_network_add_node (bare, "n", NULL);
    g_assert_false (rhumb_attributed_network_has_places (bare));
}

static gboolean
says (const RhumbMap *map, const char *words)
{
    guint32 n;
    const RhumbMapText *text = rhumb_map_get_texts (map, &n);
    for (guint32 i = 0; i < n; i++) {
        if (g_str_equal (text[i].lines[0], words))
            return TRUE;
    }
    return FALSE;
}

/* Years 2010.5 to 2014.5, thousandths of them as scores; nothing of the last node. */
static RhumbAttributedNetwork *
make_scored (guint32 n)
{
    const RhumbElement node = RHUMB_ELEMENT_NODE;
    RhumbAttributedNetwork *network = make (n);
    const guint year = rhumb_attributed_network_add_attribute (
        network, node, "score<Avg. pub. year>", RHUMB_ATTRIBUTE_REAL);
    const guint score = rhumb_attributed_network_add_attribute (network, node, "score<Impact>",
                                                                RHUMB_ATTRIBUTE_REAL);
    for (guint32 v = 0; v + 1 < n; v++) {
        rhumb_attributed_network_set_real (network, node, v, year, 2010.5 + v);
        rhumb_attributed_network_set_real (network, node, v, score, 0.001 * v);
    }
    return network;
}

static void
colours_may_be_scores_of_the_file (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbAttributedNetwork) network = make_scored (6);
    RhumbMapOptions looks = RHUMB_MAP_DEFAULTS;
    looks.colouring = RHUMB_MAP_COLOUR_YEAR;
    g_autoptr (RhumbMap) map = rhumb_draw_placed_network (network, &looks, &error);
    g_assert_no_error (error);
    g_assert_true (says (map, "Colour: Avg. pub. year; grey: unknown"));
    g_assert_true (says (map, "2010") && says (map, "2012") && says (map, "2015"));
    g_assert_cmphex (find (map, "n0")->fill, !=, find (map, "n2")->fill);
    g_assert_cmphex (find (map, "n5")->fill, ==, 0x9a9a9aff);
    looks.colouring = RHUMB_MAP_COLOUR_SCORE;
    g_autoptr (RhumbMap) scored = rhumb_draw_placed_network (network, &looks, &error);
    g_assert_no_error (error);
    g_assert_true (says (scored, "Colour: Impact; grey: unknown"));
    g_assert_true (says (scored, "0.000") && says (scored, "0.002") && says (scored, "0.004"));
}

static void
the_density_is_that_of_its_items (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbAttributedNetwork) network = make (5);
    RhumbMapOptions looks = RHUMB_MAP_DEFAULTS;
    looks.view = RHUMB_MAP_VIEW_DENSITY;
    g_autoptr (RhumbMap) map = rhumb_draw_placed_network (network, &looks, &error);
    g_assert_no_error (error);
    g_assert_true (says (map, "Colour: density by Works"));
}

static void
what_the_file_does_not_have_is_refused (void)
{
    g_autoptr (RhumbAttributedNetwork) network = make (3);
    RhumbMapOptions looks = RHUMB_MAP_DEFAULTS;
    looks.topic = 1;
    g_autoptr (GError) error = NULL;
    g_assert_null (rhumb_draw_placed_network (network, &looks, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    g_clear_error (&error);
    looks.topic = RHUMB_NONE;
    looks.colouring = RHUMB_MAP_COLOUR_YEAR;
    g_assert_null (rhumb_draw_placed_network (network, &looks, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/placed-map/places-are-those-of-the-file", places_are_those_of_the_file);
    g_test_add_func ("/placed-map/clusters-and-weights-are-those-of-the-file",
                     clusters_and_weights_are_those_of_the_file);
    g_test_add_func ("/placed-map/the-heaviest-500-are-drawn", the_heaviest_500_are_drawn);
    g_test_add_func ("/placed-map/one-node-is-a-map", one_node_is_a_map);
    g_test_add_func ("/placed-map/nodes-without-a-place-are-refused",
                     nodes_without_a_place_are_refused);
    g_test_add_func ("/placed-map/colours-may-be-scores-of-the-file",
                     colours_may_be_scores_of_the_file);
    g_test_add_func ("/placed-map/the-density-is-that-of-its-items",
                     the_density_is_that_of_its_items);
    g_test_add_func ("/placed-map/what-the-file-does-not-have-is-refused",
                     what_the_file_does_not_have_is_refused);
    return g_test_run ();
}
