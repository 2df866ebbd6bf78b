/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A library is read by several threads as by one, whatever somebody has made of it.
 */
#include "io/library.h"

#include <glib/gstdio.h>

#include "io/sqlite-door.h"
#include "tests/io/loading.h"

/* Enough for several threads. */
#define N_PAPERS 6000

/* Two files: papers of no order that share people and venues; the second has some of the first one
 * again, which become papers of two records. */
static void
set_up (TestPlace *place, gconstpointer data G_GNUC_UNUSED)
{
    test_place_set_up (place, "lib.rhumb");
    const char *const names[] = {"a.jsonl", "b.jsonl"};
    g_autofree char *first = g_build_filename (place->folder, names[0], NULL);
    g_autofree char *second = g_build_filename (place->folder, names[1], NULL);
    const char *const paths[] = {first, second, NULL};
    for (guint f = 0; f < 2; f++) {
        g_autoptr (GString) lines = g_string_new (NULL);
        for (guint i = f; i < N_PAPERS; i += f == 0 ? 1 : 97)
            g_string_append_printf (
                lines,
                "{\"id\":\"p%u\",\"doi\":\"10.1000/%u\",\"title\":\"On the matter of number %u\","
                "\"year\":%u,\"authors\":[\"Ann %c\",\"Bob %c\"],\"venue\":\"V%u\","
                "\"references\":[\"p%u\",\"doi:10.1000/%u\"]%s}\n",
                i, i, i, 1950 + i * 7919 % 70, 'A' + i % 26, 'A' + i % 13, i % 5, i * 31 % N_PAPERS,
                i * 17 % N_PAPERS, f == 1 ? ",\"abstract\":\"More.\"" : "");
        g_assert_true (g_file_set_contents (paths[f], lines->str, -1, NULL));
    }
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_load (paths, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, N_PAPERS);
    g_assert_true (rhumb_library_save (corpus, place->path, &error));
    g_assert_no_error (error);
}

static RhumbCorpus *
load (const TestPlace *place, guint n_threads, RhumbLoadOptions options, char **message)
{
    g_autoptr (GError) error = NULL;
    const char *const paths[] = {place->path, NULL};
    options.n_threads = n_threads;
    RhumbCorpus *corpus = rhumb_corpus_load (paths, &options, &error);
    *message = error != NULL ? g_strdup (error->message) : NULL;
    return corpus;
}

static void
assert_same (const RhumbCorpus *a, const RhumbCorpus *b)
{
    g_autofree char *first = test_save_text (a);
    g_autofree char *second = test_save_text (b);
    g_assert_cmpstr (first, ==, second);
    g_assert_cmpuint (rhumb_corpus_get_n_sources (a), ==, rhumb_corpus_get_n_sources (b));
    for (guint i = 0; i < rhumb_corpus_get_n_sources (a); i++) {
        const RhumbSource *x = rhumb_corpus_get_source (a, i);
        const RhumbSource *y = rhumb_corpus_get_source (b, i);
        g_assert_cmpmem (&x->n_records, sizeof *x - G_STRUCT_OFFSET (RhumbSource, n_records),
                         &y->n_records, sizeof *y - G_STRUCT_OFFSET (RhumbSource, n_records));
    }
    g_assert_cmpuint (rhumb_corpus_get_n_events (a), ==, rhumb_corpus_get_n_events (b));
    for (guint i = 0; i < rhumb_corpus_get_n_events (a); i++) {
        const RhumbEvent *x = rhumb_corpus_get_event (a, i);
        const RhumbEvent *y = rhumb_corpus_get_event (b, i);
        g_assert_cmpuint (x->line, ==, y->line);
        g_assert_cmpuint (x->source, ==, y->source);
        g_assert_cmpstr (x->found, ==, y->found);
    }
}

/* Compares one thread with two and with five, all papers and some years. */
static void
assert_same_for_threads (const TestPlace *place)
{
    RhumbLoadOptions options = RHUMB_LOAD_DEFAULTS;
    for (options.from_year = 0; options.from_year <= 1990; options.from_year += 1990) {
        g_autofree char *told = NULL;
        g_autoptr (RhumbCorpus) one = load (place, 1, options, &told);
        for (guint n_threads = 2; n_threads <= 5; n_threads += 3) {
            g_autofree char *message = NULL;
            g_autoptr (RhumbCorpus) several = load (place, n_threads, options, &message);
            g_assert_cmpstr (told, ==, message);
            if (one != NULL)
                assert_same (one, several);
        }
    }
}

static void
run_sql (const TestPlace *place, const char *sql)
{
    sqlite3 *handle = NULL;
    g_assert_cmpint (sqlite3_open (place->path, &handle), ==, SQLITE_OK);
    sqlite3_exec (handle, sql, NULL, NULL, NULL);
    g_assert_cmpstr (sqlite3_errmsg (handle), ==, "not an error");
    sqlite3_close (handle);
}

static void
are_same_for_threads (TestPlace *place, gconstpointer data G_GNUC_UNUSED)
{
    const RhumbLoadOptions options = RHUMB_LOAD_DEFAULTS;
    g_autofree char *message = NULL;
    assert_same_for_threads (place);
    g_autoptr (RhumbCorpus) corpus = load (place, 2, options, &message);
    g_assert_cmpstr (message, ==, NULL);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, N_PAPERS);
    g_assert_cmpuint (rhumb_corpus_get_n_events (corpus), ==, (N_PAPERS + 95) / 97);
}

/* What users change: numbers, types, rows of no paper, rows that are behind, another key. */
static void
are_same_after_changes (TestPlace *place, gconstpointer data G_GNUC_UNUSED)
{
    static const struct {
        const char *sql;
        const char *found; /* that the report tells of */
    } changes[] = {
        {"UPDATE papers SET year = 'soon' WHERE paper = 4000", "papers.year is a text"},
        {"DELETE FROM papers WHERE paper IN (1, 2500, 6000)", "6 rows of authorships"},
        {"INSERT INTO identifiers VALUES ('mine', 17)", "6 rows of authorships"},
        {"INSERT INTO authorships VALUES (9000, 1, 1, NULL)", "7 rows of authorships"},
        {"UPDATE papers SET paper = -4000000000000000000 WHERE paper = 3", "9 rows of authorships"},
        {"CREATE TABLE p AS SELECT * FROM papers; DROP TABLE papers; ALTER TABLE p RENAME TO papers;"
         "UPDATE papers SET paper = NULL WHERE paper = 7",
         "papers.year is a text"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (changes); i++) {
        const RhumbLoadOptions options = RHUMB_LOAD_DEFAULTS;
        g_autofree char *message = NULL;
        run_sql (place, changes[i].sql);
        assert_same_for_threads (place);
        g_autoptr (RhumbCorpus) corpus = load (place, 2, options, &message);
        g_assert_cmpstr (message, ==, NULL);
        gboolean told = FALSE;
        for (guint e = 0; e < rhumb_corpus_get_n_events (corpus); e++)
            told |= g_str_has_prefix (rhumb_corpus_get_event (corpus, e)->found, changes[i].found);
        if (!told)
            g_test_fail_printf ("not told of “%s” after %s", changes[i].found, changes[i].sql);
    }
}

static void
errors_are_same (TestPlace *place, gconstpointer data G_GNUC_UNUSED)
{
    const RhumbLoadOptions options = RHUMB_LOAD_DEFAULTS;
    g_autofree char *message = NULL;
    run_sql (place, "UPDATE papers SET source = 9 WHERE paper IN (2000, 5000)");
    assert_same_for_threads (place);
    g_assert_null (load (place, 2, options, &message));
    /* Papers of several records stand elsewhere, and are no rows of this kind. */
    g_assert_true (g_pattern_match_simple ("*:19??: a record without a source*", message));
}

static void
opens_the_same_file_again (TestPlace *place, gconstpointer data G_GNUC_UNUSED)
{
    g_autoptr (RhumbDatabase) memory = rhumb_database_new_in_memory ("memory", NULL);
    g_assert_null (rhumb_database_open_again (memory));
    g_autoptr (RhumbDatabase) first = rhumb_database_open (place->path, "lib", NULL);
    g_autoptr (RhumbDatabase) again = rhumb_database_open_again (first);
    gint64 n = 0;
    g_assert_nonnull (again);
    g_assert_true (rhumb_database_get_integer (again, "SELECT count(*) FROM papers", &n, NULL));
    g_assert_cmpint (n, ==, N_PAPERS);
    g_autofree char *bytes = NULL;
    gsize length;
    g_assert_true (g_file_get_contents (place->path, &bytes, &length, NULL));
    g_assert_true (g_file_set_contents (place->path, bytes, (gssize)length, NULL));
    g_assert_null (rhumb_database_open_again (first));
    g_assert_cmpint (g_remove (place->path), ==, 0);
    g_assert_null (rhumb_database_open_again (first));
}

#define ADD(name, test) g_test_add (name, TestPlace, NULL, set_up, test, test_place_tear_down)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    ADD ("/library-papers/are-the-same-for-any-number-of-threads", are_same_for_threads);
    ADD ("/library-papers/are-the-same-after-changes", are_same_after_changes);
    ADD ("/library-papers/errors-are-the-same", errors_are_same);
    ADD ("/library-papers/the-same-file-is-opened-again", opens_the_same_file_again);
    return g_test_run ();
}
