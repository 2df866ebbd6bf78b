/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/phrases.h"
#include "analytics/text/scores.h"
#include "tests/analytics/text/page.h"

#include <math.h>
#include <string.h>

typedef struct {
    RhumbModel *model;
    RhumbClosedClass *closed;
    RhumbPhraseReader *reader;
    RhumbScorer scorer;
    RhumbArena arena;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    fixture->model = rhumb_model_new ();
    fixture->closed = rhumb_closed_class_new ();
    fixture->reader = rhumb_phrase_reader_new (fixture->model, fixture->closed, NULL);
    rhumb_scorer_init (&fixture->scorer, fixture->model);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    rhumb_arena_clear (&fixture->arena);
    rhumb_phrase_reader_free (fixture->reader);
    rhumb_closed_class_free (fixture->closed);
    rhumb_model_free (fixture->model);
}

/* One candidate's score in one style, worked out alone. */
static double
score_alone (const RhumbModel *model, gboolean dense, const RhumbRivals *rivals,
             const RhumbReading *reading, guint32 c)
{
    guint n_trees;
    const RhumbTree *tree = rhumb_model_get_trees (model, dense, &n_trees);
    double feature[RHUMB_N_FEATURES];
    float row[RHUMB_N_COLUMNS];
    rhumb_measure_features (reading, &reading->candidates->candidate[c], feature);
    if (rivals->score[c] <= RHUMB_RIVAL_LINE)
        return rivals->score[c];
    for (gsize f = 0; f < RHUMB_N_FEATURES; f++)
        row[f] = (float)feature[f];
    rhumb_rivals_measure (rivals, c, row + RHUMB_N_FEATURES);
    return rivals->score[c] + rhumb_forest_score (tree, n_trees, row);
}

static double *
weigh (const RhumbStyle *style, const RhumbReading *reading)
{
    const guint32 n = reading->candidates->n_candidates;
    double *score = g_new (double, n);
    for (guint32 c = 0; c < n; c++) {
        double feature[RHUMB_N_FEATURES];
        score[c] = rhumb_measure_features (reading, &reading->candidates->candidate[c], feature)
                       ? rhumb_style_weigh (style->weight, feature)
                       : RHUMB_OUT_OF_QUESTION;
    }
    return score;
}

static void
check_text (Fixture *fixture, const char *title, const char *abstract, double density)
{
    rhumb_phrase_reader_read (fixture->reader, title, abstract);
    const RhumbReading reading = rhumb_phrase_reader_get_reading (fixture->reader);
    const guint32 n = reading.candidates->n_candidates;
    RhumbCandidate *candidate = reading.candidates->candidate;
    const RhumbScorer *scorer = &fixture->scorer;
    g_autofree double *author = weigh (&scorer->author, &reading);
    g_autofree double *dense = weigh (&scorer->dense, &reading);
    rhumb_arena_reset (&fixture->arena);
    const RhumbRivals of_authors = rhumb_rivals_compare (
        reading.candidates, reading.survey, reading.tokens->n_tokens, author, &fixture->arena);
    const RhumbRivals of_indexers = rhumb_rivals_compare (
        reading.candidates, reading.survey, reading.tokens->n_tokens, dense, &fixture->arena);
    rhumb_scorer_score (scorer, &reading, candidate, density, &fixture->arena);
    for (guint32 c = 0; c < n; c++) {
        const double expected =
            (1 - density) * score_alone (fixture->model, FALSE, &of_authors, &reading, c) +
            density * score_alone (fixture->model, TRUE, &of_indexers, &reading, c);
        g_assert_cmpfloat_with_epsilon (candidate[c].score, expected, 1e-9);
    }
}

/* All at once, sixteen at a time and in blocks kept or measured again, is each alone. */
static void
test_alone (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    g_autoptr (GArray) texts = page_read_texts ();
    g_autoptr (GString) all = g_string_new (NULL);
    g_assert_cmpuint (rhumb_forest_get_n_trees (fixture->scorer.author.forest), >, 0);
    g_assert_cmpuint (rhumb_forest_get_n_trees (fixture->scorer.dense.forest), >, 0);
    for (guint i = 0; i < texts->len; i++) {
        const PageText *text = &g_array_index (texts, PageText, i);
        check_text (fixture, text->title, text->abstract, 0.2 * (i % 6));
        g_string_append_printf (all, "%s ", text->abstract);
    }
    check_text (fixture, NULL, all->str, 0.4);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add ("/scores/together-as-each-alone", Fixture, NULL, set_up, test_alone, tear_down);
    return g_test_run ();
}
