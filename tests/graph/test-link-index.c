/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What is packed comes out again; what is damaged is told.
 */
#include "graph/link-index.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "graph/error.h"
#include "graph/link-index-private.h"
#include "graph/text.h"
#include "tests/graph/index-fixture.h"
#include "tests/oracle.h"

/* What one version takes for a concept the next may not. */
static void
another_version_has_other_concepts (void)
{
    g_autoptr (RhumbGraph) graph = NULL;
    g_autoptr (RhumbNetwork) network = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = index_fixture_pack (&graph, &network);
    gsize size = 0;
    const guint8 *data = g_bytes_get_data (bytes, &size);
    g_autofree guint8 *other = g_memdup2 (data, size);
    IndexHeader *header = (IndexHeader *)(gpointer)other;
    header->maker ^= 1;
    header->header_hash = rhumb_link_index_hash_header (header);
    g_autoptr (GBytes) copy = g_bytes_new (other, size);
    g_assert_null (rhumb_link_index_new (copy, "x", &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
    g_assert_nonnull (strstr (error->message, "made by another version of rhumb"));
}

static void
rows_come_out_as_they_went_in (void)
{
    g_autoptr (RhumbGraph) graph = NULL;
    g_autoptr (RhumbNetwork) network = NULL;
    g_autoptr (GBytes) bytes = index_fixture_pack (&graph, &network);
    g_autoptr (RhumbLinkIndex) index = rhumb_link_index_new (bytes, "x", NULL);
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    const guint32 first_word = rhumb_link_index_get_first_word (index);
    guint32 to[64];
    double weight[64];
    g_assert_cmpuint (rhumb_link_index_get_n_nodes (index), ==, rows.n_rows);
    g_assert_cmpuint (rhumb_link_index_get_checksum (index), ==, 99);
    for (guint32 v = 0; v < rows.n_rows; v++) {
        const guint32 n = rhumb_link_index_read_row (index, v, 10, to, weight);
        double sum = 0;
        g_assert_cmpuint (n, ==, rows.start[v + 1] - rows.start[v]);
        g_assert_cmpuint (n, <=, rhumb_link_index_get_most_links (index));
        for (guint32 i = 0; i < n; i++) {
            const gboolean is_word = v >= first_word || to[i] >= first_word;
            const double expected = rows.weight[rows.start[v] + i];
            g_assert_cmpuint (to[i], ==, rows.node[rows.start[v] + i]);
            g_assert_cmpfloat_with_epsilon (weight[i] / (is_word ? 10 : 1), expected,
                                            expected / 4096 + 1e-9);
            sum += weight[i] / (is_word ? 10 : 1);
        }
        g_assert_cmpfloat_with_epsilon (rhumb_link_index_get_strength (index, v), sum,
                                        1e-9 * (1 + sum));
    }
    g_assert_true (rhumb_link_index_check (index, NULL));
}

/* A file without a name that holds bytes. */
static int
write_file (GBytes *bytes)
{
    g_autofree char *name = NULL;
    const int file = g_file_open_tmp (NULL, &name, NULL);
    gsize size = 0;
    const char *data = g_bytes_get_data (bytes, &size);
    g_assert_cmpint (file, >=, 0);
    g_assert_cmpint (g_unlink (name), ==, 0);
    g_assert_cmpint (write (file, data, size), ==, (gssize)size);
    return file;
}

/* Also of those that are read when so many have been that the rest comes from memory. */
static void
rows_of_the_file_are_those_of_memory (void)
{
    g_autoptr (RhumbGraph) graph = NULL;
    g_autoptr (RhumbNetwork) network = NULL;
    g_autoptr (GBytes) bytes = index_fixture_pack (&graph, &network);
    g_autoptr (RhumbLinkIndex) one = rhumb_link_index_new (bytes, "x", NULL);
    g_autoptr (RhumbLinkIndex) other = rhumb_link_index_new (bytes, "x", NULL);
    const int file = write_file (bytes);
    guint32 to[2][64];
    double weight[2][64];
    rhumb_link_index_set_file (other, file);
    for (guint i = 0; i < 5000; i++) {
        const guint32 v = i % rhumb_link_index_get_n_nodes (one);
        const guint32 n = rhumb_link_index_read_row (one, v, 10, to[0], weight[0]);
        g_assert_cmpuint (rhumb_link_index_read_row (other, v, 10, to[1], weight[1]), ==, n);
        g_assert_cmpint (memcmp (to[0], to[1], n * sizeof **to), ==, 0);
        g_assert_cmpint (memcmp (weight[0], weight[1], n * sizeof **weight), ==, 0);
    }
    g_assert_true (rhumb_link_index_check (other, NULL));
    close (file);
}

static void
a_file_that_is_cut_off_is_damaged (void)
{
    g_autoptr (RhumbGraph) graph = NULL;
    g_autoptr (RhumbNetwork) network = NULL;
    g_autoptr (GBytes) bytes = index_fixture_pack (&graph, &network);
    g_autoptr (RhumbLinkIndex) index = rhumb_link_index_new (bytes, "x", NULL);
    g_autoptr (GError) error = NULL;
    const int file = write_file (bytes);
    guint32 to[64];
    double weight[64];
    rhumb_link_index_set_file (index, file);
    g_assert_cmpint (ftruncate (file, 100), ==, 0);
    for (guint32 v = 0; v < rhumb_link_index_get_n_nodes (index); v++) {
        const guint32 n_links = rhumb_link_index_get_n_links (index, v);
        g_assert_true (rhumb_link_index_read_row (index, v, 10, to, weight) == 0 || n_links == 0);
    }
    g_assert_false (rhumb_link_index_check (index, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
    close (file);
}

static void
papers_are_found_by_ids_and_titles (void)
{
    g_autoptr (RhumbGraph) graph = NULL;
    g_autoptr (RhumbNetwork) network = NULL;
    g_autoptr (GBytes) bytes = index_fixture_pack (&graph, &network);
    g_autoptr (RhumbLinkIndex) index = rhumb_link_index_new (bytes, "x", NULL);
    const RhumbCorpus *corpus = rhumb_graph_get_corpus (graph);
    const guint32 a = rhumb_corpus_find_paper (corpus, "a");
    const guint32 c = rhumb_corpus_find_paper (corpus, "c");
    g_assert_cmpuint (rhumb_link_index_find_id (index, "a"), ==, a);
    g_assert_cmpuint (rhumb_link_index_find_id (index, "doi:10.1000/first"), ==, a);
    g_assert_cmpuint (rhumb_link_index_find_id (index, "nobody"), ==, RHUMB_NONE);
    g_assert_cmpstr (rhumb_link_index_get_id (index, a), ==, "a");
    g_assert_cmpstr (rhumb_link_index_get_label (index, a), ==, "First light");
    g_assert_cmpstr (rhumb_link_index_get_label (index, rhumb_link_index_get_first_word (index)),
                     ==, "wörd");
    g_assert_cmpint (rhumb_link_index_get_year (index, a), ==, 1990);
    g_autoptr (GArray) part = rhumb_link_index_find_title (index, "light");
    g_autoptr (GArray) two = rhumb_link_index_find_title (index, "ondlig");
    g_autoptr (GArray) none = rhumb_link_index_find_title (index, "dark");
    g_autoptr (GArray) empty = rhumb_link_index_find_title (index, "");
    g_autoptr (GArray) many = rhumb_link_index_find_title (index, "t");
    g_assert_cmpuint (part->len, ==, 1); /* a whole title beats parts of others */
    g_assert_cmpuint (g_array_index (part, guint32, 0), ==, c);
    g_assert_cmpuint (two->len, ==, 1);
    g_assert_cmpuint (none->len, ==, 0);
    g_assert_cmpuint (empty->len, ==, 0);
    g_assert_cmpuint (many->len, ==, 4);
    for (guint32 v = 0; v < 4; v++) {
        for (guint32 u = 0; u < 4; u++)
            g_assert_true (rhumb_link_index_has_citation (index, v, u, FALSE) ==
                           (rhumb_network_get_weight (
                                rhumb_graph_get_relation (graph, RHUMB_RELATION_CITES), v, u) > 0));
    }
}

static void
same_graph_same_bytes (void)
{
    g_autoptr (RhumbGraph) one = NULL;
    g_autoptr (RhumbGraph) two = NULL;
    g_autoptr (RhumbNetwork) network_one = NULL;
    g_autoptr (RhumbNetwork) network_two = NULL;
    g_autoptr (GBytes) a = index_fixture_pack (&one, &network_one);
    g_autoptr (GBytes) b = index_fixture_pack (&two, &network_two);
    g_assert_true (g_bytes_equal (a, b));
}

/* Looks at all that there is. */
static void
read_everything (RhumbLinkIndex *index)
{
    const gsize most = (gsize)rhumb_link_index_get_most_links (index) + 1;
    g_autofree guint32 *to = g_new (guint32, most);
    g_autofree double *weight = g_new (double, most);
    for (guint32 v = 0; v < rhumb_link_index_get_n_nodes (index); v++) {
        const guint32 n = rhumb_link_index_read_row (index, v, 2, to, weight);
        for (guint32 i = 0; i < n; i++)
            g_assert_true (to[i] < rhumb_link_index_get_n_nodes (index) && isfinite (weight[i]));
        g_assert_true (g_utf8_validate (rhumb_link_index_get_label (index, v), -1, NULL));
        g_assert_true (isfinite (rhumb_link_index_get_strength (index, v)));
    }
    for (guint32 v = 0; v < rhumb_link_index_get_n_papers (index); v++) {
        g_assert_true (g_utf8_validate (rhumb_link_index_get_id (index, v), -1, NULL));
        rhumb_link_index_has_citation (index, v, 1, TRUE);
        rhumb_link_index_has_citation (index, v, 2, FALSE);
        g_assert_true (isfinite (rhumb_link_index_get_length (index, v)));
        g_assert_cmpint (rhumb_link_index_get_year (index, v), >=, 0);
    }
    g_autoptr (GArray) found = rhumb_link_index_find_title (index, "t");
    for (guint i = 0; i < found->len; i++)
        g_assert_cmpuint (g_array_index (found, guint32, i), <,
                          rhumb_link_index_get_n_papers (index));
    rhumb_link_index_find_id (index, "a");
    g_autoptr (RhumbConcepts) concepts = rhumb_link_index_read_concepts (index, NULL);
    g_autoptr (RhumbNetwork) mentions = rhumb_link_index_read_mentions (index, NULL);
    g_assert_true ((mentions != NULL) == rhumb_link_index_check (index, NULL));
    g_assert_true (concepts != NULL || mentions == NULL);
}

static void
damage_is_told_and_does_no_harm (void)
{
    g_autoptr (RhumbGraph) graph = NULL;
    g_autoptr (RhumbNetwork) network = NULL;
    g_autoptr (GBytes) bytes = index_fixture_pack (&graph, &network);
    gsize size = 0;
    const guint8 *good = g_bytes_get_data (bytes, &size);
    guint n_told = 0;
    for (guint trial = 0; trial < 6000; trial++) {
        g_autofree guint8 *bad = g_memdup2 (good, size);
        const gsize length = trial % 3 == 0 ? trial / 3 * size / 2000 : size;
        const gsize first = trial % 3 == 1 ? 0 : sizeof (IndexHeader);
        IndexHeader *header = (IndexHeader *)(gpointer)bad;
        for (guint i = 0; trial % 3 != 0 && i < 4; i++)
            bad[first + oracle_random_below ((guint32)(size - first), trial, i)] =
                (guint8)oracle_random_below (256, trial, 10 + i);
        /* Half of the damaged headers have the right hash, as an enemy's would. */
        if (trial % 6 == 1)
            header->header_hash = rhumb_link_index_hash_header (header);
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) copy = g_bytes_new (bad, length);
        g_autoptr (RhumbLinkIndex) index = rhumb_link_index_new (copy, "bad", &error);
        if (index == NULL) {
            g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
            n_told++;
            continue;
        }
        if (rhumb_link_index_get_n_nodes (index) > 1000)
            continue;
        read_everything (index);
        n_told += !rhumb_link_index_check (index, NULL);
    }
    g_assert_cmpuint (n_told, >, 3000);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/link-index/rows-come-out-as-they-went-in", rows_come_out_as_they_went_in);
    g_test_add_func ("/link-index/another-version-has-other-concepts",
                     another_version_has_other_concepts);
    g_test_add_func ("/link-index/rows-of-the-file-are-those-of-memory",
                     rows_of_the_file_are_those_of_memory);
    g_test_add_func ("/link-index/a-file-that-is-cut-off-is-damaged",
                     a_file_that_is_cut_off_is_damaged);
    g_test_add_func ("/link-index/papers-are-found-by-ids-and-titles",
                     papers_are_found_by_ids_and_titles);
    g_test_add_func ("/link-index/same-graph-same-bytes", same_graph_same_bytes);
    g_test_add_func ("/link-index/damage-is-told-and-does-no-harm",
                     damage_is_told_and_does_no_harm);
    return g_test_run ();
}
