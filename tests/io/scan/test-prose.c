/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "io/scan/prose.h"

static void
tells_shapes (void)
{
    static const struct {
        const char *text;
        RhumbShape shape;
    } cases[] = {
        {"Decentralized Diffusion Models", RHUMB_SHAPE_TITLE},
        {"In defense of parameter sharing for model-compression", RHUMB_SHAPE_TITLE},
        {"node2vec: Scalable Feature Learning for Networks", RHUMB_SHAPE_TITLE},
        {"3DIS-FLUX: simple and efficient multi-instance generation", RHUMB_SHAPE_TITLE},
        {"Does Bottom-up Beat Top-down in Hierarchical Community Detection?", RHUMB_SHAPE_TITLE},
        {"We measure how trees fall.", RHUMB_SHAPE_SENTENCE},
        {"Word", RHUMB_SHAPE_TITLE},
        {"Jun 17", RHUMB_SHAPE_FURNITURE},
        {"3 hours ago", RHUMB_SHAPE_FURNITURE},
        {"2024-05-01", RHUMB_SHAPE_FURNITURE},
        {"12", RHUMB_SHAPE_FURNITURE},
        {"Subscribe", RHUMB_SHAPE_FURNITURE},
        {"Sign in", RHUMB_SHAPE_FURNITURE},
        {"by the editors", RHUMB_SHAPE_FURNITURE},
        {"https://example.org/a", RHUMB_SHAPE_FURNITURE},
        {"---", RHUMB_SHAPE_FURNITURE},
        {"Large models cost much. We study how to make them small, and find that pruning half of "
         "their weights changes little in their answers.",
         RHUMB_SHAPE_TEXT},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        const char *reason;
        g_test_message ("%s", cases[i].text);
        g_assert_cmpint (rhumb_prose_tell_shape (cases[i].text, &reason), ==, cases[i].shape);
        g_assert_true ((reason != NULL) == (cases[i].shape == RHUMB_SHAPE_FURNITURE));
    }
}

static void
knows_names (void)
{
    g_assert_true (rhumb_prose_is_name_list ("John Smith, Jane Q. Doe, Bob Li"));
    g_assert_true (rhumb_prose_is_name_list ("Ada Lovelace, and Charles Babbage"));
    g_assert_false (rhumb_prose_is_name_list ("Merge, Then Compress: Demystify Efficient SMoE"));
    g_assert_false (rhumb_prose_is_name_list ("Very Large Simulation"));
}

static void
accepts_titles_alone (void)
{
    static const struct {
        const char *text;
        gboolean outside;
        gboolean between;
    } cases[] = {
        {"Network Pruning via Transformable Architecture Search", TRUE, TRUE},
        {"Decentralized Diffusion Models", FALSE, TRUE},
        {"In defense of parameter sharing for model-compression", FALSE, TRUE},
        {"Get trending papers in your email!", FALSE, FALSE},
        {"Show our best work", FALSE, FALSE},
        {"John Smith, Jane Doe, Robert Miller", FALSE, FALSE},
        {"A short one", FALSE, FALSE},
        {"Networks of the World and of", FALSE, FALSE},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_test_message ("%s", cases[i].text);
        g_assert_cmpint (rhumb_prose_is_title_alone (cases[i].text, FALSE), ==, cases[i].outside);
        g_assert_cmpint (rhumb_prose_is_title_alone (cases[i].text, TRUE), ==, cases[i].between);
    }
}

static void
measures (void)
{
    const RhumbProse prose = rhumb_prose_measure ("Deep nets learn. Why? See (Fig. 2).");
    g_assert_cmpuint (prose.n_words, ==, 7);
    g_assert_cmpuint (prose.n_sentence_ends, ==, 4);
    g_assert_true (prose.ends_sentence);
    g_assert_false (rhumb_prose_measure ("").ends_sentence);
    g_assert_true (rhumb_prose_measure ("A theory of").ends_open);
    g_assert_cmpuint (rhumb_prose_measure ("我们研究图神经网络").n_words, ==, 4);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/prose/tells-titles-text-and-furniture-by-shape", tells_shapes);
    g_test_add_func ("/prose/knows-a-list-of-names", knows_names);
    g_test_add_func ("/prose/accepts-a-title-alone-only-if-worded-like-one", accepts_titles_alone);
    g_test_add_func ("/prose/counts-words-and-sentences", measures);
    return g_test_run ();
}
