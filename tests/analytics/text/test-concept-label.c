/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/concept-label.h"

static const char *
choose (const RhumbSurface *surface, guint n_surfaces, const char *short_form)
{
    gboolean is_usual;
    return rhumb_choose_label (surface, n_surfaces, short_form, &is_usual);
}

/* What running text says outweighs titles; one paper says nothing, and a slip is one. */
static void
test_running_text (void)
{
    gboolean is_usual;
    const RhumbSurface survey[] = {{"Dark Energy Survey", 9, 4, FALSE},
                                   {"dark energy survey", 2, 1, FALSE}};
    g_assert_cmpstr (rhumb_choose_label (survey, 2, NULL, &is_usual), ==, "Dark Energy Survey");
    g_assert_true (is_usual);
    g_assert_cmpstr (rhumb_choose_label (survey, 2, "DES", &is_usual), ==, "dark energy survey");
    g_assert_false (is_usual);
    const RhumbSurface search[] = {{"Tree Search", 9, 2, FALSE}, {"tree search", 9, 4, FALSE}};
    g_assert_cmpstr (rhumb_choose_label (search, 2, NULL, &is_usual), ==, "tree search");
    g_assert_false (is_usual);
    const RhumbSurface war[] = {{"First World War", 2, 2, FALSE}};
    g_assert_nonnull (rhumb_choose_label (war, 1, NULL, &is_usual));
    g_assert_true (is_usual);
    const RhumbSurface slip[] = {{"Chern-Simons", 58, 0, FALSE},
                                 {"Chern-simon", 1, 0, FALSE},
                                 {"chern-simons", 1, 0, FALSE}};
    g_assert_cmpstr (rhumb_choose_label (slip, 3, NULL, &is_usual), ==, "Chern-Simons");
}

static void
test_preferences (void)
{
    const RhumbSurface plural[] = {{"Diffusion Models", 9, 0, FALSE},
                                   {"diffusion models", 8, 0, FALSE},
                                   {"diffusion model", 1, 0, FALSE}};
    g_assert_cmpstr (choose (plural, 3, NULL), ==, "diffusion model");
    const RhumbSurface title[] = {{"Random Walks", 5, 0, FALSE}, {"random walks", 1, 0, FALSE}};
    g_assert_cmpstr (choose (title, 2, NULL), ==, "random walks");
    const RhumbSurface form[] = {
        {"GNNs", 50, 0, FALSE}, {"GNN", 9, 0, FALSE}, {"graph neural networks", 1, 0, FALSE}};
    g_assert_cmpstr (choose (form, 3, "GNN"), ==, "graph neural networks");
    const RhumbSurface name[] = {{"PageRank", 1, 0, FALSE}, {"pagerank", 1, 0, FALSE}};
    g_assert_cmpstr (choose (name, 2, NULL), ==, "PageRank");
    const RhumbSurface chain[] = {{"mixture-of-experts", 9, 0, FALSE},
                                  {"mixture of experts", 2, 0, FALSE},
                                  {"mixture of expert", 1, 0, FALSE}};
    g_assert_cmpstr (choose (chain, 3, NULL), ==, "mixture of experts");
    const RhumbSurface derived[] = {{"GCN training", 5, 0, TRUE},
                                    {"graph convolutional network training", 1, 0, FALSE}};
    g_assert_cmpstr (choose (derived, 2, NULL), ==, "graph convolutional network training");
    const RhumbSurface shouted[] = {{"PRISM COUPLERS", 5, 0, FALSE},
                                    {"prism couplers", 1, 0, FALSE}};
    g_assert_cmpstr (choose (shouted, 2, NULL), ==, "prism couplers");
    const RhumbSurface person[] = {{"Markov Chain", 2, 0, FALSE},
                                   {"Markov chain", 2, 0, FALSE},
                                   {"markov chain", 1, 0, FALSE}};
    g_assert_cmpstr (choose (person, 3, NULL), ==, "Markov chain");
    const RhumbSurface turned[] = {{"Infant, Newborn", 5, 0, FALSE},
                                   {"newborn infant", 1, 0, FALSE}};
    g_assert_cmpstr (choose (turned, 2, NULL), ==, "newborn infant");
    const RhumbSurface study[] = {{"case studies", 3, 0, FALSE}, {"case study", 1, 0, FALSE}};
    g_assert_cmpstr (choose (study, 2, NULL), ==, "case study");
}

/* A hyphen before nouns says little; plurals tell how the phrase is parted. */
static void
test_hyphens (void)
{
    const RhumbSurface curve[] = {
        {"light curve", 1, 0, FALSE}, {"light-curve", 3, 0, FALSE}, {"light curves", 10, 0, FALSE}};
    g_assert_cmpstr (choose (curve, 3, NULL), ==, "light curve");
    const RhumbSurface model[] = {{"vision language models", 3, 0, FALSE},
                                  {"vision-language model", 1, 0, FALSE},
                                  {"vision-language models", 9, 0, FALSE}};
    g_assert_cmpstr (choose (model, 3, NULL), ==, "vision-language model");
    const RhumbSurface arm[] = {{"spiral arms", 2, 0, FALSE}, {"spiral-arm", 1, 0, FALSE}};
    g_assert_cmpstr (choose (arm, 2, NULL), ==, "spiral arms");
    const RhumbSurface memory[] = {{"memory-models", 1, 0, FALSE}, {"memory model", 1, 0, FALSE}};
    g_assert_cmpstr (choose (memory, 2, NULL), ==, "memory model");
}

static void
test_order (void)
{
    const RhumbSurface forth[] = {
        {"tree search", 2, 0, FALSE}, {"tree-search", 2, 0, FALSE}, {"Tree Search", 2, 0, FALSE}};
    const RhumbSurface back[] = {
        {"Tree Search", 2, 0, FALSE}, {"tree-search", 2, 0, FALSE}, {"tree search", 2, 0, FALSE}};
    g_assert_cmpstr (choose (forth, 3, NULL), ==, choose (back, 3, NULL));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/concept-label/singular-small-and-in-full", test_preferences);
    g_test_add_func ("/concept-label/hyphens-follow-the-plurals", test_hyphens);
    g_test_add_func ("/concept-label/running-text-tells-capitals", test_running_text);
    g_test_add_func ("/concept-label/does-not-depend-on-order", test_order);
    return g_test_run ();
}
