/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/mentions.h"

#include "tests/analytics/text/mentions-fixture.h"

#define DEEPWALK                                                                 \
    {                                                                            \
        "deepwalk", "DeepWalk: Online Learning of Social Representations",       \
            "We present DeepWalk, a novel approach. DeepWalk is scalable.", 2014 \
    }

/* What a paper's abstract must say for others to be linked to it. */
static void
assert_claim (const char *title, const char *abstract, const char *name, gboolean is_claimed)
{
    g_autofree char *use = g_strdup_printf ("Faster than %s and better.", name);
    const MentionsPaper papers[] = {{"owner", title, abstract, 0},
                                    {"user", "A comparison", use, 0}};
    g_test_message ("%s | %s", title, abstract);
    mentions_assert_links (papers, 2, is_claimed ? "user>owner" : "");
}

static void
names_before_a_colon_link (void)
{
    static const MentionsPaper papers[] = {
        DEEPWALK,
        {"a", "Walks", "Compared with DeepWalk and again DeepWalk, we walk less.", 2015},
        {"b", "Faster than DeepWalk", NULL, 2016},
        {"c", "Deep walks in the park", "We walk deep.", 2016},
    };
    mentions_assert_links (papers, G_N_ELEMENTS (papers), "a>deepwalk b>deepwalk");
}

static void
introduced_names_link (void)
{
    assert_claim ("Embeddings", "We present FastRP, a method. FastRP is fast.", "FastRP", TRUE);
    assert_claim ("Memory", "We therefore introduce ScaleKV. ScaleKV is small.", "ScaleKV", TRUE);
    assert_claim ("Maps", "We propose a way called RoadFM. RoadFM finds roads.", "RoadFM", TRUE);
    assert_claim ("Maps", "We build one that we call RoadFM. RoadFM is one.", "RoadFM", TRUE);
    assert_claim ("Maps", "RoadFM (short for Road Maps) is new. RoadFM is one.", "RoadFM", TRUE);
    assert_claim ("Prompts", "We introduce Adaptive Prompt Pruning (AdPP), a way. AdPP prunes.",
                  "AdPP", TRUE);
    assert_claim ("Route", "This work introduces RRNCO (Real Routing) to route. RRNCO routes.",
                  "RRNCO", TRUE);
    assert_claim ("MoETuner: Serving", "Our solution, MoETuner, serves.", "MoETuner", TRUE);
    assert_claim ("LIFL: A Platform", "We present LIFL, a platform.", "LIFL", TRUE);
    assert_claim ("node2vec: Features", "We propose node2vec, a way.", "node2vec", TRUE);
    assert_claim ("PreRoutGNN for Timing", "We propose a two-stage way.", "PreRoutGNN", FALSE);
    assert_claim ("PreRoutGNN: Timing", "We propose a two-stage way.", "PreRoutGNN", TRUE);
    assert_claim ("Raster Mixer2 XL: Images", "Our Raster Mixer2 XL mixes.", "Raster Mixer2 XL",
                  TRUE);
}

static void
names_of_others_are_not_claimed (void)
{
    assert_claim ("Walks", "We use a method called DeepWalk. DeepWalk is old.", "DeepWalk", FALSE);
    assert_claim ("Walks", "We compare the proposed DeepWalk. DeepWalk is old.", "DeepWalk", FALSE);
    assert_claim ("Walks", "Existing work proposes DeepWalk. DeepWalk is old.", "DeepWalk", FALSE);
    assert_claim ("Sky", "We present ALMA observations. ALMA is a telescope.", "ALMA", FALSE);
    assert_claim ("Sky", "We present the Atacama Large Array (ALMA) observations. ALMA sees.",
                  "ALMA", FALSE);
    assert_claim ("Once", "We present FastRP, a method.", "FastRP", FALSE);
    assert_claim ("Kinds", "We propose Parameter-Efficient, one. Parameter-Efficient is.",
                  "Parameter-Efficient", FALSE);
    assert_claim ("Kinds", "We present GNNs, many. GNNs are nets.", "GNNs", FALSE);
}

static void
topics_before_a_colon_are_no_systems (void)
{
    assert_claim ("COVID-19: A review", "We review COVID-19. COVID-19 is a disease.", "COVID-19",
                  FALSE);
    assert_claim ("YouTube: A study", "We watch YouTube. YouTube is a platform.", "YouTube", FALSE);
    assert_claim ("Challenges: A survey", "Our challenges. We propose Challenges, many.",
                  "Challenges", FALSE);
    assert_claim ("FIELDS: A REVIEW", "Our FIELDS are many.", "FIELDS", FALSE);
    assert_claim ("FIELDS: A review", "Our FIELDS are many.", "FIELDS", TRUE);
    assert_claim ("One Two Three BertX: Four words", NULL, "One Two Three BertX", FALSE);
}

static void
short_names_link_nothing (void)
{
    assert_claim ("CO2: Efficient Training", "We propose CO2, a way. CO2 is.", "CO2", FALSE);
    assert_claim ("C4: Fast", "We propose the C4, a way. C4 is.", "C4", FALSE);
    assert_claim ("UDC: Divide", "We propose UDC, a way. UDC is.", "UDC", FALSE);
    assert_claim ("PM2.5: Dust", "We propose PM2.5, a way. PM2.5 is.", "PM2.5", FALSE);
}

static void
a_name_of_two_is_of_none (void)
{
    static const MentionsPaper alike[] = {
        {"a", "Alpha", "We propose TwinNet, a net. TwinNet is.", 0},
        {"b", "Beta", "We propose TwinNet, a net. TwinNet is.", 0},
        {"c", "Gamma", "As good as TwinNet.", 0},
    };
    mentions_assert_links (alike, 3, "");
    static const MentionsPaper titles[] = {
        {"a", "TwinNet: Alpha", "We propose TwinNet, a net.", 0},
        {"b", "TwinNet: Beta", "We propose TwinNet, a net.", 0},
        {"c", "Gamma", "As good as TwinNet.", 0},
    };
    mentions_assert_links (titles, 3, "");
}

static void
a_title_beats_an_abstract (void)
{
    static const MentionsPaper papers[] = {
        {"a", "Alpha", "We propose TwinNet, a net. TwinNet is.", 0},
        {"b", "TwinNet: Beta", "We propose TwinNet, a net.", 0},
        {"c", "Gamma", "As good as TwinNet.", 0},
    };
    mentions_assert_links (papers, 3, "a>b c>b");
}

static void
acronyms_of_concepts_are_no_systems (void)
{
    static const MentionsPaper papers[] = {
        {"a", "Alpha", "We present SparseMoE, a net. SparseMoE is.", 0},
        {"b", "Beta", "A sparse mixture of experts (SparseMoE) is good.", 0},
        {"c", "Gamma", "As good as SparseMoE.", 0},
    };
    mentions_assert_links (papers, 3, "");
    mentions_assert_links (papers, 1, "");
    const MentionsPaper without[] = {papers[0], papers[2]};
    mentions_assert_links (without, 2, "c>a");
}

/* Of n papers, one owner and n_users users; the rest speak of other things. */
static guint
count_links (guint n_papers, guint n_users)
{
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    g_autoptr (GError) error = NULL;
    rhumb_corpus_builder_begin_source (builder, "-", "test");
    const MentionsPaper owner = DEEPWALK;
    mentions_add_paper (builder, &owner);
    for (guint i = 0; i + 1 < n_papers; i++) {
        g_autofree char *id = g_strdup_printf ("p%02u", i);
        const MentionsPaper paper = {id, id, i < n_users ? "Like DeepWalk." : "Like others.", 2014};
        mentions_add_paper (builder, &paper);
    }
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, n_papers);
    g_autoptr (RhumbNetwork) network = rhumb_find_mentions (corpus, &error);
    g_assert_no_error (error);
    return (guint)rhumb_network_get_n_edges (network);
}

static void
a_name_that_many_use_is_no_system (void)
{
    g_assert_cmpuint (count_links (10, 5), ==, 5);
    g_assert_cmpuint (count_links (10, 6), ==, 0);
    g_assert_cmpuint (count_links (40, 8), ==, 8);
    g_assert_cmpuint (count_links (40, 9), ==, 0);
}

static void
a_name_used_years_before_is_no_system (void)
{
    MentionsPaper papers[] = {
        DEEPWALK, {"a", "Old", "Like DeepWalk.", 2012}, {"b", "New", "Like DeepWalk.", 2018}};
    mentions_assert_links (papers, 3, "");
    papers[1].year = 2013;
    mentions_assert_links (papers, 3, "a>deepwalk b>deepwalk");
    papers[1].year = 0;
    mentions_assert_links (papers, 3, "a>deepwalk b>deepwalk");
}

static void
a_word_is_a_name_unless_it_is_a_word (void)
{
    MentionsPaper papers[] = {
        {"a", "Holmes: Training Across Clusters", "We propose Holmes, a framework.", 0},
        {"b", "Trains", "As good as Holmes.", 0},
        {"c", "Houses", "They stay at homes.", 0},
    };
    mentions_assert_links (papers, 3, "b>a");
    papers[2].abstract = "They stay at holmes.";
    mentions_assert_links (papers, 3, "");
}

static void
only_whole_tokens_match (void)
{
    static const char *const yes[] = {
        "DeepWalk",     "DeepWalk.",          "(DeepWalk)",   "DeepWalk's", "DeepWalk-based",
        "GCN/DeepWalk", "DeepWalk/LINE-like", "\"DeepWalk\"", "DeepWalk,x", "DeepWalk:"};
    static const char *const no[] = {"DeepWalks",    "deepwalk",   "DEEPWALK",  "MyDeepWalk",
                                     "DeepWalk2",    "DeepWalk++", "Deep Walk", "GNN-DeepWalk",
                                     "DeepWalk-GNN", "Deep-Walk",  "DeepWalk+"};
    for (gsize i = 0; i < G_N_ELEMENTS (yes); i++) {
        const MentionsPaper papers[] = {DEEPWALK, {"a", "Walks", yes[i], 0}};
        mentions_assert_links (papers, 2, "a>deepwalk");
    }
    for (gsize i = 0; i < G_N_ELEMENTS (no); i++) {
        const MentionsPaper papers[] = {DEEPWALK, {"a", "Walks", no[i], 0}};
        mentions_assert_links (papers, 2, "");
    }
}

static void
the_longer_name_counts (void)
{
    static const MentionsPaper papers[] = {
        {"long", "MixerX Mini: Small", "Our MixerX Mini is small.", 0},
        {"short", "MixerX: Large", "We propose MixerX, a net.", 0},
        {"a", "Nets", "Like MixerX Mini.", 0},
        {"b", "More nets", "Like MixerX, not Mini.", 0},
    };
    mentions_assert_links (papers, 4, "a>long b>short");
}

static void
order_of_papers_changes_nothing (void)
{
    MentionsPaper papers[] = {
        DEEPWALK,
        {"a", "Alpha", "We propose TwinNet, a net like DeepWalk. TwinNet is.", 2019},
        {"b", "LIFL: Beta", "We present LIFL, a net. Better than TwinNet and DeepWalk.", 2019},
        {"c", "Gamma", "LIFL and TwinNet.", 0},
    };
    const char *expected = "a>deepwalk b>a b>deepwalk c>a c>b";
    for (guint turn = 0; turn < 4; turn++) {
        mentions_assert_links (papers, 4, expected);
        const MentionsPaper first = papers[0];
        memmove (papers, papers + 1, sizeof papers - sizeof papers[0]);
        papers[3] = first;
    }
}

static void
few_papers_link_nothing (void)
{
    static const MentionsPaper papers[] = {DEEPWALK};
    mentions_assert_links (papers, 0, "");
    mentions_assert_links (papers, 1, "");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/mentions/names-before-a-colon-link", names_before_a_colon_link);
    g_test_add_func ("/mentions/introduced-names-link", introduced_names_link);
    g_test_add_func ("/mentions/names-of-others-are-not-claimed", names_of_others_are_not_claimed);
    g_test_add_func ("/mentions/topics-before-a-colon-are-no-systems",
                     topics_before_a_colon_are_no_systems);
    g_test_add_func ("/mentions/short-names-link-nothing", short_names_link_nothing);
    g_test_add_func ("/mentions/a-name-of-two-is-of-none", a_name_of_two_is_of_none);
    g_test_add_func ("/mentions/a-title-beats-an-abstract", a_title_beats_an_abstract);
    g_test_add_func ("/mentions/acronyms-of-concepts-are-no-systems",
                     acronyms_of_concepts_are_no_systems);
    g_test_add_func ("/mentions/a-name-that-many-use-is-no-system",
                     a_name_that_many_use_is_no_system);
    g_test_add_func ("/mentions/a-name-used-years-before-is-no-system",
                     a_name_used_years_before_is_no_system);
    g_test_add_func ("/mentions/a-word-is-a-name-unless-it-is-a-word",
                     a_word_is_a_name_unless_it_is_a_word);
    g_test_add_func ("/mentions/only-whole-tokens-match", only_whole_tokens_match);
    g_test_add_func ("/mentions/the-longer-name-counts", the_longer_name_counts);
    g_test_add_func ("/mentions/order-of-papers-changes-nothing", order_of_papers_changes_nothing);
    g_test_add_func ("/mentions/few-papers-link-nothing", few_papers_link_nothing);
    return g_test_run ();
}
