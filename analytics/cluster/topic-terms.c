/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which concepts tell what a topic is about: those that many of its papers are about and few
 * others are.
 *
 * With n_ct the papers of topic t that are about concept c, n_c all papers about it, and w_ct the
 * sum of its weights on those of the topic,
 *
 *   score_ct = n_ct^1.2 · n_ct / n_c · (w_ct / n_ct)^0.25 · f(c)
 *
 * where f prefers phrases: a concept of two to four words says more than one of one word or a
 * whole sentence. The product of size and specificity is the idea of c-TF-IDF (Grootendorst 2022,
 * arXiv:2203.05794); the share n_ct / n_c is bounded, so that rare concepts do not win by rarity,
 * and papers count for more than weights: a name must fit many of them.
 *
 * Cost: O(edges of `about` + terms log terms).
 */
#include "analytics/cluster/topic-terms.h"

#include <math.h>
#include <string.h>

#define SIZE_EXPONENT 1.2
#define STRENGTH_EXPONENT 0.25

static guint
count_words (const char *label)
{
    guint n = 1;
    for (const char *p = label; *p != '\0'; p++)
        n += *p == ' ' || *p == '-';
    return n;
}

/* Acronyms and coined names are one word that says much; plain single words say little. */
static double
prefer_phrase (const RhumbConcept *concept)
{
    const guint n_words = count_words (concept->label);
    if (n_words >= 5)
        return 0.7;
    return n_words >= 2 ? 1.25 : 0.6;
}

static int
compare_terms (gconstpointer a, gconstpointer b)
{
    const RhumbTopicTerm *first = a;
    const RhumbTopicTerm *second = b;
    if (first->topic != second->topic)
        return first->topic < second->topic ? -1 : 1;
    if (first->score != second->score)
        return first->score > second->score ? -1 : 1;
    return (first->concept > second->concept) - (first->concept < second->concept);
}

/* Sums weight and support of every (topic, concept) pair that occurs. */
static GArray *
gather_terms (const RhumbGraph *graph, const guint32 *topic, guint32 n_topics)
{
    const RhumbRows concepts =
        rhumb_network_get_in_rows (rhumb_graph_get_relation (graph, RHUMB_RELATION_ABOUT));
    GArray *terms = g_array_new (FALSE, FALSE, sizeof (RhumbTopicTerm));
    g_autofree double *weight = g_new0 (double, n_topics);
    g_autofree guint32 *support = g_new0 (guint32, n_topics);
    for (guint32 c = 0; c < concepts.n_rows; c++) {
        for (gsize i = concepts.start[c]; i < concepts.start[c + 1]; i++) {
            weight[topic[concepts.node[i]]] += concepts.weight != NULL ? concepts.weight[i] : 1;
            support[topic[concepts.node[i]]]++;
        }
        for (gsize i = concepts.start[c]; i < concepts.start[c + 1]; i++) {
            const guint32 t = topic[concepts.node[i]];
            if (support[t] == 0)
                continue;
            const RhumbTopicTerm term = {t, c, support[t], weight[t], 0};
            g_array_append_val (terms, term);
            support[t] = 0;
            weight[t] = 0;
        }
    }
    return terms;
}

/**
 * rhumb_score_topic_terms:
 * @graph: a knowledge graph
 * @topic: (array): a topic for each paper
 * @n_topics: how many topics
 *
 * Scores every concept of every topic by how telling it is.
 *
 * Returns: (transfer full) (element-type RhumbTopicTerm): terms by topic, best first, ties by
 *   concept
 *
 * Since: 0.1
 */
GArray *
rhumb_score_topic_terms (const RhumbGraph *graph, const guint32 *topic, guint32 n_topics)
{
    const RhumbConcepts *concepts = rhumb_graph_get_concepts (graph);
    GArray *terms = gather_terms (graph, topic, n_topics);
    for (guint i = 0; i < terms->len; i++) {
        RhumbTopicTerm *term = &g_array_index (terms, RhumbTopicTerm, i);
        const RhumbConcept *concept = rhumb_concepts_get_concept (concepts, term->concept);
        const double support = term->n_support;
        term->score = pow (support, SIZE_EXPONENT) * (support / concept->n_papers) *
                      pow (term->weight / support, STRENGTH_EXPONENT) * prefer_phrase (concept);
    }
    g_array_sort (terms, compare_terms);
    return terms;
}

/**
 * rhumb_find_named_topics:
 * @graph: a knowledge graph
 * @topic: (array): a topic for each paper
 * @n_topics: how many topics
 *
 * Tells which topics have a concept that at least two of their papers are about, and so can be
 * named.
 *
 * Returns: (transfer full) (nullable): for each topic whether it has one; %NULL if none has
 *
 * Since: 0.1
 */
gboolean *
rhumb_find_named_topics (const RhumbGraph *graph, const guint32 *topic, guint32 n_topics)
{
    g_autoptr (GArray) terms = gather_terms (graph, topic, n_topics);
    g_autofree gboolean *is_named = g_new0 (gboolean, n_topics);
    gboolean any = FALSE;
    for (guint i = 0; i < terms->len; i++) {
        const RhumbTopicTerm *term = &g_array_index (terms, RhumbTopicTerm, i);
        is_named[term->topic] = is_named[term->topic] || term->n_support > 1;
        any = any || term->n_support > 1;
    }
    return any ? g_steal_pointer (&is_named) : NULL;
}
