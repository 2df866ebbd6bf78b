/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/concepts.h"
#include "graph/corpus-builder.h"
#include "graph/error.h"
#include "tests/analytics/text/page.h"

#include <string.h>

#ifdef _OPENMP
#include <omp.h>
#endif

static RhumbConcepts *
extract_page (gboolean backwards)
{
    g_autoptr (GArray) texts = page_read_texts ();
    g_autoptr (RhumbCorpus) corpus =
        page_make_corpus ((const PageText *)(void *)texts->data, texts->len, backwards);
    return page_extract (corpus, NULL);
}

/* Everything in a table of concepts, as text. */
static char *
describe (const RhumbConcepts *concepts)
{
    GString *all = g_string_new (NULL);
    for (guint32 c = 0; c < rhumb_concepts_get_n_concepts (concepts); c++) {
        const RhumbConcept *concept = rhumb_concepts_get_concept (concepts, c);
        g_autofree char *variants = g_strjoinv ("|", (char **)concept->variants);
        g_string_append_printf (all, "%s\t%s\t%s\t%u\t%s\n", concept->id, concept->label,
                                concept->acronym ? concept->acronym : "", concept->n_papers,
                                variants);
    }
    const RhumbRows rows = rhumb_network_get_out_rows (rhumb_concepts_get_about (concepts));
    for (guint32 v = 0; v < rows.n_rows; v++)
        for (gsize e = rows.start[v]; e < rows.start[v + 1]; e++)
            g_string_append_printf (all, "%u %u %a\n", v, rows.node[e], rows.weight[e]);
    return g_string_free (all, FALSE);
}

static void
test_united (void)
{
    static const struct {
        const char *label;
        const char *acronym;
        guint32 n_papers;
    } united[] = {
        {"mixture of experts", "MoE", 8},
        {"graph neural network", "GNN", 8},
        {"large language model", "LLM", 9},
        {"neural architecture search", "NAS", 4},
        {"vehicle routing problem", "VRP", 2},
        {"travelling salesman problem", "TSP", 1},
        {"diffusion model", NULL, 6},
        {"multi-agent reinforcement learning", "MARL", 2},
        {"hierarchical navigable small world", "HNSW", 1},
    };
    g_autoptr (RhumbConcepts) concepts = extract_page (FALSE);
    for (gsize i = 0; i < G_N_ELEMENTS (united); i++) {
        const RhumbConcept *concept = page_find (concepts, united[i].label);
        g_assert_nonnull (concept);
        g_assert_cmpstr (concept->acronym, ==, united[i].acronym);
        g_assert_cmpuint (concept->n_papers, >=, united[i].n_papers);
        g_assert_true (united[i].acronym == NULL ||
                       page_find (concepts, united[i].acronym) == NULL);
    }
    /* What has a short form needs no word for its shape. */
    g_assert_nonnull (page_find (concepts, "navigable small world"));
    g_assert_null (page_find (concepts, "navigable small world graphs"));
    g_assert_null (page_find (concepts, "hierarchical navigable small world graphs"));
}

static void
test_generic (void)
{
    static const char *const generic[] = {
        "model",
        "method",
        "framework",
        "performance",
        "results",
        "result",
        "approach",
        "experiment",
        "real world",
        "state of the art",
        "training",
        "learning",
        "network",
        "graph data",
        "multiple",
        "learns",
        "numerous models",
        "synchronizes gradients",
        "Carlo Tree Search",
        "sparse mixture",
        "experts models",
        "multi-agent",
        "multi-head",
        "text-to-image",
        "NanoFlow",
        "GPipe",
        "AgentScope",
    };
    g_autoptr (RhumbConcepts) concepts = extract_page (FALSE);
    for (guint32 c = 0; c < rhumb_concepts_get_n_concepts (concepts); c++) {
        const RhumbConcept *concept = rhumb_concepts_get_concept (concepts, c);
        for (gsize i = 0; i < G_N_ELEMENTS (generic); i++)
            g_assert_cmpint (g_ascii_strcasecmp (concept->label, generic[i]), !=, 0);
    }
}

static void
test_bounds (void)
{
    g_autoptr (RhumbConcepts) concepts = extract_page (FALSE);
    const RhumbRows rows = rhumb_network_get_out_rows (rhumb_concepts_get_about (concepts));
    g_assert_cmpuint (rows.n_rows, ==, 70);
    for (guint32 v = 0; v < rows.n_rows; v++)
        g_assert_cmpuint (rows.start[v + 1], >, rows.start[v]);
    for (gsize e = 0; e < rows.start[rows.n_rows]; e++) {
        g_assert_cmpfloat (rows.weight[e], >, 0);
        g_assert_cmpfloat (rows.weight[e], <=, 1);
    }
}

static void
test_order (void)
{
    g_autoptr (RhumbConcepts) forth = extract_page (FALSE);
    g_autoptr (RhumbConcepts) back = extract_page (TRUE);
    g_autofree char *a = describe (forth);
    g_autofree char *b = describe (back);
    g_assert_cmpstr (a, ==, b);
}

static void
test_threads (void)
{
#ifdef _OPENMP
    g_autofree char *expected = NULL;
    for (int n = 1; n <= 4; n++) {
        omp_set_num_threads (n);
        g_autoptr (RhumbConcepts) concepts = extract_page (FALSE);
        g_autofree char *found = describe (concepts);
        if (expected)
            g_assert_cmpstr (found, ==, expected);
        else
            expected = g_steal_pointer (&found);
    }
#else
    g_test_skip ("built without OpenMP");
#endif
}

static void
test_wishes (void)
{
    static const char *const text[] = {
        "Colour image segmentation helps. We study tree search.",
        "We study image segmentation. The tree searches are wide.",
    };
    g_autoptr (RhumbCorpus) corpus = page_make_corpus_of (2, text);
    g_autoptr (RhumbConcepts) plain = page_extract (corpus, NULL);
    g_assert_nonnull (page_find (plain, "image segmentation"));
    g_assert_nonnull (page_find (plain, "tree search"));
    const char *const stop[] = {"Image Segmentations", NULL};
    const char *const from[] = {"tree searches", NULL};
    const char *const to[] = {"Search in trees", NULL};
    RhumbConceptOptions options = RHUMB_CONCEPT_DEFAULTS;
    options.stopwords = stop;
    options.thesaurus_from = from;
    options.thesaurus_to = to;
    g_autoptr (RhumbConcepts) wished = page_extract (corpus, &options);
    g_assert_null (page_find (wished, "image segmentation"));
    g_assert_null (page_find (wished, "tree search"));
    g_assert_nonnull (page_find (wished, "Search in trees"));
    g_assert_cmpuint (page_find (wished, "Search in trees")->n_papers, ==, 2);
    const char *const nothing[] = {"", NULL};
    options.thesaurus_to = nothing;
    g_autoptr (RhumbConcepts) dropped = page_extract (corpus, &options);
    g_assert_null (page_find (dropped, "tree search"));
    options = (RhumbConceptOptions)RHUMB_CONCEPT_DEFAULTS;
    options.min_papers = 2;
    g_autoptr (RhumbConcepts) common = page_extract (corpus, &options);
    for (guint32 c = 0; c < rhumb_concepts_get_n_concepts (common); c++)
        g_assert_cmpuint (rhumb_concepts_get_concept (common, c)->n_papers, >=, 2);
    g_assert_nonnull (page_find (common, "tree search"));
}

static void
test_errors (void)
{
    static const char *const text[] = {"We study tree search."};
    const char *const one[] = {"tree", NULL};
    const RhumbConceptOptions wrong[] = {
        {-0.1, 1, NULL, NULL, NULL}, {1.5, 1, NULL, NULL, NULL},       {0.2, 0, NULL, NULL, NULL},
        {0.2, 1, NULL, one, NULL},   {0.0 / 0.0, 1, NULL, NULL, NULL},
    };
    g_autoptr (RhumbCorpus) corpus = page_make_corpus_of (1, text);
    for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_extract_concepts (corpus, &wrong[i], &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
}

static void
test_hostile (void)
{
    static const char *const text[] = {
        "",
        "中文摘要。图神经网络。",
        "الشبكات العصبية",
        "\xf0\x9f\x98\x80 \xf0\x9f\x98\x80",
        "NEURAL NETWORKS IN CAPITALS ARE NEURAL NETWORKS",
        "$\\alpha$ & <b>x</b> (((",
        "- - -",
    };
    g_autoptr (RhumbCorpus) corpus = page_make_corpus_of (G_N_ELEMENTS (text), text);
    g_autoptr (RhumbConcepts) concepts = page_extract (corpus, NULL);
    /* A text that shouts is read in small letters. */
    const RhumbConcept *network = page_find (concepts, "neural networks");
    g_assert_nonnull (network);
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpus) empty = rhumb_corpus_builder_freeze (builder, &error);
    g_assert_no_error (error);
    g_autoptr (RhumbConcepts) none = page_extract (empty, NULL);
    g_assert_cmpuint (rhumb_concepts_get_n_concepts (none), ==, 0);
}

/* One paper a text; none has keywords. */
static RhumbCorpus *
make_corpus (const char *const *abstract)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    rhumb_corpus_builder_begin_source (builder, "test", "test");
    for (guint i = 0; abstract[i] != NULL; i++) {
        g_autofree char *id = g_strdup_printf ("paper-%u", i);
        g_autofree char *title = g_strdup_printf ("Paper number %u", i);
        g_autoptr (RhumbRecord) record = rhumb_record_new ();
        record->id = id;
        record->title = title;
        record->abstract = abstract[i];
        g_assert_true (rhumb_corpus_builder_add (builder, record, &error));
    }
    RhumbCorpus *corpus = rhumb_corpus_builder_freeze (builder, &error);
    g_assert_no_error (error);
    return corpus;
}

/* A word for any means adds nothing to a phrase that also stands without it, and everything to one
 * that does not. */
static void
test_heads (void)
{
    static const char *const abstract[] = {
        "We use dynamic programming. The dynamic programming algorithm fills a table.",
        "For knapsacks, dynamic programming algorithms are known; dynamic programming is exact.",
        "The hidden Markov model is trained. A hidden Markov model emits letters.",
        "Accelerating stable diffusion through assembly. The stable diffusion model is prevalent.",
        NULL,
    };
    g_autoptr (RhumbCorpus) corpus = make_corpus (abstract);
    g_autoptr (RhumbConcepts) concepts = page_extract (corpus, NULL);
    const RhumbConcept *concept = page_find (concepts, "dynamic programming");
    g_assert_nonnull (concept);
    g_assert_cmpuint (concept->n_papers, ==, 2);
    g_assert_true (
        g_strv_contains ((const char *const *)concept->variants, "dynamic programming algorithm"));
    g_assert_null (page_find (concepts, "dynamic programming algorithm"));
    g_assert_nonnull (page_find (concepts, "hidden Markov model"));
    g_assert_nonnull (page_find (concepts, "stable diffusion"));
    g_assert_null (page_find (concepts, "stable diffusion model"));
}

/* "real-world routing" begins with a word of degree, "world model" does not; "neural approach"
 * names no subject. */
static void
test_degree (void)
{
    static const char *const abstract[] = {
        "A world model predicts frames. The world model is learnt from pixels and actions.",
        "Real-world routing is hard. We look at real-world routing, at real-world routing.",
        "A neural approach to parsing: our neural approach parses. Neural approaches win.",
        "The neural approach is old.",
        NULL,
    };
    g_autoptr (RhumbCorpus) corpus = make_corpus (abstract);
    g_autoptr (RhumbConcepts) concepts = page_extract (corpus, NULL);
    g_assert_nonnull (page_find (concepts, "world model"));
    g_assert_null (page_find (concepts, "real-world routing"));
    g_assert_null (page_find (concepts, "neural approach"));
}

/* "dialogue systems" and "dialog systems" are one concept. */
static void
test_ogue (void)
{
    static const char *const abstract[] = {
        "Dialogue systems talk. We train dialogue systems.",
        "Dialog systems answer. We build dialog systems, and dialog systems learn.",
        NULL,
    };
    g_autoptr (RhumbCorpus) corpus = make_corpus (abstract);
    g_autoptr (RhumbConcepts) concepts = page_extract (corpus, NULL);
    g_assert_null (page_find (concepts, "dialogue systems"));
    const RhumbConcept *concept = page_find (concepts, "dialog systems");
    g_assert_nonnull (concept);
    g_assert_cmpuint (concept->n_papers, ==, 2);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/concepts/spellings-and-short-forms-are-one", test_united);
    g_test_add_func ("/concepts/generic-terms-and-pieces-are-none", test_generic);
    g_test_add_func ("/concepts/words-for-any-means-add-nothing", test_heads);
    g_test_add_func ("/concepts/words-of-degree-are-whole-words", test_degree);
    g_test_add_func ("/concepts/endings-in-ogue-and-og-are-one", test_ogue);
    g_test_add_func ("/concepts/weights-are-in-bounds", test_bounds);
    g_test_add_func ("/concepts/order-of-papers-changes-nothing", test_order);
    g_test_add_func ("/concepts/number-of-threads-changes-nothing", test_threads);
    g_test_add_func ("/concepts/stopwords-and-thesaurus-are-obeyed", test_wishes);
    g_test_add_func ("/concepts/options-out-of-range-are-refused", test_errors);
    g_test_add_func ("/concepts/any-text-is-read", test_hostile);
    return g_test_run ();
}
