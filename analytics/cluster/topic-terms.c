/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which concepts tell what a topic is about: those that many of its papers are about and few
 * others are.
 *
 * With n_ct the papers of topic t that are about concept c, n_c all papers about it, n_t those of
 * the topic, n all, and w_ct the sum of the concept's weights on the topic's,
 *
 *   score_ct = (n_ct / Σ_c n_ct) ln (1 + A / n_c) · √(1 + G²_ct) · (w_ct / n_ct)^0.25 · f(c)
 *
 * The first product is c-TF-IDF (Grootendorst 2022, arXiv:2203.05794) with papers for words and A
 * the mean of Σ_c n_ct over topics: how much of the topic the concept covers. G² is the
 * log-likelihood ratio of the 2 × 2 table concept × topic (Dunning 1993), 2 Σ O ln (O / E), and 0
 * where the concept is rarer in the topic than elsewhere: how sure it is that it belongs here. One
 * alone prefers what is everywhere, the other what is rare. f prefers phrases: two to four words
 * say more than one or a whole sentence.
 *
 * Cost: O(edges of `about` + terms log terms).
 */
#include "analytics/cluster/topic-terms.h"

#include <math.h>
#include <string.h>

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
            weight[topic[concepts.node[i]]] += rhumb_rows_get_weight (concepts, i);
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

/* O ln (O / E), 0 for 0. */
static double
get_information (double observed, double expected)
{
    return observed > 0 ? observed * log (observed / expected) : 0;
}

/* G² of the table concept × topic; 0 if the concept is no commoner in the topic than chance. */
static double
measure_likelihood (double n_both, double n_concept, double n_topic, double n)
{
    const double expected = n_concept * n_topic / n;
    if (n_both <= expected)
        return 0;
    const double others = n - n_concept;
    const double outside = n - n_topic;
    const double sum = get_information (n_both, expected) +
                       get_information (n_concept - n_both, n_concept * outside / n) +
                       get_information (n_topic - n_both, others * n_topic / n) +
                       get_information (others - (n_topic - n_both), others * outside / n);
    return MAX (2 * sum, 0);
}

static double *
count_papers (guint32 n_papers, const guint32 *topic, guint32 n_topics)
{
    double *n = g_new0 (double, n_topics);
    for (guint32 v = 0; v < n_papers; v++)
        n[topic[v]]++;
    return n;
}

static void
score_terms (GArray *terms, const RhumbConcepts *concepts, const double *n_of_topic,
             guint32 n_topics, guint32 n_papers)
{
    g_autofree double *n_terms = g_new0 (double, n_topics);
    for (guint i = 0; i < terms->len; i++) {
        const RhumbTopicTerm *term = &g_array_index (terms, RhumbTopicTerm, i);
        n_terms[term->topic] += term->n_support;
    }
    double total = 0;
    for (guint32 t = 0; t < n_topics; t++)
        total += n_terms[t];
    for (guint i = 0; i < terms->len; i++) {
        RhumbTopicTerm *term = &g_array_index (terms, RhumbTopicTerm, i);
        const RhumbConcept *concept = rhumb_concepts_get_concept (concepts, term->concept);
        const double support = term->n_support;
        const double coverage =
            support / n_terms[term->topic] * log (1 + total / n_topics / concept->n_papers);
        const double likelihood =
            measure_likelihood (support, concept->n_papers, n_of_topic[term->topic], n_papers);
        term->score = coverage * sqrt (1 + likelihood) *
                      pow (term->weight / support, STRENGTH_EXPONENT) * prefer_phrase (concept);
    }
}

/* Scores every concept of every topic by how telling it is: terms by topic, best first, ties by
 * concept. */
GArray *
rhumb_score_topic_terms (const RhumbGraph *graph, const guint32 *topic, guint32 n_topics)
{
    const guint32 n_papers = rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PAPER);
    GArray *terms = gather_terms (graph, topic, n_topics);
    g_autofree double *n_of_topic = count_papers (n_papers, topic, n_topics);
    score_terms (terms, rhumb_graph_get_concepts (graph), n_of_topic, n_topics, n_papers);
    g_array_sort (terms, compare_terms);
    return terms;
}

/* Which topics have a concept that at least two of their papers are about, and so can be named;
 * %NULL if none has. */
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
