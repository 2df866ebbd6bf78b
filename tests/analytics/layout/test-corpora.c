/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What must hold of the maps of real papers, and of papers made up in any number:
 *   test-corpora PAGE DATA GENERATOR [NUMBER]
 * With a number only the map of so many papers made up is checked.
 */
#include <glib/gstdio.h>

#include "rhumb.h"
#include "tests/analytics/layout/map-check.h"

/* Of the area of all labels. */
#define MOST_OFF_LAND 0.10

static const char *page;
static const char *data;
static const char *generator;

static RhumbMap *
draw (const char *path)
{
    g_autoptr (GError) error = NULL;
    const char *const paths[] = {path, NULL};
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_load (paths, NULL, &error);
    g_assert_no_error (error);
    g_autoptr (RhumbConcepts) concepts = rhumb_extract_concepts (corpus, NULL, &error);
    g_assert_no_error (error);
    g_autoptr (RhumbGraph) graph = rhumb_graph_new (corpus, concepts, NULL, &error);
    g_assert_no_error (error);
    g_autoptr (RhumbNetwork) walk = rhumb_build_walk_network (graph, &error);
    g_autoptr (RhumbRanking) ranking = rhumb_pagerank_of_graph (graph, walk, NULL, &error);
    g_assert_no_error (error);
    g_autoptr (RhumbTopics) topics = rhumb_find_topics (graph, ranking, NULL, &error);
    g_assert_no_error (error);
    RhumbMap *map = rhumb_draw_topics (topics, ranking, NULL, &error);
    g_assert_no_error (error);
    return map;
}

static guint
count_labels (const RhumbMap *map)
{
    guint32 n;
    guint n_labels = 0;
    const RhumbMapText *text = rhumb_map_get_texts (map, &n);
    for (guint32 i = 0; i < n; i++)
        n_labels += text[i].role == RHUMB_MAP_TEXT_LABEL;
    return n_labels;
}

/* What is largest is what a reader asks for first. */
static void
check_largest_disc_has_its_name (const RhumbMap *map)
{
    guint32 n_items;
    guint32 n_texts;
    guint32 largest = 0;
    const RhumbMapItem *item = rhumb_map_get_items (map, &n_items);
    const RhumbMapText *text = rhumb_map_get_texts (map, &n_texts);
    for (guint32 i = 1; i < n_items; i++)
        if (item[i].radius > item[largest].radius)
            largest = i;
    guint32 t = 0;
    while (t < n_texts && (text[t].role != RHUMB_MAP_TEXT_LABEL || text[t].owner != largest))
        t++;
    g_test_message ("largest: %s", item[largest].name);
    g_assert_cmpuint (t, <, n_texts);
}

static void
check_words_keep_to_their_land (const RhumbMap *map)
{
    const double share = measure_words_off_land (map);
    g_test_message ("%.1f %% of labels off their land", 100 * share);
    g_assert_cmpfloat (share, <=, MOST_OFF_LAND);
}

static void
founding_page_keeps_all_guarantees (void)
{
    g_autoptr (RhumbMap) map = draw (page);
    check_map (map);
    check_largest_disc_has_its_name (map);
    check_words_keep_to_their_land (map);
    g_test_message ("%u labels", count_labels (map));
    g_assert_cmpuint (count_labels (map), >=, 80);
}

static void
real_papers_keep_all_guarantees (gconstpointer name)
{
    g_autofree char *path = g_build_filename (data, name, NULL);
    if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
        g_test_skip ("the papers are not here");
        return;
    }
    g_autoptr (RhumbMap) map = draw (path);
    check_map (map);
    check_largest_disc_has_its_name (map);
    check_words_keep_to_their_land (map);
    g_test_message ("%u labels", count_labels (map));
    g_assert_cmpuint (count_labels (map), >=, 50);
}

static void
made_up_papers_keep_all_guarantees (gconstpointer number)
{
    char *argv[] = {(char *)generator, (char *)number, NULL};
    g_autofree char *papers = NULL;
    g_autofree char *path = NULL;
    g_autoptr (GError) error = NULL;
    int status = 0;
    g_assert_true (g_spawn_sync (NULL, argv, NULL, 0, NULL, NULL, &papers, NULL, &status, &error));
    g_assert_true (g_spawn_check_wait_status (status, &error));
    g_autofree char *folder = g_dir_make_tmp ("rhumb-XXXXXX", &error);
    g_assert_no_error (error);
    path = g_build_filename (folder, "papers.jsonl", NULL);
    g_assert_true (g_file_set_contents (path, papers, -1, &error));
    g_autoptr (RhumbMap) map = draw (path);
    check_map (map);
    g_assert_cmpint (g_remove (path), ==, 0);
    g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_assert_cmpint (argc, >=, 4);
    page = argv[1];
    data = argv[2];
    generator = argv[3];
    if (argc > 4) {
        g_test_add_data_func ("/corpora/so-many-papers-keep-all-guarantees", argv[4],
                              made_up_papers_keep_all_guarantees);
        return g_test_run ();
    }
    g_test_add_func ("/corpora/founding-page-keeps-all-guarantees",
                     founding_page_keeps_all_guarantees);
    g_test_add_data_func ("/corpora/arxiv-keeps-all-guarantees", "topics/arxiv_dev500.jsonl",
                          real_papers_keep_all_guarantees);
    g_test_add_data_func ("/corpora/wos-keeps-all-guarantees", "wos/bibliometrix_wos_sample.txt",
                          real_papers_keep_all_guarantees);
    g_test_add_data_func ("/corpora/scopus-keeps-all-guarantees",
                          "scopus/bibliometrix_scopus_sample.csv", real_papers_keep_all_guarantees);
    g_test_add_data_func ("/corpora/30-papers-keep-all-guarantees", "30",
                          made_up_papers_keep_all_guarantees);
    g_test_add_data_func ("/corpora/300-papers-keep-all-guarantees", "300",
                          made_up_papers_keep_all_guarantees);
    g_test_add_data_func ("/corpora/3000-papers-keep-all-guarantees", "3000",
                          made_up_papers_keep_all_guarantees);
    return g_test_run ();
}
