/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Groups and names the nodes of a network that a map shows (network-choice.c says which).
 *
 * Clusters are those of Leiden on the links between the drawn nodes; clusters below three nodes
 * join their nearest (small-clusters.c). A cluster's name is what its papers are about, told as for
 * topics (labels.c): a paper counts for its own cluster, or for the one in which it has most
 * people. Where no concept tells it, or nothing tells that nodes are papers, its two heaviest nodes
 * do. Cost: that of Leiden on the drawn links; linear in the papers.
 */
#include "analytics/layout/network-scene.h"

#include "analytics/cluster/labels.h"
#include "analytics/cluster/leiden.h"
#include "analytics/cluster/small-clusters.h"
#include "analytics/cluster/topic-terms.h"
#include "analytics/layout/network-choice.h"
#include "graph/error.h"
#include "graph/text.h"

#define SMALLEST_CLUSTER 3
#define MAX_NAME 300

static const RhumbSceneWords of_people = {"Map of people",
                                          "person",
                                          "people",
                                          "Size: papers of the person",
                                          "strongest links for their size",
                                          "who wrote the same papers as others"};
static const RhumbSceneWords of_papers = {"Map of papers",
                                          "paper",
                                          "papers",
                                          "Size: papers read that cite it",
                                          "strongest links for their size",
                                          "linked as others are"};
static const RhumbSceneWords of_nodes = {"Map of a network",
                                         "node",
                                         "nodes",
                                         "Size: links that lead to it",
                                         "strongest links for their size",
                                         "linked as others are"};
static const RhumbSceneWords of_concepts = {"Map of concepts",
                                            "concept",
                                            "concepts",
                                            "Size: papers about the concept",
                                            "strongest links for their size",
                                            "linked as others are"};
static const RhumbSceneWords of_keywords = {"Map of keywords",
                                            "keyword",
                                            "keywords",
                                            "Size: papers with the keyword",
                                            "strongest links for their size",
                                            "linked as others are"};
static const RhumbSceneWords of_institutions = {"Map of institutions",
                                                "institution",
                                                "institutions",
                                                "Size: papers of the institution",
                                                "strongest links for their size",
                                                "linked as others are"};
static const RhumbSceneWords of_countries = {"Map of countries",
                                             "country",
                                             "countries",
                                             "Size: papers of the country",
                                             "strongest links for their size",
                                             "linked as others are"};

/* Names of which nobody says in which papers they are. */
static const RhumbSceneWords of_names = {"Map of a network",
                                         "node",
                                         "nodes",
                                         "Size: strength of all links",
                                         "strongest links for their size",
                                         "linked as others are"};

static gboolean
is_described (const RhumbPaper *paper)
{
    return paper->year > 0 || paper->n_people > 0 || paper->venue != RHUMB_NONE ||
           paper->abstract != NULL || (paper->keywords != NULL && paper->keywords[0] != NULL);
}

/* Links of papers to concepts that they share with others. */
static gsize
count_shared (const RhumbGraph *graph)
{
    const RhumbRows papers_of =
        rhumb_network_get_in_rows (rhumb_graph_get_relation (graph, RHUMB_RELATION_ABOUT));
    gsize n = 0;
    for (guint32 c = 0; c < papers_of.n_rows; c++) {
        const gsize n_papers = papers_of.start[c + 1] - papers_of.start[c];
        n += n_papers > 1 ? n_papers : 0;
    }
    return n;
}

/* A file of nodes and edges may hold characters, neurons or teams: that they are papers is known
 * where one has more than a name, or where half of the names have concepts in common. */
static gboolean
are_papers (const RhumbGraph *graph)
{
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (graph);
    const guint32 n_papers = rhumb_corpus_get_n_papers (corpus);
    if (2 * count_shared (graph) >= n_papers)
        return TRUE;
    for (guint32 v = 0; v < n_papers; v++) {
        if (is_described (rhumb_corpus_get_paper (corpus, v)))
            return TRUE;
    }
    return FALSE;
}

static const RhumbSceneWords *
choose_words (const RhumbGraph *graph, const RhumbDerivedNetwork *derived)
{
    switch (derived->kind) {
    case RHUMB_NODE_PERSON:
        return &of_people;
    case RHUMB_NODE_PAPER:
        return are_papers (graph) ? &of_papers : &of_nodes;
    case RHUMB_NODE_CONCEPT:
        return &of_concepts;
    default:
        return derived->papers == NULL                               ? &of_names
               : g_strcmp0 (derived->names_kind, "country") == 0     ? &of_countries
               : g_strcmp0 (derived->names_kind, "institution") == 0 ? &of_institutions
                                                                     : &of_keywords;
    }
}

static RhumbSceneNode
make_known (RhumbGraph *graph, const RhumbDerivedNetwork *derived, const RhumbRanking *ranking,
            guint32 v)
{
    const RhumbNodeKind kind = derived->kind;
    const guint32 node = rhumb_graph_get_first_node (graph, kind) + v;
    const char *label = rhumb_graph_get_node_label (graph, node);
    RhumbSceneNode result = {
        .node = node, .kind = kind, .id = rhumb_graph_get_node_id (graph, node)};
    result.name =
        rhumb_text_shorten (label == NULL || *label == '\0' ? result.id : label, MAX_NAME);
    result.score = rhumb_ranking_get_scores (ranking)[node];
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (graph);
    if (kind == RHUMB_NODE_PAPER)
        result.caption = rhumb_short_paper_name (corpus, rhumb_corpus_get_paper (corpus, v));
    return result;
}

/* What the graph does not have: a work outside, a keyword, a country. */
static RhumbSceneNode
make_named (const RhumbDerivedNetwork *derived, guint32 v)
{
    const char *name = g_ptr_array_index (derived->names, v - derived->n_known);
    RhumbSceneNode result = {
        .node = RHUMB_NONE, .kind = MIN (derived->kind, RHUMB_N_NODE_KINDS), .id = name};
    result.name = rhumb_text_shorten (name, MAX_NAME);
    if (derived->kind == RHUMB_NODE_PAPER) {
        result.caption = rhumb_short_reference_name (name);
        result.year = rhumb_reference_year (name);
    }
    return result;
}

static void
add_nodes (RhumbScene *scene, RhumbGraph *graph, const RhumbDerivedNetwork *derived,
           const RhumbRanking *ranking, const GArray *nodes)
{
    scene->n_nodes = scene->n_atlas = scene->n_concepts = nodes->len;
    scene->node = g_new0 (RhumbSceneNode, MAX (nodes->len, 1));
    scene->largest_weight = 1.0;
    double strongest = 0.0;
    for (guint32 i = 0; i < nodes->len; i++)
        strongest = MAX (strongest, g_array_index (nodes, RhumbNetworkChoice, i).strength);
    for (guint32 i = 0; i < nodes->len; i++) {
        const RhumbNetworkChoice *candidate = &g_array_index (nodes, RhumbNetworkChoice, i);
        RhumbSceneNode *node = &scene->node[i];
        *node = candidate->node < derived->n_known
                    ? make_known (graph, derived, ranking, candidate->node)
                    : make_named (derived, candidate->node);
        node->weight = candidate->weight;
        node->n_twins = candidate->n_twins;
        node->importance = candidate->weight + candidate->strength / MAX (strongest, 1e-300);
        scene->largest_weight = MAX (scene->largest_weight, node->weight);
    }
    g_autofree char ***caption = g_new (char **, MAX (nodes->len, 1));
    for (guint32 i = 0; i < nodes->len; i++)
        caption[i] = &scene->node[i].caption;
    rhumb_tell_papers_apart (caption, nodes->len);
}

static gboolean
find_clusters (RhumbScene *scene, const RhumbNetwork *drawn, double resolution, GError **error)
{
    scene->cluster = g_new0 (RhumbSceneCluster, MAX (scene->n_nodes, 1));
    if (scene->n_nodes == 0)
        return TRUE;
    RhumbLeidenOptions options = RHUMB_LEIDEN_DEFAULTS;
    options.resolution = resolution;
    options.seed = scene->options->seed;
    g_autoptr (RhumbPartition) found = rhumb_leiden (drawn, &options, error);
    if (found == NULL)
        return FALSE;
    g_autoptr (RhumbPartition) joined =
        rhumb_join_small_clusters (drawn, found, SMALLEST_CLUSTER, NULL);
    scene->n_clusters = rhumb_partition_get_n_clusters (joined);
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        scene->node[i].cluster = rhumb_partition_get_clusters (joined)[i];
        scene->cluster[scene->node[i].cluster].n_nodes++;
    }
    return TRUE;
}

/* The cluster in which a paper has most people, the first of several. */
static guint32
cluster_of_people (const RhumbPaper *paper, const guint32 *cluster_of, guint32 none)
{
    guint32 best = none;
    guint most = 0;
    for (guint i = 0; i < paper->n_people; i++) {
        const guint32 cluster = cluster_of[paper->people[i]];
        guint n = 0;
        for (guint j = 0; j < paper->n_people; j++)
            n += cluster_of[paper->people[j]] == cluster;
        if (cluster != none && (n > most || (n == most && cluster < best))) {
            most = n;
            best = cluster;
        }
    }
    return best;
}

/* A cluster for each paper; those of no cluster are one more. */
static guint32 *
sort_papers (const RhumbScene *scene, RhumbNodeKind kind)
{
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (scene->graph);
    const guint32 n_papers = rhumb_corpus_get_n_papers (corpus);
    const guint32 first = rhumb_graph_get_first_node (scene->graph, kind);
    const guint32 n = rhumb_graph_get_n_nodes_of_kind (scene->graph, kind);
    g_autofree guint32 *cluster_of = g_new (guint32, MAX (n, 1));
    for (guint32 v = 0; v < n; v++)
        cluster_of[v] = scene->n_clusters;
    for (guint32 i = 0; i < scene->n_nodes; i++) {
        if (scene->node[i].node != RHUMB_NONE)
            cluster_of[scene->node[i].node - first] = scene->node[i].cluster;
    }
    if (kind == RHUMB_NODE_PAPER)
        return g_steal_pointer (&cluster_of);
    guint32 *cluster = g_new (guint32, MAX (n_papers, 1));
    for (guint32 p = 0; p < n_papers; p++)
        cluster[p] =
            cluster_of_people (rhumb_corpus_get_paper (corpus, p), cluster_of, scene->n_clusters);
    return cluster;
}

static const char *
short_name (const RhumbSceneNode *node)
{
    return node->caption != NULL ? node->caption : node->name;
}

/* The heaviest node of a cluster but for those above: nodes come heaviest first. */
static guint32
find_heaviest (const RhumbScene *scene, guint32 c, guint32 from)
{
    guint32 i = from;
    while (i < scene->n_nodes && scene->node[i].cluster != c)
        i++;
    return i;
}

/* "China", "United States": where nothing tells what a cluster is about, whom it holds; the
 * heaviest alone would read as if the land were its. */
static GStrv
name_by_leaders (const RhumbScene *scene, guint32 c)
{
    const guint32 first = find_heaviest (scene, c, 0);
    const guint32 second = find_heaviest (scene, c, first + 1);
    g_autoptr (GStrvBuilder) leaders = g_strv_builder_new ();
    g_strv_builder_add (leaders, short_name (&scene->node[first]));
    if (second < scene->n_nodes)
        g_strv_builder_add (leaders, short_name (&scene->node[second]));
    return g_strv_builder_end (leaders);
}

/* What the legend says: how many there are, who leads, and of a cluster that is called after its
 * leaders who comes next, and how many with the same links are not drawn. */
static char *
describe_cluster (const RhumbScene *scene, guint32 c, gboolean is_told)
{
    const guint32 n = scene->cluster[c].n_nodes;
    guint32 next = find_heaviest (scene, c, 0);
    for (guint k = 0; k < 2 && !is_told && next < scene->n_nodes; k++)
        next = find_heaviest (scene, c, next + 1);
    guint64 n_twins = 0;
    for (guint32 i = 0; i < scene->n_nodes; i++)
        n_twins += scene->node[i].cluster == c ? scene->node[i].n_twins : 0;
    GString *facts = g_string_new (NULL);
    g_string_append_printf (facts, "%u %s", n, n == 1 ? scene->words->one : scene->words->many);
    if (n_twins > 0)
        g_string_append_printf (facts, " and %" G_GUINT64_FORMAT " more like them", n_twins);
    if (next < scene->n_nodes)
        g_string_append_printf (facts, " · %s", short_name (&scene->node[next]));
    return g_string_free (facts, FALSE);
}

static void
name_clusters (RhumbScene *scene, RhumbNodeKind kind)
{
    g_autoptr (GArray) labels = NULL;
    if (scene->words != &of_nodes && (kind == RHUMB_NODE_PAPER || kind == RHUMB_NODE_PERSON)) {
        g_autofree guint32 *cluster = sort_papers (scene, kind);
        g_autoptr (GArray) terms =
            rhumb_score_topic_terms (scene->graph, cluster, scene->n_clusters + 1);
        labels = rhumb_label_topics (scene->graph, terms, cluster, scene->n_clusters + 1);
    }
    for (guint32 c = 0; c < scene->n_clusters; c++) {
        const RhumbTopicLabel *label =
            labels != NULL ? &g_array_index (labels, RhumbTopicLabel, c) : NULL;
        const gboolean is_told = label != NULL && label->n_support > 0;
        rhumb_scene_name_cluster (scene, c,
                                  is_told ? rhumb_label_split (scene->graph, label->label,
                                                               label->concepts, label->n_concepts)
                                          : name_by_leaders (scene, c));
        scene->cluster[c].facts = describe_cluster (scene, c, is_told);
    }
}

/*
 * rhumb_network_scene_new:
 * @graph: a knowledge graph
 * @derived: a network that follows from it
 * @ranking: PageRank of the graph's nodes
 * @looks: how to draw; borrowed, in range, with concepts and without papers
 * @options: what to draw
 * @frame: where on the page the map may be
 * @drawn: (out) (transfer full): the links between the drawn nodes, by their number on the map
 * @error: return location for an error
 *
 * Chooses what of a network is drawn, groups it and sets its size.
 *
 * Returns: (transfer full): a scene without places; on failure %NULL
 */
RhumbScene *
rhumb_network_scene_new (RhumbGraph *graph, const RhumbDerivedNetwork *derived,
                         const RhumbRanking *ranking, const RhumbMapOptions *looks,
                         const RhumbNetworkMapOptions *options, RhumbBox frame,
                         RhumbNetwork **drawn, GError **error)
{
    g_autoptr (GArray) nodes = rhumb_choose_network_nodes (graph, derived, options->n_nodes);
    g_autoptr (RhumbNetwork) links = rhumb_link_chosen_nodes (derived, nodes, error);
    if (links == NULL)
        return NULL;
    g_autoptr (RhumbScene) scene = g_new0 (RhumbScene, 1);
    scene->words = choose_words (graph, derived);
    scene->title = scene->words == &of_nodes ? NULL : derived->title;
    scene->summary = scene->words == &of_nodes ? NULL : derived->summary;
    scene->ranking = ranking;
    scene->options = looks;
    scene->theme = rhumb_theme_get (looks->theme);
    scene->frame = frame;
    scene->graph = graph;
    scene->n_all_concepts = rhumb_network_get_n_from (derived->network);
    add_nodes (scene, graph, derived, ranking, nodes);
    if (!find_clusters (scene, links, options->resolution, error))
        return NULL;
    name_clusters (scene, derived->kind);
    rhumb_scene_set_sizes (scene);
    *drawn = g_steal_pointer (&links);
    return g_steal_pointer (&scene);
}
