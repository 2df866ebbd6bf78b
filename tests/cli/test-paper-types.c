/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/paper-types.h"

static void
one_word_for_all_names (void)
{
    static const char *const cases[][2] = {
        {"JOUR", "article"},
        {"article", "article"},
        {"Journal Article", "article"},
        {"journal-article", "article"},
        {"IEEE Magazines", "article"},
        {"OUP Journals", "article"},
        {"Article; Early Access", "article"},
        {"inproceedings", "conference paper"},
        {"CONF", "conference paper"},
        {"IEEE Conferences", "conference paper"},
        {"Proceedings Paper", "conference paper"},
        {"Book Section", "book chapter"},
        {"CHAP", "book chapter"},
        {"phdthesis", "thesis"},
        {"posted-content", "preprint"},
        {"GEN", "other"},
        /* Not known: as they are. */
        {"Guideline", "Guideline"},
        {"arti", "arti"},
        {"book|thesis", "book|thesis"},
        {"; article", "; article"},
        {"", ""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        g_assert_cmpstr (paper_type_get_word (cases[i][0]), ==, cases[i][1]);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/paper-types/one-word-for-all-names", one_word_for_all_names);
    return g_test_run ();
}
