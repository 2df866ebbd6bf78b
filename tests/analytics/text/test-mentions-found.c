/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Mentions against a plain search, on any bytes, and on a real page.
 */
#include <string.h>

#include "tests/analytics/text/mentions-fixture.h"

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
        MentionsPaper papers[5];
        char *titles[4];
        GString *expected = g_string_new (NULL);
        for (guint i = 0; i < 4; i++) {
            titles[i] = g_strdup_printf ("%s: A way of number %u", names[i], i);
            papers[i] = (MentionsPaper){names[i], titles[i], NULL, 0};
            if (oracle_finds (text, names[i]))
                g_string_append_printf (expected, "%suser>%s", expected->len > 0 ? " " : "",
                                        names[i]);
        }
        n_found += expected->len > 0;
        papers[4] = (MentionsPaper){"user", "Nothing", text, 0};
        g_test_message ("%s", text);
        mentions_assert_links (papers, 5, expected->str);
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
        MentionsPaper papers[6];
        char id[6][2];
        for (guint v = 0; v < 6; v++) {
            text[v] = g_string_new (NULL);
            for (guint i = 0; i < 60; i++)
                g_string_append (text[v],
                                 piece[g_rand_int_range (random, 0, G_N_ELEMENTS (piece))]);
            g_snprintf (id[v], sizeof id[v], "%c", (char)('a' + v));
            papers[v] = (MentionsPaper){id[v], v % 2 ? text[v]->str : id[v], text[v]->str, 0};
        }
        g_autoptr (RhumbCorpus) corpus = mentions_make_corpus (papers, 6);
        g_autofree char *links = mentions_describe_links (corpus);
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
            const MentionsPaper paper = {title, title, block[i], 0};
            mentions_add_paper (builder, &paper);
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
    const MentionsPaper extra = {"extra", "A comparison of what exists", more, 0};
    if (more != NULL)
        mentions_add_paper (builder, &extra);
    RhumbCorpus *corpus = rhumb_corpus_builder_freeze (builder, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, more != NULL ? 71 : 70);
    return corpus;
}

static void
no_paper_of_the_page_names_another (void)
{
    g_autoptr (RhumbCorpus) corpus = read_page (NULL);
    g_autofree char *links = mentions_describe_links (corpus);
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
    g_autofree char *links = mentions_describe_links (corpus);
    g_autofree char *all = g_strjoinv (" ", (char **)expected);
    g_assert_cmpstr (links, ==, all);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/mentions/equals-a-plain-search", equals_a_plain_search);
    g_test_add_func ("/mentions/survives-any-bytes", survives_any_bytes);
    g_test_add_func ("/mentions/no-paper-of-the-page-names-another",
                     no_paper_of_the_page_names_another);
    g_test_add_func ("/mentions/systems-of-the-page-are-known", systems_of_the_page_are_known);
    return g_test_run ();
}
