/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * RIS as other programs read it.
 */
#include "io/write/ris.h"

#include <string.h>

#include "tests/io/loading.h"

/* What becomes of the papers of a file. */
static char *
write_text (const char *name, const char *text)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpus) corpus = test_load_text (name, text);
    g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
    g_assert_true (rhumb_ris_write_corpus (corpus, stream, &error));
    g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
    g_assert_true (g_output_stream_close (stream, NULL, &error));
    return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
pages_have_two_ends (void)
{
    static const struct {
        const char *pages;
        const char *lines;
    } cases[] = {
        {"12-19", "\nSP  - 12\nEP  - 19\n"},
        {"12--19", "\nSP  - 12\nEP  - 19\n"},
        {"12 -- 19", "\nSP  - 12\nEP  - 19\n"},
        {"153 \xe2\x80\x93 155", "\nSP  - 153\nEP  - 155\n"},
        {"153\xe2\x80\x94"
         "155",
         "\nSP  - 153\nEP  - 155\n"},
        {"e12", "\nSP  - e12\n"},
        {"-12", "\nSP  - -12\n"},
        {"12-", "\nSP  - 12-\n"},
        {"12---19", "\nSP  - 12\nEP  - 19\n"},
        {"1-4, 9-12", "\nSP  - 1-4, 9-12\n"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *text = g_strdup_printf (
            "@article{k, title = {One}, pages = {%s}, issn = {1}}\n", cases[i].pages);
        g_autofree char *ris = write_text ("a.bib", text);
        g_autofree char *lines = g_strconcat (cases[i].lines, "SN  - 1\n", NULL);
        g_test_message ("%s: %s", cases[i].pages, ris);
        g_assert_nonnull (strstr (ris, lines));
    }
}

static void
families_come_first (void)
{
    g_autofree char *ris =
        write_text ("a.bib", "@article{k, title = {One}, author = {García Márquez, Gabriel and von "
                             "Last, Jr, First and {World Health Organization}}}\n");
    g_assert_nonnull (strstr (ris, "AU  - García Márquez, Gabriel\nAU  - von Last, First, Jr\n"
                                   "AU  - World Health Organization\n"));
}

/* Of the forms of one name that one stays which says the family name. */
static void
what_is_told_stays (void)
{
    g_autofree char *ris =
        write_text ("a.jsonl", "{\"title\":\"One\",\"authors\":[\"García Márquez, Gabriel\"]}\n"
                               "{\"title\":\"Two\",\"authors\":[\"Gabriel García Márquez\"]}\n");
    g_assert_null (strstr (ris, "Gabriel García"));
}

static void
fields_that_ris_has_tags_for_are_written (void)
{
    g_autofree char *ris = write_text (
        "a.jsonl",
        "{\"title\":\"One\",\"year\":2016,\"date\":\"2016 Mar-Apr\",\"type\":\"Review\","
        "\"keywords\":[\"Maps\"],\"mesh_terms\":[\"*Maps/economics\"],\"keywords_plus\":[\"MAPS\","
        "\"GRAPHS\"],\"AD\":[\"Univ X, London, UK\",\"Univ Y, Rome, Italy\"],\"C3\":\"University "
        "X\",\"Publisher\":\"P\",\"CODEN\":\"C\",\"FU\":\"F\"}\n");
    static const char *const lines[] = {"\nDA  - 2016/03//2016 Mar-Apr\n",
                                        "\nM3  - Review\n",
                                        "\nKW  - Maps\n",
                                        "\nKW  - *Maps/economics\nKW  - GRAPHS\n",
                                        "\nC3  - University X\n",
                                        "\nAD  - Univ X, London, UK\nAD  - Univ Y, Rome, Italy\n",
                                        "\nPB  - P\n",
                                        "\nN1  - CODEN: C\n"};
    g_test_message ("%s", ris);
    for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
        g_assert_nonnull (strstr (ris, lines[i]));
    g_assert_null (strstr (ris, "FU  - "));
    g_autoptr (RhumbCorpus) again = test_load_text ("a.ris", ris);
    const RhumbPaper *paper = rhumb_corpus_get_paper (again, 0);
    g_assert_cmpstr (paper->date, ==, "2016 Mar-Apr");
    g_assert_nonnull (
        strstr (paper->extra, "\"AD\":[\"Univ X, London, UK\",\"Univ Y, Rome, Italy\"]"));
}

static void
dates_come_back (void)
{
    static const char *const cases[][2] = {{"2016-03-05", "DA  - 2016/03/05/\n"},
                                           {"2016-03", "DA  - 2016/03//\n"},
                                           {"2016 Spring", "DA  - 2016///2016 Spring\n"}};
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *text =
            g_strdup_printf ("{\"title\":\"One\",\"year\":2016,\"date\":\"%s\"}\n", cases[i][0]);
        g_autofree char *ris = write_text ("a.jsonl", text);
        g_assert_nonnull (strstr (ris, cases[i][1]));
        g_autoptr (RhumbCorpus) again = test_load_text ("a.ris", ris);
        g_assert_cmpstr (rhumb_corpus_get_paper (again, 0)->date, ==, cases[i][0]);
    }
}

static void
what_ris_has_no_place_for_is_told (void)
{
    g_autoptr (RhumbCorpus) corpus = test_load_text (
        "a.jsonl",
        "{\"title\":\"One\",\"authors\":[{\"name\":\"A\",\"orcid\":\"0000-0002-1825-0097\""
        "}],\"FU\":\"F\",\"AD\":\"X\"}\n");
    g_autoptr (GPtrArray) names = rhumb_ris_list_unplaced (corpus);
    g_assert_cmpuint (names->len, ==, 2);
    g_assert_cmpstr (names->pdata[0], ==, "FU");
    g_assert_cmpstr (names->pdata[1], ==, "ORCIDs");
}

/* Of a date that says more in words nothing is guessed. */
static void
other_information_of_dates_stays (void)
{
    static const char *const cases[][2] = {{"2016/03//Mar", "2016/03//Mar"},
                                           {"2016/03/05/2016 Spring", "2016 Spring"},
                                           {"2016/03/05", "2016-03-05"},
                                           {"2015/03/05/", NULL}};
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *text =
            g_strdup_printf ("TY  - JOUR\nTI  - One\nPY  - 2016\nDA  - %s\nER  - \n", cases[i][0]);
        g_autoptr (RhumbCorpus) corpus = test_load_text ("a.ris", text);
        g_assert_cmpstr (rhumb_corpus_get_paper (corpus, 0)->date, ==, cases[i][1]);
    }
}

/* What came from RIS goes back, and once. */
static void
tags_of_ris_come_back (void)
{
    static const char text[] =
        "TY  - JOUR\nTI  - One\nPY  - 2016\nU2  - x\nN1  - Cited By :3\nER  - \n";
    g_autofree char *once = write_text ("a.ris", text);
    g_assert_nonnull (strstr (once, "\nU2  - x\n"));
    const char *note = strstr (once, "Cited By");
    g_assert_nonnull (note);
    g_assert_null (strstr (note + 1, "Cited By"));
    g_autofree char *twice = write_text ("b.ris", once);
    g_assert_cmpstr (once, ==, twice);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/write-ris/pages-have-two-ends", pages_have_two_ends);
    g_test_add_func ("/write-ris/families-come-first", families_come_first);
    g_test_add_func ("/write-ris/what-is-told-stays", what_is_told_stays);
    g_test_add_func ("/write-ris/fields-that-ris-has-tags-for-are-written",
                     fields_that_ris_has_tags_for_are_written);
    g_test_add_func ("/write-ris/dates-come-back", dates_come_back);
    g_test_add_func ("/write-ris/what-ris-has-no-place-for-is-told",
                     what_ris_has_no_place_for_is_told);
    g_test_add_func ("/write-ris/other-information-of-dates-stays",
                     other_information_of_dates_stays);
    g_test_add_func ("/write-ris/tags-of-ris-come-back", tags_of_ris_come_back);
    return g_test_run ();
}
