/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "io/scan/csv.h"

#include <string.h>

#include "graph/error.h"

/* Every record as its cells parted by "|", records by a line break. */
static char *
read_all (const char *text, char delimiter, gboolean has_quotes, GError **error)
{
    g_autoptr (RhumbInput) input = rhumb_input_new_for_memory ("x", text, strlen (text), error);
    g_assert_nonnull (input);
    g_autoptr (RhumbCsv) csv = rhumb_csv_new (input, delimiter, has_quotes);
    GString *out = g_string_new (NULL);
    while (rhumb_csv_read (csv, error)) {
        for (guint i = 0; i < rhumb_csv_get_n_cells (csv); i++)
            g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", rhumb_csv_get_cell (csv, i));
        g_string_append_printf (out, " @%" G_GUINT64_FORMAT "\n", rhumb_csv_get_line (csv));
    }
    return g_string_free (out, FALSE);
}

static void
reads_cells (void)
{
    static const struct {
        const char *text;
        const char *expected;
    } cases[] = {
        {"a,b,c", "a|b|c @1\n"},
        {"a,,\r\n,\n", "a|| @1\n| @2\n"},
        {"\"a\",\"b\"\"c\",\"\"\n", "a|b\"c| @1\n"},
        {"\"a\nb\r\nc\",d\n\ne\n", "a\nb\nc|d @1\ne @5\n"},
        {"a\"b,c\" ,d\n", "a\"b|c\" |d @1\n"},
        {"\"a\"b,c\n", "ab|c @1\n"},
        {"\"\"\"a\"\"\",x", "\"a\"|x @1\n"},
        {"\"a,b\",\"c\n\"", "a,b|c\n @1\n"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_autofree char *found = read_all (cases[i].text, ',', TRUE, &error);
        g_assert_no_error (error);
        g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
leaves_quotes_alone_where_they_mean_nothing (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *found = read_all ("\"a\t\"b\" c\td\n", '\t', FALSE, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (found, ==, "\"a|\"b\" c|d @1\n");
}

static void
tells_where_a_quote_was_opened (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *found = read_all ("a,b\n1,\"2\n3\n4,5\n", ',', TRUE, &error);
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
    g_assert_true (g_str_has_prefix (error->message, "x:2: a quote that is not closed"));
    g_assert_cmpstr (found, ==, "a|b @1\n");
}

static void
tells_the_delimiter (void)
{
    g_assert_cmpint (rhumb_csv_find_delimiter ("a,b;c,d", 7), ==, ',');
    g_assert_cmpint (rhumb_csv_find_delimiter ("\"a,b,c\";d", 9), ==, ';');
    g_assert_cmpint (rhumb_csv_find_delimiter ("a\tb\tc, d", 8), ==, '\t');
    g_assert_cmpint (rhumb_csv_find_delimiter ("title", 5), ==, ',');
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/csv/reads-cells", reads_cells);
    g_test_add_func ("/csv/leaves-quotes-alone-where-they-mean-nothing",
                     leaves_quotes_alone_where_they_mean_nothing);
    g_test_add_func ("/csv/tells-where-a-quote-was-opened", tells_where_a_quote_was_opened);
    g_test_add_func ("/csv/tells-the-delimiter", tells_the_delimiter);
    return g_test_run ();
}
