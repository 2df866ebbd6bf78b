/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Adds to a map what its page has no room for: all concepts and papers, for who can zoom.
 *
 * The atlas stays as it is: its nodes, regions and names keep their places. Of the others, the most
 * telling concepts and the most central papers of each topic are added until there are n_nodes in
 * all, kinds and topics in proportion to what they have. Each is a small disc on its topic's land
 * (crowd-levels.c), moved off what it would cover (parting.c); the area of a concept's disc grows
 * with its papers, and no disc is larger than the room that all have allows.
 * Cost: that of crowd-levels.c.
 */
#include "analytics/layout/crowd.h"

#include <math.h>

#include "analytics/layout/crowd-links.h"
#include "analytics/layout/filling.h"
#include "graph/text.h"

/* Radii as shares of the distance at which discs would fill all ground evenly. */
#define PAPER_SHARE 0.30
#define LEAST_SHARE 0.26
#define MOST_SHARE 0.62
#define LEAST_RADIUS 0.5
#define MOST_RADIUS 3.0
#define PARTING_ROUNDS 40

static guint32
number_in (const RhumbScene *scene, const RhumbTopic *topic, RhumbNodeKind kind, guint32 k)
{
    return kind == RHUMB_NODE_PAPER
               ? topic->papers[k]
               : rhumb_graph_get_first_node (scene->graph, kind) + topic->concepts[k];
}

static guint32
count_in (const RhumbTopic *topic, RhumbNodeKind kind)
{
    return kind == RHUMB_NODE_PAPER ? topic->n_papers : topic->n_concepts;
}

/* Nodes of a kind in each topic that has land and that are not drawn yet; returns their sum. */
static guint64
count_others (const RhumbScene *scene, RhumbNodeKind kind, const guint8 *is_drawn, guint32 *others)
{
    guint64 sum = 0;
    for (guint32 t = 0; t < scene->n_clusters; t++) {
        const RhumbTopic *topic = rhumb_topics_get_topic (scene->topics, t);
        others[t] = 0;
        for (guint32 k = 0; scene->cluster[t].n_nodes > 0 && k < count_in (topic, kind); k++)
            others[t] += is_drawn[number_in (scene, topic, kind, k)] ? 0 : 1;
        sum += others[t];
    }
    return sum;
}

/* Adds room nodes of a kind; each topic its share, by differences of rounded running sums. */
static guint32
add_kind (RhumbScene *scene, RhumbNodeKind kind, guint64 room, const guint8 *is_drawn,
          const guint32 *others, GArray *nodes)
{
    guint64 sum = 0;
    guint64 passed = 0;
    guint32 n_added = 0;
    for (guint32 t = 0; t < scene->n_clusters; t++)
        sum += others[t];
    for (guint32 t = 0; t < scene->n_clusters; t++) {
        const RhumbTopic *topic = rhumb_topics_get_topic (scene->topics, t);
        const guint64 share =
            (passed + others[t]) * room / MAX (sum, 1) - passed * room / MAX (sum, 1);
        passed += others[t];
        guint64 n_taken = 0;
        for (guint32 k = 0; n_taken < share && k < count_in (topic, kind); k++) {
            const guint32 number = number_in (scene, topic, kind, k);
            if (is_drawn[number])
                continue;
            const double weight =
                kind == RHUMB_NODE_PAPER
                    ? 1.0
                    : rhumb_concepts_get_concept (rhumb_graph_get_concepts (scene->graph),
                                                  topic->concepts[k])
                          ->n_papers;
            const RhumbSceneNode node = rhumb_scene_make_node (scene, number, t, weight);
            g_array_append_val (nodes, node);
            n_taken++;
        }
        n_added += (guint32)n_taken;
    }
    return n_added;
}

static void
choose_others (RhumbScene *scene)
{
    const guint32 n = rhumb_graph_get_n_nodes (scene->graph);
    g_autofree guint8 *is_drawn = g_new0 (guint8, MAX (n, 1));
    for (guint32 i = 0; i < scene->n_nodes; i++)
        is_drawn[scene->node[i].node] = 1;
    g_autofree guint32 *concepts = g_new0 (guint32, MAX (scene->n_clusters, 1));
    g_autofree guint32 *papers = g_new0 (guint32, MAX (scene->n_clusters, 1));
    const guint64 n_concepts = scene->options->show_concepts
                                   ? count_others (scene, RHUMB_NODE_CONCEPT, is_drawn, concepts)
                                   : 0;
    const guint64 n_papers =
        scene->options->show_papers ? count_others (scene, RHUMB_NODE_PAPER, is_drawn, papers) : 0;
    const guint64 all = n_concepts + n_papers;
    const guint64 most =
        scene->options->n_nodes > scene->n_nodes ? scene->options->n_nodes - scene->n_nodes : 0;
    const guint64 room = MIN (all, most);
    const guint64 for_papers = all == 0 ? 0 : room * n_papers / all;
    GArray *nodes = g_array_new (FALSE, FALSE, sizeof (RhumbSceneNode));
    g_array_append_vals (nodes, scene->node, scene->n_nodes);
    scene->n_concepts +=
        add_kind (scene, RHUMB_NODE_CONCEPT, room - for_papers, is_drawn, concepts, nodes);
    scene->n_papers += add_kind (scene, RHUMB_NODE_PAPER, for_papers, is_drawn, papers, nodes);
    g_free (scene->node);
    scene->n_nodes = nodes->len;
    scene->node = (RhumbSceneNode *)(void *)g_array_free (nodes, FALSE);
}

/* How far apart the added nodes of each topic would be if they filled its ground evenly, but where
 * it is wide no farther than on all ground. */
static double *
find_distances (const RhumbScene *scene, const RhumbGround *ground)
{
    double *far = g_new0 (double, MAX (scene->n_clusters, 1));
    g_autofree guint32 *n_added = g_new0 (guint32, MAX (scene->n_clusters, 1));
    double area = 0.0;
    for (guint32 i = scene->n_atlas; i < scene->n_nodes; i++)
        n_added[scene->node[i].cluster]++;
    for (guint32 c = 0; c < scene->n_clusters; c++)
        area += rhumb_ground_get_area (ground, c);
    const double mean = sqrt (area / (scene->n_nodes - scene->n_atlas));
    for (guint32 c = 0; c < scene->n_clusters; c++)
        far[c] = MIN (mean, sqrt (rhumb_ground_get_area (ground, c) / MAX (n_added[c], 1)));
    return far;
}

static void
set_radii (RhumbScene *scene, const RhumbGround *ground)
{
    g_autofree double *far = find_distances (scene, ground);
    double most = 1.0;
    for (guint32 i = scene->n_atlas; i < scene->n_nodes; i++)
        most = MAX (most, scene->node[i].weight);
    for (guint32 i = scene->n_atlas; i < scene->n_nodes; i++) {
        RhumbSceneNode *node = &scene->node[i];
        const double share =
            node->kind == RHUMB_NODE_PAPER
                ? PAPER_SHARE
                : LEAST_SHARE + (MOST_SHARE - LEAST_SHARE) * sqrt (node->weight / most);
        node->radius = CLAMP (share * far[node->cluster], LEAST_RADIUS, MOST_RADIUS);
    }
}

static void
place_others (RhumbScene *scene, const RhumbGround *ground, const GArray *springs)
{
    const guint32 n = scene->n_nodes;
    g_autofree guint32 *cluster = g_new (guint32, n);
    g_autofree guint64 *key = g_new (guint64, n);
    g_autofree double *radius = g_new (double, n);
    g_autofree RhumbPoint *place = g_new (RhumbPoint, n);
    for (guint32 i = 0; i < n; i++) {
        cluster[i] = scene->node[i].cluster;
        key[i] = rhumb_hash_mix (scene->options->seed, rhumb_text_hash (scene->node[i].id));
        radius[i] = scene->node[i].radius;
        place[i] = scene->node[i].place;
    }
    RhumbCrowd crowd = {.n_nodes = n,
                        .n_fixed = scene->n_atlas,
                        .cluster = cluster,
                        .key = key,
                        .radius = radius,
                        .place = place,
                        .spring = (const RhumbSpring *)(const void *)springs->data,
                        .n_springs = springs->len};
    rhumb_settle_crowd (&crowd, ground, scene->n_clusters);
    rhumb_part_crowd (&crowd, ground, scene->frame, PARTING_ROUNDS);
    for (guint32 i = scene->n_atlas; i < n; i++)
        scene->node[i].place = place[i];
}

/* Adds concepts and papers that the atlas leaves out, up to the number that the options tell.
 * @land: its land, where every topic that has nodes has a piece. */
void
rhumb_crowd_join (RhumbScene *scene, const RhumbTerritories *land, GArray *links)
{
    choose_others (scene);
    if (scene->n_nodes == scene->n_atlas)
        return;
    g_autoptr (RhumbGround) ground = rhumb_ground_new (land, scene->n_clusters, scene->frame);
    set_radii (scene, ground);
    g_autoptr (GArray) springs = rhumb_crowd_springs (scene);
    place_others (scene, ground, springs);
    rhumb_crowd_choose_links (scene, springs, links);
    for (guint32 i = scene->n_atlas; i < scene->n_nodes; i++)
        scene->cluster[scene->node[i].cluster].n_nodes++;
}
