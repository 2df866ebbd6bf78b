/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/phrases.h"

#include <string.h>

typedef struct {
    RhumbModel *model;
    RhumbClosedClass *closed;
    RhumbPhraseReader *reader;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    fixture->model = rhumb_model_new ();
    fixture->closed = rhumb_closed_class_new ();
    fixture->reader = rhumb_phrase_reader_new (fixture->model, fixture->closed, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    rhumb_phrase_reader_free (fixture->reader);
    rhumb_closed_class_free (fixture->closed);
    rhumb_model_free (fixture->model);
}

/* All candidates in order, parted by bars. */
static char *
list (Fixture *fixture, const char *text)
{
    const RhumbPhrases *phrases = rhumb_phrase_reader_read (fixture->reader, NULL, text);
    GString *all = g_string_new (NULL);
    for (guint32 i = 0; i < phrases->candidates.n_candidates; i++)
        g_string_append_printf (
            all, "%s%s", i > 0 ? "|" : "",
            rhumb_phrase_reader_get_surface (fixture->reader, &phrases->candidates.candidate[i]));
    return g_string_free (all, FALSE);
}

static void
check (Fixture *fixture, const char *text, const char *expected)
{
    g_autofree char *found = list (fixture, text);
    g_assert_cmpstr (found, ==, expected);
}

static void
test_chunks (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    check (fixture, "we prune neural trees",
           "prune|prune neural|prune neural trees|neural|"
           "neural trees|trees");
    check (fixture, "IT and it", "IT");
    check (fixture, "trees, tree", "trees");
    check (fixture, "x of a", "");
    check (fixture, "", "");
}

static void
test_bridges (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    check (fixture, "mixture of experts", "mixture|mixture of experts|experts");
    check (fixture, "salt and water", "salt|salt and water|water");
    check (fixture, "red salt and water", "red|red salt|salt|salt and water|water");
    check (fixture, "end to end", "end|end to end");
    check (fixture, "end to start", "end|start");
    check (fixture, "mixture of the experts", "mixture|experts");
}

/* An independent count: every run of at most five words of a chunk. */
static void
test_count (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    for (guint n = 1; n < 40; n++) {
        g_autoptr (GString) text = g_string_new (NULL);
        for (guint i = 0; i < n; i++)
            g_string_append_printf (text, "zq%c%ck ", 'a' + i / 26, 'a' + i % 26);
        const RhumbPhrases *phrases = rhumb_phrase_reader_read (fixture->reader, NULL, text->str);
        guint expected = 0;
        for (guint length = 1; length <= 5; length++)
            expected += length <= n ? n - length + 1 : 0;
        g_assert_cmpuint (phrases->candidates.n_candidates, ==, expected);
        g_assert_cmpuint (phrases->candidates.n_occurrences, ==, expected);
    }
}

static void
test_find (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    const RhumbPhrases *phrases = rhumb_phrase_reader_read (
        fixture->reader, NULL, "Neural trees. Deep neural tree models prune a neural tree.");
    const RhumbCandidate *first = &phrases->candidates.candidate[1];
    g_assert_cmpuint (first->n_stems, ==, 2);
    g_assert_cmpuint (first->n_occurrences, ==, 3);
    g_assert_cmpuint (first->n_alone, ==, 2);
    g_assert_true (rhumb_candidates_find (&phrases->candidates, first->stem, 2) == first);
    const guint32 swapped[] = {first->stem[1], first->stem[0]};
    g_assert_null (rhumb_candidates_find (&phrases->candidates, swapped, 2));
    g_assert_null (rhumb_candidates_find (&phrases->candidates, swapped, 0));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add ("/candidates/are-runs-inside-chunks", Fixture, NULL, set_up, test_chunks,
                tear_down);
    g_test_add ("/candidates/run-across-one-small-word", Fixture, NULL, set_up, test_bridges,
                tear_down);
    g_test_add ("/candidates/are-as-many-as-counted-apart", Fixture, NULL, set_up, test_count,
                tear_down);
    g_test_add ("/candidates/places-with-one-stem-are-one", Fixture, NULL, set_up, test_find,
                tear_down);
    return g_test_run ();
}
