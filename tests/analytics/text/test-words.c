/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/words.h"

#include <math.h>
#include <string.h>

#include "analytics/text/lexicon.h"
#include "graph/corpus-builder.h"

typedef struct {
    const char *id;
    const char *title;
    const char *abstract;
} Paper;

static RhumbCorpus *
make_corpus (const Paper *papers, gsize n_papers, gboolean backwards)
{
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    g_autoptr (GError) error = NULL;
    rhumb_corpus_builder_begin_source (builder, "-", "test");
    for (gsize i = 0; i < n_papers; i++) {
        const Paper *paper = &papers[backwards ? n_papers - 1 - i : i];
        g_autoptr (RhumbRecord) record = rhumb_record_new ();
        record->id = paper->id;
        record->title = paper->title;
        record->abstract = paper->abstract;
        rhumb_corpus_builder_add (builder, record, &error);
        g_assert_no_error (error);
    }
    RhumbCorpus *corpus = rhumb_corpus_builder_freeze (builder, &error);
    g_assert_no_error (error);
    return corpus;
}

static RhumbNetwork *
weigh (const Paper *papers, gsize n_papers, gboolean backwards)
{
    g_autoptr (RhumbCorpus) corpus = make_corpus (papers, n_papers, backwards);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, n_papers);
    g_autoptr (GError) error = NULL;
    RhumbNetwork *network = rhumb_weigh_words (corpus, &error);
    g_assert_no_error (error);
    g_assert_cmpint (rhumb_network_get_mode (network), ==, RHUMB_NETWORK_TWO_MODE);
    g_assert_cmpuint (rhumb_network_get_n_from (network), ==, n_papers);
    return network;
}

static guint
row_length (const RhumbNetwork *network, guint32 paper)
{
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    return (guint)(rows.start[paper + 1] - rows.start[paper]);
}

/* Papers are in the order of their ids, for none has a year. */
static const Paper POND[] = {
    {"a", "Routing packets", "Routers route packets. The packets are routed by 3 routers."},
    {"b", "Routing tables", "Tables of routers; a mixture-of-packets, 42 in all."},
    {"c", "Genome assembly", "We assemble genomes from short reads."},
    {"d", "Genomes of fish", "Fish, fish and more fish; reads are short, IT is new. 42"},
    {"e", "IT for all", "The IT staff."},
};

/* The same by counting every word of the list in every paper, without a shared line of code: the
 * words of POND that two or more papers have, by stem. */
static double
prior_factor (const RhumbModel *model, const char *stem)
{
    const RhumbWordPrior *prior = rhumb_model_find_word (model, stem, strlen (stem));
    return fmin (2, exp (fmax (prior->single, fmax (prior->head, prior->modifier))));
}

static void
equals_a_dense_count (void)
{
    static const char *const stem[] = {"fish", "genom", "it",     "packet",
                                       "read", "rout",  "router", "short"};
    /* A title's words count twice. "fish" is in one paper only, so it has no column. */
    static const guint count[5][8] = {
        {0, 0, 0, 4, 0, 4, 2, 0}, {0, 0, 0, 1, 0, 2, 1, 0}, {0, 3, 0, 0, 1, 0, 0, 1},
        {5, 2, 1, 0, 1, 0, 0, 1}, {0, 0, 3, 0, 0, 0, 0, 0},
    };
    g_autoptr (RhumbModel) model = rhumb_model_new ();
    g_autoptr (RhumbNetwork) network = weigh (POND, 5, FALSE);
    g_assert_cmpuint (rhumb_network_get_n_to (network), ==, 7);
    for (guint v = 0; v < 5; v++) {
        double weight[8] = {0};
        double squares = 0;
        for (guint s = 1; s < 8; s++) {
            if (count[v][s] > 0)
                weight[s] = (1 + log (count[v][s])) * log (5.0 / 2) * prior_factor (model, stem[s]);
            squares += weight[s] * weight[s];
        }
        for (guint s = 1; s < 8; s++)
            g_assert_cmpfloat_with_epsilon (rhumb_network_get_weight (network, v, s - 1),
                                            weight[s] / sqrt (squares), 1e-12);
    }
}

static void
rows_have_length_1 (void)
{
    g_autoptr (RhumbNetwork) network = weigh (POND, 5, FALSE);
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    for (guint32 v = 0; v < rows.n_rows; v++) {
        double squares = 0;
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++)
            squares += rows.weight[i] * rows.weight[i];
        g_assert_cmpfloat_with_epsilon (squares, 1, 1e-12);
    }
}

static void
assert_same (const RhumbNetwork *a, const RhumbNetwork *b)
{
    const RhumbRows x = rhumb_network_get_out_rows (a);
    const RhumbRows y = rhumb_network_get_out_rows (b);
    g_assert_cmpuint (rhumb_network_get_n_to (a), ==, rhumb_network_get_n_to (b));
    g_assert_cmpuint (rhumb_network_get_n_edges (a), ==, rhumb_network_get_n_edges (b));
    for (guint32 v = 0; v <= x.n_rows; v++)
        g_assert_cmpuint (x.start[v], ==, y.start[v]);
    for (gsize i = 0; i < rhumb_network_get_n_edges (a); i++) {
        g_assert_cmpuint (x.node[i], ==, y.node[i]);
        g_assert_true (x.weight[i] == y.weight[i]);
    }
}

static void
order_of_papers_changes_no_bit (void)
{
    g_autoptr (RhumbNetwork) forth = weigh (POND, 5, FALSE);
    g_autoptr (RhumbNetwork) back = weigh (POND, 5, TRUE);
    assert_same (forth, back);
}

/* Ids put the papers in another order, so columns must not follow the order of arrival. */
static void
columns_do_not_follow_arrival (void)
{
    static const Paper there[] = {
        {"a", "zebra quagga", NULL}, {"b", "quagga apple", NULL}, {"c", "apple zebra", NULL}};
    static const Paper here[] = {
        {"a", "apple zebra", NULL}, {"b", "quagga apple", NULL}, {"c", "zebra quagga", NULL}};
    g_autoptr (RhumbNetwork) a = weigh (there, 3, FALSE);
    g_autoptr (RhumbNetwork) b = weigh (here, 3, FALSE);
    g_assert_cmpuint (rhumb_network_get_n_to (a), ==, 3);
    for (guint32 v = 0; v < 3; v++)
        for (guint32 s = 0; s < 3; s++)
            g_assert_cmpfloat (rhumb_network_get_weight (a, v, s), ==,
                               rhumb_network_get_weight (b, 2 - v, s));
}

static void
leaves_out_grammar_numbers_and_links (void)
{
    static const Paper papers[] = {
        {"a", "The of and 42", "We propose 7 x https://example.org/zebra and use it."},
        {"b", "The of and 42", "We propose 7 x https://example.org/zebra and use it."},
        {"c", "Zebra", NULL},
    };
    g_autoptr (RhumbNetwork) network = weigh (papers, 3, FALSE);
    g_assert_cmpuint (rhumb_network_get_n_to (network), ==, 0);
}

static void
capitals_tell_it_from_it (void)
{
    static const Paper papers[] = {
        {"a", "IT at work", NULL}, {"b", "Buying IT", NULL}, {"c", "Buying bread", NULL}};
    static const Paper shouted[] = {
        {"a", "IT AT WORK", NULL}, {"b", "BUYING IT", NULL}, {"c", "MAKING BREAD", NULL}};
    g_autoptr (RhumbNetwork) plain = weigh (papers, 3, FALSE);
    g_autoptr (RhumbNetwork) loud = weigh (shouted, 3, FALSE);
    g_assert_cmpuint (rhumb_network_get_n_to (plain), ==, 2);
    g_assert_cmpuint (rhumb_network_get_n_to (loud), ==, 0);
}

static void
small_words_inside_compounds_tell_nothing (void)
{
    static const Paper papers[] = {
        {"a", "Mixture-of-zebras", NULL}, {"b", "Union-of-apples", NULL}, {"c", "Bread", NULL}};
    g_autoptr (RhumbNetwork) network = weigh (papers, 3, FALSE);
    g_assert_cmpuint (rhumb_network_get_n_to (network), ==, 0);
}

static void
few_papers_have_nothing_to_compare (void)
{
    for (gsize n = 0; n <= 2; n++) {
        g_autoptr (RhumbNetwork) network = weigh (POND, n, FALSE);
        g_assert_cmpuint (rhumb_network_get_n_to (network), ==, 0);
        g_assert_cmpuint (rhumb_network_get_n_edges (network), ==, 0);
    }
}

static void
papers_without_text_have_empty_rows (void)
{
    static const Paper papers[] = {{"a", "Zebra apple", NULL},
                                   {"b", NULL, NULL},
                                   {"c", NULL, "An apple."},
                                   {"d", "", "?! -- ((("},
                                   {"e", "Zebra", ""}};
    g_autoptr (RhumbNetwork) network = weigh (papers, 5, FALSE);
    static const guint expected[] = {2, 0, 1, 0, 1};
    for (guint32 v = 0; v < 5; v++)
        g_assert_cmpuint (row_length (network, v), ==, expected[v]);
}

static void
survives_any_bytes (void)
{
    g_autoptr (GRand) random = g_rand_new_with_seed (7);
    static const char *const piece[] = {"\xff",
                                        "\xc3\xa9",
                                        "IT",
                                        "-",
                                        "'",
                                        "'s",
                                        ".",
                                        " ",
                                        "zebra",
                                        "\xe2\x80\x99",
                                        "(",
                                        ":",
                                        "http://",
                                        "\t",
                                        "Ⅷ",
                                        "½",
                                        "\xf0\x9f\x98\x80",
                                        "A",
                                        "9",
                                        "\xcc\x81",
                                        "ß",
                                        "of"};
    GString *text[24];
    Paper papers[24];
    char id[24][3];
    for (gsize v = 0; v < 24; v++) {
        text[v] = g_string_new (NULL);
        for (guint i = 0; i < 300; i++)
            g_string_append (text[v], piece[g_rand_int_range (random, 0, G_N_ELEMENTS (piece))]);
        g_snprintf (id[v], sizeof id[v], "%c", (char)('a' + v));
        papers[v] = (Paper){id[v], v % 3 ? text[v]->str : NULL, v % 2 ? text[v]->str : NULL};
    }
    g_autoptr (RhumbNetwork) forth = weigh (papers, 24, FALSE);
    g_autoptr (RhumbNetwork) back = weigh (papers, 24, TRUE);
    g_assert_cmpuint (rhumb_network_get_n_edges (forth), >, 0);
    assert_same (forth, back);
    const RhumbRows rows = rhumb_network_get_out_rows (forth);
    for (gsize i = 0; i < rhumb_network_get_n_edges (forth); i++)
        g_assert_true (rows.weight[i] > 0 && rows.weight[i] <= 1 + 1e-12);
    for (gsize v = 0; v < 24; v++)
        g_string_free (text[v], TRUE);
}

static void
words_are_shown_as_they_are_written (void)
{
    static const Paper PAPERS[] = {{"a", "Devices for GPU routing", "Old devices fail."},
                                   {"b", "A device routes", "Other devices and a GPU wait."},
                                   {"c", "Routing without lanterns", NULL}};
    g_autoptr (RhumbCorpus) corpus = make_corpus (PAPERS, G_N_ELEMENTS (PAPERS), FALSE);
    g_autoptr (GPtrArray) stems = NULL;
    g_autoptr (GPtrArray) shown = NULL;
    g_autoptr (RhumbNetwork) words = rhumb_weigh_named_words (corpus, &stems, &shown, NULL);
    g_assert_cmpuint (shown->len, ==, stems->len);
    g_assert_cmpuint (rhumb_network_get_n_to (words), ==, stems->len);
    gboolean seen[2] = {FALSE};
    for (guint i = 0; i < stems->len; i++) {
        if (g_str_equal (stems->pdata[i], "devic")) {
            g_assert_cmpstr (shown->pdata[i], ==, "devices");
            seen[0] = TRUE;
        }
        if (g_ascii_strcasecmp (stems->pdata[i], "gpu") == 0) {
            g_assert_cmpstr (shown->pdata[i], ==, "GPU");
            seen[1] = TRUE;
        }
    }
    g_assert_true (seen[0] && seen[1]);
}

#define N_MANY 3003u

/* More papers than are read at a time, each a title of two words that so many others have. */
static void
many_papers_weigh_by_the_formula (void)
{
    static const char *const seventh[] = {"kaqaz", "kebez", "kiciz", "kodoz",
                                          "kufuz", "kagez", "kehiz"};
    static const char *const third[] = {"xaqat", "xebet", "xicit"};
    g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
    g_autofree Paper *papers = g_new0 (Paper, N_MANY);
    for (guint32 i = 0; i < N_MANY; i++) {
        g_ptr_array_add (titles, g_strdup_printf ("p%05u", i));
        papers[i].id = titles->pdata[2 * i];
        g_ptr_array_add (titles, g_strdup_printf ("%s %s", seventh[i % 7], third[i % 3]));
        papers[i].title = titles->pdata[2 * i + 1];
    }
    g_autoptr (RhumbNetwork) network = weigh (papers, N_MANY, FALSE);
    g_assert_cmpuint (rhumb_network_get_n_to (network), ==, 7 + 3);
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    for (guint32 v = 0; v < N_MANY; v++) {
        g_assert_cmpuint (row_length (network, v), ==, 2);
        /* Stems of "k…" come before those of "x…". */
        const double ratio = rows.weight[rows.start[v]] / rows.weight[rows.start[v] + 1];
        g_assert_cmpfloat_with_epsilon (ratio, log (7) / log (3), 1e-12);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/words/equals-a-dense-count", equals_a_dense_count);
    g_test_add_func ("/words/rows-have-length-1", rows_have_length_1);
    g_test_add_func ("/words/order-of-papers-changes-no-bit", order_of_papers_changes_no_bit);
    g_test_add_func ("/words/columns-do-not-follow-arrival", columns_do_not_follow_arrival);
    g_test_add_func ("/words/leaves-out-grammar-numbers-and-links",
                     leaves_out_grammar_numbers_and_links);
    g_test_add_func ("/words/capitals-tell-IT-from-it", capitals_tell_it_from_it);
    g_test_add_func ("/words/small-words-inside-compounds-tell-nothing",
                     small_words_inside_compounds_tell_nothing);
    g_test_add_func ("/words/few-papers-have-nothing-to-compare",
                     few_papers_have_nothing_to_compare);
    g_test_add_func ("/words/papers-without-text-have-empty-rows",
                     papers_without_text_have_empty_rows);
    g_test_add_func ("/words/words-are-shown-as-they-are-written",
                     words_are_shown_as_they_are_written);
    g_test_add_func ("/words/survives-any-bytes", survives_any_bytes);
    g_test_add_func ("/words/many-papers-weigh-by-the-formula", many_papers_weigh_by_the_formula);
    return g_test_run ();
}
