/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "tests/io/read/papers.h"

#include <string.h>

#include "graph/error.h"
#include "tests/io/loading.h"

/* What Zotero's translator reads from the same files. */
static const ExpectedPaper expected_0[] = {
    {"FranUlmer.com -- Home Page", "Ulmer, Fran", 0, NULL, "Election 2002 Web Archive", NULL},
};

static const ExpectedPaper expected_1[] = {
    {"At Gettysburg, or, What a Girl Saw and Heard of the Battle: A True Narrative",
     "Alleman, Tillie Pierce", 1889, NULL, "A Celebration of Women Writers: Americana", NULL},
};

static void
agrees_with_zotero (void)
{
    g_autoptr (RhumbCorpus) corpus_0 = test_load_shared ("zotero_cases/MODS/00.mods.xml");
    if (corpus_0 != NULL)
        test_assert_papers (corpus_0, expected_0, G_N_ELEMENTS (expected_0));
    g_autoptr (RhumbCorpus) corpus_1 = test_load_shared ("zotero_cases/MODS/01.mods.xml");
    if (corpus_1 != NULL)
        test_assert_papers (corpus_1, expected_1, G_N_ELEMENTS (expected_1));
}

static const char text[] =
    "<m:mods xmlns:m=\"http://www.loc.gov/mods/v3\"><m:titleInfo type=\"alternative\"><m:title>No"
    "</m:title></m:titleInfo><m:titleInfo><m:nonSort>The</m:nonSort><m:title>Title</m:title>"
    "<m:subTitle>and more</m:subTitle></m:titleInfo>"
    "<m:name><m:namePart type=\"given\">Ada</m:namePart><m:namePart type=\"given\">K.</m:namePart>"
    "<m:namePart type=\"family\">Lovelace</m:namePart><m:role><m:roleTerm>aut</m:roleTerm></m:role>"
    "</m:name><m:name><m:namePart>Ed, Itor, 1900-1980</m:namePart><m:role><m:roleTerm>editor"
    "</m:roleTerm></m:role></m:name><m:name><m:namePart>Doe, Jo, 1900-</m:namePart></m:name>"
    "<m:genre>article</m:genre><m:language><m:languageTerm type=\"text\">English</m:languageTerm>"
    "<m:languageTerm type=\"code\">eng</m:languageTerm></m:language>"
    "<m:identifier type=\"doi\">10.1000/a</m:identifier><m:subject><m:topic>T</m:topic>"
    "<m:geographic>G</m:geographic></m:subject><m:strange/>"
    "<m:relatedItem type=\"host\"><m:titleInfo><m:title>Journal</m:title></m:titleInfo>"
    "<m:identifier type=\"issn\">1234-5678</m:identifier><m:identifier type=\"doi\">10.1000/j"
    "</m:identifier><m:part><m:detail type=\"volume\"><m:number>7</m:number></m:detail>"
    "<m:detail type=\"issue\"><m:number>8</m:number></m:detail><m:extent unit=\"pages\"><m:start>1"
    "</m:start><m:end>9</m:end></m:extent><m:date>2003-04</m:date></m:part></m:relatedItem>"
    "<m:relatedItem type=\"references\"><m:titleInfo><m:title>Cited</m:title></m:titleInfo>"
    "<m:identifier type=\"doi\">10.1000/c</m:identifier></m:relatedItem></m:mods>";

static void
reads_every_field (void)
{
    static const ExpectedPaper expected[] = {
        {"The Title: and more", "Lovelace, Ada K.; Doe, Jo", 2003, "10.1000/a", "Journal", "1-9"},
    };
    g_autoptr (RhumbCorpus) corpus = test_load_text ("x", text);
    test_assert_papers (corpus, expected, 1);
    const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, 0);
    g_assert_cmpstr (paper->volume, ==, "7");
    g_assert_cmpstr (paper->issue, ==, "8");
    g_assert_cmpstr (paper->date, ==, "2003-04");
    g_assert_cmpstr (paper->issn, ==, "1234-5678");
    g_assert_cmpstr (paper->language, ==, "eng");
    g_assert_cmpstr (paper->keywords[0], ==, "T");
    g_assert_cmpstr (paper->references[0], ==, "Cited, DOI 10.1000/c");
    g_assert_cmpstr (paper->extra, ==,
                     "{\"editor\":[\"Ed, Itor\"],\"subjects\":[\"G\"],\"host_doi\":\"10.1000/j\"}");
    g_assert_cmpstr (test_find_event (corpus, RHUMB_EVENT_NOTE, 1)->found, ==, "element <strange>");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/mods/reads-every-field", reads_every_field);
    g_test_add_func ("/mods/agrees-with-zotero", agrees_with_zotero);
    return g_test_run ();
}
