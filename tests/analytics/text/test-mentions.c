/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/mentions.h"

#include <string.h>

#include "graph/corpus-builder.h"

typedef struct {
    const char *id;
    const char *title;
    const char *abstract;
    int year;
} Paper;

#define DEEPWALK                                                                 \
    {                                                                            \
        "deepwalk", "DeepWalk: Online Learning of Social Representations",       \
            "We present DeepWalk, a novel approach. DeepWalk is scalable.", 2014 \
    }

static void
add_paper (RhumbCorpusBuilder *builder, const Paper *paper)
{
    g_autoptr (RhumbRecord) record = rhumb_record_new ();
    g_autoptr (GError) error = NULL;
    record->id = paper->id;
    record->title = paper->title;
    record->abstract = paper->abstract;
    record->year = paper->year;
    rhumb_corpus_builder_add (builder, record, &error);
    g_assert_no_error (error);
}

static RhumbCorpus *
make_corpus (const Paper *papers, gsize n_papers)
{
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    g_autoptr (GError) error = NULL;
    rhumb_corpus_builder_begin_source (builder, "-", "test");
    for (gsize i = 0; i < n_papers; i++)
        add_paper (builder, &papers[i]);
    RhumbCorpus *corpus = rhumb_corpus_builder_freeze (builder, &error);
    g_assert_no_error (error);
    return corpus;
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* All links as "from>to" by id, ascending, one space between. */
static char *
describe_links (const RhumbCorpus *corpus)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbNetwork) network = rhumb_find_mentions (corpus, &error);
    g_assert_no_error (error);
    g_assert_cmpint (rhumb_network_get_mode (network), ==, RHUMB_NETWORK_DIRECTED);
    g_assert_cmpuint (rhumb_network_get_n_from (network), ==, rhumb_corpus_get_n_papers (corpus));
    g_assert_false (rhumb_network_is_weighted (network));
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);
    for (guint32 v = 0; v < rows.n_rows; v++)
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++)
            g_ptr_array_add (links,
                             g_strdup_printf ("%s>%s", rhumb_corpus_get_paper (corpus, v)->id,
                                              rhumb_corpus_get_paper (corpus, rows.node[i])->id));
    g_ptr_array_sort (links, compare_links);
    g_ptr_array_add (links, NULL);
    return g_strjoinv (" ", (char **)links->pdata);
}

static void
assert_links (const Paper *papers, gsize n_papers, const char *expected)
{
    g_autoptr (RhumbCorpus) corpus = make_corpus (papers, n_papers);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, n_papers);
    g_autofree char *links = describe_links (corpus);
    g_assert_cmpstr (links, ==, expected);
}

/* What a paper's abstract must say for others to be linked to it. */
static void
assert_claim (const char *title, const char *abstract, const char *name, gboolean is_claimed)
{
    g_autofree char *use = g_strdup_printf ("Faster than %s and better.", name);
    const Paper papers[] = {{"owner", title, abstract, 0}, {"user", "A comparison", use, 0}};
    g_test_message ("%s | %s", title, abstract);
    assert_links (papers, 2, is_claimed ? "user>owner" : "");
}

static void
names_before_a_colon_link (void)
{
    static const Paper papers[] = {
        DEEPWALK,
        {"a", "Walks", "Compared with DeepWalk and again DeepWalk, we walk less.", 2015},
        {"b", "Faster than DeepWalk", NULL, 2016},
        {"c", "Deep walks in the park", "We walk deep.", 2016},
    };
    assert_links (papers, G_N_ELEMENTS (papers), "a>deepwalk b>deepwalk");
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
    static const Paper alike[] = {
        {"a", "Alpha", "We propose TwinNet, a net. TwinNet is.", 0},
        {"b", "Beta", "We propose TwinNet, a net. TwinNet is.", 0},
        {"c", "Gamma", "As good as TwinNet.", 0},
    };
    assert_links (alike, 3, "");
    static const Paper titles[] = {
        {"a", "TwinNet: Alpha", "We propose TwinNet, a net.", 0},
        {"b", "TwinNet: Beta", "We propose TwinNet, a net.", 0},
        {"c", "Gamma", "As good as TwinNet.", 0},
    };
    assert_links (titles, 3, "");
}

static void
a_title_beats_an_abstract (void)
{
    static const Paper papers[] = {
        {"a", "Alpha", "We propose TwinNet, a net. TwinNet is.", 0},
        {"b", "TwinNet: Beta", "We propose TwinNet, a net.", 0},
        {"c", "Gamma", "As good as TwinNet.", 0},
    };
    assert_links (papers, 3, "a>b c>b");
}

static void
acronyms_of_concepts_are_no_systems (void)
{
    static const Paper papers[] = {
        {"a", "Alpha", "We present SparseMoE, a net. SparseMoE is.", 0},
        {"b", "Beta", "A sparse mixture of experts (SparseMoE) is good.", 0},
        {"c", "Gamma", "As good as SparseMoE.", 0},
    };
    assert_links (papers, 3, "");
    assert_links (papers, 1, "");
    const Paper without[] = {papers[0], papers[2]};
    assert_links (without, 2, "c>a");
}

/* Of n papers, one owner and n_users users; the rest speak of other things. */
static guint
count_links (guint n_papers, guint n_users)
{
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    g_autoptr (GError) error = NULL;
    rhumb_corpus_builder_begin_source (builder, "-", "test");
    const Paper owner = DEEPWALK;
    add_paper (builder, &owner);
    for (guint i = 0; i + 1 < n_papers; i++) {
        g_autofree char *id = g_strdup_printf ("p%02u", i);
        const Paper paper = {id, id, i < n_users ? "Like DeepWalk." : "Like others.", 2014};
        add_paper (builder, &paper);
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
    Paper papers[] = {
        DEEPWALK, {"a", "Old", "Like DeepWalk.", 2012}, {"b", "New", "Like DeepWalk.", 2018}};
    assert_links (papers, 3, "");
    papers[1].year = 2013;
    assert_links (papers, 3, "a>deepwalk b>deepwalk");
    papers[1].year = 0;
    assert_links (papers, 3, "a>deepwalk b>deepwalk");
}

static void
a_word_is_a_name_unless_it_is_a_word (void)
{
    Paper papers[] = {
        {"a", "Holmes: Training Across Clusters", "We propose Holmes, a framework.", 0},
        {"b", "Trains", "As good as Holmes.", 0},
        {"c", "Houses", "They stay at homes.", 0},
    };
    assert_links (papers, 3, "b>a");
    papers[2].abstract = "They stay at holmes.";
    assert_links (papers, 3, "");
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
        const Paper papers[] = {DEEPWALK, {"a", "Walks", yes[i], 0}};
        assert_links (papers, 2, "a>deepwalk");
    }
    for (gsize i = 0; i < G_N_ELEMENTS (no); i++) {
        const Paper papers[] = {DEEPWALK, {"a", "Walks", no[i], 0}};
        assert_links (papers, 2, "");
    }
}

static void
the_longer_name_counts (void)
{
    static const Paper papers[] = {
        {"long", "MixerX Mini: Small", "Our MixerX Mini is small.", 0},
        {"short", "MixerX: Large", "We propose MixerX, a net.", 0},
        {"a", "Nets", "Like MixerX Mini.", 0},
        {"b", "More nets", "Like MixerX, not Mini.", 0},
    };
    assert_links (papers, 4, "a>long b>short");
}

static void
order_of_papers_changes_nothing (void)
{
    Paper papers[] = {
        DEEPWALK,
        {"a", "Alpha", "We propose TwinNet, a net like DeepWalk. TwinNet is.", 2019},
        {"b", "LIFL: Beta", "We present LIFL, a net. Better than TwinNet and DeepWalk.", 2019},
        {"c", "Gamma", "LIFL and TwinNet.", 0},
    };
    const char *expected = "a>deepwalk b>a b>deepwalk c>a c>b";
    for (guint turn = 0; turn < 4; turn++) {
        assert_links (papers, 4, expected);
        const Paper first = papers[0];
        memmove (papers, papers + 1, sizeof papers - sizeof papers[0]);
        papers[3] = first;
    }
}

static void
few_papers_link_nothing (void)
{
    static const Paper papers[] = {DEEPWALK};
    assert_links (papers, 0, "");
    assert_links (papers, 1, "");
}

/* The oracle: finds @name in @text with strstr and looks at the characters around it. */
static gboolean
is_inner (char c)
{
    return c != '\0' && strchr ("-.+&", c) != NULL;
}

static gboolean
oracle_finds (const char *text, const char *name)
{
    const gsize length = strlen (name);
    for (const char *p = strstr (text, name); p != NULL; p = strstr (p + 1, name)) {
        const char before = p > text ? p[-1] : ' ';
        const char before_that = p > text + 1 ? p[-2] : ' ';
        const char *after = p + length;
        if (g_ascii_isalnum (before) || (is_inner (before) && g_ascii_isalnum (before_that)))
            continue;
        if (*after == '-' && g_ascii_islower (after[1])) {
            after++;
            while (g_ascii_islower (*after))
                after++;
        }
        if (g_ascii_isalnum (*after) || *after == '+' ||
            (is_inner (*after) && g_ascii_isalnum (after[1])))
            continue;
        return TRUE;
    }
    return FALSE;
}

static char *
random_text (GRand *random)
{
    static const char *const word[] = {"DeepWalk", "FastRPX", "GPipe", "Switch-NeRF",
                                       "walk",     "Deep",    "NeRF",  "x",
                                       "7",        "faster",  "GPipe"};
    static const char *const gap[] = {" ",      " ", " ",  " ",  ", ", ". ", "/", "-",
                                      "-like ", "+", " (", ") ", "",   ".",  "&", ": "};
    GString *text = g_string_new ("Like ");
    for (gint n = g_rand_int_range (random, 1, 5); n > 0; n--) {
        g_string_append (text, word[g_rand_int_range (random, 0, G_N_ELEMENTS (word))]);
        g_string_append (text, gap[g_rand_int_range (random, 0, G_N_ELEMENTS (gap))]);
    }
    return g_string_free (text, FALSE);
}

static void
equals_a_plain_search (void)
{
    static const char *const names[] = {"DeepWalk", "FastRPX", "GPipe", "Switch-NeRF"};
    g_autoptr (GRand) random = g_rand_new_with_seed (11);
    guint n_found = 0;
    for (guint turn = 0; turn < 250; turn++) {
        g_autofree char *text = random_text (random);
        Paper papers[5];
        char *titles[4];
        GString *expected = g_string_new (NULL);
        for (guint i = 0; i < 4; i++) {
            titles[i] = g_strdup_printf ("%s: A way of number %u", names[i], i);
            papers[i] = (Paper){names[i], titles[i], NULL, 0};
            if (oracle_finds (text, names[i]))
                g_string_append_printf (expected, "%suser>%s", expected->len > 0 ? " " : "",
                                        names[i]);
        }
        n_found += expected->len > 0;
        papers[4] = (Paper){"user", "Nothing", text, 0};
        g_test_message ("%s", text);
        assert_links (papers, 5, expected->str);
        for (guint i = 0; i < 4; i++)
            g_free (titles[i]);
        g_string_free (expected, TRUE);
    }
    g_assert_cmpuint (n_found, >, 60);
    g_assert_cmpuint (n_found, <, 250);
}

static void
survives_any_bytes (void)
{
    static const char *const piece[] = {
        "We propose ", "DeepWalk", "(",   ")",    ":",          "called ",
        " ",           "\xff",     "-",   "/",    "'s",         "\xc3\x89",
        "GPipe",       ", ",       ". ",  "our ", "short for ", "\xe2\x80\x99",
        "Ⅷ",           "9",        "the "};
    g_autoptr (GRand) random = g_rand_new_with_seed (5);
    for (guint turn = 0; turn < 60; turn++) {
        GString *text[6];
        Paper papers[6];
        char id[6][2];
        for (guint v = 0; v < 6; v++) {
            text[v] = g_string_new (NULL);
            for (guint i = 0; i < 60; i++)
                g_string_append (text[v],
                                 piece[g_rand_int_range (random, 0, G_N_ELEMENTS (piece))]);
            g_snprintf (id[v], sizeof id[v], "%c", (char)('a' + v));
            papers[v] = (Paper){id[v], v % 2 ? text[v]->str : id[v], text[v]->str, 0};
        }
        g_autoptr (RhumbCorpus) corpus = make_corpus (papers, 6);
        g_autofree char *links = describe_links (corpus);
        for (guint v = 0; v < 6; v++) {
            g_autofree char *self = g_strdup_printf ("%s>%s", id[v], id[v]);
            g_assert_null (strstr (links, self));
            g_string_free (text[v], TRUE);
        }
    }
}

/* The page of 70 papers in examples/: after some lines of furniture, a paragraph for each title
 * and each abstract. */
static void
add_page (RhumbCorpusBuilder *builder, const char *text)
{
    g_auto (GStrv) block = g_strsplit (text, "\n\n", -1);
    guint n_blocks = 0;
    const char *title = NULL;
    for (guint i = 0; block[i] != NULL; i++) {
        g_strstrip (block[i]);
        if (block[i][0] == '\0' || ++n_blocks <= 5)
            continue;
        if (title != NULL) {
            const Paper paper = {title, title, block[i], 0};
            add_paper (builder, &paper);
        }
        title = title == NULL ? block[i] : NULL;
    }
}

static RhumbCorpus *
read_page (const char *more)
{
    g_autofree char *text = NULL;
    g_autoptr (GError) error = NULL;
    g_file_get_contents (RHUMB_SOURCE_ROOT "/examples/papers-page.txt", &text, NULL, &error);
    g_assert_no_error (error);
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    rhumb_corpus_builder_begin_source (builder, "-", "test");
    add_page (builder, text);
    const Paper extra = {"extra", "A comparison of what exists", more, 0};
    if (more != NULL)
        add_paper (builder, &extra);
    RhumbCorpus *corpus = rhumb_corpus_builder_freeze (builder, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, more != NULL ? 71 : 70);
    return corpus;
}

static void
no_paper_of_the_page_names_another (void)
{
    g_autoptr (RhumbCorpus) corpus = read_page (NULL);
    g_autofree char *links = describe_links (corpus);
    g_assert_cmpstr (links, ==, "");
}

static void
systems_of_the_page_are_known (void)
{
    g_autoptr (RhumbCorpus) corpus = read_page (
        "GPipe, FastRP, LIFL-based and Holmes are systems. CO2, C4, UDC, MoE, SMoE, PEFT, GNNs, "
        "DeepWalk, T2I, MCTS, ALMA and Glider are not, or not theirs.");
    static const char *const expected[] = {
        "extra>Fast and Accurate Network Embeddings via Very Sparse Random Projection",
        "extra>GPipe: Efficient Training of Giant Neural Networks using Pipeline Parallelism",
        "extra>Holmes: Towards Distributed Training Across Clusters with Heterogeneous NIC "
        "Environment",
        "extra>LIFL: A Lightweight, Event-driven Serverless Platform for Federated Learning", NULL};
    g_autofree char *links = describe_links (corpus);
    g_autofree char *all = g_strjoinv (" ", (char **)expected);
    g_assert_cmpstr (links, ==, all);
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
    g_test_add_func ("/mentions/equals-a-plain-search", equals_a_plain_search);
    g_test_add_func ("/mentions/survives-any-bytes", survives_any_bytes);
    g_test_add_func ("/mentions/no-paper-of-the-page-names-another",
                     no_paper_of_the_page_names_another);
    g_test_add_func ("/mentions/systems-of-the-page-are-known", systems_of_the_page_are_known);
    return g_test_run ();
}
