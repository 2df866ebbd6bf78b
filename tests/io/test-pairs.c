/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Pairs of numbers as networks, against the reader of edge lists.
 */
#include "io/pairs.h"

#include <glib/gstdio.h>

#include "io/format.h"

static RhumbNetwork *
load_with (const char *text, guint n_threads, guint64 **number)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *path = NULL;
    const int file = g_file_open_tmp ("pairs-XXXXXX", &path, &error);
    g_assert_no_error (error);
    g_assert_true (g_close (file, NULL));
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
    RhumbNetwork *network = NULL;
    g_assert_true (rhumb_network_load_pairs (path, 0, n_threads, &network, number, &error));
    g_assert_no_error (error);
    g_unlink (path);
    return network;
}

static RhumbNetwork *
load (const char *text, guint64 **number)
{
    return load_with (text, 0, number);
}

/* A comment, blanks, an empty line, a loop, a repeat, and no line feed at the end. */
static void
nodes_are_in_the_order_of_their_numbers (void)
{
    static const guint64 NUMBERS[] = {3, 7, 900000};
    g_autofree guint64 *number = NULL;
    g_autoptr (RhumbNetwork) network =
        load ("# made by hand\n900000\t7\n\n 7 3 \r\n7,7\n900000;7\n% end\n900000 3", &number);
    g_assert_nonnull (network);
    g_assert_cmpuint (rhumb_network_get_n_from (network), ==, 3);
    g_assert_cmpuint (rhumb_network_get_n_edges (network), ==, 3);
    for (guint32 v = 0; v < 3; v++)
        g_assert_cmpuint (number[v], ==, NUMBERS[v]);
    g_assert_cmpfloat (rhumb_network_get_weight (network, 2, 1), ==, 1);
    g_assert_cmpfloat (rhumb_network_get_weight (network, 1, 0), ==, 1);
    g_assert_cmpfloat (rhumb_network_get_weight (network, 2, 0), ==, 1);
    g_assert_cmpfloat (rhumb_network_get_weight (network, 1, 1), ==, 0);
}

static void
anything_else_is_left_to_others (void)
{
    static const char *const OTHERS[] = {"# nothing\n",    "1\n",    "1 2 3\n",
                                         "1 b\n",          "a 1\n",  "1 -2\n",
                                         "1 2.5\n",        "01 2\n", "1 4294967295\n",
                                         "1 2\n3 x\n",     "1,,2\n", "1 9999999999999999999\n",
                                         "1 4000000000\n", "12",     "{\"id\":1}\n"};
    for (gsize i = 0; i < G_N_ELEMENTS (OTHERS); i++) {
        g_test_message ("%s", OTHERS[i]);
        g_autofree guint64 *number = NULL;
        g_assert_null (load (OTHERS[i], &number));
        g_assert_null (number);
    }
}

static void
a_missing_file_is_an_error (void)
{
    g_autoptr (GError) error = NULL;
    RhumbNetwork *network;
    guint64 *number;
    g_assert_false (rhumb_network_load_pairs ("/nowhere/at/all", 0, 1, &network, &number, &error));
    g_assert_nonnull (error);
}

/* Longer than the buffer, so that lines are cut; order of lines mixed up. */
static void
long_files_are_read_whole (void)
{
    const guint32 n = 400000;
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint32 i = 0; i < n; i++) {
        const guint32 v = 1 + (guint32)(((guint64)i * 7919) % n);
        g_string_append_printf (text, "%u\t%u\n", v, v - 1);
    }
    g_assert_cmpuint (text->len, >, 4 << 20);
    g_autofree guint64 *number = NULL;
    g_autoptr (RhumbNetwork) network = load (text->str, &number);
    g_assert_cmpuint (rhumb_network_get_n_from (network), ==, n + 1);
    g_assert_cmpuint (rhumb_network_get_n_edges (network), ==, n);
    for (guint32 v = 1; v <= n; v++)
        g_assert_cmpfloat (rhumb_network_get_weight (network, v, v - 1), ==, 1);
}

static void
assert_same_rows (RhumbRows a, RhumbRows b)
{
    g_assert_cmpuint (a.n_rows, ==, b.n_rows);
    for (gsize v = 0; v <= a.n_rows; v++)
        g_assert_cmpuint (a.start[v], ==, b.start[v]);
    for (gsize i = 0; i < a.start[a.n_rows]; i++)
        g_assert_cmpuint (a.node[i], ==, b.node[i]);
}

/* Several chunks with loops, repeats and numbers that do not occur, against the edges themselves
 * given to the network. */
static void
any_number_of_threads_reads_the_same (void)
{
    const guint32 n = 1200000;
    g_autoptr (GString) text = g_string_new (NULL);
    g_autofree guint32 *from = g_new (guint32, n);
    g_autofree guint32 *to = g_new (guint32, n);
    gsize n_edges = 0;
    for (guint32 i = 0; i < n; i++) {
        /* Even numbers only, so that node v has number 2 v. */
        const guint32 a = i < 1000 ? i : (guint32)(i * 2654435761u >> 8) % 1000;
        const guint32 b = i < 1000 ? i : (guint32)(i * 2246822519u >> 7) % 1000;
        g_string_append_printf (text, "%u %u\n", 2 * a, 2 * b);
        from[n_edges] = a;
        to[n_edges] = b;
        n_edges += a != b;
    }
    g_assert_cmpuint (text->len, >, 8 << 20);
    g_autoptr (RhumbNetwork) expected =
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, 1000, 1000, from, to, NULL, n_edges, NULL);
    for (guint n_threads = 1; n_threads <= 3; n_threads++) {
        g_autofree guint64 *number = NULL;
        g_autoptr (RhumbNetwork) network = load_with (text->str, n_threads, &number);
        g_assert_cmpuint (rhumb_network_get_n_from (network), ==, 1000);
        for (guint32 v = 0; v < 1000; v++)
            g_assert_cmpuint (number[v], ==, 2 * v);
        assert_same_rows (rhumb_network_get_out_rows (network),
                          rhumb_network_get_out_rows (expected));
        assert_same_rows (rhumb_network_get_in_rows (network),
                          rhumb_network_get_in_rows (expected));
    }
}

/* What is no pair may come in any chunk. */
static void
a_late_name_is_found (void)
{
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint i = 0; i < 1000000; i++)
        g_string_append (text, "100000 200000\n");
    g_string_append (text, "100000 b\n");
    g_autofree guint64 *number = NULL;
    g_assert_null (load_with (text->str, 3, &number));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/pairs/nodes-are-in-the-order-of-their-numbers",
                     nodes_are_in_the_order_of_their_numbers);
    g_test_add_func ("/pairs/anything-else-is-left-to-others", anything_else_is_left_to_others);
    g_test_add_func ("/pairs/a-missing-file-is-an-error", a_missing_file_is_an_error);
    g_test_add_func ("/pairs/long-files-are-read-whole", long_files_are_read_whole);
    g_test_add_func ("/pairs/any-number-of-threads-reads-the-same",
                     any_number_of_threads_reads_the_same);
    g_test_add_func ("/pairs/a-late-name-is-found", a_late_name_is_found);
    return g_test_run ();
}
