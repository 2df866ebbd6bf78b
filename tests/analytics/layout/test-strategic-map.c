/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Themes drawn as a strategic diagram.
 */
#include "analytics/layout/strategic-map.h"

#include <math.h>

#include "graph/error.h"
#include "tests/analytics/layout/page-check.h"
#include "tests/graph/fixture.h"
#include "tests/oracle.h"

#define MAX_TOPICS 27

static const FixtureLink LINKS[] = {{"p00", "map", 1}};
static const guint32 ZERO[] = {0};

/* @n topics with @size papers each; only their numbers matter here. */
static RhumbTopics *
make (guint32 n, guint32 size)
{
    RhumbTopic topic[MAX_TOPICS];
    static char label[MAX_TOPICS][64];
    static guint32 papers[100];
    static char id[MAX_TOPICS][8];
    FixtureRecord record[MAX_TOPICS] = {0};
    guint32 cluster[MAX_TOPICS + 1] = {0};
    for (guint32 t = 0; t < n; t++) {
        g_snprintf (id[t], sizeof id[t], "p%02u", t);
        record[t] = (FixtureRecord){.id = id[t], .title = id[t], .year = 1990};
        cluster[t] = t;
    }
    g_autoptr (RhumbGraph) graph = fixture_graph (record, n, LINKS, n > 0);
    g_autoptr (RhumbPartition) partition =
        rhumb_partition_new (n > 0 ? n + 1 : 0, cluster, NULL, "modularity", 0, 1, 1);
    for (guint32 t = 0; t < n; t++) {
        g_snprintf (label[t], sizeof label[t],
                    t % 3 == 0 ? "parameter-efficient fine-tuning of theme %u" : "theme %u", t);
        topic[t] = (RhumbTopic){.label = label[t],
                                .concepts = ZERO,
                                .n_concepts = 1,
                                .papers = papers,
                                .n_papers = 1 + (t * 7) % size};
    }
    return rhumb_topics_new (graph, partition, topic, n);
}

/* Ranks without order; quadrants cut at the middle, or all in one. */
static RhumbThemePlace *
place (guint32 n, gboolean one_quadrant)
{
    RhumbThemePlace *place = g_new0 (RhumbThemePlace, n);
    g_autofree guint32 *x = oracle_random_order (n, 1);
    g_autofree guint32 *y = oracle_random_order (n, 2);
    for (guint32 t = 0; t < n; t++) {
        const gboolean central = one_quadrant || 2 * x[t] >= n;
        const gboolean dense = one_quadrant || 2 * y[t] >= n;
        place[t].centrality_rank = x[t] + 1;
        place[t].density_rank = y[t] + 1;
        place[t].quadrant = central ? (dense ? RHUMB_QUADRANT_MOTOR : RHUMB_QUADRANT_BASIC)
                                    : (dense ? RHUMB_QUADRANT_NICHE : RHUMB_QUADRANT_EMERGING);
    }
    return place;
}

static void
words_have_room_and_every_theme_its_name (void)
{
    static const guint32 SIZES[] = {1, 2, 12, 27};
    for (guint i = 0; i < 2 * G_N_ELEMENTS (SIZES); i++) {
        const guint32 n = SIZES[i / 2];
        g_autoptr (RhumbTopics) topics = make (n, 60);
        g_autofree RhumbThemePlace *places = place (n, i % 2);
        g_autoptr (RhumbMap) map = rhumb_draw_themes (topics, places, "Title", "made so", NULL);
        g_assert_nonnull (map);
        check_page (map);
        check_discs (map);
        guint32 n_texts;
        guint32 n_labels = 0;
        guint32 n_counts = 0;
        const RhumbMapText *text = rhumb_map_get_texts (map, &n_texts);
        for (guint32 k = 0; k < n_texts; k++) {
            n_labels += text[k].role == RHUMB_MAP_TEXT_LABEL;
            n_counts += text[k].role == RHUMB_MAP_TEXT_LEGEND && text[k].owner != RHUMB_NONE;
        }
        g_assert_cmpuint (n_labels, ==, n);
        g_assert_cmpuint (n_counts, ==, n <= 12 ? n : n_counts);
    }
}

/* Lines are marks 0 and 1 unless the first quadrant is empty: discs of one side are on one side. */
static void
discs_and_names_stand_in_their_quadrants (void)
{
    g_autoptr (RhumbTopics) topics = make (12, 20);
    g_autofree RhumbThemePlace *places = place (12, FALSE);
    g_autoptr (RhumbMap) map = rhumb_draw_themes (topics, places, "Title", NULL, NULL);
    guint32 n;
    const RhumbMapMark *mark = rhumb_map_get_marks (map, &n);
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    double cut_x = 0;
    double cut_y = 0;
    for (guint32 i = 0; i < 3; i++) {
        if (mark[i].kind == RHUMB_MAP_MARK_LINE && mark[i].width == 0)
            cut_x = mark[i].x;
        else if (mark[i].kind == RHUMB_MAP_MARK_LINE)
            cut_y = mark[i].y;
    }
    for (guint32 t = 0; t < 12; t++) {
        const RhumbQuadrant quadrant = places[t].quadrant;
        g_assert_cmpint (item[t].x - item[t].radius > cut_x, ==,
                         quadrant == RHUMB_QUADRANT_MOTOR || quadrant == RHUMB_QUADRANT_BASIC);
        g_assert_cmpint (item[t].y + item[t].radius < cut_y, ==,
                         quadrant == RHUMB_QUADRANT_MOTOR || quadrant == RHUMB_QUADRANT_NICHE);
    }
    const RhumbMapText *text = rhumb_map_get_texts (map, &n);
    for (guint32 k = 0; k < n; k++) {
        if (text[k].role != RHUMB_MAP_TEXT_LABEL)
            continue;
        g_assert_cmpint (text[k].x > cut_x, ==, item[text[k].owner].x > cut_x);
        g_assert_cmpint (text[k].y > cut_y, ==, item[text[k].owner].y > cut_y);
    }
}

static double
gap (const RhumbMapItem *item, double x, double y)
{
    return hypot (item->x - x, item->y - y) - item->radius;
}

/* Whether a thin line leads from a disc. */
static gboolean
has_leader (const RhumbMap *map, const RhumbMapItem *item)
{
    guint32 n;
    const RhumbMapMark *mark = rhumb_map_get_marks (map, &n);
    for (guint32 k = 0; k < n; k++) {
        if (mark[k].kind == RHUMB_MAP_MARK_LINE && mark[k].stroke_width < 1 &&
            fabs (gap (item, mark[k].x, mark[k].y)) < 3)
            return TRUE;
    }
    return FALSE;
}

/* Words that begin or end beside a disc: no other disc is nearer, or a line leads to them. */
static void
names_stand_by_their_own_discs (void)
{
    g_autoptr (RhumbTopics) topics = make (27, 60);
    g_autofree RhumbThemePlace *places = place (27, FALSE);
    g_autoptr (RhumbMap) map = rhumb_draw_themes (topics, places, "Title", NULL, NULL);
    guint32 n, n_items;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n_items);
    const RhumbMapText *text = rhumb_map_get_texts (map, &n);
    for (guint32 k = 0; k < n; k++) {
        const RhumbMapText *words = &text[k];
        if (words->role != RHUMB_MAP_TEXT_LABEL || words->anchor == RHUMB_MAP_ANCHOR_MIDDLE ||
            has_leader (map, &item[words->owner]))
            continue;
        for (guint32 t = 0; t < n_items; t++)
            g_assert_cmpfloat (gap (&item[words->owner], words->x, words->y), <=,
                               gap (&item[t], words->x, words->y) + words->size);
    }
}

static void
no_themes_are_refused (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbTopics) topics = make (0, 1);
    g_assert_null (rhumb_draw_themes (topics, NULL, "Title", NULL, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/strategic-map/words-have-room-and-every-theme-its-name",
                     words_have_room_and_every_theme_its_name);
    g_test_add_func ("/strategic-map/discs-and-names-stand-in-their-quadrants",
                     discs_and_names_stand_in_their_quadrants);
    g_test_add_func ("/strategic-map/names-stand-by-their-own-discs",
                     names_stand_by_their_own_discs);
    g_test_add_func ("/strategic-map/no-themes-are-refused", no_themes_are_refused);
    return g_test_run ();
}
