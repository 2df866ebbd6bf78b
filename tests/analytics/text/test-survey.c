/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/phrases.h"

#include <string.h>

typedef struct {
    RhumbModel *model;
    RhumbClosedClass *closed;
    RhumbPhraseReader *reader;
    const RhumbPhrases *phrases;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    fixture->model = rhumb_model_new ();
    fixture->closed = rhumb_closed_class_new ();
    fixture->reader = rhumb_phrase_reader_new (fixture->model, fixture->closed, NULL);
    fixture->phrases = rhumb_phrase_reader_read (
        fixture->reader, "Neural trees", "The deep neural tree is a tree. Neural trees of oak.");
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    rhumb_phrase_reader_free (fixture->reader);
    rhumb_closed_class_free (fixture->closed);
    rhumb_model_free (fixture->model);
}

static const RhumbWordUse *
find_word (const Fixture *fixture, const char *word)
{
    const RhumbReading reading = rhumb_phrase_reader_get_reading (fixture->reader);
    RhumbStems *stems = rhumb_lexicon_get_stems (reading.lexicon);
    return rhumb_survey_find (reading.survey, rhumb_stems_add_word (stems, word, strlen (word)));
}

static void
test_words (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    g_assert_cmpuint (find_word (fixture, "trees")->count, ==, 4);
    g_assert_true (find_word (fixture, "tree")->in_title);
    g_assert_cmpuint (find_word (fixture, "oak")->count, ==, 1);
    g_assert_false (find_word (fixture, "oak")->in_title);
    g_assert_cmpuint (find_word (fixture, "elm")->count, ==, 0);
}

static const RhumbNesting *
find_nesting (const Fixture *fixture, const char *surface)
{
    for (guint32 i = 0; i < fixture->phrases->candidates.n_candidates; i++)
        if (strcmp (rhumb_phrase_reader_get_surface (fixture->reader,
                                                     &fixture->phrases->candidates.candidate[i]),
                    surface) == 0)
            return &fixture->phrases->survey.nesting[i];
    g_assert_not_reached ();
}

/* "neural tree" comes three times, in "deep neural tree" once and before "of oak" once; of its
 * words "tree" is the commonest. */
static void
test_nesting (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    const RhumbNesting *nesting = find_nesting (fixture, "deep neural tree");
    g_assert_cmpuint (nesting->n_longer, ==, 0);
    g_assert_cmpuint (nesting->longer_count, ==, 0);
    g_assert_cmpuint (nesting->shorter_count, ==, 3);
    nesting = find_nesting (fixture, "deep neural");
    g_assert_cmpuint (nesting->n_longer, ==, 1);
    g_assert_cmpuint (nesting->longer_count, ==, 1);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add ("/survey/counts-words", Fixture, NULL, set_up, test_words, tear_down);
    g_test_add ("/survey/knows-longer-and-shorter", Fixture, NULL, set_up, test_nesting, tear_down);
    return g_test_run ();
}
