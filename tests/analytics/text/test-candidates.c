/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "tests/analytics/text/phrase-reading.h"

#include <string.h>

/* All candidates in order, parted by bars. */
static char *
list (PhraseReading *reading, const char *text)
{
    const RhumbPhrases *phrases = rhumb_phrase_reader_read (reading->reader, NULL, text);
    GString *all = g_string_new (NULL);
    for (guint32 i = 0; i < phrases->candidates.n_candidates; i++)
        g_string_append_printf (
            all, "%s%s", i > 0 ? "|" : "",
            rhumb_phrase_reader_get_surface (reading->reader, &phrases->candidates.candidate[i]));
    return g_string_free (all, FALSE);
}

static void
check (PhraseReading *reading, const char *text, const char *expected)
{
    g_autofree char *found = list (reading, text);
    g_assert_cmpstr (found, ==, expected);
}

static void
test_chunks (PhraseReading *reading, gconstpointer data G_GNUC_UNUSED)
{
    check (reading, "we prune neural trees",
           "prune|prune neural|prune neural trees|neural|"
           "neural trees|trees");
    check (reading, "IT and it", "IT");
    check (reading, "trees, tree", "trees");
    check (reading, "x of a", "");
    check (reading, "", "");
}

static void
test_bridges (PhraseReading *reading, gconstpointer data G_GNUC_UNUSED)
{
    check (reading, "mixture of experts", "mixture|mixture of experts|experts");
    check (reading, "salt and water", "salt|salt and water|water");
    check (reading, "red salt and water", "red|red salt|salt|salt and water|water");
    check (reading, "end to end", "end|end to end");
    check (reading, "end to start", "end|start");
    check (reading, "mixture of the experts", "mixture|experts");
}

/* An independent count: every run of at most five words of a chunk. */
static void
test_count (PhraseReading *reading, gconstpointer data G_GNUC_UNUSED)
{
    for (guint n = 1; n < 40; n++) {
        g_autoptr (GString) text = g_string_new (NULL);
        for (guint i = 0; i < n; i++)
            g_string_append_printf (text, "zq%c%ck ", 'a' + i / 26, 'a' + i % 26);
        const RhumbPhrases *phrases = rhumb_phrase_reader_read (reading->reader, NULL, text->str);
        guint expected = 0;
        for (guint length = 1; length <= 5; length++)
            expected += length <= n ? n - length + 1 : 0;
        g_assert_cmpuint (phrases->candidates.n_candidates, ==, expected);
        g_assert_cmpuint (phrases->candidates.n_occurrences, ==, expected);
    }
}

static void
test_find (PhraseReading *reading, gconstpointer data G_GNUC_UNUSED)
{
    const RhumbPhrases *phrases = rhumb_phrase_reader_read (
        reading->reader, NULL, "Neural trees. Deep neural tree models prune a neural tree.");
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
    g_test_add ("/candidates/are-runs-inside-chunks", PhraseReading, NULL, phrase_reading_set_up,
                test_chunks, phrase_reading_tear_down);
    g_test_add ("/candidates/run-across-one-small-word", PhraseReading, NULL, phrase_reading_set_up,
                test_bridges, phrase_reading_tear_down);
    g_test_add ("/candidates/are-as-many-as-counted-apart", PhraseReading, NULL,
                phrase_reading_set_up, test_count, phrase_reading_tear_down);
    g_test_add ("/candidates/places-with-one-stem-are-one", PhraseReading, NULL,
                phrase_reading_set_up, test_find, phrase_reading_tear_down);
    return g_test_run ();
}
