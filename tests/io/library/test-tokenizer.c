/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The faster unicode61 gives the words of SQLite's own, at the same places.
 */
#include "io/library/tokenizer.h"

#include <string.h>

#define SETUP                                                                         \
    "CREATE VIRTUAL TABLE t USING fts5(x, tokenize='unicode61 remove_diacritics 2');" \
    "CREATE VIRTUAL TABLE words USING fts5vocab(t, 'instance');"                      \
    "CREATE VIRTUAL TABLE odd USING fts5(x, tokenize=\"unicode61 tokenchars '-_'\");" \
    "CREATE VIRTUAL TABLE odd_words USING fts5vocab(odd, 'instance');"

static RhumbDatabase *
make_database (gboolean hasten)
{
    g_autoptr (GError) error = NULL;
    RhumbDatabase *database = rhumb_database_new_in_memory ("test", &error);
    g_assert_no_error (error);
    if (hasten)
        rhumb_library_hasten_words (database, &error);
    g_assert_no_error (error);
    rhumb_database_run (database, SETUP, &error);
    g_assert_no_error (error);
    return database;
}

static void
insert (RhumbDatabase *database, const char *table, const char *text, gsize length)
{
    g_autofree char *sql = g_strdup_printf ("INSERT INTO %s (x) VALUES (?1)", table);
    g_autoptr (GError) error = NULL;
    g_autoptr (sqlite3_stmt) statement = rhumb_database_prepare (database, sql, &error);
    sqlite3_bind_text (statement, 1, text, (int)length, SQLITE_STATIC);
    g_assert_true (rhumb_database_insert (database, statement, &error));
}

/* Compares the rows of one query in both databases. Returns how many there are. */
static guint
compare (RhumbDatabase *ours, RhumbDatabase *theirs, const char *sql)
{
    g_autoptr (sqlite3_stmt) a = rhumb_database_prepare (ours, sql, NULL);
    g_autoptr (sqlite3_stmt) b = rhumb_database_prepare (theirs, sql, NULL);
    g_assert_true (a != NULL && b != NULL);
    for (guint n = 0;; n++) {
        gboolean row;
        gboolean row_b;
        g_assert_true (rhumb_database_step (ours, a, &row, NULL));
        g_assert_true (rhumb_database_step (theirs, b, &row_b, NULL));
        g_assert_cmpint (row, ==, row_b);
        if (!row)
            return n;
        for (int i = 0; i < sqlite3_column_count (a); i++)
            g_assert_cmpstr ((const char *)sqlite3_column_text (a, i), ==,
                             (const char *)sqlite3_column_text (b, i));
    }
}

/* Each character between letters, at the beginning and at the end of a word; only between letters
 * where it is none yet, in planes 4 to 13. */
static void
agrees_on_all_of_unicode (void)
{
    g_autoptr (RhumbDatabase) ours = make_database (TRUE);
    g_autoptr (RhumbDatabase) theirs = make_database (FALSE);
    g_autoptr (GString) text = g_string_new (NULL);
    RhumbDatabase *const both[] = {ours, theirs};
    for (gunichar c = 0; c <= 0x10ffff; c++) {
        g_string_append_c (text, 'a');
        g_string_append_unichar (text, c);
        g_string_append (text, "B ");
        if (c < 0x40000 || c > 0xdffff) {
            g_string_append_c (text, 'x');
            g_string_append_unichar (text, c);
            g_string_append_c (text, ' ');
            g_string_append_unichar (text, c);
            g_string_append (text, "Y ");
        }
        if (c % 4096 != 4095)
            continue;
        for (gsize i = 0; i < G_N_ELEMENTS (both); i++)
            insert (both[i], "t", text->str, text->len);
        g_string_truncate (text, 0);
    }
    g_assert_cmpuint (compare (ours, theirs, "SELECT term, doc, offset FROM words"), >, 2000000);
}

static void
agrees_on_places (void)
{
    static const char *const pieces[] = {
        "Word",     " ", "\xc3\xa9t\xc3\xa9",        "-",    "_", "12", ".",
        "\xcc\x81", "",  "\xe4\xb8\xad\xe6\x96\x87", "\xff", "a", "  "};
    g_autoptr (RhumbDatabase) ours = make_database (TRUE);
    g_autoptr (RhumbDatabase) theirs = make_database (FALSE);
    RhumbDatabase *const both[] = {ours, theirs};
    g_autoptr (GRand) random = g_rand_new_with_seed (1);
    for (guint i = 0; i < 3000; i++) {
        g_autoptr (GString) text = g_string_new (NULL);
        const gint32 n = g_rand_int_range (random, 0, 40);
        for (gint32 k = 0; k < n; k++)
            g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
        for (gsize d = 0; d < G_N_ELEMENTS (both); d++) {
            insert (both[d], "t", text->str, text->len);
            insert (both[d], "odd", text->str, text->len);
        }
    }
    g_assert_cmpuint (
        compare (ours, theirs,
                 "SELECT highlight(t, 0, '<', '>') FROM t WHERE t MATCH 'word OR ete OR 12'"),
        >, 1000);
    g_assert_cmpuint (compare (ours, theirs, "SELECT term, doc, offset FROM odd_words"), >, 1000);
    g_assert_cmpuint (
        compare (ours, theirs,
                 "SELECT snippet(t, 0, '<', '>', '...', 4) FROM t WHERE t MATCH '12'"),
        >, 100);
}

static void
agrees_on_long_words (void)
{
    g_autoptr (RhumbDatabase) ours = make_database (TRUE);
    g_autoptr (RhumbDatabase) theirs = make_database (FALSE);
    for (gsize length = 120; length < 140000; length += length < 140 ? 1 : length) {
        g_autofree char *text = g_strnfill (length, 'Q');
        insert (ours, "t", text, length);
        insert (theirs, "t", text, length);
    }
    insert (ours, "t", "one\0two", 7);
    insert (theirs, "t", "one\0two", 7);
    g_assert_cmpuint (compare (ours, theirs, "SELECT term, doc, offset FROM words"), >, 20);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/tokenizer/agrees-on-all-of-unicode", agrees_on_all_of_unicode);
    g_test_add_func ("/tokenizer/agrees-on-places", agrees_on_places);
    g_test_add_func ("/tokenizer/agrees-on-long-words", agrees_on_long_words);
    return g_test_run ();
}
