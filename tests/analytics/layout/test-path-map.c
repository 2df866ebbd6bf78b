/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Paths drawn along the years.
 */
#include "analytics/layout/path-map.h"

#include <math.h>

#include "analytics/layout/path-lanes.h"
#include "graph/error.h"
#include "tests/analytics/layout/page-check.h"
#include "tests/graph/fixture.h"
#include "tests/oracle.h"

#define MAX_PAPERS 300

static char ids[MAX_PAPERS][8];

/* @n papers, two a year from 1900 on; numbers are ascending with years and ids. */
static RhumbCorpus *
make_papers (guint n, gboolean dated)
{
    g_autofree FixtureRecord *record = g_new0 (FixtureRecord, n);
    for (guint i = 0; i < n; i++) {
        g_snprintf (ids[i], sizeof ids[i], "p%04u", i);
        record[i].id = ids[i];
        record[i].title = i % 3 == 0
                              ? "A title that is much longer than what one line of a page can "
                                "hold, because its authors wanted to tell everything in it, "
                                "and then some more about what is in the paper"
                              : "A short title";
        record[i].authors = "Ada Marin|Bo Costa|Caro Vela|Dan Nord";
        record[i].year = dated ? 1900 + (int)i / 2 : 0;
    }
    return fixture_corpus (record, n, NULL);
}

/* Every paper is cited by up to three later ones. */
static RhumbNetwork *
make_path (guint n, guint64 seed)
{
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) weight = g_array_new (FALSE, FALSE, sizeof (double));
    for (guint32 v = 0; v + 1 < n; v++) {
        for (guint i = 0; i < 3; i++) {
            const guint32 u = v + 1 + oracle_random_below (MIN (9, n - v - 1), seed, 3 * v + i);
            const double w = 0.01 + oracle_random (seed, 5000 + 3 * v + i);
            g_array_append_val (from, v);
            g_array_append_val (to, u);
            g_array_append_val (weight, w);
        }
    }
    return rhumb_network_new (RHUMB_NETWORK_DIRECTED, n, n, (const guint32 *)(void *)from->data,
                              (const guint32 *)(void *)to->data,
                              (const double *)(void *)weight->data, from->len, NULL);
}

static void
words_have_room (void)
{
    static const guint SIZES[] = {2, 12, 60, 250};
    for (guint i = 0; i < G_N_ELEMENTS (SIZES); i++) {
        g_autoptr (RhumbCorpus) corpus = make_papers (SIZES[i], TRUE);
        g_autoptr (RhumbNetwork) path = make_path (SIZES[i], i);
        g_autoptr (RhumbMap) map = rhumb_draw_path (corpus, path, NULL, 0, NULL,
                                                    "The main path of ideas", "made so", NULL);
        g_assert_nonnull (map);
        check_page (map);
        check_discs (map);
    }
}

static void
cited_papers_stand_above_citing_ones (void)
{
    for (guint dated = 0; dated < 2; dated++) {
        g_autoptr (RhumbCorpus) corpus = make_papers (80, dated);
        g_autoptr (RhumbNetwork) path = make_path (80, 3);
        const RhumbRows rows = rhumb_network_get_out_rows (path);
        g_autoptr (RhumbPathLanes) lanes = rhumb_path_lanes_new (corpus, path, NULL, 0);
        g_assert_cmpuint (lanes->n_rows, ==, 80);
        for (guint32 v = 0; v < 80; v++) {
            for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++)
                g_assert_cmpuint (lanes->row[v], <, lanes->row[rows.node[i]]);
        }
        for (guint32 r = 1; r < 80; r++)
            g_assert_cmpint (rhumb_corpus_get_paper (corpus, lanes->paper[r - 1])->year, <=,
                             rhumb_corpus_get_paper (corpus, lanes->paper[r])->year);
    }
}

/* Two chains whose rows overlap are in two lanes. */
static void
chains_share_no_place (void)
{
    g_autoptr (RhumbCorpus) corpus = make_papers (80, TRUE);
    g_autoptr (RhumbNetwork) path = make_path (80, 4);
    g_autoptr (RhumbPathLanes) lanes = rhumb_path_lanes_new (corpus, path, NULL, 0);
    g_assert_cmpuint (lanes->n_chains, >, 1);
    g_assert_cmpuint (lanes->n_lanes, <, lanes->n_chains);
    for (guint32 a = 0; a < lanes->n_chains; a++) {
        for (guint32 b = 0; b < a; b++) {
            guint32 first[2] = {80, 80};
            guint32 last[2] = {0, 0};
            for (guint32 r = 0; r < 80; r++) {
                for (guint i = 0; i < 2; i++) {
                    if (lanes->chain[r] != (i == 0 ? a : b))
                        continue;
                    first[i] = MIN (first[i], r);
                    last[i] = MAX (last[i], r);
                }
            }
            if (first[0] <= last[1] && first[1] <= last[0])
                g_assert_cmpuint (lanes->lane[a], !=, lanes->lane[b]);
        }
    }
}

/* The nearest that a curve comes to a disc that is at none of its ends. */
static double
nearest_pass (const RhumbMapLink *link, const RhumbMapItem *item, guint32 n)
{
    const double *p = link->curve;
    double nearest = G_MAXDOUBLE;
    for (guint step = 0; step <= 200; step++) {
        const double t = step / 200.0;
        const double share[] = {(1 - t) * (1 - t) * (1 - t), 3 * t * (1 - t) * (1 - t),
                                3 * t * t * (1 - t), t * t * t};
        double x = 0, y = 0;
        for (guint k = 0; k < 4; k++) {
            x += share[k] * p[2 * k];
            y += share[k] * p[2 * k + 1];
        }
        for (guint32 i = 0; i < n; i++) {
            if (i != link->from && i != link->to)
                nearest = MIN (nearest, hypot (x - item[i].x, y - item[i].y) - item[i].radius);
        }
    }
    return nearest;
}

/* Many papers that one cites stand above each other: their lines go round those between. */
static void
lines_pass_no_disc_of_another_citation (void)
{
    enum { N = 12 };
    guint32 from[N - 1], to[N - 1];
    double weight[N - 1];
    for (guint32 v = 0; v + 1 < N; v++) {
        from[v] = v;
        to[v] = N - 1;
        weight[v] = 1;
    }
    g_autoptr (RhumbCorpus) corpus = make_papers (N, TRUE);
    g_autoptr (RhumbNetwork) path =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, N, N, from, to, weight, N - 1, NULL);
    g_autoptr (RhumbMap) map = rhumb_draw_path (corpus, path, NULL, 0, NULL, "Title", NULL, NULL);
    guint32 n, n_links;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    const RhumbMapLink *link = rhumb_map_get_links (map, &n_links);
    g_assert_cmpuint (n_links, ==, N - 1);
    for (guint32 e = 0; e < n_links; e++)
        g_assert_cmpfloat (nearest_pass (&link[e], item, n), >, link[e].width / 2);
}

/* Two lanes: discs of the first are far from their titles, and a thin line leads there. */
static void
lines_lead_from_discs_to_titles (void)
{
    static const guint32 cited[] = {0, 1}, citing[] = {3, 2};
    static const double weight[] = {1, 1};
    g_autoptr (RhumbCorpus) corpus = make_papers (4, TRUE);
    g_autoptr (RhumbNetwork) path =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 4, 4, cited, citing, weight, 2, NULL);
    g_autoptr (RhumbMap) map = rhumb_draw_path (corpus, path, NULL, 0, NULL, "Title", NULL, NULL);
    check_page (map);
    guint32 n, n_marks;
    guint n_leaders = 0;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    const RhumbMapMark *mark = rhumb_map_get_marks (map, &n_marks);
    for (guint32 i = 0; i < n; i++) {
        for (guint32 k = 0; k < n_marks; k++)
            n_leaders += fabs (mark[k].y - item[i].y) < 0.01 && mark[k].x > item[i].x;
    }
    g_assert_cmpuint (n_leaders, ==, 2);
}

/* A page is no wider than its words need. */
static void
pages_are_as_wide_as_their_words (void)
{
    static const guint32 cited[] = {1}, citing[] = {2};
    static const double weight[] = {1};
    g_autoptr (RhumbCorpus) corpus = make_papers (3, TRUE);
    g_autoptr (RhumbNetwork) path =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 3, 3, cited, citing, weight, 1, NULL);
    g_autoptr (RhumbMap) map = rhumb_draw_path (corpus, path, NULL, 0, NULL, "Title", NULL, NULL);
    check_page (map);
    g_assert_cmpfloat (rhumb_map_get_width (map), <, 800);
}

static void
discs_and_words_tell_how_often_papers_are_cited (void)
{
    static const guint32 cited[] = {0, 0, 1}, citing[] = {1, 2, 2};
    static const double weight[] = {1, 1, 1};
    g_autoptr (RhumbCorpus) corpus = make_papers (3, TRUE);
    g_autoptr (RhumbNetwork) path =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 3, 3, cited, citing, weight, 3, NULL);
    g_autoptr (RhumbNetwork) cites =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 3, 3, citing, cited, NULL, 3, NULL);
    g_autoptr (RhumbMap) map = rhumb_draw_path (corpus, path, NULL, 0, cites, "Title", NULL, NULL);
    check_page (map);
    check_discs (map);
    guint32 n, n_texts;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    const RhumbMapText *text = rhumb_map_get_texts (map, &n_texts);
    guint n_told = 0;
    for (guint32 i = 0; i < n_texts; i++)
        n_told += g_str_has_prefix (text[i].lines[0], "cited by 2 · Ada Marin") ||
                  g_str_has_prefix (text[i].lines[0], "cited by 1 · Ada Marin");
    g_assert_cmpuint (n_told, ==, 2);
    for (guint32 r = 1; r < 3; r++)
        g_assert_cmpfloat (item[r].radius, <, item[r - 1].radius);
}

static void
circles_and_lone_papers_are_drawn (void)
{
    static const guint32 FROM[] = {0, 1, 2};
    static const guint32 TO[] = {1, 2, 0};
    static const double WEIGHT[] = {1, 0.5, 0};
    static const guint32 LONE[] = {3, 4};
    g_autoptr (RhumbCorpus) corpus = make_papers (5, FALSE);
    g_autoptr (RhumbNetwork) path =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 5, 5, FROM, TO, WEIGHT, 3, NULL);
    g_autoptr (RhumbMap) map = rhumb_draw_path (corpus, path, LONE, 2, NULL, "Title", NULL, NULL);
    guint32 n;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    g_assert_cmpuint (n, ==, 5);
    /* What is in no line of development has no colour of one. */
    guint n_lone = 0;
    for (guint32 i = 0; i < n; i++) {
        const gboolean is_lone =
            g_str_equal (item[i].id, ids[3]) || g_str_equal (item[i].id, ids[4]);
        g_assert_true ((item[i].fill == 0x8b93a1ff) == is_lone);
        n_lone += is_lone;
    }
    g_assert_cmpuint (n_lone, ==, 2);
    rhumb_map_get_links (map, &n);
    g_assert_cmpuint (n, ==, 3);
    check_page (map);
}

static void
too_few_and_too_many_papers_are_refused (void)
{
    static const guint SIZES[] = {1, 251};
    for (guint i = 0; i < 2; i++) {
        g_autoptr (RhumbCorpus) corpus = make_papers (SIZES[i], TRUE);
        g_autoptr (RhumbNetwork) path = make_path (SIZES[i], 1);
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_draw_path (corpus, path, NULL, 0, NULL, "Title", NULL, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/path-map/words-have-room", words_have_room);
    g_test_add_func ("/path-map/lines-lead-from-discs-to-titles", lines_lead_from_discs_to_titles);
    g_test_add_func ("/path-map/pages-are-as-wide-as-their-words",
                     pages_are_as_wide_as_their_words);
    g_test_add_func ("/path-map/cited-papers-stand-above-citing-ones",
                     cited_papers_stand_above_citing_ones);
    g_test_add_func ("/path-map/chains-share-no-place", chains_share_no_place);
    g_test_add_func ("/path-map/lines-pass-no-disc-of-another-citation",
                     lines_pass_no_disc_of_another_citation);
    g_test_add_func ("/path-map/discs-and-words-tell-how-often-papers-are-cited",
                     discs_and_words_tell_how_often_papers_are_cited);
    g_test_add_func ("/path-map/circles-and-lone-papers-are-drawn",
                     circles_and_lone_papers_are_drawn);
    g_test_add_func ("/path-map/too-few-and-too-many-papers-are-refused",
                     too_few_and_too_many_papers_are_refused);
    return g_test_run ();
}
