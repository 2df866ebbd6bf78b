/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/acronym-table.h"
#include "tests/analytics/text/page.h"

#include <string.h>

typedef struct {
    RhumbModel *model;
    RhumbClosedClass *closed;
    RhumbLexicon *lexicon;
    RhumbCorpus *corpus;
    RhumbAcronymTable *table;
} Fixture;

static const char *const text[] = {
    "We use a graph neural network (GNN). The random access memory (RAM).",
    "We use Graph Neural Networks (GNNs). A finite state machine (FSM).",
    "We use a regional anatomy model (RAM). A flying spaghetti monster (FSM).",
    "A fish soup machine (FSM). An ordinary part (OP).",
    "Polycyclic aromatic hydrocarbons (PAHs) harm.",
    "Polycyclic aromatic hydrocarbons (PAHs) come of processes based on the worst (PAHs) of oils.",
};

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    fixture->model = rhumb_model_new ();
    fixture->closed = rhumb_closed_class_new ();
    fixture->lexicon = rhumb_lexicon_new (fixture->model, fixture->closed);
    fixture->corpus = page_make_corpus_of (G_N_ELEMENTS (text), text);
    fixture->table = rhumb_acronym_table_new (fixture->corpus, fixture->model);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    rhumb_acronym_table_free (fixture->table);
    rhumb_corpus_unref (fixture->corpus);
    rhumb_lexicon_free (fixture->lexicon);
    rhumb_closed_class_free (fixture->closed);
    rhumb_model_free (fixture->model);
}

static const char *
expand (const Fixture *fixture, const char *token)
{
    return rhumb_acronym_table_expand (fixture->table,
                                       rhumb_lexicon_add (fixture->lexicon, token, strlen (token)));
}

static void
test_votes (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    g_assert_cmpstr (expand (fixture, "GNN"), ==, "graphneuralnetwork");
    g_assert_cmpstr (expand (fixture, "GNNs"), ==, "graphneuralnetwork");
    g_assert_null (expand (fixture, "gnn"));
    g_assert_null (expand (fixture, "RAM"));
    g_assert_null (expand (fixture, "FSM"));
    g_assert_null (expand (fixture, "OP"));
    g_assert_cmpstr (expand (fixture, "PAHs"), ==, "polycyclicaromatichydrocarbon");
    g_assert_null (expand (fixture, "XYZ"));
}

static void
test_keys (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
    g_auto (RhumbArena) arena = {0};
    const RhumbTokens tokens =
        rhumb_split_tokens (fixture->lexicon, &arena, NULL, "Distributed GNN models");
    g_autoptr (GString) key = g_string_new (NULL);
    g_assert_true (rhumb_acronym_table_append_key (fixture->table, &tokens, 0, 3, key));
    g_assert_cmpstr (key->str, ==, "distributedgraphneuralnetworkmodel");
    g_string_truncate (key, 0);
    g_assert_false (rhumb_acronym_table_append_key (fixture->table, &tokens, 2, 3, key));
    g_assert_cmpstr (key->str, ==, "model");
    g_assert_cmpstr (rhumb_acronym_table_find_short_form (fixture->table, "graphneuralnetwork", 18),
                     ==, "GNN");
    g_assert_null (rhumb_acronym_table_find_short_form (fixture->table, "model", 5));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add ("/acronym-table/one-meaning-wins-by-four-fifths", Fixture, NULL, set_up, test_votes,
                tear_down);
    g_test_add ("/acronym-table/keys-expand-short-forms", Fixture, NULL, set_up, test_keys,
                tear_down);
    return g_test_run ();
}
