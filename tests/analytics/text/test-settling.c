/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/headings.h"

typedef struct {
    RhumbModel *model;
    RhumbClosedClass *closed;
    RhumbLexicon *lexicon;
    RhumbCapitals *capitals;
    RhumbOrdinaryWords words;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer text)
{
    fixture->model = rhumb_model_new ();
    fixture->closed = rhumb_closed_class_new ();
    fixture->lexicon = rhumb_lexicon_new (fixture->model, fixture->closed);
    fixture->capitals = rhumb_capitals_new ();
    g_auto (RhumbArena) arena = {0};
    const RhumbTokens tokens = rhumb_split_tokens (fixture->lexicon, &arena, NULL, text);
    rhumb_capitals_add (fixture->capitals, fixture->lexicon, &tokens);
    fixture->words = (RhumbOrdinaryWords){fixture->capitals, fixture->lexicon};
}

static void
tear_down (Fixture *fixture, gconstpointer text G_GNUC_UNUSED)
{
    rhumb_capitals_free (fixture->capitals);
    rhumb_lexicon_free (fixture->lexicon);
    rhumb_closed_class_free (fixture->closed);
    rhumb_model_free (fixture->model);
}

static void
check (const Fixture *fixture, const char *const labels[][2], gsize n, RhumbCapitalsOf what)
{
    for (gsize i = 0; i < n; i++) {
        g_autofree char *settled = rhumb_settle_capitals (&fixture->words, labels[i][0], what);
        g_assert_cmpstr (settled, ==, labels[i][1]);
    }
}

static const char running[] =
    "We like the neural networks of Bayes and Bayesian or Markov chains. A low-rank Neural chain. "
    "Say Markov or Markov or Markov or Markov or markov, and Wild or risk. "
    "A shift of Goos-Hanchen, or the Datenschutz-Grundverordnung.";

static void
test_titles (Fixture *fixture, gconstpointer text G_GNUC_UNUSED)
{
    static const char *const labels[][2] = {
        {"Neural Network", "neural network"},
        {"Bayesian Network", "Bayesian network"},
        {"Low-Rank Chains", "low-rank chains"},
        {"Markov Chain", "Markov chain"},
        {"PageRank Network", "PageRank network"},
        {"Unheardof Network", "Unheardof Network"},
        {"neural netWORKs", "neural networks"},
        {"Wild Network", "Wild Network"},
        {"", ""},
    };
    check (fixture, labels, G_N_ELEMENTS (labels), RHUMB_CAPITALS_OF_TEXT);
}

/* No abstract has these words. */
static void
test_keywords (Fixture *fixture, gconstpointer text G_GNUC_UNUSED)
{
    static const char *const labels[][2] = {
        {"Random access memory", "random access memory"},
        {"Routing", "routing"},
        {"Hydrogeology", "hydrogeology"},
        {"Prioritization", "prioritization"},
        {"Cervical dilatation", "cervical dilatation"},
        {"United States", "United States"},
        {"United Networks", "united networks"},
        {"Linux kernel", "Linux kernel"},
        {"Nation", "nation"},
        {"Earthquakes", "earthquakes"},
        {"China", "China"},
        {"Zhoukou", "Zhoukou"},
        {"Pd catalysis", "Pd catalysis"},
        {"PRISM COUPLER", "PRISM COUPLER"},
        {"NASA-MODIS", "NASA-MODIS"},
        {"GAUSSIAN BEAMS", "Gaussian beams"},
        {"OPTICAL WAVEGUIDES", "optical waveguides"},
        {"RISK FACTORS", "risk factors"},
        {"DNA NETWORK SITES", "DNA network sites"},
        {"PF-PASCAL", "PF-PASCAL"},
        {"GADGET4-OSAKA", "GADGET4-OSAKA"},
        {"CLASSIFICATION", "CLASSIFICATION"},
    };
    check (fixture, labels, G_N_ELEMENTS (labels), RHUMB_CAPITALS_OF_TEXT);
}

static void
test_expansions (Fixture *fixture, gconstpointer text G_GNUC_UNUSED)
{
    static const char *const labels[][2] = {
        {"Federated Learning", "federated learning"},
        {"Monte Carlo Tree Search", "Monte Carlo tree search"},
        {"FEDerated Personalized sUBgraph Learning", "federated personalized subgraph learning"},
        {"Ultra Ethernet Consortium", "Ultra Ethernet Consortium"},
        {"Personalized PageRank", "personalized PageRank"},
        {"Travelling Salesman Problem", "travelling salesman problem"},
        {"Goos-Hanchen Shift", "goos-hanchen shift"},
        {"Goos-Hanchen shift", "Goos-Hanchen shift"},
        {"Datenschutz-Grundverordnung", "Datenschutz-Grundverordnung"},
        {"Kansas City Cardiomyopathy Questionnaire", "Kansas City Cardiomyopathy Questionnaire"},
        {"Faecal Immunochemical Test", "faecal immunochemical test"},
        {"Akaike Information Criterion", "Akaike information criterion"},
        {"James Webb Space Telescope", "James Webb Space Telescope"},
    };
    check (fixture, labels, G_N_ELEMENTS (labels), RHUMB_CAPITALS_OF_EXPANSION);
}

static void
test_headings (Fixture *fixture, gconstpointer text G_GNUC_UNUSED)
{
    static const struct {
        const char *heading;
        const char *from_list; /* as spoken if other headings are marked */
        const char *alone;
    } cases[] = {
        {"Infant, Newborn", "Newborn Infant", NULL},
        {"Emergency Service, Hospital", "Hospital Emergency Service", "Hospital Emergency Service"},
        {"Diabetes Mellitus, Type 2", "Type 2 Diabetes Mellitus", NULL},
        {"Stress Disorders, Post-Traumatic", "Post-Traumatic Stress Disorders", NULL},
        {"Models, Statistical", "Statistical Models", "Statistical Models"},
        {"Data Interpretation, Statistical", "Statistical Data Interpretation",
         "Statistical Data Interpretation"},
        {"Paris, Historic", "Historic Paris", NULL},
        {"Curie, Marie", "Marie Curie", NULL},
        {"Aged, 80 and over", NULL, NULL},
        {"Infant, Small for Gestational Age", "Small for Gestational Age Infant", NULL},
        {"Africa South, South of the Sahara", NULL, NULL},
        {"Infant, Newborn, Diseases", "Newborn Infant Diseases", NULL},
        {"Environment, Health and Safety", NULL, NULL},
        {"graphs, statistical", NULL, NULL},
        {"Hardware, Graph, Statistical", "Statistical Graph Hardware", NULL},
        {"Statistical Models", NULL, NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *listed = rhumb_speak_heading (&fixture->words, cases[i].heading, TRUE);
        g_autofree char *alone = rhumb_speak_heading (&fixture->words, cases[i].heading, FALSE);
        g_assert_cmpstr (listed, ==, cases[i].from_list);
        g_assert_cmpstr (alone, ==, cases[i].alone);
    }
    static const char *const labels[][2] = {
        {"Newborn Infant", "newborn infant"},
        {"Southeastern Asia", "southeastern Asia"},
        {"Wild Animals", "Wild animals"},
    };
    check (fixture, labels, G_N_ELEMENTS (labels), RHUMB_CAPITALS_OF_HEADING);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, running, set_up, test, tear_down)
    ADD ("/settling/capitals-of-titles-go-of-names-stay", test_titles);
    ADD ("/settling/capitals-of-keywords-go-where-words-are-known", test_keywords);
    ADD ("/settling/capitals-of-expansions-go-unless-names-of-people", test_expansions);
    ADD ("/settling/headings-are-turned-around-lists-are-not", test_headings);
    return g_test_run ();
}
