/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What belongs together in a pile of papers, and what it is called.
 *
 *   1. Papers are related by the cosine of their words and concepts, each to its nearest
 *      (analytics/network/text-relatedness), and by citing or naming one another.
 *   2. This network is clustered (analytics/cluster/topic-search).
 *   3. Each topic is named by a concept (analytics/cluster/labels); papers that nothing links are
 *      one topic, which says so.
 *   4. A concept belongs to the topic that it names, else to the one in which its weights are
 *      largest.
 *
 * Papers, not concepts, are clustered: a concept that few papers share relates them too sparsely
 * to decide alone, and every paper must belong somewhere.
 *
 * Cost: that of relatedness, and of the search.
 */
#include "analytics/cluster/topics-private.h"

#include "analytics/cluster/labels.h"
#include "analytics/cluster/topic-search.h"
#include "analytics/cluster/topic-terms.h"
#include "analytics/network/gathered-rows.h"
#include "analytics/network/text-relatedness.h"
#include "graph/error.h"

/* A citation relates two papers as much as this cosine. */
#define CITATION_WEIGHT 0.5

#define N_NEIGHBOURS 8

/**
 * rhumb_relate_papers:
 * @graph: a knowledge graph
 * @error: return location for an error
 *
 * Relates papers by their words, concepts, citations and mentions: the network that is clustered
 * into topics.
 *
 * Returns: (transfer full): an undirected network of the papers, weights above 0; %NULL with an
 *   error of rhumb_relate_by_features()
 *
 * Since: 0.1
 */
RhumbNetwork *
rhumb_relate_papers (const RhumbGraph *graph, GError **error)
{
    g_autoptr (RhumbNetwork) related = rhumb_relate_texts (graph, N_NEIGHBOURS, error);
    if (related == NULL)
        return NULL;
    const RhumbNetwork *cites = rhumb_graph_get_relation (graph, RHUMB_RELATION_CITES);
    const RhumbNetwork *mentions = rhumb_graph_get_relation (graph, RHUMB_RELATION_MENTIONS);
    const RhumbRows cited = rhumb_network_get_out_rows (cites);
    const RhumbRows citing = rhumb_network_get_in_rows (cites);
    const RhumbRows named = rhumb_network_get_out_rows (mentions);
    const RhumbRows naming = rhumb_network_get_in_rows (mentions);
    /* Both papers of a pair add up in the same order: first what leads from the smaller number. */
    const RhumbRowPiece pieces[] = {
        {rhumb_network_get_out_rows (related), 0, 0, 1, RHUMB_PIECE_WHOLE},
        {citing, 0, 0, CITATION_WEIGHT, RHUMB_PIECE_BEFORE},
        {cited, 0, 0, CITATION_WEIGHT, RHUMB_PIECE_BEFORE},
        {cited, 0, 0, CITATION_WEIGHT, RHUMB_PIECE_BEHIND},
        {citing, 0, 0, CITATION_WEIGHT, RHUMB_PIECE_BEHIND},
        {naming, 0, 0, CITATION_WEIGHT, RHUMB_PIECE_BEFORE},
        {named, 0, 0, CITATION_WEIGHT, RHUMB_PIECE_BEFORE},
        {named, 0, 0, CITATION_WEIGHT, RHUMB_PIECE_BEHIND},
        {naming, 0, 0, CITATION_WEIGHT, RHUMB_PIECE_BEHIND},
    };
    RhumbOwnRows rows;
    rhumb_gather_rows (pieces, G_N_ELEMENTS (pieces), rhumb_network_get_n_from (related), &rows);
    return rhumb_network_take_rows (rows.n_rows, rows.start, rows.node, rows.weight);
}

/* Topic of each paper, then of each concept: the one it names, as who looks for what a topic is
 * called looks for it there; else where its weights are largest, ties to the first. */
static guint32 *
extend_to_concepts (const RhumbGraph *graph, const RhumbPartition *papers, const GArray *terms,
                    const GArray *labels)
{
    const guint32 n_papers = rhumb_partition_get_n_nodes (papers);
    const guint32 n_concepts = rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_CONCEPT);
    guint32 *topic = g_new0 (guint32, (gsize)n_papers + n_concepts);
    g_autofree double *best = g_new0 (double, n_concepts);
    for (guint32 v = 0; v < n_papers; v++)
        topic[v] = rhumb_partition_get_clusters (papers)[v];
    for (guint i = 0; i < terms->len; i++) {
        const RhumbTopicTerm *term = &g_array_index (terms, RhumbTopicTerm, i);
        if (term->weight > best[term->concept]) {
            best[term->concept] = term->weight;
            topic[n_papers + term->concept] = term->topic;
        }
    }
    for (guint32 t = 0; t < labels->len; t++) {
        const RhumbTopicLabel *label = &g_array_index (labels, RhumbTopicLabel, t);
        for (guint32 k = 0; k < label->n_concepts; k++)
            topic[n_papers + label->concepts[k]] = t;
    }
    return topic;
}

/* Concepts of each topic, most telling first, and its papers, highest score first. */
typedef struct {
    GPtrArray *concepts;
    GPtrArray *papers;
} Members;

static GPtrArray *
make_lists (guint32 n)
{
    GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
    for (guint32 i = 0; i < n; i++)
        g_ptr_array_add (lists, g_array_new (FALSE, FALSE, sizeof (guint32)));
    return lists;
}

static Members
gather_members (const RhumbRanking *ranking, const GArray *terms, const guint32 *topic,
                guint32 n_papers, guint32 n_topics)
{
    const Members members = {make_lists (n_topics), make_lists (n_topics)};
    for (guint i = 0; i < terms->len; i++) {
        const RhumbTopicTerm *term = &g_array_index (terms, RhumbTopicTerm, i);
        if (topic[n_papers + term->concept] == term->topic)
            g_array_append_val ((GArray *)members.concepts->pdata[term->topic], term->concept);
    }
    g_autofree guint32 *order = rhumb_ranking_sort_nodes (ranking, 0, n_papers);
    for (guint32 i = 0; i < n_papers; i++)
        g_array_append_val ((GArray *)members.papers->pdata[topic[order[i]]], order[i]);
    return members;
}

static double
sum_scores (const double *score, const GArray *nodes)
{
    double sum = 0;
    for (guint i = 0; i < nodes->len; i++)
        sum += score[g_array_index (nodes, guint32, i)];
    return sum;
}

static RhumbTopic
describe_topic (const Members *members, const double *score, guint32 n_papers,
                const RhumbTopicLabel *label, guint32 t)
{
    const GArray *concepts = members->concepts->pdata[t];
    const GArray *papers = members->papers->pdata[t];
    return (RhumbTopic){
        .label = label->label,
        .concepts = (const guint32 *)(gpointer)concepts->data,
        .n_concepts = concepts->len,
        .papers = (const guint32 *)(gpointer)papers->data,
        .n_papers = papers->len,
        .n_support = label->n_support,
        .score = sum_scores (score, papers) + sum_scores (score + n_papers, concepts),
        .label_concepts = label->concepts,
        .n_label_concepts = label->n_concepts,
    };
}

/* Only papers count for the order of topics, so the numbers stay those of @papers. */
static RhumbPartition *
make_partition (const RhumbPartition *papers, const guint32 *topic, guint32 n_concepts)
{
    const guint32 n_papers = rhumb_partition_get_n_nodes (papers);
    g_autofree double *size = g_new0 (double, (gsize)n_papers + n_concepts);
    for (guint32 v = 0; v < n_papers; v++)
        size[v] = 1;
    return rhumb_partition_new (
        n_papers + n_concepts, topic, size, rhumb_partition_get_quality_name (papers),
        rhumb_partition_get_quality (papers), rhumb_partition_get_resolution (papers),
        rhumb_partition_get_seed (papers));
}

static void
name_unlinked (const RhumbNetwork *related, const RhumbPartition *papers, GArray *labels)
{
    const RhumbRows rows = rhumb_network_get_out_rows (related);
    g_autofree guint32 *n_papers = g_new0 (guint32, labels->len + 1);
    g_autofree guint32 *n_linked = g_new0 (guint32, labels->len + 1);
    for (guint32 v = 0; v < rows.n_rows; v++) {
        const guint32 t = rhumb_partition_get_clusters (papers)[v];
        n_papers[t]++;
        n_linked[t] += rows.start[v + 1] > rows.start[v];
    }
    for (guint32 t = 0; labels->len > 1 && t < labels->len; t++) {
        if (n_papers[t] >= 2 && n_linked[t] == 0)
            rhumb_label_unlinked (&g_array_index (labels, RhumbTopicLabel, t));
    }
}

static RhumbTopics *
build_topics (RhumbGraph *graph, const RhumbRanking *ranking, const RhumbNetwork *related,
              const RhumbPartition *papers)
{
    const guint32 n_topics = rhumb_partition_get_n_clusters (papers);
    const guint32 *of_paper = rhumb_partition_get_clusters (papers);
    const guint32 n_papers = rhumb_partition_get_n_nodes (papers);
    g_autoptr (GArray) terms = rhumb_score_topic_terms (graph, of_paper, n_topics);
    g_autoptr (GArray) labels = rhumb_label_topics (graph, terms, of_paper, n_topics);
    name_unlinked (related, papers, labels);
    g_autofree guint32 *topic = extend_to_concepts (graph, papers, terms, labels);
    const Members members = gather_members (ranking, terms, topic, n_papers, n_topics);
    g_autofree RhumbTopic *list = g_new (RhumbTopic, n_topics);
    for (guint32 t = 0; t < n_topics; t++)
        list[t] = describe_topic (&members, rhumb_ranking_get_scores (ranking), n_papers,
                                  &g_array_index (labels, RhumbTopicLabel, t), t);
    g_autoptr (RhumbPartition) partition =
        make_partition (papers, topic, rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_CONCEPT));
    RhumbTopics *topics = rhumb_topics_new (graph, partition, list, n_topics);
    g_ptr_array_unref (members.concepts);
    g_ptr_array_unref (members.papers);
    return topics;
}

static gboolean
check_options (const RhumbTopicOptions *options, GError **error)
{
    if (options->min_papers < 1) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "topics of at least %u papers, expected at least 1", options->min_papers);
        return FALSE;
    }
    const gboolean takes_resolution = rhumb_clustering_takes_resolution (options->method);
    const char *name = rhumb_clustering_get_name (options->method);
    if (options->resolution > 0 && !takes_resolution) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "%s takes no resolution, expected leiden or louvain", name);
        return FALSE;
    }
    if (options->n_topics > 0 && !takes_resolution &&
        !rhumb_clustering_takes_number (options->method)) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "%s takes no number of topics, expected leiden, louvain or walktrap", name);
        return FALSE;
    }
    return TRUE;
}

/*
 * rhumb_find_topics_by:
 * @graph: a knowledge graph
 * @give: gives a score for each node of @graph when papers are clustered: only then it is needed
 * @data: for @give
 * @options: (nullable): options, %NULL = defaults
 * @error: return location for an error
 *
 * Finds topics like rhumb_find_topics(), which is given the ranking.
 *
 * Returns: (transfer full): topics, or %NULL with the errors of rhumb_find_topics() and of @give
 */
RhumbTopics *
rhumb_find_topics_by (RhumbGraph *graph, RhumbRankingGiver give, gpointer data,
                      const RhumbTopicOptions *options, GError **error)
{
    static const RhumbTopicOptions DEFAULTS = RHUMB_TOPIC_DEFAULTS;
    const RhumbTopicOptions *used = options != NULL ? options : &DEFAULTS;
    if (!check_options (used, error))
        return NULL;
    g_autoptr (RhumbNetwork) related = rhumb_relate_papers (graph, error);
    if (related == NULL)
        return NULL;
    g_autoptr (RhumbPartition) papers = rhumb_search_topics (graph, related, used, error);
    const RhumbRanking *ranking = papers != NULL ? give (data, error) : NULL;
    return ranking != NULL ? build_topics (graph, ranking, related, papers) : NULL;
}

static const RhumbRanking *
give_same (gpointer ranking, GError **error G_GNUC_UNUSED)
{
    return ranking;
}

/**
 * rhumb_find_topics:
 * @graph: a knowledge graph
 * @ranking: a score for each node of @graph, by which members are ordered
 * @options: (nullable): options, %NULL = defaults
 * @error: return location for an error
 *
 * Finds topics: clusters of papers with their concepts and a name each.
 *
 * Returns: (transfer full): topics, none if there are no papers; or %NULL with
 *   %RHUMB_ERROR_INVALID, %RHUMB_ERROR_LIMIT (more papers than the method takes) or
 *   %RHUMB_ERROR_LIBRARY
 *
 * Since: 0.1
 */
RhumbTopics *
rhumb_find_topics (RhumbGraph *graph, const RhumbRanking *ranking, const RhumbTopicOptions *options,
                   GError **error)
{
    return rhumb_find_topics_by (graph, give_same, (gpointer)ranking, options, error);
}
