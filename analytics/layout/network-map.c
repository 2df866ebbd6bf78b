/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Draws a network of people, papers or names as a map.
 *
 * A reader sees who works with whom, which papers are cited together or cite the same, and which
 * groups that makes: discs near each other are linked strongly for their size. It is what VOSviewer
 * and CitNetExplorer are used for (N. J. van Eck, L. Waltman 2010, doi:10.1007/s11192-009-0146-3;
 * 2014, doi:10.1016/j.joi.2014.07.006).
 * Method: choose, group and name nodes (network-scene.c); place them by their association strength
 * 2m c_ij / (k_i k_j), k the links of a node among those drawn, with the layout of topics
 * (positions.c) in place of VOSviewer's; draw the links that hold the map together, as wide as they
 * are strong.
 * Guarantees and cost: those of topic-map.c.
 */
#include "analytics/layout/network-map.h"

#include "analytics/layout/colouring.h"
#include "analytics/layout/drawing.h"
#include "analytics/layout/legend.h"
#include "analytics/layout/links.h"
#include "analytics/layout/map-options.h"
#include "analytics/layout/network-scene.h"
#include "analytics/layout/positions.h"
#include "analytics/layout/springs.h"
#include "graph/set-error.h"

static GArray *
make_springs (const RhumbNetwork *drawn)
{
    const RhumbRows rows = rhumb_network_get_out_rows (drawn);
    g_autofree double *degree = g_new0 (double, MAX (rows.n_rows, 1));
    double twice = 0.0;
    for (guint32 v = 0; v < rows.n_rows; v++) {
        for (gsize e = rows.start[v]; e < rows.start[v + 1]; e++)
            degree[v] += rows.weight[e];
        twice += degree[v];
    }
    GArray *springs = g_array_new (FALSE, FALSE, sizeof (RhumbSpring));
    for (guint32 v = 0; v < rows.n_rows; v++) {
        for (gsize e = rows.start[v]; e < rows.start[v + 1]; e++) {
            const guint32 u = rows.node[e];
            const RhumbSpring spring = {v, u, twice * rows.weight[e] / (degree[v] * degree[u])};
            if (v < u)
                g_array_append_val (springs, spring);
        }
    }
    return springs;
}

/* What is drawn is as wide as the network says, not as the layout needs it. */
static void
restore_strengths (GArray *links, const RhumbNetwork *drawn)
{
    for (guint e = 0; e < links->len; e++) {
        RhumbSpring *link = &g_array_index (links, RhumbSpring, e);
        link->weight = rhumb_network_get_weight (drawn, link->from, link->to);
    }
}

static gboolean
check (const RhumbGraph *graph, const RhumbRanking *ranking, const RhumbMapOptions *looks,
       const RhumbNetworkMapOptions *options, GError **error)
{
    if (options->n_nodes < RHUMB_MAP_LEAST_DISCS || options->n_nodes > RHUMB_MAP_MOST_DISCS) {
        rhumb_set_error (error, RHUMB_ERROR_INVALID, "n_nodes is %u, expected %u to %u",
                         options->n_nodes, RHUMB_MAP_LEAST_DISCS, RHUMB_MAP_MOST_DISCS);
        return FALSE;
    }
    const char *wrong = NULL;
    if (!(options->resolution > 0 && options->resolution <= G_MAXDOUBLE))
        wrong = "resolution is out of range, expected above 0";
    else if (looks->level != RHUMB_MAP_LEVEL_ATLAS || looks->topic != RHUMB_NONE ||
             looks->n_nodes > 0)
        wrong = "the map of a network has no level, topic or further nodes";
    else if (rhumb_ranking_get_n_nodes (ranking) != rhumb_graph_get_n_nodes (graph))
        wrong = "the ranking is of another graph, expected one score for each node";
    if (wrong != NULL)
        g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID, wrong);
    return wrong == NULL;
}

/**
 * rhumb_draw_network:
 * @graph: a knowledge graph
 * @derived: a network that follows from it, as rhumb_derive_network() gives
 * @ranking: PageRank; one score for each node of @graph
 * @looks: (nullable): page, title, labels, colours, layout; %NULL = defaults. What is shown of
 *   concepts and papers does not matter; level, topic and n_nodes keep their defaults
 * @options: (nullable): what of the network is drawn, %NULL = defaults
 * @error: return location for an error
 *
 * Draws the heaviest nodes of a network as a map with clusters, names and a legend: papers by how
 * often the others cite them, all else by how many papers have it. Nodes without a link
 * to another drawn one are left out. The same input gives the same map for any number of threads.
 *
 * Returns: (transfer full): the map; on failure %NULL with %RHUMB_ERROR_INVALID (an option out of
 *   range, or a ranking of another graph), %RHUMB_ERROR_NOT_FOUND (no links) or
 *   %RHUMB_ERROR_LIMIT (the page is too small)
 *
 * Since: 0.2
 */
RhumbMap *
rhumb_draw_network (RhumbGraph *graph, const RhumbDerivedNetwork *derived,
                    const RhumbRanking *ranking, const RhumbMapOptions *looks,
                    const RhumbNetworkMapOptions *options, GError **error)
{
    g_return_val_if_fail (graph != NULL && derived != NULL && ranking != NULL, NULL);
    const RhumbMapOptions plain = RHUMB_MAP_DEFAULTS;
    const RhumbNetworkMapOptions defaults = RHUMB_NETWORK_MAP_DEFAULTS;
    RhumbMapOptions used = looks == NULL ? plain : *looks;
    options = options == NULL ? &defaults : options;
    used.show_concepts = TRUE;
    used.show_papers = FALSE;
    if (!rhumb_map_options_check (&used, error) || !check (graph, ranking, &used, options, error))
        return NULL;
    const RhumbBox frame = {0, RHUMB_MAP_TOP, used.width - RHUMB_LEGEND_WIDTH,
                            used.height - RHUMB_MAP_BOTTOM};
    g_autoptr (RhumbNetwork) drawn = NULL;
    g_autoptr (RhumbScene) scene =
        rhumb_network_scene_new (graph, derived, ranking, &used, options, frame, &drawn, error);
    if (scene == NULL)
        return NULL;
    if (scene->n_nodes == 0) {
        g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
                             "the network has no links, so there is nothing to draw");
        return NULL;
    }
    g_autoptr (GArray) springs = make_springs (drawn);
    g_autoptr (GArray) tethered = g_array_copy (springs);
    rhumb_springs_tether (scene, tethered);
    if (!rhumb_find_positions (scene, tethered, error))
        return NULL;
    g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (RhumbBox));
    g_autoptr (RhumbTerritories) land = rhumb_drawing_divide (scene, springs, taken);
    rhumb_drawing_colour (scene, land);
    land = rhumb_drawing_name (scene, g_steal_pointer (&land), taken);
    g_autoptr (GArray) links = rhumb_links_choose (scene, springs);
    restore_strengths (links, drawn);
    rhumb_colouring_apply (scene);
    return rhumb_drawing_build (scene, springs, links, land, error);
}
