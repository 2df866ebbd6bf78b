/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/sub-phrases.h"

static void
check (const char *const *label, guint32 n, const guint32 *expected)
{
    g_autoptr (RhumbModel) model = rhumb_model_new ();
    g_autofree guint32 *broader = rhumb_find_sub_phrases (label, n, model);
    for (guint32 c = 0; c < n; c++)
        g_assert_cmpuint (broader[c], ==, expected[c]);
}

static void
heads_are_kept (void)
{
    static const char *const labels[] = {
        "sparse mixture of experts", "mixture of experts",  "expert",
        "self-supervised learning",  "supervised learning", "Deep Graph Neural Networks",
        "graph neural network",      "neural network",      "search for neural networks",
        "neural network pruning",
    };
    static const guint32 expected[] = {
        1, RHUMB_NO_STRING, RHUMB_NO_STRING, RHUMB_NO_STRING, RHUMB_NO_STRING, 6,
        7, RHUMB_NO_STRING, RHUMB_NO_STRING, RHUMB_NO_STRING};
    check (labels, G_N_ELEMENTS (labels), expected);
}

static void
odd_labels_have_none (void)
{
    static const char *const labels[] = {"", " ", "of", "a  b ", "a"};
    static const guint32 expected[] = {RHUMB_NO_STRING, RHUMB_NO_STRING, RHUMB_NO_STRING,
                                       RHUMB_NO_STRING, RHUMB_NO_STRING};
    check (labels, G_N_ELEMENTS (labels), expected);
    check (NULL, 0, NULL);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/sub-phrases/what-keeps-the-head-is-broader", heads_are_kept);
    g_test_add_func ("/sub-phrases/odd-labels-have-none", odd_labels_have_none);
    return g_test_run ();
}
