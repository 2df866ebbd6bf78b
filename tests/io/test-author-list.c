/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "io/author-list.h"

#include "graph/error.h"
#include "tests/io/loading.h"

static void
parts_lists (void)
{
    static const char *const known[][2] = {
        {"Chen Li and Da Wu", "Chen Li  ;  Da Wu"},
        {"Li, Chen and Wu, Da and Roe, R.", "Li, Chen  ;  Wu, Da  ;  Roe, R."},
        {"C Li, D Wu", "C Li; D Wu"},
        {"JA van Dam, J.-P. Roe, …", "JA van Dam; J.-P. Roe; …"},
        {"Li C., Wu DE", "Li C.; Wu DE"},
        {"Li, C., Wu, D. A.", "Li, C.; Wu, D. A."},
        {"Li, C, Wu, DA, Óg, J.-P.", "Li, C; Wu, DA; Óg, J.-P."},
        {"Chen Li & Da Wu", "Chen Li ; Da Wu"},
        {"Chen Li, Da Wu and Ann Roe", "Chen Li; Da Wu  ;  Ann Roe"},
        {"Chen Li, D. Wu, & Ann Roe", "Chen Li; D. Wu  ; Ann Roe"},
        {"Li C, Wu DE & Roe R", "Li C; Wu DE ; Roe R"},
        {"Li, C., & Wu, D.", "Li, C.  ; Wu, D."},
        {"Li, C., and Wu, D.", "Li, C.   ;  Wu, D."},
        {"Li, C., Wu, D. A., & van Dam, J.", "Li, C.; Wu, D. A.  ; van Dam, J."},
        {"Li, C., Wu, D. and Roe, R.", "Li, C.; Wu, D.  ;  Roe, R."},
        /* one name each */
        {"Chen Li, Da Wu", "Chen Li, Da Wu"},
        {"Johnson & Johnson", "Johnson & Johnson"},
        {"Bill & Melinda Gates Foundation", "Bill & Melinda Gates Foundation"},
        {"Centers for Disease Control & Prevention", "Centers for Disease Control & Prevention"},
        {"Department of Energy, Oak Ridge and Sandia",
         "Department of Energy, Oak Ridge and Sandia"},
        {"Li, Chen, Wu, Da", "Li, Chen, Wu, Da"},
        {"Li, Chen", "Li, Chen"},
        {"Li, C.", "Li, C."},
        {"Li, C., Jr", "Li, C., Jr"},
        {"Chen Li, University X", "Chen Li, University X"},
        {"Food and Agriculture Organization", "Food and Agriculture Organization"},
        {"Ministry of Health and Social Affairs", "Ministry of Health and Social Affairs"},
        {"Anderson", "Anderson"},
        {"", ""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (known); i++) {
        g_autofree char *cell = g_strdup (known[i][0]);
        g_assert_cmpint (rhumb_author_list_is (cell), ==, !g_str_equal (known[i][0], known[i][1]));
        rhumb_author_list_part (cell);
        g_assert_cmpstr (cell, ==, known[i][1]);
    }
}

/* What looks like a list and is one name is written so that it is read as one. */
static void
survives_a_table (void)
{
    static const char *const names[] = {"World Bank and United Nations", "Li, Chen", "C Li, D Wu"};
    for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
        g_autoptr (GError) error = NULL;
        g_autofree char *text =
            g_strdup_printf ("{\"title\":\"A\",\"authors\":[\"%s\"]}\n", names[i]);
        g_autoptr (RhumbCorpus) corpus = test_load_text ("a.jsonl", text);
        g_autofree char *folder = g_dir_make_tmp (NULL, &error);
        g_assert_no_error (error);
        g_autofree char *path = g_build_filename (folder, "a.csv", NULL);
        rhumb_corpus_save (corpus, path, NULL, &error);
        g_assert_no_error (error);
        g_autoptr (RhumbCorpus) again =
            rhumb_corpus_load ((const char *const[]){path, NULL}, NULL, &error);
        g_assert_no_error (error);
        g_assert_cmpuint (rhumb_corpus_get_paper (again, 0)->n_people, ==, 1);
        g_assert_cmpstr (rhumb_corpus_get_person (again, 0)->name, ==, names[i]);
        test_remove_folder (folder);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/author-list/parts-lists-and-no-names", parts_lists);
    g_test_add_func ("/author-list/one-name-survives-a-table", survives_a_table);
    return g_test_run ();
}
