/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What to read first.
 */
#include "analytics/similar/reading-order.h"

#include <string.h>

#include "tests/graph/fixture.h"
#include "tests/oracle.h"

/* Orders all papers of @records with @scores; gives their ids, parted by blanks. */
static char *
order (const FixtureRecord *records, gsize n, const double *scores)
{
    g_autoptr (RhumbGraph) graph = fixture_graph (records, n, NULL, 0);
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (graph);
    g_autoptr (GArray) papers = rhumb_neighbours_new ();
    g_autoptr (GString) ids = g_string_new (NULL);
    for (gsize i = 0; i < n; i++) {
        const RhumbNeighbour item = {rhumb_corpus_find_paper (corpus, records[i].id), scores[i]};
        g_array_append_val (papers, item);
    }
    rhumb_order_for_reading (graph, papers);
    for (guint i = 0; i < papers->len; i++) {
        const guint32 v = g_array_index (papers, RhumbNeighbour, i).node;
        g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                                rhumb_corpus_get_paper (corpus, v)->id);
    }
    return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
what_is_cited_comes_first (void)
{
    static const FixtureRecord RECORDS[] = {
        {.id = "c", .title = "Late", .year = 1993, .references = "b"},
        {.id = "b", .title = "Middle", .year = 1992, .references = "a"},
        {.id = "a", .title = "Early", .year = 1991},
    };
    static const double SCORES[] = {3, 2, 1};
    g_autofree char *ids = order (RECORDS, 3, SCORES);
    g_assert_cmpstr (ids, ==, "a b c");
}

static void
a_survey_comes_before_what_it_cites (void)
{
    static const FixtureRecord RECORDS[] = {
        {.id = "a", .title = "Early", .year = 1991},
        {.id = "b", .title = "Sails: A Survey", .year = 1999, .references = "a"},
        {.id = "c", .title = "Late", .year = 2001, .references = "b"},
    };
    static const double SCORES[] = {3, 1, 2};
    g_autofree char *ids = order (RECORDS, 3, SCORES);
    g_assert_cmpstr (ids, ==, "b a c");
}

static void
without_citations_scores_then_years_decide (void)
{
    static const FixtureRecord RECORDS[] = {{.id = "a", .title = "One", .year = 2001},
                                            {.id = "b", .title = "Two", .year = 1991},
                                            {.id = "c", .title = "Three"},
                                            {.id = "d", .title = "Four", .year = 1999},
                                            {.id = "e", .title = "Five", .year = 1991}};
    static const double SCORES[] = {1, 1, 1, 2, 1};
    g_autofree char *ids = order (RECORDS, 5, SCORES);
    g_assert_cmpstr (ids, ==, "d b e a c");
}

static void
a_circle_begins_with_its_earliest (void)
{
    static const FixtureRecord RECORDS[] = {
        {.id = "a", .title = "One", .year = 1995, .references = "b"},
        {.id = "b", .title = "Two", .year = 1994, .references = "a|b"},
        {.id = "c", .title = "Three", .year = 1999, .references = "a"},
    };
    static const double SCORES[] = {5, 1, 1};
    g_autofree char *ids = order (RECORDS, 3, SCORES);
    g_assert_cmpstr (ids, ==, "b a c");
}

/* On random citations without circles nothing stands before what it cites. */
static void
no_paper_stands_before_what_it_cites (void)
{
    for (guint64 seed = 0; seed < 20; seed++) {
        FixtureRecord records[20] = {{0}};
        double score[20];
        char *id[20];
        char *references[20];
        for (guint i = 0; i < 20; i++) {
            g_autoptr (GString) list = g_string_new (NULL);
            for (guint k = 0; k < i; k++) {
                if (oracle_random_below (5, seed, 100 * i + k) == 0)
                    g_string_append_printf (list, "%sp%02u", list->len > 0 ? "|" : "", k);
            }
            id[i] = g_strdup_printf ("p%02u", i);
            references[i] = g_strdup (list->str);
            score[i] = oracle_random (seed, 5000 + i);
            records[i] =
                (FixtureRecord){.id = id[i],
                                .title = id[i],
                                .year = 2000,
                                .references = references[i][0] != '\0' ? references[i] : NULL};
        }
        g_autofree char *ids = order (records, 20, score);
        g_auto (GStrv) read = g_strsplit (ids, " ", -1);
        for (guint i = 0; i < 20; i++) {
            const guint v = (guint)g_ascii_strtoull (read[i] + 1, NULL, 10);
            for (guint k = i + 1; k < 20; k++)
                g_assert_null (strstr (references[v], read[k]));
        }
        for (guint i = 0; i < 20; i++) {
            g_free (id[i]);
            g_free (references[i]);
        }
    }
}

static void
a_list_of_none_stays_empty (void)
{
    g_autofree char *ids = order (NULL, 0, NULL);
    g_assert_cmpstr (ids, ==, "");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/reading-order/what-is-cited-comes-first", what_is_cited_comes_first);
    g_test_add_func ("/reading-order/a-survey-comes-before-what-it-cites",
                     a_survey_comes_before_what_it_cites);
    g_test_add_func ("/reading-order/without-citations-scores-then-years-decide",
                     without_citations_scores_then_years_decide);
    g_test_add_func ("/reading-order/a-circle-begins-with-its-earliest",
                     a_circle_begins_with_its_earliest);
    g_test_add_func ("/reading-order/no-paper-stands-before-what-it-cites",
                     no_paper_stands_before_what_it_cites);
    g_test_add_func ("/reading-order/a-list-of-none-stays-empty", a_list_of_none_stays_empty);
    return g_test_run ();
}
