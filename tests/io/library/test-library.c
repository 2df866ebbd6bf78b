/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "io/library.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "graph/error.h"
#include "io/format.h"
#include "io/sqlite-door.h"
#include "tests/io/loading.h"

static void
set_up (TestPlace *place, gconstpointer data G_GNUC_UNUSED)
{
    test_place_set_up (place, "lib.rhumb");
}

/* Two files that share papers, names in several spellings, a volume's DOI, and hostile text. */
static const char first_file[] =
    "{\"id\":\"a1\",\"title\":\"Foo\",\"doi\":\"10.1000/x\",\"year\":2001,"
    "\"authors\":[{\"name\":\"Ann Lee\",\"orcid\":\"0000-0001\"}],\"venue\":\"Nature\"}\n"
    "{\"title\":\"Foo: bar\",\"doi\":\"10.1000/x\",\"year\":2002,\"authors\":[\"Ann Lee\"],"
    "\"abstract\":\"'); DROP TABLE papers; --\",\"references\":[\"W1\",\"a \\\"quoted\\\" one\"]}\n"
    "{\"id\":\"a3\",\"title\":\"\\\"; DROP TABLE search; --\",\"venue\":\"NATURE\","
    "\"authors\":[{\"name\":\"A. "
    "Lee\",\"orcid\":\"0000-0001\"}],\"keywords\":[\"a\\\\b\",\"c\\u0001d\"]}\n"
    "{\"title\":\"No id, no "
    "year\",\"unknown_field\":{\"x\":[1,null]},\"doi\":\"10.1000/v%252f1\"}\n"
    "not JSON\n"
    "{\"title\":\"Chapter one\",\"doi\":\"10.1000/vol\"}\n";
static const char second_file[] =
    "{\"title\":\"Foo: baz\",\"doi\":\"10.1000/x\",\"year\":1999}\n"
    "{\"id\":\"a3\",\"title\":\"\\u202eright to left\",\"authors\":[\"Ann Lee\"],\"year\":2005}\n"
    "{\"title\":\"Chapter two\",\"doi\":\"10.1000/vol\",\"references\":[\"10.1000/x\",\"a3\"]}\n"
    "{\"id\":\"W1\",\"title\":\"\xe4\xb8\xad\xe6\x96\x87 \xf0\x9f\x98\x80\",\"language\":\"zh\"}\n"
    "{\"year\":1950}\n";

static RhumbCorpus *
load (const char *first, const char *second)
{
    g_autoptr (GError) error = NULL;
    const char *const paths[] = {first, second, NULL};
    RhumbCorpus *corpus = rhumb_corpus_load (paths, NULL, &error);
    g_assert_no_error (error);
    return corpus;
}

static void
save (const RhumbCorpus *corpus, const char *path)
{
    g_autoptr (GError) error = NULL;
    g_assert_true (rhumb_library_save (corpus, path, &error));
    g_assert_no_error (error);
}

static char *
write_file (const TestPlace *place, const char *name, const char *text)
{
    char *path = g_build_filename (place->folder, name, NULL);
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
    return path;
}

static void
run_sql (const char *path, const char *sql)
{
    sqlite3 *handle = NULL;
    char *message = NULL;
    g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
    sqlite3_exec (handle, sql, NULL, NULL, &message);
    g_assert_cmpstr (message, ==, NULL);
    sqlite3_close (handle);
}

static void
assert_same_papers (const RhumbCorpus *a, const RhumbCorpus *b)
{
    g_autofree char *first = test_save_text (a);
    g_autofree char *second = test_save_text (b);
    g_assert_cmpstr (first, ==, second);
}

/* Sources and report, as a set of lines: those of merging may stand in another order. */
static void
assert_same_report (const RhumbCorpus *a, const RhumbCorpus *b)
{
    g_assert_cmpuint (rhumb_corpus_get_n_sources (a), ==, rhumb_corpus_get_n_sources (b));
    for (guint i = 0; i < rhumb_corpus_get_n_sources (a); i++) {
        const RhumbSource *x = rhumb_corpus_get_source (a, i);
        const RhumbSource *y = rhumb_corpus_get_source (b, i);
        g_assert_cmpstr (x->name, ==, y->name);
        g_assert_cmpstr (x->format, ==, y->format);
        g_assert_cmpuint (x->n_records, ==, y->n_records);
        g_assert_cmpuint (x->n_records_lost, ==, y->n_records_lost);
        g_assert_cmpuint (x->n_lines_skipped, ==, y->n_lines_skipped);
        g_assert_cmpuint (x->n_merged, ==, y->n_merged);
        g_assert_cmpuint (x->n_outside_years, ==, y->n_outside_years);
    }
    g_assert_cmpuint (rhumb_corpus_get_n_events (a), ==, rhumb_corpus_get_n_events (b));
    for (guint i = 0; i < rhumb_corpus_get_n_events (a); i++) {
        const RhumbEvent *x = rhumb_corpus_get_event (a, i);
        const RhumbEvent *y = rhumb_corpus_get_event (b, i);
        g_assert_cmpint (x->kind, ==, y->kind);
        g_assert_cmpuint (x->source, ==, y->source);
        g_assert_cmpuint (x->line, ==, y->line);
        g_assert_cmpstr (x->found, ==, y->found);
        g_assert_cmpstr (x->why, ==, y->why);
    }
}

static void
gives_back (TestPlace *place, gconstpointer data G_GNUC_UNUSED)
{
    g_autofree char *a = write_file (place, "a.jsonl", first_file);
    g_autofree char *b = write_file (place, "b.jsonl", second_file);
    g_autoptr (RhumbCorpus) corpus = load (a, b);
    g_assert_cmpuint (rhumb_corpus_get_n_events (corpus), >, 5);
    save (corpus, place->path);
    g_autoptr (RhumbCorpus) kept = load (place->path, NULL);
    assert_same_papers (corpus, kept);
    assert_same_report (corpus, kept);
    g_autoptr (RhumbCorpus) unread = load (b, NULL);
    g_autofree char *other = test_save_text (unread);
    g_autofree char *text = test_save_text (kept);
    g_assert_cmpstr (other, !=, text);
}

/* What was merged first must not decide: "Foo: bar" and "Foo: baz" are one paper only by "Foo". */
static void
adds_as_if_at_once (TestPlace *place, gconstpointer data G_GNUC_UNUSED)
{
    g_autofree char *a = write_file (place, "a.jsonl", first_file);
    g_autofree char *b = write_file (place, "b.jsonl", second_file);
    g_autoptr (RhumbCorpus) at_once = load (a, b);
    g_autoptr (RhumbCorpus) alone = load (a, NULL);
    save (alone, place->path);
    g_autoptr (RhumbCorpus) added = load (place->path, b);
    assert_same_papers (at_once, added);
    save (added, place->path);
    g_autoptr (RhumbCorpus) kept = load (place->path, NULL);
    assert_same_papers (at_once, kept);
    g_assert_cmpuint (rhumb_corpus_get_n_events (at_once), ==, rhumb_corpus_get_n_events (kept));
    for (guint i = 0; i < rhumb_corpus_get_n_sources (kept); i++) {
        const RhumbSource *x = rhumb_corpus_get_source (at_once, i);
        const RhumbSource *y = rhumb_corpus_get_source (kept, i);
        g_assert_cmpstr (x->name, ==, y->name);
        g_assert_cmpuint (x->n_records, ==, y->n_records);
        g_assert_cmpuint (x->n_merged, ==, y->n_merged);
        g_assert_cmpuint (x->n_records_lost, ==, y->n_records_lost);
    }
}

static void
leaves_nothing_beside (TestPlace *place, gconstpointer data G_GNUC_UNUSED)
{
    g_autoptr (RhumbCorpus) corpus = test_load_text ("a.jsonl", first_file);
    save (corpus, place->path);
    g_assert_cmpint (g_chmod (place->path, 0444), ==, 0);
    g_assert_cmpint (g_chmod (place->folder, 0555), ==, 0);
    g_autoptr (RhumbCorpus) kept = load (place->path, NULL);
    assert_same_papers (corpus, kept);
    g_assert_cmpint (g_chmod (place->folder, 0755), ==, 0);
    g_autoptr (GDir) names = g_dir_open (place->folder, 0, NULL);
    g_assert_cmpstr (g_dir_read_name (names), ==, "lib.rhumb");
    g_assert_null (g_dir_read_name (names));
}

static void
assert_refused (const TestPlace *place, const char *pattern)
{
    g_autoptr (GError) error = NULL;
    const char *const paths[] = {place->path, NULL};
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_load (paths, NULL, &error);
    g_assert_null (corpus);
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
    g_assert_true (g_str_has_prefix (error->message, place->path));
    if (!g_pattern_match_simple (pattern, error->message))
        g_test_fail_printf ("said “%s”, expected “%s”", error->message, pattern);
}

static void
refuses_what_is_no_library (TestPlace *place, gconstpointer data G_GNUC_UNUSED)
{
    static const struct {
        const char *sql;
        const char *pattern;
    } cases[] = {
        {"PRAGMA user_version = 99", "*a library of version 99, expected version 1 or older*"},
        {"PRAGMA user_version = -1", "*a library of version -1*"},
        {"PRAGMA application_id = 0", "*SQLite database, expected papers*"},
        {"DROP TABLE papers", "*no plain table 'papers', expected the tables of a rhumb library"},
        {"DROP TABLE venues; CREATE VIEW venues AS SELECT 1 AS venue, 'x' AS id, 'y' AS name",
         "*no plain table 'venues'*"},
        {"DROP TABLE people; CREATE VIRTUAL TABLE people USING fts5(person, id, name, orcid)",
         "*no plain table 'people'*"},
        {"ALTER TABLE papers ADD COLUMN big TEXT AS (printf('%1000000d', 1))",
         "*no plain table 'papers'*"},
        {"UPDATE sources SET source = 7", "*a broken list of sources*"},
        {"UPDATE papers SET source = 7", "*a record without a source*"},
        {"UPDATE report SET kind = 'odd'", "*of an unknown kind*"},
    };
    g_autoptr (RhumbCorpus) corpus = test_load_text ("a.jsonl", first_file);
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        save (corpus, place->path);
        run_sql (place->path, cases[i].sql);
        assert_refused (place, cases[i].pattern);
    }
}

static void
refuses_truncated (TestPlace *place, gconstpointer data G_GNUC_UNUSED)
{
    g_autoptr (RhumbCorpus) corpus = test_load_text ("a.jsonl", first_file);
    save (corpus, place->path);
    g_autofree char *bytes = NULL;
    gsize length;
    g_assert_true (g_file_get_contents (place->path, &bytes, &length, NULL));
    for (gsize cut = 100; cut < length; cut += 4999) {
        g_assert_true (g_file_set_contents (place->path, bytes, (gssize)cut, NULL));
        assert_refused (place, "*:1: *expected a whole library");
    }
}

/* Any damage gives an error or papers, never a crash; damaged pages are found. */
static void
survives_damage (TestPlace *place, gconstpointer data G_GNUC_UNUSED)
{
    g_autoptr (RhumbCorpus) corpus = test_load_text ("a.jsonl", first_file);
    save (corpus, place->path);
    g_autofree char *bytes = NULL;
    gsize length;
    g_assert_true (g_file_get_contents (place->path, &bytes, &length, NULL));
    guint n_refused = 0;
    for (guint i = 0; i < 300; i++) {
        g_autofree char *damaged = g_memdup2 (bytes, length);
        for (guint k = 0; k < 20; k++)
            damaged[g_test_rand_int_range (100, (gint32)length)] = (char)g_test_rand_int ();
        memset (damaged + g_test_rand_int_range (0, (gint32)length - 64), (int)i, 64);
        g_assert_true (g_file_set_contents (place->path, damaged, (gssize)length, NULL));
        const char *const paths[] = {place->path, NULL};
        g_autoptr (GError) error = NULL;
        g_autoptr (RhumbCorpus) read = rhumb_corpus_load (paths, NULL, &error);
        g_assert_true ((read == NULL) == (error != NULL));
        n_refused += read == NULL;
        g_autoptr (GError) problem = NULL;
        g_autoptr (GPtrArray) hits = rhumb_library_search (place->path, "foo*", NULL, &problem);
        g_assert_true ((hits == NULL) == (problem != NULL));
    }
    g_assert_cmpuint (n_refused, >, 0);
}

static void
reports_wrong_types (TestPlace *place, gconstpointer data G_GNUC_UNUSED)
{
    g_autoptr (RhumbCorpus) corpus = test_load_text ("a.jsonl", second_file);
    save (corpus, place->path);
    run_sql (place->path, "UPDATE papers SET year = 'soon', title = x'00ff' WHERE id = 'W1';"
                          "UPDATE papers SET \"references\" = '{}', extra = '[1]',"
                          " cited_by = -5, abstract = 'a' || char(0) || 'b' WHERE id = 'a3'");
    g_autoptr (RhumbCorpus) kept = load (place->path, NULL);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (kept), ==, rhumb_corpus_get_n_papers (corpus));
    g_assert_cmpuint (test_count_events (kept, RHUMB_EVENT_FIELD_DROPPED), ==, 6);
    const RhumbPaper *paper = rhumb_corpus_get_paper (kept, rhumb_corpus_find_paper (kept, "W1"));
    g_assert_null (paper->title);
    g_assert_cmpint (paper->year, ==, 0);
    const char *const paths[] = {place->path, NULL};
    RhumbLoadOptions options = RHUMB_LOAD_DEFAULTS;
    options.strict = TRUE;
    g_autoptr (GError) error = NULL;
    g_assert_null (rhumb_corpus_load (paths, &options, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
}

/* A record that was lost when it was read is no error of the library. */
static void
is_read_strictly (TestPlace *place, gconstpointer data G_GNUC_UNUSED)
{
    g_autoptr (RhumbCorpus) corpus = test_load_text ("a.jsonl", first_file);
    g_assert_cmpuint (test_count_events (corpus, RHUMB_EVENT_RECORD_LOST), ==, 1);
    save (corpus, place->path);
    const char *const paths[] = {place->path, NULL};
    RhumbLoadOptions options = RHUMB_LOAD_DEFAULTS;
    options.strict = TRUE;
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpus) kept = rhumb_corpus_load (paths, &options, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (test_count_events (kept, RHUMB_EVENT_RECORD_LOST), ==, 1);
}

static void
waits_for_unfinished_changes (TestPlace *place, gconstpointer data G_GNUC_UNUSED)
{
    g_autoptr (RhumbCorpus) corpus = test_load_text ("a.jsonl", first_file);
    save (corpus, place->path);
    g_free (write_file (place, "lib.rhumb-wal", "something"));
    assert_refused (place, "*changes of another program wait in *lib.rhumb-wal*");
}

static void
refuses_devices (TestPlace *place G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
    g_autoptr (RhumbCorpus) corpus = test_load_text ("a.jsonl", first_file);
    const char *const paths[] = {"/dev/null", "-"};
    for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_false (rhumb_library_save (corpus, paths[i], &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_UNSUPPORTED);
    }
}

static gpointer
free_soon (gpointer lock)
{
    g_usleep (20000);
    rhumb_library_lock_free (lock);
    return NULL;
}

static void
locks_once (TestPlace *place, gconstpointer data G_GNUC_UNUSED)
{
    g_autoptr (GError) busy = NULL;
    g_autofree char *dead = write_file (place, ".lib.rhumb.999999999-0.tmp", "left behind");
    RhumbLibraryLock *lock = rhumb_library_lock (place->path, FALSE, NULL);
    g_assert_nonnull (lock);
    g_assert_false (g_file_test (dead, G_FILE_TEST_EXISTS));
    g_assert_null (rhumb_library_lock (place->path, FALSE, &busy));
    g_assert_error (busy, G_FILE_ERROR, G_FILE_ERROR_AGAIN);
    GThread *other = g_thread_new ("other", free_soon, lock);
    g_autoptr (RhumbLibraryLock) again = rhumb_library_lock (place->path, TRUE, NULL);
    g_assert_nonnull (again);
    g_thread_join (other);
    g_clear_error (&busy);
    g_assert_null (rhumb_library_lock (place->path, FALSE, &busy));
}

#define ADD(name, test) g_test_add (name, TestPlace, NULL, set_up, test, test_place_tear_down)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    ADD ("/library/gives-back-papers-sources-and-report", gives_back);
    ADD ("/library/adding-gives-what-reading-at-once-gives", adds_as_if_at_once);
    ADD ("/library/reading-leaves-nothing-beside", leaves_nothing_beside);
    ADD ("/library/refuses-what-is-no-library", refuses_what_is_no_library);
    ADD ("/library/refuses-a-truncated-file", refuses_truncated);
    ADD ("/library/survives-damage", survives_damage);
    ADD ("/library/reports-wrong-types", reports_wrong_types);
    ADD ("/library/old-losses-are-no-errors", is_read_strictly);
    ADD ("/library/refuses-unfinished-changes", waits_for_unfinished_changes);
    ADD ("/library/refuses-devices", refuses_devices);
    ADD ("/library/is-locked-once", locks_once);
    return g_test_run ();
}
