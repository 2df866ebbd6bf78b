/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/concepts.h"
#include "analytics/text/scripts.h"
#include "graph/corpus-builder.h"
#include "tests/analytics/text/page.h"

static void
test_keywords (void)
{
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    g_autoptr (RhumbRecord) record = rhumb_record_new ();
    g_autoptr (GError) error = NULL;
    rhumb_corpus_builder_begin_source (builder, "-", "test");
    record->id = "a";
    record->title = "Sparse graphs";
    record->abstract = "We study a graph neural network (GNN). The performance is good.";
    g_ptr_array_add (record->keywords, (gpointer) "Performance");
    g_ptr_array_add (record->keywords, (gpointer) "GNNs");
    rhumb_corpus_builder_add (builder, record, &error);
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, &error);
    g_assert_no_error (error);
    g_autoptr (RhumbConcepts) concepts = page_extract (corpus, NULL);
    const RhumbConcept *given = page_find (concepts, "performance");
    const RhumbConcept *merged = page_find (concepts, "graph neural network");
    g_assert_nonnull (given);
    g_assert_nonnull (merged);
    g_assert_cmpfloat (given->score, ==, 1);
    g_assert_cmpfloat (merged->score, ==, 1);
    g_ptr_array_set_size (record->keywords, 0);
}

/* What indexers tick says nothing of a paper; whom it is about may. */
static void
test_check_tags (void)
{
    static const char *const keywords[] = {"Humans", "middle aged", "FEMALE", "Priority journal",
                                           "Child"};
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    g_autoptr (RhumbRecord) record = rhumb_record_new ();
    g_autoptr (GError) error = NULL;
    rhumb_corpus_builder_begin_source (builder, "-", "test");
    record->id = "a";
    record->title = "Costs of care";
    for (gsize i = 0; i < G_N_ELEMENTS (keywords); i++)
        g_ptr_array_add (record->keywords, (gpointer)keywords[i]);
    rhumb_corpus_builder_add (builder, record, &error);
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, &error);
    g_assert_no_error (error);
    g_autoptr (RhumbConcepts) concepts = page_extract (corpus, NULL);
    g_assert_nonnull (page_find (concepts, "child"));
    for (gsize i = 0; i + 1 < G_N_ELEMENTS (keywords); i++) {
        g_autofree char *small = g_ascii_strdown (keywords[i], -1);
        g_assert_null (page_find (concepts, keywords[i]));
        g_assert_null (page_find (concepts, small));
    }
    g_assert_cmpuint (g_strv_length ((GStrv)rhumb_corpus_get_paper (corpus, 0)->keywords), ==,
                      G_N_ELEMENTS (keywords));
}

/* Three authors' keywords for one thing. */
static void
test_explained_keywords (void)
{
    static const char *const keywords[] = {"Health technology assessment (HTA)", "HTA",
                                           "health technology assessment", "gene (human)"};
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    g_autoptr (RhumbRecord) record = rhumb_record_new ();
    g_autoptr (GError) error = NULL;
    rhumb_corpus_builder_begin_source (builder, "-", "test");
    for (gsize i = 0; i < G_N_ELEMENTS (keywords); i++) {
        g_autofree char *id = g_strdup_printf ("paper %" G_GSIZE_FORMAT, i);
        record->id = id;
        record->title = "Costs of care";
        g_ptr_array_set_size (record->keywords, 0);
        g_ptr_array_add (record->keywords, (gpointer)keywords[i]);
        rhumb_corpus_builder_add (builder, record, &error);
    }
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, &error);
    g_assert_no_error (error);
    g_autoptr (RhumbConcepts) concepts = page_extract (corpus, NULL);
    const RhumbConcept *united = page_find (concepts, "health technology assessment");
    g_assert_nonnull (united);
    g_assert_cmpfloat (united->score, ==, 3);
    g_assert_null (page_find (concepts, "HTA"));
    g_assert_nonnull (page_find (concepts, "gene (human)"));
}

/* No phrases are cut out of Chinese or Russian, but their keywords are concepts; English beside
 * them is read, and a Greek letter is mathematics. */
static void
test_other_letters (void)
{
    static const struct {
        const char *title;
        const char *abstract;
        const char *keyword;
    } papers[] = {
        {"基于深度学习的图像识别研究", "本文研究深度学习与卷积神经网络在图像识别中的应用。",
         "深度学习"},
        {"Нейронные сети в обработке текста", "Мы изучаем машинное обучение.", NULL},
        {"Sparse graphs (稀疏图)", "A β-decay of sparse graphs, sparse graphs and ΔΣ modulators.",
         NULL},
    };
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    g_autoptr (GError) error = NULL;
    rhumb_corpus_builder_begin_source (builder, "-", "test");
    for (gsize i = 0; i < G_N_ELEMENTS (papers); i++) {
        g_autoptr (RhumbRecord) record = rhumb_record_new ();
        g_autofree char *id = g_strdup_printf ("paper %" G_GSIZE_FORMAT, i);
        record->id = id;
        record->title = papers[i].title;
        record->abstract = papers[i].abstract;
        if (papers[i].keyword != NULL)
            g_ptr_array_add (record->keywords, (gpointer)papers[i].keyword);
        rhumb_corpus_builder_add (builder, record, &error);
        g_ptr_array_set_size (record->keywords, 0);
    }
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, &error);
    g_assert_no_error (error);
    g_autoptr (RhumbConcepts) concepts = page_extract (corpus, NULL);
    for (guint32 c = 0; c < rhumb_concepts_get_n_concepts (concepts); c++) {
        const char *label = rhumb_concepts_get_concept (concepts, c)->label;
        g_assert_true (g_str_equal (label, "深度学习") || !rhumb_is_foreign_word (label));
    }
    g_assert_nonnull (page_find (concepts, "深度学习"));
    g_assert_nonnull (page_find (concepts, "sparse graphs"));
    guint32 n_with_keywords;
    g_assert_cmpuint (rhumb_count_unread_papers (corpus, &n_with_keywords), ==, 2);
    g_assert_cmpuint (n_with_keywords, ==, 1);
    g_assert_false (rhumb_is_foreign_word ("β-decay"));
    g_assert_false (rhumb_is_foreign_word ("Erdős"));
    g_assert_true (rhumb_is_foreign_word ("λόγος"));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/given-keywords/weigh-one", test_keywords);
    g_test_add_func ("/given-keywords/empty-check-tags-are-no-concepts", test_check_tags);
    g_test_add_func ("/given-keywords/explain-short-forms", test_explained_keywords);
    g_test_add_func ("/given-keywords/are-all-that-other-letters-have", test_other_letters);
    return g_test_run ();
}
