/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/layout/network-map.h"

#include <math.h>
#include <string.h>

#include "analytics/network/derive.h"
#include "graph/error.h"
#include "tests/analytics/layout/map-check.h"
#include "tests/graph/fixture.h"

#define N_PAPERS 120
#define PEOPLE_IN_GROUP 6

/* Papers of four groups of people; each cites five earlier ones of its group and a work outside,
 * every tenth has a guest of the next group. Person 0 of a group is on each of its papers. */
static RhumbGraph *
make_graph (void)
{
    FixtureRecord record[N_PAPERS] = {0};
    g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
    static const char *const about[] = {"graph layout", "citation time", "word sense", "sail area"};
    g_autofree FixtureLink *link = g_new0 (FixtureLink, N_PAPERS);
    for (guint p = 0; p < N_PAPERS; p++) {
        const guint group = p % 4;
        g_autoptr (GString) cites = g_string_new (group == 1 ? "10.1000/outside.one" : "");
        for (guint back = 1; back <= 5 && back * 4 <= p; back++)
            g_string_append_printf (cites, "%sp%03u", cites->len > 0 ? "|" : "", p - 4 * back);
        char *text[] = {
            g_strdup_printf ("p%03u", p), g_strdup_printf ("Paper %u of group %u", p, group),
            g_strdup_printf ("Ann Group%u|Bob%u Member%u|Cy%u Member%u%s", group,
                             (p / 4) % PEOPLE_IN_GROUP, group, (p / 8) % PEOPLE_IN_GROUP, group,
                             p % 10 == 9 ? "|Gus Guest" : ""),
            g_strdup (cites->str)};
        for (guint i = 0; i < G_N_ELEMENTS (text); i++)
            g_ptr_array_add (words, text[i]);
        record[p] = (FixtureRecord){.id = text[0],
                                    .title = text[1],
                                    .year = 1990 + (int)p / 4,
                                    .authors = text[2],
                                    .references = text[3]};
        link[p] = (FixtureLink){text[0], about[group], 0.5};
    }
    return fixture_graph (record, N_PAPERS, link, N_PAPERS);
}

static RhumbRanking *
rank_alike (const RhumbGraph *graph)
{
    const guint32 n = rhumb_graph_get_n_nodes (graph);
    double *score = g_new (double, n + 1);
    for (guint32 v = 0; v < n; v++)
        score[v] = 1.0 / n;
    return rhumb_ranking_new_take (n, score, "test", "share", 1, 0.0);
}

static RhumbMap *
draw_graph (RhumbGraph *graph, const char *name, const RhumbMapOptions *looks,
            const RhumbNetworkMapOptions *options)
{
    g_autoptr (RhumbRanking) ranking = rank_alike (graph);
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbDerivedNetwork) derived =
        rhumb_derive_network (graph, name, NULL, NULL, &error);
    g_assert_no_error (error);
    RhumbMap *map = rhumb_draw_network (graph, derived, ranking, looks, options, &error);
    g_assert_no_error (error);
    return map;
}

static RhumbMap *
draw (const char *name, guint n_nodes, const RhumbMapOptions *looks)
{
    g_autoptr (RhumbGraph) graph = make_graph ();
    const RhumbNetworkMapOptions options = {n_nodes, 1.0};
    return draw_graph (graph, name, looks, &options);
}

static void
every_network_keeps_the_guarantees_of_maps (void)
{
    static const char *const names[] = {"cites",         "extended", "co-citation",    "coupling",
                                        "co-authorship", "hybrid",   "author-coupling"};
    for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
        g_autoptr (RhumbMap) map = draw (names[i], 100, NULL);
        guint32 n;
        rhumb_map_get_items (map, &n);
        g_assert_cmpuint (n, >=, 10);
        g_assert_cmpuint (n, <=, 100);
        check_map (map);
    }
}

/* Counted from the corpus itself: papers of each person, papers that two have in common. */
static void
people_have_their_papers_and_links_the_shared_ones (void)
{
    g_autoptr (RhumbMap) map = draw ("co-authorship", 500, NULL);
    RhumbGraph *graph = rhumb_map_get_graph (map);
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (graph);
    const guint32 first = rhumb_graph_get_first_node (graph, RHUMB_NODE_PERSON);
    guint32 n, n_links;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    const RhumbMapLink *link = rhumb_map_get_links (map, &n_links);
    g_assert_cmpuint (n, ==, rhumb_corpus_get_n_people (corpus));
    g_autofree guint *shared = g_new0 (guint, (gsize)n * n);
    g_autofree guint *place = g_new (guint, n);
    for (guint32 i = 0; i < n; i++) {
        g_assert_cmpint (item[i].kind, ==, RHUMB_NODE_PERSON);
        place[item[i].node - first] = i;
    }
    for (guint32 p = 0; p < N_PAPERS; p++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, p);
        for (guint a = 0; a < paper->n_people; a++)
            for (guint b = 0; b < paper->n_people; b++)
                shared[(gsize)place[paper->people[a]] * n + place[paper->people[b]]]++;
    }
    for (guint32 i = 0; i < n; i++)
        g_assert_cmpfloat (item[i].weight, ==, shared[(gsize)i * n + i]);
    g_assert_cmpuint (n_links, >=, n - 4);
    for (guint32 e = 0; e < n_links; e++)
        g_assert_cmpfloat (link[e].strength, ==, shared[(gsize)link[e].from * n + link[e].to]);
}

static void
groups_of_people_are_clusters_named_by_what_they_wrote_about (void)
{
    g_autoptr (RhumbMap) map = draw ("co-authorship", 500, NULL);
    guint32 n, n_items;
    const RhumbMapRegion *region = rhumb_map_get_regions (map, &n);
    const RhumbMapItem *item = rhumb_map_get_items (map, &n_items);
    for (guint32 i = 0; i < n_items; i++) {
        static const char *const about[] = {"graph layout", "citation time", "word sense",
                                            "sail area"};
        const char *group = strpbrk (item[i].name, " ");
        if (strstr (item[i].name, "Guest") != NULL)
            continue;
        const guint number = (guint)(group[strlen (group) - 1] - '0');
        for (guint32 r = 0; r < n; r++) {
            if (region[r].cluster == item[i].cluster)
                g_assert_cmpstr (region[r].name, ==, about[number]);
        }
    }
    g_assert_cmpuint (n, ==, 4);
}

static void
the_heaviest_are_drawn (void)
{
    g_autoptr (RhumbMap) map = draw ("cites", 20, NULL);
    RhumbGraph *graph = rhumb_map_get_graph (map);
    const RhumbRows cited =
        rhumb_network_get_in_rows (rhumb_graph_get_relation (graph, RHUMB_RELATION_CITES));
    guint32 n;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    g_assert_cmpuint (n, >, 10);
    g_assert_cmpuint (n, <=, 20);
    for (guint32 i = 0; i < n; i++)
        g_assert_cmpfloat (item[i].weight, ==,
                           cited.start[item[i].node + 1] - cited.start[item[i].node]);
}

/* A concept alone in its paper has no link there, but a paper. */
static void
concepts_are_as_large_as_they_have_papers (void)
{
    const FixtureRecord record[] = {{.id = "a", .title = "One"},
                                    {.id = "b", .title = "Two"},
                                    {.id = "c", .title = "Three"},
                                    {.id = "d", .title = "Four"}};
    const FixtureLink link[] = {{"a", "x", 1}, {"a", "y", 1}, {"b", "x", 1}, {"b", "y", 1},
                                {"c", "x", 1}, {"c", "z", 1}, {"d", "x", 1}};
    g_autoptr (RhumbGraph) graph = fixture_graph (record, 4, link, G_N_ELEMENTS (link));
    g_autoptr (RhumbMap) map = draw_graph (graph, "co-occurrence", NULL, NULL);
    guint32 n;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    g_assert_cmpuint (n, ==, 3);
    for (guint32 i = 0; i < n; i++)
        g_assert_cmpfloat (item[i].weight, ==,
                           *item[i].name == 'x'   ? 4
                           : *item[i].name == 'y' ? 2
                                                  : 1);
}

static void
papers_are_labelled_by_author_and_year_and_told_by_title (void)
{
    g_autoptr (RhumbMap) map = draw ("coupling", 60, NULL);
    guint32 n, n_items;
    guint n_labels = 0;
    const RhumbMapText *text = rhumb_map_get_texts (map, &n);
    const RhumbMapItem *item = rhumb_map_get_items (map, &n_items);
    for (guint32 i = 0; i < n; i++) {
        if (text[i].role != RHUMB_MAP_TEXT_LABEL)
            continue;
        n_labels++;
        g_autofree char *label = g_strjoinv (" ", (char **)text[i].lines);
        g_assert_true (g_regex_match_simple ("^Group[0-3] (19|20)[0-9]{2}$", label, 0, 0));
        g_assert_true (g_str_has_prefix (item[text[i].owner].tooltip, "Paper "));
    }
    g_assert_cmpuint (n_labels, >, 20);
}

static void
works_outside_count_who_cites_them (void)
{
    g_autoptr (RhumbMap) map = draw ("co-citation", 500, NULL);
    g_assert_null (rhumb_map_get_graph (map));
    guint32 n;
    gboolean found = FALSE;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    for (guint32 i = 0; i < n; i++) {
        if (strstr (item[i].name, "outside.one") == NULL)
            continue;
        found = TRUE;
        g_assert_cmpfloat (item[i].weight, ==, N_PAPERS / 4);
    }
    g_assert_true (found);
}

static void
all_views_and_colourings_are_drawn (void)
{
    for (guint i = 0; i < 4; i++) {
        RhumbMapOptions looks = RHUMB_MAP_DEFAULTS;
        looks.colouring = i < 3 ? (RhumbMapColouring)i : RHUMB_MAP_COLOUR_TOPIC;
        looks.view = i == 3 ? RHUMB_MAP_VIEW_DENSITY : RHUMB_MAP_VIEW_NETWORK;
        g_autoptr (RhumbMap) map = draw ("co-authorship", 100, &looks);
        guint32 n;
        rhumb_map_get_regions (map, &n);
        g_assert_cmpuint (n, >, 0);
    }
}

static void
refuses_what_has_no_meaning (void)
{
    g_autoptr (RhumbGraph) graph = make_graph ();
    g_autoptr (RhumbRanking) ranking = rank_alike (graph);
    g_autoptr (RhumbDerivedNetwork) derived =
        rhumb_derive_network (graph, "coupling", NULL, NULL, NULL);
    const RhumbNetworkMapOptions wrong[] = {{1, 1.0}, {501, 1.0}, {100, 0.0}, {100, -1.0}};
    for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (rhumb_draw_network (graph, derived, ranking, NULL, &wrong[i], &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    }
    RhumbMapOptions looks = RHUMB_MAP_DEFAULTS;
    looks.level = RHUMB_MAP_LEVEL_OVERVIEW;
    g_autoptr (GError) error = NULL;
    g_assert_null (rhumb_draw_network (graph, derived, ranking, &looks, NULL, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID);
    g_clear_error (&error);
    const FixtureRecord alone = {.id = "a", .title = "Alone", .authors = "Ann Only"};
    g_autoptr (RhumbGraph) small = fixture_graph (&alone, 1, NULL, 0);
    g_autoptr (RhumbRanking) of_small = rank_alike (small);
    g_autoptr (RhumbDerivedNetwork) none =
        rhumb_derive_network (small, "co-authorship", NULL, NULL, NULL);
    g_assert_null (rhumb_draw_network (small, none, of_small, NULL, NULL, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND);
}

static void
pairs_are_drawn_where_there_is_nothing_else (void)
{
    const FixtureRecord two[] = {{.id = "a", .title = "First", .authors = "Ann One|Two, Bob"},
                                 {.id = "b", .title = "Second", .authors = "Cy Three|Di Four"}};
    g_autoptr (RhumbGraph) graph = fixture_graph (two, 2, NULL, 0);
    g_autoptr (RhumbMap) map = draw_graph (graph, "co-authorship", NULL, NULL);
    guint32 n;
    rhumb_map_get_items (map, &n);
    g_assert_cmpuint (n, ==, 4);
    check_map (map);
}

/* Thirty people wrote one paper, three of them another with two guests; seven a third. */
static RhumbMap *
draw_crowd (void)
{
    g_autoptr (GString) crowd = g_string_new ("Ann One|Two, Bob|Cy Three");
    for (guint i = 4; i <= 30; i++)
        g_string_append_printf (crowd, "|Member Of%u", i);
    g_autoptr (GString) few = g_string_new ("Few Of1");
    for (guint i = 2; i <= 7; i++)
        g_string_append_printf (few, "|Few Of%u", i);
    const FixtureRecord records[] = {
        {.id = "a", .title = "By all", .authors = crowd->str},
        {.id = "b", .title = "By five", .authors = "Ann One|Two, Bob|Cy Three|Di Four|Ed Five"},
        {.id = "c", .title = "By seven", .authors = few->str}};
    g_autoptr (RhumbGraph) graph = fixture_graph (records, G_N_ELEMENTS (records), NULL, 0);
    return draw_graph (graph, "co-authorship", NULL, NULL);
}

static gboolean
says (const RhumbMap *map, RhumbMapTextRole role, const char *words)
{
    guint32 n;
    const RhumbMapText *text = rhumb_map_get_texts (map, &n);
    for (guint32 i = 0; i < n; i++) {
        if (text[i].role == role && strstr (text[i].lines[0], words) != NULL)
            return TRUE;
    }
    return FALSE;
}

/* Of the 27 who wrote nothing else five are drawn; of those who did, and of few, all. */
static void
of_many_who_wrote_the_same_some_are_drawn_and_the_rest_counted (void)
{
    g_autoptr (RhumbMap) map = draw_crowd ();
    guint32 n;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    guint n_members = 0;
    for (guint32 i = 0; i < n; i++)
        n_members += g_str_has_prefix (item[i].name, "Member ") ? 1 : 0;
    g_assert_cmpuint (n_members, ==, 5);
    g_assert_cmpuint (n, ==, 3 + 5 + 2 + 7);
    g_assert_true (says (map, RHUMB_MAP_TEXT_SUBTITLE,
                         "left out: 22 people who wrote the same papers as others"));
    g_assert_true (says (map, RHUMB_MAP_TEXT_LEGEND, "and 22 more like them"));
    check_map (map);
}

static gboolean
is_linked (const RhumbMap *map, guint32 a, guint32 b)
{
    guint32 n;
    const RhumbMapLink *link = rhumb_map_get_links (map, &n);
    for (guint32 e = 0; e < n; e++) {
        if ((link[e].from == a && link[e].to == b) || (link[e].from == b && link[e].to == a))
            return TRUE;
    }
    return FALSE;
}

/* Of links that are all as strong the shortest are drawn, not those of whoever comes first. */
static void
of_a_group_neighbours_are_linked (void)
{
    g_autoptr (RhumbMap) map = draw_crowd ();
    guint32 n;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n);
    for (guint32 i = 0; i < n; i++) {
        guint32 nearest = RHUMB_NONE;
        double least = INFINITY;
        for (guint32 j = 0; g_str_has_prefix (item[i].name, "Few ") && j < n; j++) {
            const double far = hypot (item[i].x - item[j].x, item[i].y - item[j].y);
            if (j == i || !g_str_has_prefix (item[j].name, "Few ") || far >= least)
                continue;
            nearest = j;
            least = far;
        }
        g_assert_true (nearest == RHUMB_NONE || is_linked (map, i, nearest));
    }
}

/* These papers have no concepts: a cluster is called after the two that lead it. */
static void
what_nothing_tells_is_called_after_its_leaders (void)
{
    g_autoptr (RhumbMap) map = draw_crowd ();
    guint32 n;
    const RhumbMapRegion *region = rhumb_map_get_regions (map, &n);
    gboolean is_found = FALSE;
    for (guint32 r = 0; r < n; r++)
        is_found = is_found || g_str_equal (region[r].name, "Ann One; Two, Bob");
    g_assert_true (is_found);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/network-map/every-network-keeps-the-guarantees-of-maps",
                     every_network_keeps_the_guarantees_of_maps);
    g_test_add_func ("/network-map/people-have-their-papers-and-links-the-shared-ones",
                     people_have_their_papers_and_links_the_shared_ones);
    g_test_add_func ("/network-map/groups-of-people-are-clusters-named-by-what-they-wrote-about",
                     groups_of_people_are_clusters_named_by_what_they_wrote_about);
    g_test_add_func ("/network-map/concepts-are-as-large-as-they-have-papers",
                     concepts_are_as_large_as_they_have_papers);
    g_test_add_func ("/network-map/the-heaviest-are-drawn", the_heaviest_are_drawn);
    g_test_add_func ("/network-map/papers-are-labelled-by-author-and-year-and-told-by-title",
                     papers_are_labelled_by_author_and_year_and_told_by_title);
    g_test_add_func ("/network-map/works-outside-count-who-cites-them",
                     works_outside_count_who_cites_them);
    g_test_add_func ("/network-map/all-views-and-colourings-are-drawn",
                     all_views_and_colourings_are_drawn);
    g_test_add_func ("/network-map/refuses-what-has-no-meaning", refuses_what_has_no_meaning);
    g_test_add_func ("/network-map/pairs-are-drawn-where-there-is-nothing-else",
                     pairs_are_drawn_where_there_is_nothing_else);
    g_test_add_func ("/network-map/of-many-who-wrote-the-same-some-are-drawn-and-the-rest-counted",
                     of_many_who_wrote_the_same_some_are_drawn_and_the_rest_counted);
    g_test_add_func ("/network-map/of-a-group-neighbours-are-linked",
                     of_a_group_neighbours_are_linked);
    g_test_add_func ("/network-map/what-nothing-tells-is-called-after-its-leaders",
                     what_nothing_tells_is_called_after_its_leaders);
    return g_test_run ();
}
