/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/concept-label.h"

static void
test_preferences (void)
{
    const RhumbSurface plural[] = {{"Diffusion Models", 9, FALSE},
                                   {"diffusion models", 8, FALSE},
                                   {"diffusion model", 1, FALSE}};
    g_assert_cmpstr (rhumb_choose_label (plural, 3, NULL), ==, "diffusion model");
    const RhumbSurface title[] = {{"Random Walks", 5, FALSE}, {"random walks", 1, FALSE}};
    g_assert_cmpstr (rhumb_choose_label (title, 2, NULL), ==, "random walks");
    const RhumbSurface form[] = {
        {"GNNs", 50, FALSE}, {"GNN", 9, FALSE}, {"graph neural networks", 1, FALSE}};
    g_assert_cmpstr (rhumb_choose_label (form, 3, "GNN"), ==, "graph neural networks");
    const RhumbSurface name[] = {{"PageRank", 1, FALSE}, {"pagerank", 1, FALSE}};
    g_assert_cmpstr (rhumb_choose_label (name, 2, NULL), ==, "PageRank");
    const RhumbSurface chain[] = {{"mixture-of-experts", 9, FALSE},
                                  {"mixture of experts", 2, FALSE},
                                  {"mixture of expert", 1, FALSE}};
    g_assert_cmpstr (rhumb_choose_label (chain, 3, NULL), ==, "mixture of experts");
    const RhumbSurface derived[] = {{"GCN training", 5, TRUE},
                                    {"graph convolutional network training", 1, FALSE}};
    g_assert_cmpstr (rhumb_choose_label (derived, 2, NULL), ==,
                     "graph convolutional network training");
    const RhumbSurface study[] = {{"case studies", 3, FALSE}, {"case study", 1, FALSE}};
    g_assert_cmpstr (rhumb_choose_label (study, 2, NULL), ==, "case study");
}

static void
test_order (void)
{
    const RhumbSurface forth[] = {
        {"tree search", 2, FALSE}, {"tree-search", 2, FALSE}, {"Tree Search", 2, FALSE}};
    const RhumbSurface back[] = {
        {"Tree Search", 2, FALSE}, {"tree-search", 2, FALSE}, {"tree search", 2, FALSE}};
    g_assert_cmpstr (rhumb_choose_label (forth, 3, NULL), ==, rhumb_choose_label (back, 3, NULL));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/concept-label/singular-small-and-in-full", test_preferences);
    g_test_add_func ("/concept-label/does-not-depend-on-order", test_order);
    return g_test_run ();
}
