/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What do two papers have to do with each other? Whether one cites or names the other; works that
 * both cite (bibliographic coupling); papers that cite both (co-citation); concepts, people and the
 * venue that they share.
 *
 * Source: coupling, Kessler (1963), doi:10.1002/asi.5090140103; co-citation, Small (1973),
 * doi:10.1002/asi.4630240406; weights as in fractional counting, Perianes-Rodriguez, Waltman and
 * van Eck (2016), doi:10.1016/j.joi.2016.10.006: a work that n papers cite tells 1 / (n − 1), and a
 * paper that cites n works of the set tells 1 / (n − 1). A shared concept weighs the product of its
 * weights on both; people and venues 1.
 *
 * Cost: O(links of both), and one pass over all references if both have such that lead out of the
 * set.
 */
#include "analytics/why/paper-evidence.h"

typedef struct {
    const RhumbGraph *graph;
    guint32 a;
    guint32 b;
    RhumbEvidenceBuilder *builder;
} Pair;

static gsize
get_n (RhumbRows rows, guint32 v)
{
    return rows.start[v + 1] - rows.start[v];
}

static void
add_direct (const Pair *pair, RhumbRelation relation, guint32 from, guint32 to)
{
    const RhumbNetwork *network = rhumb_graph_get_relation (pair->graph, relation);
    if (rhumb_network_get_weight (network, from, to) <= 0)
        return;
    g_autofree char *why = g_strdup_printf ("%s “%s”", rhumb_relation_get_name (relation),
                                            rhumb_graph_get_node_label (pair->graph, to));
    rhumb_evidence_builder_add (pair->builder, rhumb_relation_get_name (relation), from, 1, why);
}

/* Nodes in the rows of both; @others are the rows of those nodes from their own side. */
static void
add_shared_papers (const Pair *pair, RhumbRows rows, RhumbRows others, const char *kind,
                   const char *format)
{
    gsize i = rows.start[pair->a];
    gsize k = rows.start[pair->b];
    while (i < rows.start[pair->a + 1] && k < rows.start[pair->b + 1]) {
        if (rows.node[i] != rows.node[k]) {
            if (rows.node[i] < rows.node[k])
                i++;
            else
                k++;
            continue;
        }
        const gsize n = get_n (others, rows.node[i]);
        g_autofree char *number = g_strdup_printf ("%" G_GSIZE_FORMAT, n);
        g_autofree char *why = g_strconcat (number, format, NULL);
        rhumb_evidence_builder_add (pair->builder, kind, rows.node[i], 1 / (double)MAX (n - 1, 1),
                                    why);
        i++;
        k++;
    }
}

static void
add_shared_concepts (const Pair *pair)
{
    const RhumbConcepts *concepts = rhumb_graph_get_concepts (pair->graph);
    const RhumbNetwork *about = rhumb_concepts_get_about (concepts);
    const RhumbRows rows = rhumb_network_get_out_rows (about);
    const guint32 first = rhumb_graph_get_first_node (pair->graph, RHUMB_NODE_CONCEPT);
    for (gsize i = rows.start[pair->a]; i < rows.start[pair->a + 1]; i++) {
        const guint32 c = rows.node[i];
        const double other = rhumb_network_get_weight (about, pair->b, c);
        if (other <= 0)
            continue;
        const double own = rhumb_rows_get_weight (rows, i);
        g_autofree char *why = g_strdup_printf ("both are about it, as %u papers are",
                                                rhumb_concepts_get_concept (concepts, c)->n_papers);
        rhumb_evidence_builder_add (pair->builder, "shared concept", first + c, own * other, why);
    }
}

static void
add_shared_people (const Pair *pair)
{
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (pair->graph);
    const RhumbPaper *a = rhumb_corpus_get_paper (corpus, pair->a);
    const RhumbPaper *b = rhumb_corpus_get_paper (corpus, pair->b);
    const guint32 person = rhumb_graph_get_first_node (pair->graph, RHUMB_NODE_PERSON);
    const guint32 venue = rhumb_graph_get_first_node (pair->graph, RHUMB_NODE_VENUE);
    for (guint i = 0; i < a->n_people; i++) {
        for (guint k = 0; k < b->n_people; k++) {
            if (a->people[i] == b->people[k])
                rhumb_evidence_builder_add (pair->builder, "shared person", person + a->people[i],
                                            1, "wrote both");
        }
    }
    if (a->venue != RHUMB_NONE && a->venue == b->venue)
        rhumb_evidence_builder_add (pair->builder, "same venue", venue + a->venue, 1,
                                    "published both");
}

/* References of a paper that lead out of the corpus. */
static GHashTable *
collect_outside (const RhumbCorpus *corpus, guint32 paper)
{
    GHashTable *outside = g_hash_table_new (g_str_hash, g_str_equal);
    const RhumbPaper *record = rhumb_corpus_get_paper (corpus, paper);
    for (guint i = 0; i < record->n_references; i++) {
        if (rhumb_corpus_find_paper (corpus, record->references[i]) == RHUMB_NONE)
            g_hash_table_add (outside, (gpointer)record->references[i]);
    }
    return outside;
}

static guint
count_citing (const RhumbCorpus *corpus, const char *reference)
{
    guint n = 0;
    for (guint32 p = 0; p < rhumb_corpus_get_n_papers (corpus); p++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, p);
        for (guint i = 0; i < paper->n_references; i++) {
            if (!g_str_equal (paper->references[i], reference))
                continue;
            n++;
            break;
        }
    }
    return n;
}

/* Works outside the corpus have no node: the reference itself is the reason. */
static void
add_shared_outside (const Pair *pair)
{
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (pair->graph);
    const RhumbPaper *b = rhumb_corpus_get_paper (corpus, pair->b);
    g_autoptr (GHashTable) outside = collect_outside (corpus, pair->a);
    for (guint i = 0; i < b->n_references; i++) {
        if (!g_hash_table_remove (outside, b->references[i]))
            continue;
        const guint n = count_citing (corpus, b->references[i]);
        g_autofree char *why = g_strdup_printf ("%s, which %u papers cite", b->references[i], n);
        rhumb_evidence_builder_add (pair->builder, "both cite, outside", RHUMB_NONE,
                                    1 / (double)MAX (n - 1, 1), why);
    }
}

/**
 * rhumb_explain_paper_link:
 * @graph: a knowledge graph
 * @a: number of a paper
 * @b: number of another
 *
 * Lists what links two papers: kinds "cites", "mentions", "both cite", "both cite, outside" (works
 * that are not in the corpus), "cites both", "shared concept", "shared person", "same venue".
 *
 * Returns: (transfer full): the evidence, empty if nothing links them
 *
 * Since: 0.2
 */
RhumbEvidence *
rhumb_explain_paper_link (const RhumbGraph *graph, guint32 a, guint32 b)
{
    const guint32 n = rhumb_corpus_get_n_papers (rhumb_graph_get_corpus (graph));
    g_return_val_if_fail (a < n && b < n, NULL);
    const RhumbNetwork *cites = rhumb_graph_get_relation (graph, RHUMB_RELATION_CITES);
    const RhumbRows out = rhumb_network_get_out_rows (cites);
    const RhumbRows in = rhumb_network_get_in_rows (cites);
    g_autoptr (RhumbEvidenceBuilder) builder = rhumb_evidence_builder_new ();
    const Pair pair = {graph, a, b, builder};
    add_direct (&pair, RHUMB_RELATION_CITES, a, b);
    add_direct (&pair, RHUMB_RELATION_CITES, b, a);
    add_direct (&pair, RHUMB_RELATION_MENTIONS, a, b);
    add_direct (&pair, RHUMB_RELATION_MENTIONS, b, a);
    add_shared_papers (&pair, out, in, "both cite", " papers cite it");
    add_shared_outside (&pair);
    add_shared_papers (&pair, in, out, "cites both", " papers of the set are cited by it");
    add_shared_concepts (&pair);
    add_shared_people (&pair);
    return rhumb_evidence_builder_freeze (builder);
}
