/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Tables whose columns people name themselves, and what is no table of papers.
 */
#include "io/read/table-names.h"

#include <string.h>

#include "graph/error.h"
#include "tests/io/loading.h"

static void
names_are_folded (void)
{
    static const char *const cases[][2] = {
        {"Titre", "titre"},
        {" Publication_Year ", "publication year"},
        {"Ann\xc3\xa9\x65", "annee"},
        {"R\xe9sum\xe9", "resume"}, /* Windows-1252 */
        {"Mots-cl\xc3\xa9s", "mots cles"},
        {"", ""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *folded = rhumb_table_fold_name (cases[i][0]);
        g_assert_cmpstr (folded, ==, cases[i][1]);
    }
    g_assert_true (rhumb_table_names_agree ("cited by", "cited_by"));
    g_assert_false (rhumb_table_names_agree ("cited b", "cited_by"));
    g_assert_false (rhumb_table_names_agree ("cited by ", "cited_by"));
}

/* The first paper of a table: its title, year, first author, last keyword. */
static void
titles_are_found_whatever_they_are_called (void)
{
    static const struct {
        const char *text;
        int year;
        const char *author;
        guint n_keywords;
    } cases[] = {
        {"title\nAnts\n", 0, NULL, 0},
        {"Key,title\nA1,Ants\n", 0, NULL, 0},
        {"foo,Title,bar\n1,Ants,2\n", 0, NULL, 0},
        {"Paper Title,Publication Year,Author\nAnts,2001,Smith J\n", 2001, "Smith J", 0},
        {"Titre;Auteurs;Ann\xc3\xa9\x65;Mots-cl\xc3\xa9s\nAnts;Lee, A;2001;a, b\n", 2001, "Lee, A",
         2},
        {"Titre;Auteurs;Ann\xe9\x65\nAnts;Lee, A;2001\n", 2001, "Lee, A", 0},
        {"Titel;Autor;Jahr;Schl\xc3\xbcsselw\xc3\xb6rter\nAnts;Lee, A;2001;\"a; b, c\"\n", 2001,
         "Lee, A", 2},
        {"T\xc3\xadtulo,Autores,A\xc3\xb1o\nAnts,Lee,2001\n", 2001, "Lee", 0},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *shown = g_strescape (cases[i].text, NULL);
        g_test_message ("%s", shown);
        g_autoptr (RhumbCorpus) corpus = test_load_text ("x.csv", cases[i].text);
        g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 1);
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, 0);
        g_assert_cmpstr (paper->title, ==, "Ants");
        g_assert_cmpint (paper->year, ==, cases[i].year);
        g_assert_cmpstr (
            paper->n_people > 0 ? rhumb_corpus_get_person (corpus, paper->people[0])->name : NULL,
            ==, cases[i].author);
        g_assert_cmpuint (g_strv_length ((char **)paper->keywords), ==, cases[i].n_keywords);
    }
}

static void
keywords_with_commas_are_the_same_after_a_round (void)
{
    g_autoptr (RhumbCorpus) corpus =
        test_load_text ("x.jsonl", "{\"title\":\"Ants\",\"keywords\":[\"one, two\"]}\n");
    g_autofree char *folder = g_dir_make_tmp ("rhumb-test-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, "x.csv", NULL);
    g_autoptr (GError) error = NULL;
    g_assert_true (rhumb_corpus_save (corpus, path, NULL, &error));
    const char *const paths[] = {path, NULL};
    g_autoptr (RhumbCorpus) again = rhumb_corpus_load (paths, NULL, &error);
    test_remove_folder (folder);
    g_assert_no_error (error);
    const RhumbPaper *paper = rhumb_corpus_get_paper (again, 0);
    g_assert_cmpuint (g_strv_length ((char **)paper->keywords), ==, 1);
    g_assert_cmpstr (paper->keywords[0], ==, "one, two");
}

static void
other_tables_are_refused_by_their_columns (void)
{
    static const char *const cases[][2] = {
        {"foo,bar\nsnow,rain\nsun,wind\n",
         "without a known column of titles; its columns are 'foo', "
         "'bar', expected papers with a column called title"},
        {"Name;Size;Size 2\na b;1;2\nc d;3;4\n",
         "its columns are 'Name', 'Size', 'Size 2', expected"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *folder = g_dir_make_tmp ("rhumb-test-XXXXXX", NULL);
        g_autofree char *path = g_build_filename (folder, "x.csv", NULL);
        g_autoptr (GError) error = NULL;
        g_assert_true (g_file_set_contents (path, cases[i][0], -1, NULL));
        const char *const paths[] = {path, NULL};
        g_assert_null (rhumb_corpus_load (paths, NULL, &error));
        test_remove_folder (folder);
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
        g_test_message ("%s", error->message);
        g_assert_nonnull (strstr (error->message, cases[i][1]));
    }
}

/* Words are edges where nodes come again or the columns say so; numbers always are. */
static void
edges_are_told_from_tables (void)
{
    static const struct {
        const char *text;
        guint32 n_papers;
    } cases[] = {
        {"foo,bar\n1,2\n2,3\n", 3},       {"A B\n1 2\n3 4\n", 4}, {"a,b\nb,c\nc,d\n", 4},
        {"source,target\na,b\nc,d\n", 4}, {"1,2\n3,4\n", 4},      {"a b 2\nc d 3\n", 4},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_test_message ("%s", cases[i].text);
        g_autoptr (RhumbCorpus) corpus = test_load_text ("x.csv", cases[i].text);
        g_assert_cmpstr (rhumb_corpus_get_source (corpus, 0)->format, ==, "edge-list");
        g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, cases[i].n_papers);
        g_assert_cmpuint (test_count_events (corpus, RHUMB_EVENT_NOTE), >=, 1);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/table-names/names-are-folded", names_are_folded);
    g_test_add_func ("/table-names/titles-are-found-whatever-they-are-called",
                     titles_are_found_whatever_they_are_called);
    g_test_add_func ("/table-names/keywords-with-commas-are-the-same-after-a-round",
                     keywords_with_commas_are_the_same_after_a_round);
    g_test_add_func ("/table-names/other-tables-are-refused-by-their-columns",
                     other_tables_are_refused_by_their_columns);
    g_test_add_func ("/table-names/edges-are-told-from-tables", edges_are_told_from_tables);
    return g_test_run ();
}
