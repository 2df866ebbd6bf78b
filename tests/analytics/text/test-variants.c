/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/variants.h"

#include <string.h>

static char *
fold (const char *text)
{
    g_autoptr (RhumbModel) model = rhumb_model_new ();
    GString *key = g_string_new (NULL);
    rhumb_append_fold (model, text, strlen (text), key);
    return g_string_free (key, FALSE);
}

static void
test_same (void)
{
    static const char *const same[][2] = {
        {"Multi-Agent Systems", "multiagent system"},
        {"data sets", "dataset"},
        {"matrices", "Matrix"},
        {"vertices", "vertex"},
        {"studies", "study"},
        {"classes", "class"},
        {"GNNs", "GNN"},
        {"MoEs", "MoE"},
        {"colour analyses", "color analysis"},
        {"optimisation", "optimization"},
        {"ant behaviours", "ant behavior"},
        {"bibliometric analyses", "bibliometric analysis"},
        {"labelled data", "labeled data"},
        {"travelling salesman", "traveling salesman"},
        {"training programmes", "training program"},
        {"ischaemia", "ischemia"},
        {"Analytical Hierarchy Process", "analytic hierarchy process"},
        {"multiple criteria decision analysis", "Multi-Criteria Decision Analysis"},
        {"multiple-criteria", "multicriteria"},
        {"Nash equilibria", "Nash equilibrium"},
        {"supernovae", "supernova"},
        {"differential diagnoses", "differential diagnosis"},
        {"Geographical Information Systems", "geographic information system"},
        {"epidemiological models", "epidemiologic model"},
        {"two-dimensional gravity", "2D gravity"},
        {"2-dimensional", "2d"},
        {"Three Dimensional Ising model", "3-d Ising models"},
        {"Erdős graphs", "erdos graph"},
        {"caf\xc3\xa9", "cafe\xcc\x81"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (same); i++) {
        g_autofree char *a = fold (same[i][0]);
        g_autofree char *b = fold (same[i][1]);
        g_assert_cmpstr (a, ==, b);
        g_assert_cmpstr (a, !=, "");
    }
}

static void
test_different (void)
{
    static const char *const different[][2] = {
        {"routing", "router"},
        {"university", "universality"},
        {"bus", "bu"},
        {"analysis", "analyst"},
        {"NAS", "NA"},
        {"GPS", "GP"},
        {"account", "accountability"},
        {"dimensional reduction", "d reduction"},
        {"high-dimensional", "high d"},
        {"multiplex", "multi x"},
        {"logical model", "logic model"},
        {"graphical model", "graphic model"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (different); i++) {
        g_autofree char *a = fold (different[i][0]);
        g_autofree char *b = fold (different[i][1]);
        g_assert_cmpstr (a, !=, b);
    }
}

static void
test_turned (void)
{
    static const char *const turned[][2] = {
        {"Neoplasms, Experimental", "Experimental Neoplasms"},
        {"Decision Making, Computer-Assisted", "Computer-Assisted Decision Making"},
        {"Experimental Neoplasms", NULL},
        {"Carcinoma, Hepatocellular, Metastatic", "Metastatic Hepatocellular Carcinoma"},
        {"Leukemia, Lymphocytic, Chronic, B-Cell", "B-Cell Chronic Lymphocytic Leukemia"},
        {"Infant, Newborn, Diseases", "Newborn Infant Diseases"},
        {"Health Knowledge, Attitudes, Practice", NULL},
        {"Environment, Health, and Safety", NULL},
        {"One, Two, Three, Four, Five", NULL},
        {"One, Two,Three", NULL},
        {"2,4-D", NULL},
        {"loose,", NULL},
        {", loose", NULL},
        {"", NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (turned); i++) {
        g_autofree char *spoken = rhumb_turn_around (turned[i][0]);
        g_assert_cmpstr (spoken, ==, turned[i][1]);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/variants/share-one-key", test_same);
    g_test_add_func ("/variants/words-of-one-stem-stay-apart", test_different);
    g_test_add_func ("/variants/names-turned-around-are-read-as-spoken", test_turned);
    return g_test_run ();
}
