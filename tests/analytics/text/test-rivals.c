/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/phrases.h"
#include "analytics/text/rivals.h"

#include <math.h>
#include <string.h>

typedef struct {
    RhumbModel *model;
    RhumbClosedClass *closed;
    RhumbPhraseReader *reader;
    const RhumbPhrases *phrases;
    double *score;
    RhumbArena arena;
    RhumbRivals rivals;
} Fixture;

static double
get_score (const char *surface)
{
    static const struct {
        const char *surface;
        double score;
    } known[] = {{"deep neural tree", 1}, {"neural tree", 2}, {"tree", -1}, {"deep", -9}};
    for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
        if (strcmp (known[i].surface, surface) == 0)
            return known[i].score;
    return -2;
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    fixture->model = rhumb_model_new ();
    fixture->closed = rhumb_closed_class_new ();
    fixture->reader = rhumb_phrase_reader_new (fixture->model, fixture->closed, NULL);
    fixture->phrases =
        rhumb_phrase_reader_read (fixture->reader, NULL, "The deep neural tree is of the tree.");
    const RhumbCandidates *candidates = &fixture->phrases->candidates;
    fixture->score = g_new (double, candidates->n_candidates);
    for (guint32 c = 0; c < candidates->n_candidates; c++)
        fixture->score[c] = get_score (
            rhumb_phrase_reader_get_surface (fixture->reader, &candidates->candidate[c]));
    fixture->rivals =
        rhumb_rivals_compare (candidates, &fixture->phrases->survey,
                              fixture->phrases->tokens.n_tokens, fixture->score, &fixture->arena);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    g_free (fixture->score);
    rhumb_arena_clear (&fixture->arena);
    rhumb_phrase_reader_free (fixture->reader);
    rhumb_closed_class_free (fixture->closed);
    rhumb_model_free (fixture->model);
}

static void
assert_standing (Fixture *fixture, const char *surface, const char *name, double value)
{
    const RhumbCandidates *candidates = &fixture->phrases->candidates;
    float standing[RHUMB_N_STANDINGS];
    for (guint32 c = 0; c < candidates->n_candidates; c++) {
        if (strcmp (rhumb_phrase_reader_get_surface (fixture->reader, &candidates->candidate[c]),
                    surface) != 0)
            continue;
        rhumb_rivals_measure (&fixture->rivals, c, standing);
        for (gsize s = 0; s < RHUMB_N_STANDINGS; s++)
            if (strcmp (rhumb_standing_names[s], name) == 0) {
                g_assert_cmpfloat_with_epsilon ((double)standing[s], value, 1e-6);
                return;
            }
    }
    g_assert_not_reached ();
}

/* Candidates: deep (-9), deep neural (-2), deep neural tree (1), neural (-2), neural tree (2),
 * tree (-1). */
static void
test_ranks (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    g_assert_cmpuint (fixture->phrases->candidates.n_candidates, ==, 6);
    assert_standing (fixture, "neural tree", "own", 2);
    assert_standing (fixture, "neural tree", "rank", 0);
    assert_standing (fixture, "tree", "rank", log (3));
    assert_standing (fixture, "neural", "rank", log (5));
    assert_standing (fixture, "tree", "below", 3);
    assert_standing (fixture, "tree", "ncand", log (6));
}

/* Nothing holds the longest, so its rivals are as far as can be. */
static void
test_nesting (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    assert_standing (fixture, "deep neural tree", "longerlead", -8);
    assert_standing (fixture, "deep neural tree", "shorterlead", 1);
    assert_standing (fixture, "neural tree", "longerlead", -1);
    assert_standing (fixture, "neural tree", "shorterlead", -3);
    assert_standing (fixture, "tree", "longerlead", 3);
    assert_standing (fixture, "tree", "beaten", 1);
    assert_standing (fixture, "neural", "beaten", 1);
    assert_standing (fixture, "neural tree", "beaten", 0);
}

/* "tree" stands within the best phrase once and alone once. */
static void
test_cover (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    assert_standing (fixture, "tree", "coverlead", 0);
    assert_standing (fixture, "tree", "worstcoverlead", 3);
    assert_standing (fixture, "tree", "wins", 0.5);
    assert_standing (fixture, "neural tree", "wins", 1);
    assert_standing (fixture, "deep neural tree", "coverlead", 1);
    assert_standing (fixture, "deep neural tree", "wins", 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add ("/rivals/ranks-by-hand", Fixture, NULL, set_up, test_ranks, tear_down);
    g_test_add ("/rivals/longer-and-shorter-by-hand", Fixture, NULL, set_up, test_nesting,
                tear_down);
    g_test_add ("/rivals/who-covers-the-words", Fixture, NULL, set_up, test_cover, tear_down);
    return g_test_run ();
}
