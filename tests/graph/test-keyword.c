/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "graph/keyword.h"

#include "graph/affiliations.h"
#include "tests/graph/fixture.h"

/* What is left of each keyword of a list; "" = nothing. */
static void
check (const char *title, const char *list, const char *expected)
{
    g_auto (GStrv) keyword = g_strsplit (list, "|", -1);
    RhumbPaper paper = {.title = title, .keywords = (const char *const *)keyword};
    g_autoptr (GString) found = g_string_new (NULL);
    for (guint i = 0; keyword[i] != NULL; i++) {
        gsize length = 0;
        const char *start = rhumb_keyword_find_subject (&paper, keyword[i], &length);
        g_string_append (found, i > 0 ? "|" : "");
        g_string_append_len (found, start, start == NULL ? 0 : (gssize)length);
    }
    g_assert_cmpstr (found->str, ==, expected);
}

static void
subjects_stay_as_they_are (void)
{
    static const char *const lists[] = {
        "topic maps",
        "B12",
        "M31|M33",
        "C60|fullerene",
        "copyright",
        "copyright law",
        "MSC",
        "MSC therapy",
        "PACS",
        "keyword spotting",
        "index terms of",
        "2020",
        "K-12",
        ".NET",
        "H.264",
        "allergy",
        "p53|H2O",
        "JELLY fish",
        "Digital Copyright",
        "Mathematics",
        "G protein",
        "классификация",
        "data.",
    };
    for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
        check ("A title", lists[i], lists[i]);
}

static void
headings_go (void)
{
    check ("", "Palabras clave: bibliometría", "bibliometría");
    check ("", "KEYWORDS - maps|Index Terms—maps|Mots-clés : cartes", "maps|maps|cartes");
    check ("", "Keywords|Key words:", "|");
    check ("", "关键词：地图", "地图");
}

static void
notices_of_copyright_go (void)
{
    check ("", "business and management Copyrights", "business and management");
    check ("", "maps © 2020 Elsevier|maps. Copyright 2020|maps, copyright (c) Wiley",
           "maps|maps|maps");
    check ("", "maps. All rights reserved|© 2020", "maps|");
}

static void
codes_of_classifications_go (void)
{
    check ("", "62H30|05Cxx|62-XX|03.65.Ud|89.75.-k", "||||");
    check ("", "games|C61|D81", "games||");
    check ("Rotation of M31", "M31|C60", "M31|");
    check ("", "brand equity. JEL: M00|M30|C60|6207", "brand equity|||");
    check ("",
           "games. Clasificación JEL C7|MSC 2010: 62H30|MSC2010: 6207|Mathematics Subject "
           "Classification 91A",
           "games|||");
}

static void
lists_without_separators_go (void)
{
    check ("",
           "Palabras clave: bibliometría brand equity productividad científica cooperación. "
           "Clasificación JEL: M00",
           "");
    check ("", "Keywords: one two three four five", "one two three four five");
}

/* One keyword in two spellings, of two papers, and codes that are none. */
static void
lists_of_keywords_hold_subjects_once (void)
{
    static const FixtureRecord records[] = {
        {.id = "a", .title = "A", .keywords = "High-Performance Computing|C61|D81"},
        {.id = "b", .title = "B", .keywords = "high performance computing|62H30"}};
    g_autoptr (RhumbCorpus) corpus = fixture_corpus (records, G_N_ELEMENTS (records), NULL);
    g_autoptr (GPtrArray) names = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbNetwork) network = rhumb_list_keywords (corpus, &names, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (names->len, ==, 1);
    g_assert_cmpstr (names->pdata[0], ==, "High-Performance Computing");
    g_assert_cmpuint (rhumb_network_get_n_edges (network), ==, 2);
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/keyword/subjects-stay-as-they-are", subjects_stay_as_they_are);
    g_test_add_func ("/keyword/headings-go", headings_go);
    g_test_add_func ("/keyword/notices-of-copyright-go", notices_of_copyright_go);
    g_test_add_func ("/keyword/codes-of-classifications-go", codes_of_classifications_go);
    g_test_add_func ("/keyword/lists-without-separators-go", lists_without_separators_go);
    g_test_add_func ("/keyword/lists-of-keywords-hold-subjects-once",
                     lists_of_keywords_hold_subjects_once);
    return g_test_run ();
}
