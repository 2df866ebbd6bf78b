/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * JSON Lines give the same corpus, report and errors on any number of threads.
 */
#include <glib/gstdio.h>

#include "graph/error.h"
#include "io/format.h"

#define N_LINES 12000 /* four chunks and a piece */

/* Works of OpenAlex, some of them twice, some broken, with blank lines between. */
static char *
write_works (gboolean with_losses)
{
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (GError) error = NULL;
    g_autofree char *path = NULL;
    for (guint i = 0; i < N_LINES; i++) {
        const guint work = i % 97 == 96 ? i - 90 : i;
        g_string_append_printf (
            text,
            "{\"id\":\"https://openalex.org/W%u\",\"title\":\"Work of number %u\","
            "\"publication_year\":%u,\"authorships\":[{\"author\":{\"display_name\":"
            "\"Ann Author%u\"}}],\"referenced_works\":[\"https://openalex.org/W%u\"],"
            "\"abstract_inverted_index\":{\"Words\":[0,2],\"of\":[1],\"n%u\":[3]},\"filler\":\"%"
            "0100u\"}\n",
            work, work, i % 501 == 500 && with_losses ? 99 : 2000 + i % 20, i % 400, i / 2, i, i);
        if (with_losses && i % 1000 == 999)
            g_string_append (text, "{\"id\": broken\n\n  \n[1]\n{\"doi\":null}\n");
    }
    const int file = g_file_open_tmp ("lines-XXXXXX", &path, &error);
    g_assert_no_error (error);
    g_close (file, NULL);
    g_file_set_contents (path, text->str, (gssize)text->len, &error);
    g_assert_no_error (error);
    return g_steal_pointer (&path);
}

static RhumbCorpus *
read_on (const char *path, guint n_threads, gboolean strict, GError **error)
{
    const char *const paths[] = {path, NULL};
    RhumbLoadOptions options = RHUMB_LOAD_DEFAULTS;
    options.n_threads = n_threads;
    options.strict = strict;
    return rhumb_corpus_load (paths, &options, error);
}

static void
compare_reports (const RhumbCorpus *a, const RhumbCorpus *b)
{
    g_assert_cmpuint (rhumb_corpus_get_n_events (a), ==, rhumb_corpus_get_n_events (b));
    for (guint i = 0; i < rhumb_corpus_get_n_events (a); i++) {
        const RhumbEvent *first = rhumb_corpus_get_event (a, i);
        const RhumbEvent *second = rhumb_corpus_get_event (b, i);
        g_assert_cmpint (first->kind, ==, second->kind);
        g_assert_cmpuint (first->line, ==, second->line);
        g_assert_cmpstr (first->found, ==, second->found);
        g_assert_cmpstr (first->why, ==, second->why);
    }
    RhumbSource first = *rhumb_corpus_get_source (a, 0);
    RhumbSource second = *rhumb_corpus_get_source (b, 0);
    first.name = first.format = second.name = second.format = NULL;
    g_assert_cmpmem (&first, sizeof first, &second, sizeof second);
}

static void
is_the_same_on_any_threads (void)
{
    static const guint counts[] = {2, 3, 7, 0};
    g_autofree char *path = write_works (TRUE);
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpus) one = read_on (path, 1, FALSE, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_corpus_get_source (one, 0)->n_records_lost, ==, 3 * N_LINES / 1000);
    g_assert_cmpuint (rhumb_corpus_get_source (one, 0)->n_merged, >, 100);
    g_autofree char *digest = rhumb_corpus_get_digest (one);
    for (gsize i = 0; i < G_N_ELEMENTS (counts); i++) {
        g_autoptr (RhumbCorpus) many = read_on (path, counts[i], FALSE, &error);
        g_assert_no_error (error);
        g_autofree char *other = rhumb_corpus_get_digest (many);
        g_assert_cmpstr (digest, ==, other);
        compare_reports (one, many);
    }
    g_unlink (path);
}

/* The first bad line of the file is told, not the first that a thread met. */
static void
tells_the_first_error (void)
{
    g_autofree char *path = write_works (TRUE);
    for (guint n_threads = 1; n_threads <= 4; n_threads++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (read_on (path, n_threads, TRUE, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
        g_autofree char *place = g_strconcat (path, ":501: publication_year is 99", NULL);
        g_assert_true (g_str_has_prefix (error->message, place));
    }
    g_unlink (path);
}

static void
reads_strictly_what_is_whole (void)
{
    g_autofree char *path = write_works (FALSE);
    for (guint n_threads = 1; n_threads <= 3; n_threads++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (RhumbCorpus) corpus = read_on (path, n_threads, TRUE, &error);
        g_assert_no_error (error);
        g_assert_cmpuint (rhumb_corpus_get_source (corpus, 0)->n_records, ==, N_LINES);
    }
    g_unlink (path);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/json-lines/are-the-same-on-any-threads", is_the_same_on_any_threads);
    g_test_add_func ("/json-lines/tell-the-first-error", tells_the_first_error);
    g_test_add_func ("/json-lines/are-read-strictly", reads_strictly_what_is_whole);
    return g_test_run ();
}
