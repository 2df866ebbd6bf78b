/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Draws the topics of a corpus as a map.
 *
 * A reader sees at a glance which topics a body of papers has, how large each is, which are
 * neighbours, and which concepts each is made of; the papers behind every disc are on demand.
 * Method: choose what is drawn (scene.c), link it (springs.c), place it by a cluster-aware (1.5,0)
 * energy (positions.c), make room for names and give each topic one piece of land
 * (arrangement.c), colour neighbours differently (topic-colours.c), place names (title-placement.c,
 * label-placement.c), scatter papers (scattering.c), then hand over what a writer needs.
 * Guarantees: no words cover other words or a disc that is not theirs, nothing leaves the page,
 * letters are at least 9 points high and have a contrast of at least 4.5, each topic is one
 * outline that holds its discs. Names that find no place are left to tooltips.
 * Cost: for n ≤ 600 discs a few hundred times n² operations, below a second.
 */
#include "analytics/layout/topic-map.h"

#include "analytics/layout/colouring.h"
#include "analytics/layout/crowd.h"
#include "analytics/layout/drawing.h"
#include "analytics/layout/legend.h"
#include "analytics/layout/links.h"
#include "analytics/layout/map-options.h"
#include "analytics/layout/nesting.h"
#include "analytics/layout/positions.h"
#include "analytics/layout/scattering.h"
#include "analytics/layout/springs.h"
#include "graph/error.h"

static gboolean
place_all (RhumbScene *scene, const GArray *springs, GError **error)
{
    g_autoptr (GArray) tethered = g_array_copy ((GArray *)springs);
    rhumb_springs_tether (scene, tethered);
    return rhumb_find_positions (scene, tethered, error);
}

/* Whether there is land for others than the atlas draws; where a topic has none, the map fails. */
static gboolean
takes_crowd (const RhumbScene *scene, const RhumbTerritories *land)
{
    const RhumbMapOptions *options = scene->options;
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        const RhumbSceneNode *node = &scene->node[i];
        if (rhumb_territories_get_owner (land, node->place) != node->cluster)
            return FALSE;
    }
    return options->level == RHUMB_MAP_LEVEL_ATLAS && options->topic == RHUMB_NONE &&
           options->n_nodes > scene->n_nodes;
}

/* One topic has its places from the map of all, so that looking closer moves nothing. */
static gboolean
place_within_atlas (RhumbScene *scene, const GArray *springs, GError **error)
{
    RhumbMapOptions of_all = *scene->options;
    of_all.topic = RHUMB_NONE;
    g_autoptr (RhumbScene) atlas =
        rhumb_scene_new (scene->topics, scene->ranking, &of_all, scene->frame);
    g_autoptr (GArray) all_springs = rhumb_springs_new (atlas);
    if (!place_all (atlas, all_springs, error))
        return FALSE;
    g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (RhumbBox));
    rhumb_territories_free (rhumb_drawing_divide (atlas, all_springs, taken));
    rhumb_nest_positions (scene, springs, atlas);
    return TRUE;
}

/**
 * rhumb_draw_topics:
 * @topics: topics of a knowledge graph
 * @ranking: PageRank; one score for each node of the topics' graph
 * @options: (nullable): how, %NULL = defaults
 * @error: return location for an error
 *
 * Draws the topics of a corpus as a map with territories, names and a legend. The same topics,
 * ranking and options give the same map on any machine with any number of threads.
 *
 * Returns: (transfer full): the map; on failure %NULL with %RHUMB_ERROR_INVALID (an option out of
 *   range, or a ranking of another graph) or %RHUMB_ERROR_LIMIT (the page is too small)
 *
 * Since: 0.1
 */
RhumbMap *
rhumb_draw_topics (const RhumbTopics *topics, const RhumbRanking *ranking,
                   const RhumbMapOptions *options, GError **error)
{
    g_return_val_if_fail (topics != NULL && ranking != NULL, NULL);
    const RhumbMapOptions defaults = RHUMB_MAP_DEFAULTS;
    options = options == NULL ? &defaults : options;
    if (!rhumb_map_options_check (options, error))
        return NULL;
    const guint32 n_topics = rhumb_topics_get_n_topics (topics);
    if (options->topic != RHUMB_NONE && options->topic >= n_topics) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "there is no topic %u, expected one below %u", options->topic, n_topics);
        return NULL;
    }
    const guint32 n_nodes = rhumb_graph_get_n_nodes (rhumb_topics_get_graph (topics));
    if (rhumb_ranking_get_n_nodes (ranking) != n_nodes) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "the ranking has %u scores, expected one for each of %u nodes",
                     rhumb_ranking_get_n_nodes (ranking), n_nodes);
        return NULL;
    }
    const RhumbBox frame = {0, RHUMB_MAP_TOP, options->width - RHUMB_LEGEND_WIDTH,
                            options->height - RHUMB_MAP_BOTTOM};
    g_autoptr (RhumbScene) scene = rhumb_scene_new (topics, ranking, options, frame);
    g_autoptr (GArray) springs = rhumb_springs_new (scene);
    if (options->topic == RHUMB_NONE ? !place_all (scene, springs, error)
                                     : !place_within_atlas (scene, springs, error))
        return NULL;
    g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (RhumbBox));
    g_autoptr (RhumbTerritories) land = rhumb_drawing_divide (scene, springs, taken);
    rhumb_drawing_colour (scene, land);
    land = rhumb_drawing_name (scene, g_steal_pointer (&land), taken);
    rhumb_scatter_rings (scene, land, taken);
    g_autoptr (GArray) links = rhumb_links_choose (scene, springs);
    if (takes_crowd (scene, land))
        rhumb_crowd_join (scene, land, links);
    rhumb_colouring_apply (scene);
    return rhumb_drawing_build (scene, springs, links, land, error);
}
