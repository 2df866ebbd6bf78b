/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Every derived network of four papers, counted by hand.
 */
#include "analytics/network/derive.h"

#include "graph/error.h"
#include "tests/graph/fixture.h"
#include "tests/oracle.h"

/* b and c cite a; c cites b; both cite X and the Kuhn of 1962, in two spellings; c alone cites Y.
 * d cites b and c. */
static const FixtureRecord RECORDS[] = {
    {.id = "a",
     .title = "First words",
     .year = 2001,
     .authors = "Ann One|Bob Two",
     .keywords = "Mapping"},
    {.id = "b",
     .title = "Second words",
     .year = 2002,
     .authors = "Ann One",
     .references = "a|10.1000/x|Kuhn T, 1962, STRUCTURE",
     .keywords = "mapping|Clusters"},
    {.id = "c",
     .title = "Third words",
     .year = 2003,
     .authors = "Cid Three",
     .references = "a|b|https://doi.org/10.1000/X|Kuhn T, 1962, Structure|10.1000/y",
     .keywords = "clusters|mapping"},
    {.id = "d", .title = "Fourth words", .year = 2004, .authors = "Bob Two", .references = "b|c"},
};

static const FixtureLink LINKS[] = {{"a", "maps", 1}, {"a", "graphs", 0.5}, {"b", "maps", 0.2}};

static RhumbGraph *
make_graph (void)
{
    return fixture_graph (RECORDS, G_N_ELEMENTS (RECORDS), LINKS, G_N_ELEMENTS (LINKS));
}

static RhumbDerivedNetwork *
derive (const char *name, const RhumbDeriveOptions *options)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbGraph) graph = make_graph ();
    RhumbDerivedNetwork *derived = rhumb_derive_network (graph, name, options, NULL, &error);
    g_assert_no_error (error);
    return derived;
}

typedef struct {
    guint32 from;
    guint32 to;
    double weight;
} Expected;

static void
assert_links (const RhumbDerivedNetwork *derived, guint32 n_nodes, const Expected *expected,
              gsize n_expected)
{
    g_assert_cmpuint (rhumb_network_get_n_from (derived->network), ==, n_nodes);
    g_assert_cmpuint (derived->n_known + derived->names->len, ==, n_nodes);
    g_assert_cmpuint (rhumb_network_get_n_edges (derived->network), ==, n_expected);
    for (gsize i = 0; i < n_expected; i++)
        g_assert_cmpfloat_with_epsilon (
            rhumb_network_get_weight (derived->network, expected[i].from, expected[i].to),
            expected[i].weight, 1e-12);
}

/* Works outside by key: X ("doi:10.1000/x") is 4, Kuhn 5; Y is cited once. */
static void
extended_citations_reach_outside (void)
{
    static const Expected EXPECTED[] = {{1, 0, 1}, {1, 4, 1}, {1, 5, 1}, {2, 0, 1}, {2, 1, 1},
                                        {2, 4, 1}, {2, 5, 1}, {3, 1, 1}, {3, 2, 1}};
    g_autoptr (RhumbDerivedNetwork) derived = derive ("extended", NULL);
    g_assert_cmpint (rhumb_network_get_mode (derived->network), ==, RHUMB_NETWORK_DIRECTED);
    g_assert_cmpstr (derived->names->pdata[0], ==, "10.1000/x");
    assert_links (derived, 6, EXPECTED, G_N_ELEMENTS (EXPECTED));
}

/* b: a, X, Kuhn. c: a, b, X, Kuhn. d: b, c. */
static void
co_citation_counts_citing_papers (void)
{
    static const Expected EXPECTED[] = {{0, 4, 2}, {0, 5, 2}, {4, 5, 2}, {0, 1, 1},
                                        {1, 4, 1}, {1, 5, 1}, {1, 2, 1}};
    g_autoptr (RhumbDerivedNetwork) derived = derive ("co-citation", NULL);
    assert_links (derived, 6, EXPECTED, G_N_ELEMENTS (EXPECTED));
}

static void
coupling_counts_cited_works (void)
{
    static const Expected EXPECTED[] = {{1, 2, 3}, {2, 3, 1}};
    g_autoptr (RhumbDerivedNetwork) derived = derive ("coupling", NULL);
    assert_links (derived, 4, EXPECTED, G_N_ELEMENTS (EXPECTED));
}

static void
co_occurrence_counts_papers (void)
{
    static const Expected CONCEPTS[] = {{0, 1, 1}};
    static const Expected KEYWORDS[] = {{0, 1, 2}};
    static const Expected PEOPLE[] = {{0, 1, 1}};
    g_autoptr (RhumbDerivedNetwork) concepts = derive ("co-occurrence", NULL);
    g_autoptr (RhumbDerivedNetwork) keywords = derive ("keywords", NULL);
    g_autoptr (RhumbDerivedNetwork) people = derive ("co-authorship", NULL);
    assert_links (concepts, 2, CONCEPTS, 1);
    assert_links (keywords, 2, KEYWORDS, 1);
    assert_links (people, 3, PEOPLE, 1);
    g_assert_cmpstr (keywords->names->pdata[1], ==, "Mapping");
}

/* Ann cites a, X, Kuhn; Cid a, b, X, Kuhn; Bob b, c. */
static void
author_coupling_counts_works_of_people (void)
{
    static const Expected EXPECTED[] = {{0, 2, 3}, {1, 2, 1}};
    g_autoptr (RhumbDerivedNetwork) derived = derive ("author-coupling", NULL);
    assert_links (derived, 3, EXPECTED, G_N_ELEMENTS (EXPECTED));
}

/* Citations without direction: degrees 2, 3, 3, 2; n = 4; ab: 1 (4/2 + 4/3) / 2 = 5/3. */
static void
normalised_citations_have_no_direction (void)
{
    static const Expected EXPECTED[] = {
        {0, 1, 5 / 3.}, {0, 2, 5 / 3.}, {1, 2, 4 / 3.}, {1, 3, 5 / 3.}, {2, 3, 5 / 3.}};
    RhumbDeriveOptions options = RHUMB_DERIVE_DEFAULTS;
    options.product.normalisation = RHUMB_NORMALISATION_FRACTIONALISATION;
    g_autoptr (RhumbDerivedNetwork) derived = derive ("cites", &options);
    assert_links (derived, 4, EXPECTED, G_N_ELEMENTS (EXPECTED));
    options.product.min_weight = 1.5;
    g_autoptr (RhumbDerivedNetwork) strong = derive ("cites", &options);
    g_assert_cmpuint (rhumb_network_get_n_edges (strong->network), ==, 4);
}

/* Without the text the mix is Salton's measure: bc 3 / √12 (Y counts for nothing), cd 1 / √8. */
static void
the_hybrid_ends_in_its_parts (void)
{
    static const Expected CITED[] = {{1, 2, 0.86602540378443865}, {2, 3, 0.35355339059327376}};
    RhumbDeriveOptions options = RHUMB_DERIVE_DEFAULTS;
    options.text_share = 0;
    g_autoptr (RhumbDerivedNetwork) cited = derive ("hybrid", &options);
    assert_links (cited, 4, CITED, G_N_ELEMENTS (CITED));
    options.text_share = 1;
    g_autoptr (RhumbDerivedNetwork) told = derive ("hybrid", &options);
    options.text_share = 0.25;
    g_autoptr (RhumbDerivedNetwork) mixed = derive ("hybrid", &options);
    for (guint32 v = 0; v < 4; v++)
        for (guint32 u = 0; u < 4; u++)
            g_assert_cmpfloat_with_epsilon (rhumb_network_get_weight (mixed->network, v, u),
                                            0.25 * rhumb_network_get_weight (told->network, v, u) +
                                                0.75 *
                                                    rhumb_network_get_weight (cited->network, v, u),
                                            1e-12);
}

static void
every_name_derives_a_network (void)
{
    for (guint i = 0; i < rhumb_derivation_get_n (); i++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (RhumbGraph) graph = make_graph ();
        g_autoptr (RhumbGraph) empty = fixture_graph (NULL, 0, NULL, 0);
        g_autoptr (RhumbDerivedNetwork) full =
            rhumb_derive_network (graph, rhumb_derivation_get_name (i), NULL, NULL, &error);
        g_assert_no_error (error);
        g_autoptr (RhumbDerivedNetwork) none =
            rhumb_derive_network (empty, rhumb_derivation_get_name (i), NULL, NULL, &error);
        g_assert_no_error (error);
        g_assert_cmpuint (rhumb_network_get_n_edges (none->network), ==, 0);
        g_autoptr (RhumbAttributedNetwork) written =
            rhumb_attributed_network_new_for_derived (graph, full, "x");
        g_assert_cmpuint (rhumb_attributed_network_get_n_edges (written), ==,
                          rhumb_network_get_n_edges (full->network));
    }
}

/* What is known of node @id of a network for exchange: its papers and their mean year. */
static void
assert_papers (const char *name, const char *id, gint64 n_papers, double mean_year)
{
    const RhumbElement element = RHUMB_ELEMENT_NODE;
    g_autoptr (RhumbGraph) graph = make_graph ();
    g_autoptr (RhumbDerivedNetwork) derived = derive (name, NULL);
    g_autoptr (RhumbAttributedNetwork) network =
        rhumb_attributed_network_new_for_derived (graph, derived, name);
    guint32 node = 0;
    while (!g_str_equal (rhumb_attributed_network_get_id (network, node), id))
        node++;
    const guint papers = rhumb_attributed_network_find_attribute (network, element, "papers");
    const guint year = rhumb_attributed_network_find_attribute (network, element, "mean_year");
    g_assert_cmpint (rhumb_attributed_network_get_integer (network, element, node, papers), ==,
                     n_papers);
    g_assert_true ((mean_year > 0) == (year != RHUMB_NONE));
    if (mean_year > 0)
        g_assert_cmpfloat (rhumb_attributed_network_get_real (network, element, node, year), ==,
                           mean_year);
    /* No source counts citations here, and no keyword has a language. */
    g_assert_cmpuint (rhumb_attributed_network_find_attribute (network, element, "cited_by"), ==,
                      RHUMB_NONE);
    g_assert_cmpuint (rhumb_attributed_network_find_attribute (network, element, "language"), ==,
                      RHUMB_NONE);
}

/* Mapping: a, b, c; Clusters: b, c. Ann wrote a and b. b and c cite Kuhn. */
static void
nodes_tell_of_their_papers (void)
{
    assert_papers ("keywords", "keyword:Mapping", 3, 2002);
    assert_papers ("keywords", "keyword:Clusters", 2, 2002.5);
    assert_papers ("co-authorship", "name:annone", 2, 2001.5);
    assert_papers ("co-citation", "reference:Kuhn T, 1962, STRUCTURE", 2, 0);
}

static void
options_that_do_nothing_are_refused (void)
{
    static const struct {
        const char *name;
        RhumbDeriveOptions options;
        int code;
    } BAD[] = {
        {"friendship", RHUMB_DERIVE_DEFAULTS, RHUMB_ERROR_NOT_FOUND},
        {"cites", {{.top_links = 3}, 0.5}, RHUMB_ERROR_INVALID},
        {"cites", {{.counting = RHUMB_COUNTING_FRACTIONAL}, 0.5}, RHUMB_ERROR_INVALID},
        {"cites", {{.normalisation = RHUMB_NORMALISATION_JACCARD}, 0.5}, RHUMB_ERROR_INVALID},
        {"hybrid", {{.normalisation = RHUMB_NORMALISATION_SALTON}, 0.5}, RHUMB_ERROR_INVALID},
        {"hybrid", {RHUMB_PRODUCT_DEFAULTS, 1.5}, RHUMB_ERROR_INVALID},
    };
    g_autoptr (RhumbGraph) graph = make_graph ();
    for (guint i = 0; i < G_N_ELEMENTS (BAD); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_derive_network (graph, BAD[i].name, &BAD[i].options, NULL, &error));
        g_assert_error (error, RHUMB_ERROR, BAD[i].code);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/derive/extended-citations-reach-outside", extended_citations_reach_outside);
    g_test_add_func ("/derive/co-citation-counts-citing-papers", co_citation_counts_citing_papers);
    g_test_add_func ("/derive/coupling-counts-cited-works", coupling_counts_cited_works);
    g_test_add_func ("/derive/co-occurrence-counts-papers", co_occurrence_counts_papers);
    g_test_add_func ("/derive/author-coupling-counts-works-of-people",
                     author_coupling_counts_works_of_people);
    g_test_add_func ("/derive/normalised-citations-have-no-direction",
                     normalised_citations_have_no_direction);
    g_test_add_func ("/derive/the-hybrid-ends-in-its-parts", the_hybrid_ends_in_its_parts);
    g_test_add_func ("/derive/every-name-derives-a-network", every_name_derives_a_network);
    g_test_add_func ("/derive/nodes-tell-of-their-papers", nodes_tell_of_their_papers);
    g_test_add_func ("/derive/options-that-do-nothing-are-refused",
                     options_that_do_nothing_are_refused);
    return g_test_run ();
}
