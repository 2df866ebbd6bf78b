/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Levels are nested, and no name comes twice in a level or on the way down.
 */
#include "analytics/cluster/topic-levels.h"

#include "analytics/cluster/topic-tree.h"
#include "analytics/cluster/topics.h"
#include "analytics/rank/counts.h"
#include "tests/graph/fixture.h"
#include "tests/oracle.h"

#define N_FIELDS 3
#define N_SUBJECTS 9
#define N_PAPERS 45

/* Paper v is about subject v mod 9 of field v mod 3; each has words and concepts of its own, and
 * a concept that all share would be the best name of everything. */
typedef struct {
    FixtureRecord records[N_PAPERS];
    FixtureLink links[3 * N_PAPERS];
    char id[N_PAPERS][8];
    char title[N_PAPERS][64];
    char abstract[N_PAPERS][64];
    char subject[N_PAPERS][32];
    char field[N_PAPERS][32];
} World;

static const char *const FIELD[] = {"ship", "bread", "star"};
static const char *const SUBJECT[] = {"mast",  "yeast",  "nova",  "rudder", "oven",
                                      "comet", "anchor", "flour", "orbit"};

static RhumbTopics *
make_topics (void)
{
    World *world = g_new0 (World, 1);
    for (guint v = 0; v < N_PAPERS; v++) {
        const char *field = FIELD[v % N_FIELDS];
        const char *subject = SUBJECT[v % N_SUBJECTS];
        g_snprintf (world->id[v], sizeof world->id[v], "p%03u", v);
        g_snprintf (world->title[v], sizeof world->title[v], "%ss, %ss and %ss", subject, subject,
                    field);
        g_snprintf (world->abstract[v], sizeof world->abstract[v], "%ss of the %s.", subject,
                    field);
        g_snprintf (world->subject[v], sizeof world->subject[v], "%s of %s", subject, field);
        g_snprintf (world->field[v], sizeof world->field[v], "%s science", field);
        world->records[v] = (FixtureRecord){
            .id = world->id[v], .title = world->title[v], .abstract = world->abstract[v]};
        world->links[3 * v] = (FixtureLink){world->id[v], world->subject[v], 1};
        world->links[3 * v + 1] = (FixtureLink){world->id[v], world->field[v], 1};
        world->links[3 * v + 2] = (FixtureLink){world->id[v], "pure thought", 0.9};
    }
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbGraph) graph =
        fixture_graph (world->records, N_PAPERS, world->links, G_N_ELEMENTS (world->links));
    g_autoptr (RhumbRanking) ranking = rhumb_count_links (graph);
    RhumbTopicOptions options = RHUMB_TOPIC_DEFAULTS;
    options.n_topics = N_SUBJECTS;
    RhumbTopics *topics = rhumb_find_topics (graph, ranking, &options, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_topics_get_n_topics (topics), ==, N_SUBJECTS);
    g_free (world);
    return topics;
}

static GArray *
find_levels (const RhumbTopics *topics, guint n_levels)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbHierarchy) hierarchy = rhumb_link_topics (topics, RHUMB_LINKAGE_PARIS, &error);
    g_assert_no_error (error);
    return rhumb_find_topic_levels (topics, hierarchy, n_levels);
}

static const RhumbSubtopic *
get (const GArray *rows, guint i)
{
    return &g_array_index (rows, RhumbSubtopic, i);
}

static const RhumbSubtopic *
find_row (const GArray *rows, guint level, guint32 number)
{
    for (guint i = 0; i < rows->len; i++) {
        if (get (rows, i)->level == level && get (rows, i)->number == number)
            return get (rows, i);
    }
    g_assert_not_reached ();
}

static gboolean
says_the_same (const char *a, const char *b)
{
    g_autofree char *first = g_utf8_casefold (a, -1);
    g_autofree char *second = g_utf8_casefold (b, -1);
    return g_str_equal (first, second);
}

static void
fields_hold_their_subjects (void)
{
    g_autoptr (RhumbTopics) topics = make_topics ();
    g_autoptr (GArray) rows = find_levels (topics, 2);
    g_assert_cmpuint (rows->len, ==, N_FIELDS + N_SUBJECTS);
    const guint32 *topic = rhumb_partition_get_clusters (rhumb_topics_get_partition (topics));
    for (guint i = 0; i < N_FIELDS; i++) {
        const RhumbSubtopic *field = get (rows, i);
        g_assert_cmpuint (field->level, ==, 1);
        g_assert_cmpuint (field->parent, ==, RHUMB_NONE);
        g_assert_cmpuint (field->n_papers, ==, N_PAPERS / N_FIELDS);
        g_assert_cmpuint (field->topics->len, ==, N_SUBJECTS / N_FIELDS);
    }
    for (guint32 v = 0; v < N_PAPERS; v++) {
        const guint32 field = find_row (rows, 2, topic[v])->parent;
        g_assert_cmpuint (field, ==, find_row (rows, 2, topic[v % N_FIELDS])->parent);
    }
}

/* With any number of levels: sizes add up, numbers rise as sizes fall, parents hold children. */
static void
levels_are_nested (void)
{
    g_autoptr (RhumbTopics) topics = make_topics ();
    for (guint n_levels = 1; n_levels <= 12; n_levels++) {
        g_autoptr (GArray) rows = find_levels (topics, n_levels);
        const guint deepest = get (rows, rows->len - 1)->level;
        g_assert_cmpuint (deepest, ==, MIN (n_levels, N_SUBJECTS - 1));
        for (guint level = 1; level <= deepest; level++) {
            guint32 n_papers = 0;
            guint32 n_topics = 0;
            for (guint i = 0; i < rows->len; i++) {
                const RhumbSubtopic *row = get (rows, i);
                if (row->level != level)
                    continue;
                n_papers += row->n_papers;
                n_topics += row->topics->len;
                g_assert_true (row->number == 0 || row->n_papers <= get (rows, i - 1)->n_papers);
                g_assert_true ((row->parent == RHUMB_NONE) == (level == 1));
                for (guint j = 0; level > 1 && j < row->topics->len; j++) {
                    const guint32 t = g_array_index (row->topics, guint32, j);
                    const GArray *above = find_row (rows, level - 1, row->parent)->topics;
                    gboolean held = FALSE;
                    for (guint k = 0; k < above->len; k++)
                        held = held || g_array_index (above, guint32, k) == t;
                    g_assert_true (held);
                }
            }
            g_assert_cmpuint (n_papers, ==, N_PAPERS);
            g_assert_cmpuint (n_topics, ==, N_SUBJECTS);
        }
        for (guint i = 0; i < rows->len; i++) {
            if (get (rows, i)->level == deepest)
                g_assert_cmpuint (g_array_index (get (rows, i)->topics, guint32, 0), ==,
                                  get (rows, i)->number);
        }
    }
}

static void
no_name_comes_twice_in_a_level_or_a_branch (void)
{
    g_autoptr (RhumbTopics) topics = make_topics ();
    for (guint n_levels = 1; n_levels <= 8; n_levels++) {
        g_autoptr (GArray) rows = find_levels (topics, n_levels);
        for (guint i = 0; i < rows->len; i++) {
            const RhumbSubtopic *row = get (rows, i);
            for (guint j = 0; j < i; j++)
                g_assert_false (get (rows, j)->level == row->level &&
                                says_the_same (get (rows, j)->label, row->label));
            const RhumbSubtopic *above = row;
            for (guint level = row->level; level > 1; level--) {
                above = find_row (rows, level - 1, above->parent);
                g_assert_false (says_the_same (above->label, row->label));
            }
        }
    }
}

static void
concepts_of_a_name_are_told (void)
{
    g_autoptr (RhumbTopics) topics = make_topics ();
    const RhumbConcepts *concepts = rhumb_graph_get_concepts (rhumb_topics_get_graph (topics));
    g_autoptr (GArray) rows = find_levels (topics, 3);
    for (guint i = 0; i < rows->len; i++) {
        const GArray *named = get (rows, i)->label_concepts;
        g_autoptr (GPtrArray) labels = g_ptr_array_new ();
        for (guint j = 0; j < named->len; j++)
            g_ptr_array_add (labels, (gpointer)rhumb_concepts_get_concept (
                                         concepts, g_array_index (named, guint32, j))
                                         ->label);
        g_ptr_array_add (labels, NULL);
        g_autofree char *joined = g_strjoinv (", ", (char **)labels->pdata);
        g_assert_true ((named->len > 0) == (get (rows, i)->n_support > 0));
        if (named->len > 0)
            g_assert_cmpstr (joined, ==, get (rows, i)->label);
    }
}

static void
no_name_comes_twice_on_the_way_from_the_root (void)
{
    g_autoptr (RhumbTopics) topics = make_topics ();
    g_autoptr (RhumbHierarchy) tree = rhumb_link_topics (topics, RHUMB_LINKAGE_PARIS, NULL);
    g_auto (GStrv) labels = rhumb_label_hierarchy (topics, tree);
    const guint32 *parent = rhumb_hierarchy_get_parents (tree);
    const guint32 n_nodes = rhumb_hierarchy_get_n_nodes (tree);
    g_assert_cmpuint (g_strv_length (labels), ==, n_nodes);
    for (guint32 i = 0; i < n_nodes; i++) {
        for (guint32 above = parent[i]; above != RHUMB_NONE; above = parent[above])
            g_assert_false (says_the_same (labels[i], labels[above]));
        for (guint32 j = 0; j < i; j++)
            g_assert_false (parent[i] == parent[j] && says_the_same (labels[i], labels[j]));
    }
}

static void
subtopics_grow_with_papers_and_levels (void)
{
    g_assert_cmpuint (rhumb_choose_n_subtopics (0, 1), ==, 1);
    g_assert_cmpuint (rhumb_choose_n_subtopics (70, 3), ==, 12);
    g_assert_cmpuint (rhumb_choose_n_subtopics (10000, 1), ==, 14);
    g_assert_cmpuint (rhumb_choose_n_subtopics (10000, 2), ==, 70);
    g_assert_cmpuint (rhumb_choose_n_subtopics (10000, 3), ==, 145);
}

static void
no_and_one_topic_are_fine (void)
{
    for (guint32 n = 0; n < 2; n++) {
        static const FixtureRecord ONE[] = {{.id = "a", .title = "Alone"}};
        g_autoptr (RhumbGraph) graph = fixture_graph (ONE, n, NULL, 0);
        g_autoptr (RhumbRanking) ranking = rhumb_count_links (graph);
        g_autoptr (RhumbTopics) topics = rhumb_find_topics (graph, ranking, NULL, NULL);
        g_autoptr (GArray) rows = find_levels (topics, 3);
        g_assert_cmpuint (rows->len, ==, n);
        if (n == 1)
            g_assert_cmpstr (get (rows, 0)->label, ==, "Alone");
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/topic-levels/concepts-of-a-name-are-told", concepts_of_a_name_are_told);
    g_test_add_func ("/topic-levels/fields-hold-their-subjects", fields_hold_their_subjects);
    g_test_add_func ("/topic-levels/levels-are-nested", levels_are_nested);
    g_test_add_func ("/topic-levels/no-name-comes-twice-in-a-level-or-a-branch",
                     no_name_comes_twice_in_a_level_or_a_branch);
    g_test_add_func ("/topic-levels/no-name-comes-twice-on-the-way-from-the-root",
                     no_name_comes_twice_on_the_way_from_the_root);
    g_test_add_func ("/topic-levels/subtopics-grow-with-papers-and-levels",
                     subtopics_grow_with_papers_and_levels);
    g_test_add_func ("/topic-levels/no-and-one-topic-are-fine", no_and_one_topic_are_fine);
    return g_test_run ();
}
