/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/layout/dendrogram.h"

#include <math.h>

#include "graph/error.h"
#include "tests/analytics/layout/page-check.h"
#include "tests/graph/fixture.h"

#define MAX_TOPICS 501
#define LONG "wounds and injuries of the head, of the neck and of the spine"

typedef enum { BALANCED, CATERPILLAR, UNLINKED } Shape;

/* @n topics of a few papers; only their numbers matter here. */
static RhumbTopics *
make_topics (guint32 n)
{
    static const guint32 zero[] = {0};
    static guint32 papers[100];
    static char label[MAX_TOPICS][64];
    g_autofree RhumbTopic *topic = g_new0 (RhumbTopic, n + 1);
    static char id[MAX_TOPICS][8];
    g_autofree FixtureRecord *record = g_new0 (FixtureRecord, n + 1);
    g_autofree guint32 *cluster = g_new0 (guint32, n + 2);
    for (guint32 t = 0; t < n; t++) {
        g_snprintf (id[t], sizeof id[t], "p%03u", t);
        record[t] = (FixtureRecord){.id = id[t], .title = id[t], .year = 1990};
        cluster[t] = t;
    }
    static const FixtureLink LINKS[] = {{"p000", "map", 1}, {"p000", LONG, 1}};
    g_autoptr (RhumbGraph) graph = fixture_graph (record, n, LINKS, n > 0 ? 2 : 0);
    g_autoptr (RhumbPartition) partition =
        rhumb_partition_new (n > 0 ? n + 2 : 0, cluster, NULL, "modularity", 0, 1, 1);
    for (guint32 t = 0; t < n; t++) {
        g_snprintf (label[t], sizeof label[t],
                    t % 3 == 0 ? "parameter-efficient fine-tuning of theme %u" : "theme %u", t);
        topic[t] = (RhumbTopic){.label = label[t],
                                .concepts = zero,
                                .n_concepts = 1,
                                .papers = papers,
                                .n_papers = 1 + (t * 7) % 50};
    }
    return rhumb_topics_new (graph, partition, topic, n);
}

static RhumbHierarchy *
make_hierarchy (const RhumbTopics *topics, guint32 n, Shape shape)
{
    g_autofree guint32 *size = g_new (guint32, n + 1);
    g_autofree RhumbJoin *join = g_new0 (RhumbJoin, n + 1);
    for (guint32 t = 0; t < n; t++)
        size[t] = rhumb_topics_get_topic (topics, t)->n_papers;
    for (guint32 i = 0; i + 1 < n; i++) {
        const gboolean row = shape == CATERPILLAR;
        join[i].a = row && i > 0 ? n + i - 1 : 2 * i;
        join[i].b = row ? i + 1 : 2 * i + 1;
        join[i].similarity = shape == UNLINKED && i + 2 >= n ? 0 : 40 * pow (0.9, i);
    }
    return rhumb_hierarchy_new (n, size, join);
}

typedef struct {
    RhumbTopics *topics;
    RhumbHierarchy *hierarchy;
    RhumbMap *map;
} Drawn;

static Drawn
draw (guint32 n, Shape shape)
{
    Drawn drawn = {.topics = make_topics (n)};
    drawn.hierarchy = make_hierarchy (drawn.topics, n, shape);
    const guint32 n_nodes = rhumb_hierarchy_get_n_nodes (drawn.hierarchy);
    g_auto (GStrv) labels = g_new0 (char *, n_nodes + 1);
    for (guint32 v = 0; v < n_nodes; v++)
        labels[v] = g_strdup_printf ("a name of %u topics together", v);
    g_autoptr (GError) error = NULL;
    drawn.map = rhumb_draw_tree (drawn.topics, drawn.hierarchy, (const char *const *)labels, "Tree",
                                 "by test", &error);
    g_assert_no_error (error);
    return drawn;
}

static void
drawn_clear (Drawn *drawn)
{
    rhumb_map_unref (drawn->map);
    rhumb_hierarchy_unref (drawn->hierarchy);
    rhumb_topics_unref (drawn->topics);
}

static gboolean
is_leaf_below (const RhumbHierarchy *hierarchy, guint32 leaf, guint32 node)
{
    const guint32 *parent = rhumb_hierarchy_get_parents (hierarchy);
    guint32 v = leaf;
    while (v != node && parent[v] != G_MAXUINT32)
        v = parent[v];
    return v == node;
}

/* Of each joint the upright line, in the order in which they are drawn: that of the nodes. */
static GArray *
list_joints (const RhumbMap *map)
{
    guint32 n;
    const RhumbMapMark *mark = rhumb_map_get_marks (map, &n);
    GArray *joints = g_array_new (FALSE, FALSE, sizeof (RhumbMapMark));
    for (guint32 i = 0; i < n; i++) {
        if (mark[i].kind == RHUMB_MAP_MARK_LINE && mark[i].width == 0 &&
            mark[i].stroke_width == 1.6)
            g_array_append_val (joints, mark[i]);
    }
    return joints;
}

static void
words_cover_nothing (void)
{
    for (guint shape = BALANCED; shape <= UNLINKED; shape++) {
        for (guint32 n = 1; n <= 500; n = n < 12 ? n + 1 : n * 6) {
            Drawn drawn = draw (n, (Shape)shape);
            check_page (drawn.map);
            check_discs (drawn.map);
            drawn_clear (&drawn);
        }
    }
}

/* The name of one topic, and what of it stands beside the disc. */
static const char *
find_leaf_name (const RhumbMap *map, const char *start)
{
    guint32 n;
    const RhumbMapText *text = rhumb_map_get_texts (map, &n);
    for (guint32 i = 0; i < n; i++) {
        if (text[i].role == RHUMB_MAP_TEXT_LABEL && g_str_has_prefix (text[i].lines[0], start))
            return text[i].lines[0];
    }
    g_assert_not_reached ();
}

/* What is no name of its own is not shown as one. */
static void
names_end_where_concepts_end (void)
{
    g_autoptr (RhumbTopics) topics = make_topics (2);
    g_autoptr (RhumbHierarchy) hierarchy = make_hierarchy (topics, 2, BALANCED);
    static const char *const LABELS[] = {LONG, ("map, " LONG), "all"};
    g_autoptr (RhumbMap) map = rhumb_draw_tree (topics, hierarchy, LABELS, "Tree", NULL, NULL);
    g_assert_true (
        g_str_has_prefix (find_leaf_name (map, "wounds"), "wounds and injuries of the head, of"));
    g_assert_true (g_str_has_suffix (find_leaf_name (map, "wounds"), "…"));
    g_assert_cmpstr (find_leaf_name (map, "map"), ==, "map");
}

static void
joints_stand_where_their_similarity_is (void)
{
    Drawn drawn = draw (40, BALANCED);
    g_autoptr (GArray) joints = list_joints (drawn.map);
    const double *similarity = rhumb_hierarchy_get_similarities (drawn.hierarchy);
    g_assert_cmpuint (joints->len, ==, 39);
    const RhumbMapMark first = g_array_index (joints, RhumbMapMark, 0);
    const RhumbMapMark last = g_array_index (joints, RhumbMapMark, 38);
    g_assert_cmpfloat (first.x, >, last.x);
    for (guint i = 0; i < joints->len; i++) {
        const double share =
            log (similarity[40 + i] / similarity[40]) / log (similarity[78] / similarity[40]);
        g_assert_cmpfloat_with_epsilon (g_array_index (joints, RhumbMapMark, i).x,
                                        first.x + share * (last.x - first.x), 1e-6);
    }
    drawn_clear (&drawn);
}

/* Lines cannot cross if what is below a joint are neighbouring rows and a joint spans only them. */
static void
what_is_joined_stands_together (void)
{
    for (guint shape = BALANCED; shape <= CATERPILLAR; shape++) {
        Drawn drawn = draw (33, (Shape)shape);
        g_autoptr (GArray) joints = list_joints (drawn.map);
        guint32 n;
        const RhumbMapItem *item = rhumb_map_get_items (drawn.map, &n);
        g_assert_cmpuint (n, ==, 33);
        for (guint32 v = 33; v < 65; v++) {
            double top = INFINITY;
            double bottom = -INFINITY;
            guint n_below = 0;
            for (guint32 t = 0; t < n; t++) {
                if (!is_leaf_below (drawn.hierarchy, t, v))
                    continue;
                top = MIN (top, item[t].y);
                bottom = MAX (bottom, item[t].y);
                n_below++;
            }
            g_assert_cmpfloat_with_epsilon (bottom - top, (n_below - 1) * 34.0, 1e-6);
            const RhumbMapMark joint = g_array_index (joints, RhumbMapMark, v - 33);
            g_assert_cmpfloat (joint.y, >=, top);
            g_assert_cmpfloat (joint.y + joint.height, <=, bottom);
        }
        drawn_clear (&drawn);
    }
}

static void
what_has_no_links_is_joined_at_the_left_end (void)
{
    Drawn drawn = draw (9, UNLINKED);
    g_autoptr (GArray) joints = list_joints (drawn.map);
    double least = INFINITY;
    for (guint i = 0; i < joints->len; i++)
        least = MIN (least, g_array_index (joints, RhumbMapMark, i).x);
    g_assert_cmpfloat (g_array_index (joints, RhumbMapMark, 7).x, ==, least);
    g_assert_cmpfloat (g_array_index (joints, RhumbMapMark, 6).x, >, least);
    drawn_clear (&drawn);
}

static void
refuses_no_topics_and_too_many (void)
{
    const guint32 wrong[] = {0, MAX_TOPICS};
    for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
        g_autoptr (RhumbTopics) topics = make_topics (wrong[i]);
        g_autoptr (RhumbHierarchy) hierarchy = make_hierarchy (topics, wrong[i], BALANCED);
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_draw_tree (topics, hierarchy, NULL, "Tree", NULL, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/dendrogram/words-cover-nothing", words_cover_nothing);
    g_test_add_func ("/dendrogram/names-end-where-concepts-end", names_end_where_concepts_end);
    g_test_add_func ("/dendrogram/joints-stand-where-their-similarity-is",
                     joints_stand_where_their_similarity_is);
    g_test_add_func ("/dendrogram/what-is-joined-stands-together", what_is_joined_stands_together);
    g_test_add_func ("/dendrogram/what-has-no-links-is-joined-at-the-left-end",
                     what_has_no_links_is_joined_at_the_left_end);
    g_test_add_func ("/dendrogram/refuses-no-topics-and-too-many", refuses_no_topics_and_too_many);
    return g_test_run ();
}
