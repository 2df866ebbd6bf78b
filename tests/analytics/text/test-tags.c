/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analytics/text/tags.h"

#include <string.h>

static void
check (const char *title, const char *abstract, const char *expected)
{
    g_autoptr (RhumbModel) model = rhumb_model_new ();
    g_autoptr (RhumbClosedClass) closed = rhumb_closed_class_new ();
    g_autoptr (RhumbLexicon) lexicon = rhumb_lexicon_new (model, closed);
    g_auto (RhumbArena) arena = {0};
    const RhumbTokens tokens = rhumb_split_tokens (lexicon, &arena, title, abstract);
    const char *tag = rhumb_tag_tokens (&tokens, &arena);
    g_assert_cmpuint (tokens.n_tokens, ==, strlen (expected));
    g_autofree char *found = g_strndup (tag, tokens.n_tokens);
    g_assert_cmpstr (found, ==, expected);
}

static void
test_classes (void)
{
    check (NULL, "We should not use the 3 quickly learned rules of Bayes .", "OMRNT#RDNIP.");
    check (NULL, "Routing helps neural PageRank models.", "GNJPN.");
}

static void
test_capitals (void)
{
    check ("Learning Neural Graph Networks with BERT and PageRank", NULL, "GJNNIPCP");
    check ("LEARNING NEURAL GRAPHS", NULL, "GJN");
    check ("Paris is big", NULL, "NVN");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/tags/follow-lists-and-endings", test_classes);
    g_test_add_func ("/tags/title-case-hides-no-noun", test_capitals);
    return g_test_run ();
}
