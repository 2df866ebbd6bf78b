/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A map as a network for other programs.
 */
#include <string.h>

#include "io/format.h"
#include "io/write/attribute.h"
#include "tests/io/loading.h"
#include "tests/io/write/sample-map.h"

static char *
get (const RhumbAttributedNetwork *network, guint32 node, const char *name)
{
    const guint i = rhumb_attributed_network_find_attribute (network, RHUMB_ELEMENT_NODE, name);
    g_assert_cmpuint (i, !=, RHUMB_NONE);
    return rhumb_attribute_format (network, RHUMB_ELEMENT_NODE, node, i);
}

static void
assert_same (const RhumbAttributedNetwork *network, const RhumbMap *map)
{
    guint32 n_items;
    guint32 n_links;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n_items);
    rhumb_map_get_links (map, &n_links);
    g_assert_cmpuint (rhumb_attributed_network_get_n_nodes (network), ==, n_items);
    g_assert_cmpuint (rhumb_attributed_network_get_n_edges (network), ==, n_links);
    for (guint32 i = 0; i < n_items; i++) {
        g_assert_cmpstr (rhumb_attributed_network_get_id (network, i), ==, item[i].id);
        g_assert_cmpstr (rhumb_attributed_network_get_label (network, i), ==, item[i].name);
        g_autofree char *x = get (network, i, "x");
        g_autofree char *y = get (network, i, "y");
        g_autofree char *cluster = get (network, i, "cluster");
        g_autofree char *topic = get (network, i, "cluster_label");
        g_assert_cmpfloat_with_epsilon (g_ascii_strtod (x, NULL), item[i].x, 1e-9);
        g_assert_cmpfloat_with_epsilon (g_ascii_strtod (y, NULL),
                                        rhumb_map_get_height (map) - item[i].y, 1e-9);
        g_assert_cmpuint (g_ascii_strtoull (cluster, NULL, 10), ==, item[i].cluster + 1);
        g_assert_cmpstr (topic, ==, "Words \"<b>");
    }
}

static void
keeps_places_and_topics (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("rhumb-test-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, "map.json", NULL);
    g_autoptr (RhumbMap) map = sample_map ("Words \"<b>", NULL, 100);
    g_autoptr (RhumbAttributedNetwork) network = rhumb_attributed_network_new_for_map (map);
    assert_same (network, map);
    g_autofree char *color = get (network, 0, "color");
    g_assert_cmpuint (strlen (color), ==, 7);
    g_assert_true (rhumb_attributed_network_save (network, path, NULL, &error));
    g_autoptr (RhumbAttributedNetwork) again = rhumb_attributed_network_load (path, NULL, &error);
    g_assert_no_error (error);
    test_remove_folder (folder);
    assert_same (again, map);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/map-network/keeps-places-and-topics", keeps_places_and_topics);
    return g_test_run ();
}
