/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which papers stand behind a concept, behind a link between two concepts, and behind the label of
 * a topic? Each with its weight and the words in which it names the concept (quotation.c).
 *
 * Cost: O(papers about the concept × length of their texts).
 */
#include "analytics/why/concept-evidence.h"

#include "analytics/why/quotation.h"

static RhumbRows
get_papers (const RhumbGraph *graph)
{
    return rhumb_network_get_in_rows (rhumb_concepts_get_about (rhumb_graph_get_concepts (graph)));
}

/**
 * rhumb_explain_concept:
 * @graph: a knowledge graph
 * @concept: number of a concept in the graph's #RhumbConcepts
 * @paper: only this paper; %RHUMB_NONE = all papers about the concept
 *
 * Lists the papers about a concept: kind "about", weight of the relation in [0, 1].
 *
 * Returns: (transfer full): the evidence, heaviest first; empty if @paper is not about it
 *
 * Since: 0.2
 */
RhumbEvidence *
rhumb_explain_concept (const RhumbGraph *graph, guint32 concept, guint32 paper)
{
    const RhumbRows columns = get_papers (graph);
    g_return_val_if_fail (concept < columns.n_rows, NULL);
    const RhumbConcept *about =
        rhumb_concepts_get_concept (rhumb_graph_get_concepts (graph), concept);
    g_autoptr (RhumbEvidenceBuilder) builder = rhumb_evidence_builder_new ();
    for (gsize i = columns.start[concept]; i < columns.start[concept + 1]; i++) {
        const guint32 v = columns.node[i];
        if (paper != RHUMB_NONE && v != paper)
            continue;
        g_autofree char *why =
            rhumb_quote_concept (rhumb_corpus_get_paper (rhumb_graph_get_corpus (graph), v), about);
        rhumb_evidence_builder_add (builder, "about", v, rhumb_rows_get_weight (columns, i), why);
    }
    return rhumb_evidence_builder_freeze (builder);
}

/**
 * rhumb_explain_concept_link:
 * @graph: a knowledge graph
 * @a: number of a concept
 * @b: number of another
 *
 * Lists the papers that are about both of two concepts: kind "about both"; the weight is the
 * smaller one of the two.
 *
 * Returns: (transfer full): the evidence, heaviest first
 *
 * Since: 0.2
 */
RhumbEvidence *
rhumb_explain_concept_link (const RhumbGraph *graph, guint32 a, guint32 b)
{
    const RhumbRows columns = get_papers (graph);
    const RhumbConcepts *concepts = rhumb_graph_get_concepts (graph);
    const RhumbNetwork *about = rhumb_concepts_get_about (concepts);
    g_return_val_if_fail (a < columns.n_rows && b < columns.n_rows, NULL);
    g_autoptr (RhumbEvidenceBuilder) builder = rhumb_evidence_builder_new ();
    for (gsize i = columns.start[a]; i < columns.start[a + 1]; i++) {
        const guint32 v = columns.node[i];
        const double weight = rhumb_network_get_weight (about, v, b);
        if (weight <= 0)
            continue;
        const RhumbPaper *paper = rhumb_corpus_get_paper (rhumb_graph_get_corpus (graph), v);
        g_autofree char *first =
            rhumb_quote_concept (paper, rhumb_concepts_get_concept (concepts, a));
        g_autofree char *second =
            rhumb_quote_concept (paper, rhumb_concepts_get_concept (concepts, b));
        g_autofree char *why = g_str_equal (first, second)
                                   ? g_strdup (first)
                                   : g_strdup_printf ("%s; %s", first, second);
        rhumb_evidence_builder_add (builder, "about both", v,
                                    MIN (weight, rhumb_rows_get_weight (columns, i)), why);
    }
    return rhumb_evidence_builder_freeze (builder);
}

/* Of the concepts of a label that which a paper is most about, and how much; 0 = about none. */
static double
find_support (const RhumbNetwork *about, const RhumbTopic *topic, guint32 paper, guint32 *concept)
{
    double most = 0;
    for (guint32 i = 0; i < topic->n_label_concepts; i++) {
        const guint32 c = topic->label_concepts[i];
        const double weight = rhumb_network_get_weight (about, paper, c);
        if (weight > most) {
            most = weight;
            *concept = c;
        }
    }
    return most;
}

/* In words: where a paper names the concept of a label, or why not. */
static char *
explain_support (const RhumbGraph *graph, const RhumbTopic *topic, guint32 paper, double weight,
                 guint32 concept)
{
    if (topic->n_label_concepts == 0)
        return g_strdup_printf ("“%s” is no concept", topic->label);
    if (!(weight > 0))
        return g_strdup_printf ("not about “%s”", topic->label);
    return rhumb_quote_concept (
        rhumb_corpus_get_paper (rhumb_graph_get_corpus (graph), paper),
        rhumb_concepts_get_concept (rhumb_graph_get_concepts (graph), concept));
}

/**
 * rhumb_explain_topic_label:
 * @topics: topics of a knowledge graph
 * @topic: number of a topic
 *
 * Lists the papers of a topic that are about a concept it is named after: kind "supports the
 * label", weight of the relation, the largest of several; then its other papers: kind "in the
 * topic", weight 0.
 *
 * Returns: (transfer full): the evidence, one row for each paper of the topic
 *
 * Since: 0.2
 */
RhumbEvidence *
rhumb_explain_topic_label (const RhumbTopics *topics, guint32 topic)
{
    g_return_val_if_fail (topic < rhumb_topics_get_n_topics (topics), NULL);
    const RhumbGraph *graph = rhumb_topics_get_graph (topics);
    const RhumbNetwork *about = rhumb_graph_get_relation (graph, RHUMB_RELATION_ABOUT);
    const RhumbTopic *named = rhumb_topics_get_topic (topics, topic);
    g_autoptr (RhumbEvidenceBuilder) builder = rhumb_evidence_builder_new ();
    for (guint pass = 0; pass < 2; pass++) {
        for (guint32 i = 0; i < named->n_papers; i++) {
            const guint32 v = named->papers[i];
            guint32 concept = RHUMB_NONE;
            const double weight = find_support (about, named, v, &concept);
            if ((weight > 0) != (pass == 0))
                continue;
            g_autofree char *why = explain_support (graph, named, v, weight, concept);
            rhumb_evidence_builder_add (builder, weight > 0 ? "supports the label" : "in the topic",
                                        v, weight, why);
        }
    }
    return rhumb_evidence_builder_freeze (builder);
}
