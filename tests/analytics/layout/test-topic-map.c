/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The guarantees of the finished map, measured with the letters of a real font.
 */
#include "analytics/layout/topic-map.h"

#include <math.h>
#include <string.h>
#ifdef _OPENMP
#include <omp.h>
#endif

#include "analytics/layout/geometry.h"
#include "analytics/layout/outline.h"
#include "graph/error.h"
#include "tests/analytics/layout/map-check.h"
#include "tests/analytics/layout/sample.h"

static const SampleShape founding = {70, 8, 24, FALSE, NULL, NULL};

static RhumbMap *
draw (const SampleShape *shape, const RhumbMapOptions *options)
{
    g_auto (Sample) sample = {0};
    sample_make (&sample, shape);
    g_autoptr (GError) error = NULL;
    RhumbMap *map = rhumb_draw_topics (sample.topics, sample.ranking, options, &error);
    g_assert_no_error (error);
    return map;
}

static guint
count_role (const RhumbMap *map, RhumbMapTextRole role)
{
    guint32 n;
    guint count = 0;
    const RhumbMapText *text = rhumb_map_get_texts (map, &n);
    for (guint32 i = 0; i < n; i++)
        count += text[i].role == role ? 1 : 0;
    return count;
}

static void
keeps_its_guarantees (gconstpointer data)
{
    g_autoptr (RhumbMap) map = draw (data, NULL);
    check_map (map);
}

/* About eighty letters: three lines. */
static void
draws_long_names_whole (void)
{
    const SampleShape shape = {
        8, 2, 3, FALSE, NULL, "multiple criteria decision making, aiding or analysis in hospitals"};
    g_autoptr (RhumbMap) map = draw (&shape, NULL);
    check_map (map);
    guint32 n;
    guint n_long = 0;
    const RhumbMapText *text = rhumb_map_get_texts (map, &n);
    for (guint32 i = 0; i < n; i++) {
        if (text[i].role != RHUMB_MAP_TEXT_LABEL)
            continue;
        g_autofree char *words = g_strjoinv (" ", (GStrv)text[i].lines);
        g_assert_null (strstr (words, "…"));
        n_long++;
    }
    g_assert_cmpuint (n_long, ==, 6);
}

static void
keeps_its_guarantees_for_any_seed (void)
{
    for (guint64 seed = 1; seed <= 6; seed++) {
        RhumbMapOptions options = RHUMB_MAP_DEFAULTS;
        options.seed = seed;
        g_autoptr (RhumbMap) map = draw (&founding, &options);
        check_map (map);
    }
}

static void
places_most_labels_and_all_topics (void)
{
    g_autoptr (RhumbMap) map = draw (&founding, NULL);
    g_assert_cmpuint (count_role (map, RHUMB_MAP_TEXT_LABEL), >=, 80);
    g_assert_cmpuint (count_role (map, RHUMB_MAP_TEXT_TOPIC), ==, 8);
}

static void
says_how_much_is_left_out (void)
{
    const SampleShape large = {1000, 12, 60, FALSE, NULL, NULL};
    g_autoptr (RhumbMap) map = draw (&large, NULL);
    guint32 n;
    const RhumbMapText *text = rhumb_map_get_texts (map, &n);
    for (guint32 i = 0; i < n; i++) {
        if (text[i].role == RHUMB_MAP_TEXT_SUBTITLE)
            g_assert_nonnull (strstr (text[i].lines[0], "400 of 1,000 papers"));
    }
    rhumb_map_get_items (map, &n);
    g_assert_cmpuint (n, ==, 500);
    check_map (map);
}

static void
is_called_after_its_largest_topics (void)
{
    g_auto (Sample) sample = {0};
    sample_make (&sample, &founding);
    const RhumbTopic *first = rhumb_topics_get_topic (sample.topics, 0);
    g_autofree char *begin = g_strconcat ("Topic map: ", first->label, NULL);
    g_autoptr (RhumbMap) map = rhumb_draw_topics (sample.topics, sample.ranking, NULL, NULL);
    g_test_message ("%s", rhumb_map_get_title (map));
    g_assert_true (g_str_has_prefix (rhumb_map_get_title (map), begin));
    g_assert_true (g_str_has_suffix (rhumb_map_get_title (map), " and 5 more topics"));
    RhumbMapOptions options = RHUMB_MAP_DEFAULTS;
    options.topic = 0;
    g_autoptr (RhumbMap) near = rhumb_draw_topics (sample.topics, sample.ranking, &options, NULL);
    g_assert_true (g_str_has_suffix (rhumb_map_get_title (near), first->label));
    options.topic = RHUMB_NONE;
    options.title = "Fig. 1";
    g_autoptr (RhumbMap) named = rhumb_draw_topics (sample.topics, sample.ranking, &options, NULL);
    g_assert_cmpstr (rhumb_map_get_title (named), ==, "Fig. 1");
}

/* Papers that nothing links are the largest group of four; no paper shares a concept with others.
 */
static void
unlinked_papers_are_no_topic_and_come_last (void)
{
    const SampleShape shape = {4, 4, 5, TRUE, NULL, NULL};
    g_auto (Sample) sample = {0};
    sample_make (&sample, &shape);
    RhumbTopic list[4];
    for (guint32 t = 0; t < 4; t++)
        list[t] = *rhumb_topics_get_topic (sample.topics, t);
    list[0].label = "unlinked papers";
    g_autoptr (RhumbTopics) topics =
        rhumb_topics_new (rhumb_topics_get_graph (sample.topics),
                          rhumb_topics_get_partition (sample.topics), list, 4);
    g_autoptr (RhumbMap) map = rhumb_draw_topics (topics, sample.ranking, NULL, NULL);
    g_autofree char *title =
        g_strdup_printf ("Topic map: %s, %s and %s", list[1].label, list[2].label, list[3].label);
    g_assert_cmpstr (rhumb_map_get_title (map), ==, title);
    guint32 n;
    guint32 last = RHUMB_NONE;
    const RhumbMapText *text = rhumb_map_get_texts (map, &n);
    for (guint32 i = 0; i < n; i++) {
        if (text[i].role == RHUMB_MAP_TEXT_SUBTITLE)
            g_assert_nonnull (strstr (text[i].lines[0], "3 topics, 1 unlinked paper ·"));
        if (text[i].role == RHUMB_MAP_TEXT_LEGEND && text[i].owner != RHUMB_NONE)
            last = text[i].owner;
    }
    g_assert_cmpuint (last, ==, 0);
}

static void
draws_papers_or_concepts_alone (void)
{
    for (guint i = 0; i < 2; i++) {
        RhumbMapOptions options = RHUMB_MAP_DEFAULTS;
        options.show_concepts = i == 0;
        options.show_papers = i == 1;
        g_autoptr (RhumbMap) map = draw (&founding, &options);
        guint32 n;
        const RhumbMapItem *item = rhumb_map_get_items (map, &n);
        for (guint32 k = 0; k < n; k++)
            g_assert_cmpint (item[k].kind, ==, i == 0 ? RHUMB_NODE_CONCEPT : RHUMB_NODE_PAPER);
        g_assert_cmpuint (count_role (map, RHUMB_MAP_TEXT_LABEL), >=, 30);
        check_map (map);
    }
}

static void
shows_the_best_of_every_topic (void)
{
    RhumbMapOptions options = RHUMB_MAP_DEFAULTS;
    options.n_labels = 16;
    g_autoptr (RhumbMap) map = draw (&founding, &options);
    guint n_in_topic[8] = {0};
    guint32 n;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    for (guint32 i = 0; i < n; i++)
        n_in_topic[item[i].cluster] += item[i].kind == RHUMB_NODE_CONCEPT ? 1 : 0;
    for (guint t = 0; t < 8; t++)
        g_assert_cmpuint (n_in_topic[t], ==, 2);
}

static void
refuses_options_out_of_range (void)
{
    g_auto (Sample) sample = {0};
    sample_make (&sample, &founding);
    RhumbMapOptions wrong[] = {RHUMB_MAP_DEFAULTS, RHUMB_MAP_DEFAULTS, RHUMB_MAP_DEFAULTS,
                               RHUMB_MAP_DEFAULTS, RHUMB_MAP_DEFAULTS};
    wrong[0].n_labels = 0;
    wrong[1].show_concepts = wrong[1].show_papers = FALSE;
    wrong[2].width = NAN;
    wrong[3].height = 10;
    wrong[4].n_papers = 401;
    for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_draw_topics (sample.topics, sample.ranking, &wrong[i], &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
    g_autoptr (RhumbRanking) foreign =
        rhumb_ranking_new_take (1, g_new0 (double, 1), "test", "share", 1, 0.0);
    g_autoptr (GError) error = NULL;
    g_assert_null (rhumb_draw_topics (sample.topics, foreign, NULL, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
}

static void
assert_same_maps (const RhumbMap *a, const RhumbMap *b)
{
    guint32 n;
    guint32 n_other;
    const RhumbMapItem *x = rhumb_map_get_items (a, &n);
    const RhumbMapItem *y = rhumb_map_get_items (b, &n_other);
    g_assert_cmpuint (n, ==, n_other);
    for (guint32 i = 0; i < n; i++) {
        g_assert_cmpstr (x[i].id, ==, y[i].id);
        g_assert_cmpmem (&x[i].x, sizeof (double), &y[i].x, sizeof (double));
        g_assert_cmpmem (&x[i].y, sizeof (double), &y[i].y, sizeof (double));
    }
    const RhumbMapText *s = rhumb_map_get_texts (a, &n);
    const RhumbMapText *t = rhumb_map_get_texts (b, &n_other);
    g_assert_cmpuint (n, ==, n_other);
    for (guint32 i = 0; i < n; i++) {
        g_assert_cmpstr (s[i].lines[0], ==, t[i].lines[0]);
        g_assert_cmpmem (&s[i].x, sizeof (double), &t[i].x, sizeof (double));
        g_assert_cmpmem (&s[i].y, sizeof (double), &t[i].y, sizeof (double));
    }
}

static void
draws_the_same_with_any_number_of_threads (void)
{
    const SampleShape large = {500, 9, 20, FALSE, NULL, NULL};
    RhumbMap *map[3];
    for (guint i = 0; i < G_N_ELEMENTS (map); i++) {
#ifdef _OPENMP
        omp_set_num_threads (i == 2 ? 2 : 1);
#endif
        map[i] = draw (&large, NULL);
    }
    assert_same_maps (map[0], map[1]);
    assert_same_maps (map[0], map[2]);
    for (guint i = 0; i < G_N_ELEMENTS (map); i++)
        rhumb_map_unref (map[i]);
}

static void
draws_another_map_for_another_seed (void)
{
    RhumbMapOptions options = RHUMB_MAP_DEFAULTS;
    g_autoptr (RhumbMap) first = draw (&founding, &options);
    options.seed = 2;
    g_autoptr (RhumbMap) second = draw (&founding, &options);
    guint32 n;
    guint n_moved = 0;
    const RhumbMapItem *item = rhumb_map_get_items (first, &n);
    const RhumbMapItem *other = rhumb_map_get_items (second, &n);
    for (guint32 i = 0; i < n; i++)
        n_moved += item[i].x != other[i].x;
    g_assert_cmpuint (n_moved, >, n / 2);
}

static void
tells_the_papers_behind_a_concept (void)
{
    g_autoptr (RhumbMap) map = draw (&founding, NULL);
    guint32 n;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    for (guint32 i = 0; i < n; i++) {
        if (item[i].kind != RHUMB_NODE_CONCEPT)
            continue;
        g_auto (GStrv) lines = g_strsplit (item[i].tooltip, "\n", -1);
        g_assert_cmpstr (lines[0], ==, item[i].name);
        g_assert_cmpfloat (g_ascii_strtod (lines[1], NULL), ==, item[i].weight);
        g_assert_true (g_str_has_prefix (lines[2], "• On the "));
        g_assert_cmpuint (g_strv_length (lines), ==,
                          item[i].weight > 12 ? 15 : 2 + (guint)item[i].weight);
    }
}

int
main (int argc, char **argv)
{
    static char long_word[10 << 20];
    memset (long_word, 'w', sizeof long_word - 1);
    static const struct {
        const char *name;
        SampleShape shape;
    } cases[] = {
        {"/topic-map/keeps-its-guarantees/seventy-papers", {70, 8, 24, FALSE, NULL, NULL}},
        {"/topic-map/keeps-its-guarantees/one-paper", {1, 1, 5, FALSE, NULL, NULL}},
        {"/topic-map/keeps-its-guarantees/no-concepts", {9, 3, 0, FALSE, NULL, NULL}},
        {"/topic-map/keeps-its-guarantees/no-papers", {0, 0, 0, FALSE, NULL, NULL}},
        {"/topic-map/keeps-its-guarantees/three-papers-apart", {3, 3, 5, TRUE, NULL, NULL}},
        {"/topic-map/keeps-its-guarantees/fourteen-topics", {300, 14, 20, FALSE, NULL, NULL}},
        {"/topic-map/keeps-its-guarantees/forty-topics", {400, 40, 6, FALSE, NULL, NULL}},
        {"/topic-map/keeps-its-guarantees/wide-letters",
         {40, 4, 12, FALSE, NULL, "大規模言語モデルの分散学習"}},
        {"/topic-map/keeps-its-guarantees/accents-and-other-scripts",
         {40, 4, 12, FALSE, NULL, "Ångström Ÿ Граф Ψυχή קשר"}},
        {"/topic-map/keeps-its-guarantees/one-long-word", {4, 2, 6, FALSE, long_word, "w"}},
    };
    g_test_init (&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        g_test_add_data_func (cases[i].name, &cases[i].shape, keeps_its_guarantees);
    g_test_add_func ("/topic-map/draws-long-names-whole", draws_long_names_whole);
    g_test_add_func ("/topic-map/keeps-its-guarantees/for-any-seed",
                     keeps_its_guarantees_for_any_seed);
    g_test_add_func ("/topic-map/places-most-labels-and-all-topics",
                     places_most_labels_and_all_topics);
    g_test_add_func ("/topic-map/says-how-much-is-left-out", says_how_much_is_left_out);
    g_test_add_func ("/topic-map/is-called-after-its-largest-topics",
                     is_called_after_its_largest_topics);
    g_test_add_func ("/topic-map/unlinked-papers-are-no-topic-and-come-last",
                     unlinked_papers_are_no_topic_and_come_last);
    g_test_add_func ("/topic-map/draws-papers-or-concepts-alone", draws_papers_or_concepts_alone);
    g_test_add_func ("/topic-map/shows-the-best-of-every-topic", shows_the_best_of_every_topic);
    g_test_add_func ("/topic-map/refuses-options-out-of-range", refuses_options_out_of_range);
    g_test_add_func ("/topic-map/draws-the-same-with-any-number-of-threads",
                     draws_the_same_with_any_number_of_threads);
    g_test_add_func ("/topic-map/draws-another-map-for-another-seed",
                     draws_another_map_for_another_seed);
    g_test_add_func ("/topic-map/tells-the-papers-behind-a-concept",
                     tells_the_papers_behind_a_concept);
    return g_test_run ();
}
