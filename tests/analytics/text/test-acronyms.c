/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/acronyms.h"

#include <string.h>

typedef struct {
    const char *text;
    const char *short_form;
    const char *expansion;
} Case;

static void
test_definitions (void)
{
    static const Case cases[] = {
        {"We use graph neural networks (GNNs).", "GNNs", "graph neural networks"},
        {"the GNN (graph neural network) is", "GNN", "graph neural network"},
        {"We propose MHR (Multi-Head Routing), which", "MHR", "Multi-Head Routing"},
        {"Sparse Mixture of Experts (SMoE; see below)", "SMoE", "Sparse Mixture of Experts"},
        {"Low-Rank Adaptation (LoRA)", "LoRA", "Low-Rank Adaptation"},
        {"an end. Travelling Salesman Problem (TSP)", "TSP", "Travelling Salesman Problem"},
        {"heat shock transcription factor (HSF)", "HSF", "heat shock transcription factor"},
        {"réseaux de neurones profonds (RNP)", "RNP", "réseaux de neurones profonds"},
        {"graphs with layers (Hierarchical NSW, HNSW)", "HNSW", "Hierarchical NSW"},
        {"a classifier (support vector machine, SVM)", "SVM", "support vector machine"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_auto (RhumbArena) arena = {0};
        guint32 n;
        const RhumbAcronym *found = rhumb_find_all_acronyms (cases[i].text, &arena, &n);
        g_assert_cmpuint (n, ==, 1);
        g_assert_cmpstr (found[0].short_form, ==, cases[i].short_form);
        g_assert_cmpstr (found[0].expansion, ==, cases[i].expansion);
    }
}

static void
test_of_the_source (void)
{
    g_auto (RhumbArena) arena = {0};
    guint32 n;
    rhumb_find_acronyms ("a classifier (support vector machine, SVM)", &arena, &n);
    g_assert_cmpuint (n, ==, 0);
}

static void
test_others (void)
{
    static const char *const text[] = {
        "",
        "no bracket",
        "a figure (Fig. 3) of it",
        "some people (Smith 2003)",
        "cats and dogs (XYZ)",
        "graph neural. Networks (GNN)",
        "the GNN (GNN is good)",
        "((((((",
        "()()",
        "(a",
        "x (lower case)",
        "中文 (中文)",
        "a city (Potsdam near Berlin, NB)",
        "a paper (Smith et al., SA)",
        "a list (one of them,)",
    };
    for (gsize i = 0; i < G_N_ELEMENTS (text); i++) {
        g_auto (RhumbArena) arena = {0};
        guint32 n;
        rhumb_find_all_acronyms (text[i], &arena, &n);
        g_assert_cmpuint (n, ==, 0);
    }
}

static void
test_long_text (void)
{
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint i = 0; i < 50000; i++)
        g_string_append (text, "deep neural network (DNN) ( ((x) ");
    g_auto (RhumbArena) arena = {0};
    guint32 n;
    rhumb_find_acronyms (text->str, &arena, &n);
    g_assert_cmpuint (n, ==, 50000);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/acronyms/of-the-source-stand-before-brackets", test_of_the_source);
    g_test_add_func ("/acronyms/both-orders-are-read", test_definitions);
    g_test_add_func ("/acronyms/other-brackets-define-nothing", test_others);
    g_test_add_func ("/acronyms/a-megabyte-of-brackets-is-read", test_long_text);
    return g_test_run ();
}
