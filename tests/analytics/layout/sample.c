/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Topics made up for tests, the same on every run: names have the lengths of real concepts, the
 * first concepts of a topic are in many papers, the last in one, one paper in six has a concept
 * of the next topic.
 */
#include "tests/analytics/layout/sample.h"

#include <string.h>

#include "graph/corpus-builder.h"

static const char *const first_word[] = {
    "sparse",   "distributed", "graph",      "neural",        "large-scale", "multi-agent",
    "adaptive", "random",      "contextual", "combinatorial", "low-rank",    "self-supervised",
    "deep",     "federated",   "visual",     "hierarchical",  "stochastic",  "efficient"};
static const char *const second_word[] = {
    "routing",        "network",   "optimization", "representation", "search",
    "training",       "inference", "clustering",   "communication",  "architecture",
    "walk",           "attention", "pruning",      "compression",    "scheduling",
    "generalization", "embedding", "simulation",   "layout"};

static char *
name_concept (const SampleShape *shape, guint32 topic, guint32 i)
{
    const guint32 n = topic * shape->n_concepts + i;
    const char *second = second_word[n % G_N_ELEMENTS (second_word)];
    const char *first =
        first_word[(n + n / G_N_ELEMENTS (second_word)) % G_N_ELEMENTS (first_word)];
    if (shape->concept != NULL)
        return g_strdup_printf ("%s %u", shape->concept, n);
    if (n % 5 == 4)
        return g_strdup_printf ("%s %u", second, n);
    return n < 342 ? g_strdup_printf ("%s %s", first, second)
                   : g_strdup_printf ("%s %s %u", first, second, n / 342);
}

static RhumbCorpus *
make_corpus (const SampleShape *shape)
{
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    rhumb_corpus_builder_begin_source (builder, "sample", "test");
    for (guint32 p = 0; p < shape->n_papers; p++) {
        g_autoptr (RhumbRecord) record = rhumb_record_new ();
        g_autofree char *id = g_strdup_printf ("P%06u", p);
        g_autofree char *title =
            g_strdup_printf ("On the %s of %s %s, part %u", second_word[p % 19], first_word[p % 17],
                             second_word[(p / 3) % 19], p);
        record->id = id;
        record->title = shape->title == NULL ? title : shape->title;
        record->year = shape->n_years == 0 ? 2020
                       : p % 10 == 9       ? 0
                                           : 2001 + (int)p % shape->n_years;
        g_assert_true (rhumb_corpus_builder_add (builder, record, NULL));
    }
    return rhumb_corpus_builder_freeze (builder, NULL);
}

static guint32
topic_of_paper (const SampleShape *shape, guint32 p)
{
    /* Earlier topics are larger: the topic of the smaller of two numbers. */
    const guint32 a = p % shape->n_topics;
    const guint32 b = (p / 2 + p / 7) % shape->n_topics;
    return p < shape->n_topics ? p : MIN (a, b);
}

static void
link_paper (const SampleShape *shape, RhumbConceptsBuilder *builder, GHashTable *known, guint32 p)
{
    const guint32 topic = topic_of_paper (shape, p);
    for (guint32 k = 0; k < 5 && shape->n_concepts > 0; k++) {
        const guint32 spread = k == 0 ? MIN (shape->n_concepts, 3) : shape->n_concepts;
        const guint32 i = shape->are_alone ? k : (p * 7 + k * k * 3 + k) % spread;
        const guint32 of =
            !shape->are_alone && k == 4 && p % 6 == 0 ? (topic + 1) % shape->n_topics : topic;
        g_autofree char *name = name_concept (shape, of, i % shape->n_concepts);
        gpointer number = NULL;
        if (!g_hash_table_lookup_extended (known, name, NULL, &number)) {
            number = GUINT_TO_POINTER (rhumb_concepts_builder_add (builder, name, NULL, NULL));
            g_hash_table_insert (known, g_strdup (name), number);
        }
        rhumb_concepts_builder_link (builder, p, GPOINTER_TO_UINT (number), 0.3 + 0.1 * k);
    }
}

/* Puts each concept into the topic of the paper that has it first. */
static guint32 *
assign_concepts (const SampleShape *shape, const RhumbConcepts *concepts)
{
    const guint32 n = rhumb_concepts_get_n_concepts (concepts);
    guint32 *topic = g_new (guint32, n + 1);
    const RhumbRows rows = rhumb_network_get_in_rows (rhumb_concepts_get_about (concepts));
    for (guint32 c = 0; c < n; c++)
        topic[c] = topic_of_paper (shape, rows.node[rows.start[c]]);
    return topic;
}

static GArray *
members_of (const guint32 *topic, guint32 n, guint32 wanted)
{
    GArray *members = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 i = 0; i < n; i++) {
        if (topic[i] == wanted)
            g_array_append_val (members, i);
    }
    return members;
}

static RhumbTopics *
make_topics (const SampleShape *shape, RhumbGraph *graph, const guint32 *of_paper,
             const guint32 *of_concept)
{
    RhumbConcepts *concepts = rhumb_graph_get_concepts (graph);
    const guint32 n_concepts = rhumb_concepts_get_n_concepts (concepts);
    g_autofree guint32 *all = g_new (guint32, shape->n_papers + n_concepts + 1);
    memcpy (all, of_paper, shape->n_papers * sizeof *all);
    memcpy (all + shape->n_papers, of_concept, n_concepts * sizeof *all);
    g_autoptr (RhumbPartition) partition =
        rhumb_partition_new (shape->n_papers + n_concepts, all, NULL, "modularity", 0.5, 1.0, 1);
    g_autofree RhumbTopic *topic = g_new0 (RhumbTopic, shape->n_topics + 1);
    g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
    g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
    for (guint32 t = 0; t < shape->n_topics; t++) {
        GArray *papers = members_of (of_paper, shape->n_papers, t);
        GArray *inside = members_of (of_concept, n_concepts, t);
        g_ptr_array_add (kept, papers);
        g_ptr_array_add (kept, inside);
        char *label = g_strdup_printf ("%s %s %u", first_word[t % 17], second_word[t % 19], t);
        g_ptr_array_add (labels, label);
        topic[t] = (RhumbTopic){.label = label,
                                .concepts = (const guint32 *)(gpointer)inside->data,
                                .n_concepts = inside->len,
                                .papers = (const guint32 *)(gpointer)papers->data,
                                .n_papers = papers->len};
    }
    return rhumb_topics_new (graph, partition, topic, shape->n_topics);
}

void
sample_make (Sample *sample, const SampleShape *shape)
{
    const guint32 n = shape->n_papers;
    g_autoptr (RhumbCorpus) corpus = make_corpus (shape);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, n);
    g_autoptr (RhumbConceptsBuilder) builder = rhumb_concepts_builder_new (n);
    g_autofree guint32 *of_paper = g_new (guint32, n + 1);
    g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    for (guint32 p = 0; p < n; p++) {
        of_paper[p] = topic_of_paper (shape, p);
        link_paper (shape, builder, known, p);
    }
    g_autoptr (RhumbConcepts) concepts = rhumb_concepts_builder_freeze (builder, NULL);
    g_assert_nonnull (concepts);
    g_autoptr (RhumbNetwork) mentions =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, n, n, NULL, NULL, NULL, 0, NULL);
    g_autoptr (RhumbGraph) graph = rhumb_graph_new (corpus, concepts, mentions, NULL);
    g_assert_nonnull (graph);
    g_autofree guint32 *of_concept = assign_concepts (shape, concepts);
    sample->topics = make_topics (shape, graph, of_paper, of_concept);
    const guint32 n_nodes = rhumb_graph_get_n_nodes (graph);
    double *score = g_new0 (double, n_nodes + 1);
    for (guint32 v = 0; v < n_nodes; v++)
        score[v] = v < n ? 1.0 / n_nodes
                         : (1.0 + rhumb_concepts_get_concept (concepts, v - n)->n_papers) / n_nodes;
    sample->ranking = rhumb_ranking_new_take (n_nodes, score, "test", "share", 1, 0.0);
}

void
sample_clear (Sample *sample)
{
    g_clear_pointer (&sample->topics, rhumb_topics_unref);
    g_clear_pointer (&sample->ranking, rhumb_ranking_unref);
}
