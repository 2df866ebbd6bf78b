/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/synonyms.h"

#include <string.h>

static const struct {
    const char *label;
    const char *papers; /* their numbers */
} made[] = {
    {"scheduling problem", "012"},
    {"schedule problem", "2"},
    {"graph clustering", "01"},
    {"clustering of graphs", "0"},
    {"university", "3"},
    {"universality", "34"},
    {"routing", "1"},
    {"vehicle", "1"},
};

static RhumbConcepts *
make_concepts (void)
{
    g_autoptr (RhumbConceptsBuilder) builder = rhumb_concepts_builder_new (5);
    for (gsize i = 0; i < G_N_ELEMENTS (made); i++) {
        const guint32 c = rhumb_concepts_builder_add (builder, made[i].label, NULL, NULL);
        for (const char *p = made[i].papers; *p != '\0'; p++)
            rhumb_concepts_builder_link (builder, (guint32)(*p - '0'), c, 0.5);
    }
    return rhumb_concepts_builder_freeze (builder, NULL);
}

static void
pairs_are_suggested_with_what_they_share (void)
{
    static const struct {
        const char *goes;
        const char *stays;
        RhumbSynonymTier tier;
        guint32 n_shared;
    } expected[] = {
        {"schedule problem", "scheduling problem", RHUMB_SYNONYM_STEMS, 1},
        {"university", "universality", RHUMB_SYNONYM_STEMS, 1},
        {"clustering of graphs", "graph clustering", RHUMB_SYNONYM_BAG, 1},
    };
    g_autoptr (RhumbConcepts) concepts = make_concepts ();
    g_autoptr (GArray) synonyms = rhumb_suggest_synonyms (concepts);
    g_assert_cmpuint (synonyms->len, ==, G_N_ELEMENTS (expected));
    for (guint i = 0; i < synonyms->len; i++) {
        const RhumbSynonym *synonym = &g_array_index (synonyms, RhumbSynonym, i);
        const char *goes = rhumb_concepts_get_concept (concepts, synonym->concept)->label;
        guint at = 0;
        while (strcmp (expected[at].goes, goes) != 0)
            g_assert_cmpuint (++at, <, G_N_ELEMENTS (expected));
        g_assert_cmpstr (rhumb_concepts_get_concept (concepts, synonym->into)->label, ==,
                         expected[at].stays);
        g_assert_cmpuint (synonym->tier, ==, expected[at].tier);
        g_assert_cmpuint (synonym->n_shared, ==, expected[at].n_shared);
    }
}

static void
nothing_suggests_nothing (void)
{
    g_autoptr (RhumbConceptsBuilder) builder = rhumb_concepts_builder_new (0);
    g_autoptr (RhumbConcepts) concepts = rhumb_concepts_builder_freeze (builder, NULL);
    g_autoptr (GArray) synonyms = rhumb_suggest_synonyms (concepts);
    g_assert_cmpuint (synonyms->len, ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/synonyms/pairs-with-what-they-share",
                     pairs_are_suggested_with_what_they_share);
    g_test_add_func ("/synonyms/nothing-suggests-nothing", nothing_suggests_nothing);
    return g_test_run ();
}
