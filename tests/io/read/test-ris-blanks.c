/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * RIS of files that were copied or made by hand.
 */
#include "tests/io/loading.h"

static const char STRICT[] = "TY  - JOUR\nAU  - Lee, Ann\nTI  - On graphs\nAB  - First line\n"
                             "CO - emission goes on\nPY  - 2019\nDO  - 10.1000/a\nER  - \n\n"
                             "TY  - JOUR\nTI  - On trees\nPY  - 2020\nER  - \n";

/* The text with something else between tag and hyphen. */
static char *
replace_gap (const char *gap)
{
    g_auto (GStrv) parts = g_strsplit (STRICT, "  - ", -1);
    g_autofree char *between = g_strconcat (gap, "- ", NULL);
    return g_strjoinv (between, parts);
}

static void
other_blanks_before_the_hyphen_make_no_difference (void)
{
    static const char *const gaps[] = {" ", "", "\t", "   "};
    g_autoptr (RhumbCorpus) expected = test_load_text ("a.ris", STRICT);
    const RhumbPaper *paper = rhumb_corpus_get_paper (expected, 0);
    g_assert_cmpstr (paper->abstract, ==, "First line CO - emission goes on");
    for (gsize i = 0; i < G_N_ELEMENTS (gaps); i++) {
        g_autofree char *loose = replace_gap (gaps[i]);
        /* A name that says nothing: the content has to tell the format. */
        g_autoptr (RhumbCorpus) corpus = test_load_text ("a", loose);
        g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 2);
        const RhumbPaper *found = rhumb_corpus_get_paper (corpus, 0);
        g_assert_cmpstr (found->id, ==, "doi:10.1000/a");
        g_assert_cmpstr (found->title, ==, paper->title);
        g_assert_cmpint (found->year, ==, 2019);
        g_assert_cmpuint (found->n_people, ==, 1);
        g_assert_true (g_str_has_prefix (found->abstract, "First line"));
        g_assert_cmpstr (rhumb_corpus_get_paper (corpus, 1)->title, ==, "On trees");
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/ris-blanks/other-blanks-before-the-hyphen-make-no-difference",
                     other_blanks_before_the_hyphen_make_no_difference);
    return g_test_run ();
}
