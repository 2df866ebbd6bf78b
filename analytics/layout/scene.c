/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Chooses what a map shows, and how big.
 *
 * A page holds about a hundred names. Of all concepts those with the greatest
 * √(PageRank × papers) are drawn; concepts of a single paper only fill what is left, and each
 * topic has its best ones drawn first, so that no topic is empty. Papers are drawn as small
 * discs, the most central of each topic, in proportion to the size of topics. The area of a
 * concept's disc grows with its papers; the size of its letters with its importance.
 * Ties are broken by number, that is by id. Cost: n log n in the concepts of the graph.
 */
#include "analytics/layout/scene.h"

#include <math.h>
#include <stdlib.h>

#include "analytics/cluster/labels.h"
#include "analytics/layout/outsiders.h"
#include "analytics/layout/text-extents.h"
#include "graph/text.h"

#define BEST_OF_EACH_TOPIC 3
#define MAX_NODES 600
#define MAX_NAME 300
#define MAX_TITLE 72
#define TITLE_LINE 18
/* A longer title is on three lines. */
#define TWO_LINES 42
/* Of small letters on one line, in sizes of letters: about two lines of capitals. */
#define WIDEST_TITLE 18.0

typedef struct {
    guint32 number;
    guint32 topic;
    guint32 n_papers;
    guint32 place_in_topic;
    double importance;
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
    const Candidate *x = a;
    const Candidate *y = b;
    if ((x->n_papers > 1) != (y->n_papers > 1))
        return x->n_papers > 1 ? -1 : 1;
    if (x->importance != y->importance)
        return x->importance > y->importance ? -1 : 1;
    return x->number < y->number ? -1 : x->number > y->number;
}

static int
compare_with_quota (gconstpointer a, gconstpointer b)
{
    const Candidate *x = a;
    const Candidate *y = b;
    const guint32 first = MIN (x->place_in_topic, BEST_OF_EACH_TOPIC);
    const guint32 second = MIN (y->place_in_topic, BEST_OF_EACH_TOPIC);
    if (first != second)
        return first < second ? -1 : 1;
    return compare_candidates (a, b);
}

/* A node without place and size; weight is the papers about a concept, 1 for a paper. */
RhumbSceneNode
rhumb_scene_make_node (const RhumbScene *scene, guint32 node, guint32 cluster, double weight)
{
    const char *label = rhumb_graph_get_node_label (scene->graph, node);
    const char *id = rhumb_graph_get_node_id (scene->graph, node);
    RhumbSceneNode result = {.node = node,
                             .kind = rhumb_graph_get_node_kind (scene->graph, node),
                             .cluster = cluster,
                             .id = id,
                             .weight = weight};
    result.is_ring = result.kind == RHUMB_NODE_PAPER;
    result.name = rhumb_text_shorten (label == NULL || *label == '\0' ? id : label, MAX_NAME);
    result.score = rhumb_ranking_get_scores (scene->ranking)[node];
    result.importance = sqrt (MAX (result.score, 0.0) * weight);
    return result;
}

static gboolean
is_drawn (const RhumbScene *scene, guint32 topic)
{
    return !scene->cluster[topic].is_left_out &&
           (scene->options->topic == RHUMB_NONE || scene->options->topic == topic);
}

static GArray *
list_concepts (const RhumbScene *scene)
{
    RhumbConcepts *concepts = rhumb_graph_get_concepts (scene->graph);
    const double *score = rhumb_ranking_get_scores (scene->ranking);
    const guint32 first = rhumb_graph_get_first_node (scene->graph, RHUMB_NODE_CONCEPT);
    GArray *list = g_array_new (FALSE, FALSE, sizeof (Candidate));
    for (guint32 t = 0; t < rhumb_topics_get_n_topics (scene->topics); t++) {
        const RhumbTopic *topic = rhumb_topics_get_topic (scene->topics, t);
        for (guint32 i = 0; is_drawn (scene, t) && i < topic->n_concepts; i++) {
            const guint32 number = topic->concepts[i];
            const guint32 n = rhumb_concepts_get_concept (concepts, number)->n_papers;
            const double importance = sqrt (MAX (score[first + number], 0.0) * n);
            const Candidate candidate = {number, t, n, 0, importance};
            g_array_append_val (list, candidate);
        }
    }
    return list;
}

static void
choose_concepts (RhumbScene *scene, GArray *nodes)
{
    g_autoptr (GArray) list = list_concepts (scene);
    scene->n_all_concepts = list->len;
    g_array_sort (list, compare_candidates);
    g_autofree guint32 *seen = g_new0 (guint32, MAX (scene->n_clusters, 1));
    for (guint i = 0; i < list->len; i++) {
        Candidate *candidate = &g_array_index (list, Candidate, i);
        candidate->place_in_topic = seen[candidate->topic]++;
    }
    g_array_sort (list, compare_with_quota);
    const guint32 first = rhumb_graph_get_first_node (scene->graph, RHUMB_NODE_CONCEPT);
    scene->n_concepts = MIN (list->len, scene->options->n_labels);
    for (guint32 i = 0; i < scene->n_concepts; i++) {
        const Candidate *candidate = &g_array_index (list, Candidate, i);
        const RhumbSceneNode node = rhumb_scene_make_node (scene, first + candidate->number,
                                                           candidate->topic, candidate->n_papers);
        g_array_append_val (nodes, node);
    }
}

static guint32
count_papers (const RhumbScene *scene, guint32 t)
{
    return scene->cluster[t].is_left_out ? 0 : rhumb_topics_get_topic (scene->topics, t)->n_papers;
}

/* How many papers each topic shows: one, if there is room, and of the rest its share. Shares are
 * differences of rounded running sums, so they add up to the room. */
static guint32 *
share_room (const RhumbScene *scene, guint32 n_all, guint32 room)
{
    guint32 *share = g_new0 (guint32, MAX (scene->n_clusters, 1));
    const guint64 n_sure = room >= scene->n_clusters ? 1 : 0;
    const guint64 rest = room - n_sure * scene->n_clusters;
    guint64 n_others = n_all;
    for (guint32 t = 0; t < scene->n_clusters; t++)
        n_others -= MIN (count_papers (scene, t), n_sure);
    guint64 passed = 0;
    for (guint32 t = 0; t < scene->n_clusters; t++) {
        const guint64 n = count_papers (scene, t);
        const guint64 others = n - MIN (n, n_sure);
        const guint64 more =
            (passed + others) * rest / MAX (n_others, 1) - passed * rest / MAX (n_others, 1);
        share[t] = (guint32)(n_all <= room ? n : MIN (n, n_sure) + more);
        passed += others;
    }
    return share;
}

static void
choose_papers (RhumbScene *scene, GArray *nodes, guint32 room)
{
    guint32 n_all = 0;
    for (guint32 t = 0; t < scene->n_clusters; t++)
        n_all += is_drawn (scene, t) ? rhumb_topics_get_topic (scene->topics, t)->n_papers : 0;
    scene->n_all_papers = n_all;
    g_autofree guint32 *share = share_room (scene, n_all, room);
    if (scene->options->topic != RHUMB_NONE)
        share[scene->options->topic] = MIN (n_all, room);
    for (guint32 t = 0; t < scene->n_clusters; t++) {
        if (!is_drawn (scene, t))
            continue;
        const RhumbTopic *topic = rhumb_topics_get_topic (scene->topics, t);
        for (guint32 i = 0; i < share[t]; i++) {
            const RhumbSceneNode node = rhumb_scene_make_node (scene, topic->papers[i], t, 1.0);
            g_array_append_val (nodes, node);
        }
        scene->n_papers += share[t];
    }
}

static int
compare_importance (gconstpointer a, gconstpointer b, gpointer data)
{
    const RhumbSceneNode *x = &((const RhumbSceneNode *)data)[*(const guint32 *)a];
    const RhumbSceneNode *y = &((const RhumbSceneNode *)data)[*(const guint32 *)b];
    if (x->importance != y->importance)
        return x->importance > y->importance ? -1 : 1;
    return x->node < y->node ? -1 : x->node > y->node;
}

/* All nodes by importance, the most important first, ties by number. */
guint32 *
rhumb_scene_by_importance (const RhumbScene *scene)
{
    guint32 *order = g_new (guint32, MAX (scene->n_nodes, 1));
    for (guint32 i = 0; i < scene->n_nodes; i++)
        order[i] = i;
    g_qsort_with_data (order, (gint)scene->n_nodes, sizeof *order, compare_importance, scene->node);
    return order;
}

/* Upper case letter by letter: g_utf8_strup() would ask the user's locale. */
static char *
capitals (const char *name)
{
    GString *result = g_string_new (NULL);
    for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
        g_string_append_unichar (result, g_unichar_toupper (g_utf8_get_char (p)));
    return g_string_free (result, FALSE);
}

/* The name of a cluster as it stands on a map: of its parts as many as fit two lines. */
char *
rhumb_scene_short_name (const RhumbSceneCluster *cluster)
{
    g_autofree char *first =
        rhumb_text_join_fitting (cluster->parts, cluster->between, 1, TRUE, WIDEST_TITLE);
    return rhumb_text_shorten (first, MAX_TITLE);
}

/* What parts the nodes after which a cluster is called, as "Newman, M; Watts, D"; labels of topics
 * are what they are elsewhere. */
static const char *
choose_between (const RhumbScene *scene, const GStrv parts)
{
    for (guint i = 0; scene->topics == NULL && parts[0] != NULL && parts[i] != NULL; i++) {
        if (strchr (parts[i], ',') != NULL)
            return "; ";
    }
    return RHUMB_BETWEEN_LABEL_PARTS;
}

/* Names a cluster, which takes the parts of its name; the title on the map grows with it. @scene: a
 * scene whose clusters know how many nodes they have. */
void
rhumb_scene_name_cluster (RhumbScene *scene, guint32 c, GStrv parts)
{
    RhumbSceneCluster *cluster = &scene->cluster[c];
    cluster->parts = parts;
    cluster->between = choose_between (scene, parts);
    g_autofree char *whole = g_strjoinv (cluster->between, parts);
    cluster->name = rhumb_text_shorten (whole, MAX_NAME);
    const double share = (double)cluster->n_nodes / MAX (scene->n_nodes, 1);
    const double size = share > 0.07 ? 17.0 : share > 0.02 ? 14.5 : 12.5;
    g_autofree char *words = rhumb_scene_short_name (cluster);
    g_autofree char *title = capitals (words);
    const guint n_lines = g_utf8_strlen (title, -1) > TWO_LINES ? 3 : 2;
    cluster->title = rhumb_text_block_new (title, n_lines, TITLE_LINE, size, TRUE, 0.6);
}

static void
name_clusters (RhumbScene *scene)
{
    for (guint32 i = 0; i < scene->n_nodes; i++)
        scene->cluster[scene->node[i].cluster].n_nodes++;
    for (guint32 c = 0; c < scene->n_clusters; c++) {
        const RhumbTopic *topic = rhumb_topics_get_topic (scene->topics, c);
        rhumb_scene_name_cluster (
            scene, c,
            rhumb_label_split (scene->graph, topic->label, topic->concepts, topic->n_concepts));
    }
}

/* Chooses what is drawn and sets its size; a scene without places. @ranking: PageRank of the
 * graph's nodes; @options: borrowed, in range; @frame: where on the page the map may be. */
RhumbScene *
rhumb_scene_new (const RhumbTopics *topics, const RhumbRanking *ranking,
                 const RhumbMapOptions *options, RhumbBox frame)
{
    RhumbScene *scene = g_new0 (RhumbScene, 1);
    scene->topics = topics;
    scene->ranking = ranking;
    scene->options = options;
    scene->theme = rhumb_theme_get (options->theme);
    scene->frame = frame;
    scene->graph = rhumb_topics_get_graph (topics);
    scene->n_clusters = rhumb_topics_get_n_topics (topics);
    scene->cluster = g_new0 (RhumbSceneCluster, MAX (scene->n_clusters, 1));
    rhumb_scene_leave_out (scene);
    GArray *nodes = g_array_new (FALSE, FALSE, sizeof (RhumbSceneNode));
    if (options->show_concepts)
        choose_concepts (scene, nodes);
    const guint32 room = MIN (options->n_papers, MAX_NODES - scene->n_concepts);
    if (options->show_papers)
        choose_papers (scene, nodes, room);
    scene->n_nodes = nodes->len;
    scene->n_atlas = nodes->len;
    scene->node = (RhumbSceneNode *)(void *)g_array_free (nodes, FALSE);
    scene->largest_weight = 1.0;
    for (guint32 i = 0; i < scene->n_nodes; i++)
        scene->largest_weight = MAX (scene->largest_weight, scene->node[i].weight);
    rhumb_scene_set_sizes (scene);
    name_clusters (scene);
    return scene;
}

void
rhumb_scene_free (RhumbScene *scene)
{
    if (scene == NULL)
        return;
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        g_free (scene->node[i].name);
        g_free (scene->node[i].caption);
        rhumb_text_block_free (scene->node[i].label);
    }
    for (guint32 c = 0; c < scene->n_clusters; c++) {
        g_free (scene->cluster[c].name);
        g_strfreev (scene->cluster[c].parts);
        g_free (scene->cluster[c].facts);
        rhumb_text_block_free (scene->cluster[c].title);
    }
    g_free (scene->value_name);
    g_free (scene->node);
    g_free (scene->cluster);
    g_free (scene);
}

/* Where a node's label is by default: centred below its disc. */
RhumbBox
rhumb_scene_label_box (const RhumbSceneNode *node)
{
    const RhumbTextBlock *label = node->label;
    const RhumbPoint centre = {node->place.x,
                               node->place.y + node->radius + 2.5 + label->height / 2};
    return rhumb_box_around (centre, label->width, label->height);
}
