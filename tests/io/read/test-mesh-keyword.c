/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "io/read/mesh-keyword.h"

#include "tests/io/read/papers.h"
#include <string.h>

#include "tests/io/loading.h"

static void
stars_and_qualifiers_go (void)
{
    static const struct {
        const char *keyword;
        const char *term;
        gboolean is_heading;
    } cases[] = {
        {"*Air Pollutants", "Air Pollutants", TRUE},
        {"Smoke/ae [Adverse Effects]", "Smoke", TRUE},
        {"*Smoke/ae [Adverse Effects]", "Smoke", TRUE},
        {"Smoke/*ae [Adverse Effects]", "Smoke", TRUE},
        {"*Neoplasms/drug therapy", "Neoplasms", TRUE},
        {"Neoplasms/*drug therapy/surgery", "Neoplasms", TRUE},
        {"Hospitalization/sn [Statistics & Numerical Data]", "Hospitalization", TRUE},
        {"HIV/AIDS/ep [Epidemiology]", "HIV/AIDS", TRUE},
        {"*\xce\xb2-cells", "\xce\xb2-cells", TRUE},
        {"TCP/IP", "TCP/IP", FALSE},
        {"exascale 2.5D/3D integration", "exascale 2.5D/3D integration", FALSE},
        {"A* search", "A* search", FALSE},
        {"*", "*", FALSE},
        {"**Stars", "**Stars", FALSE},
        {"/*x", "/*x", FALSE},
        {"*-algebra", "*-algebra", FALSE},
        {"", "", FALSE},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        const char *term;
        gsize length;
        g_assert_cmpint (rhumb_mesh_keyword_parse (cases[i].keyword, &term, &length), ==,
                         cases[i].is_heading);
        g_autofree char *found = g_strndup (term, length);
        g_assert_cmpstr (found, ==, cases[i].term);
    }
}

static void
ris_keeps_headings_in_the_extra (void)
{
    g_autoptr (RhumbCorpus) corpus =
        test_load_text ("x.ris", "TY  - JOUR\nTI  - Fire\nKW  - *Smoke/ae [Adverse Effects]\n"
                                 "KW  - Smoke/an [Analysis]\nKW  - TCP/IP\nKW  - Humans\nER  - \n");
    const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, 0);
    g_autofree char *keywords = g_strjoinv ("; ", (GStrv)paper->keywords);
    g_assert_cmpstr (keywords, ==, "Smoke; TCP/IP; Humans");
    g_assert_cmpstr (paper->extra, ==,
                     "{\"mesh_terms\":[\"*Smoke/ae [Adverse Effects]\","
                     "\"Smoke/an [Analysis]\"]}");
}

static void
assert_fire (const char *name, const char *text)
{
    g_autoptr (RhumbCorpus) corpus = test_load_text (name, text);
    const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, 0);
    g_autofree char *keywords = g_strjoinv ("; ", (GStrv)paper->keywords);
    g_assert_cmpstr (keywords, ==, "Smoke; TCP/IP; Humans");
    g_assert_nonnull (strstr (paper->extra, "\"mesh_terms\":[\"*Smoke/analysis\",\"*Humans\"]"));
}

static void
endnote_and_refer_lose_stars_too (void)
{
    assert_fire ("x.xml",
                 "<?xml version=\"1.0\"?><xml><records><record><titles><title>Fire</title>"
                 "</titles><keywords><keyword>*Smoke/analysis</keyword><keyword>TCP/IP"
                 "</keyword><keyword>*Humans</keyword></keywords></record></records></xml>");
    assert_fire ("x.enw", "%0 Journal Article\n%T Fire\n%K *Smoke/analysis; TCP/IP; *Humans\n");
    assert_fire ("x.enw", "%0 Journal Article\n%T Fire\n%K *Smoke/analysis\nTCP/IP\n*Humans\n");
}

/* Keywords of authors have no qualifiers: a slash belongs to the word. */
static void
nbib_loses_the_star_only (void)
{
    g_autoptr (RhumbCorpus) corpus =
        test_load_text ("x.nbib", "PMID- 1\nTI  - Fire\nOT  - *Soil nutrients\nOT  - *TCP/IP\n"
                                  "OT  - *-algebra\nMH  - *Smoke/analysis\n\n");
    const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, 0);
    g_autofree char *keywords = g_strjoinv ("; ", (GStrv)paper->keywords);
    g_assert_cmpstr (keywords, ==, "Soil nutrients; TCP/IP; *-algebra");
    g_assert_cmpstr (paper->extra, ==, "{\"mesh_terms\":[\"*Smoke/analysis\"]}");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/mesh-keyword/stars-and-qualifiers-go", stars_and_qualifiers_go);
    g_test_add_func ("/mesh-keyword/ris-keeps-headings-in-the-extra",
                     ris_keeps_headings_in_the_extra);
    g_test_add_func ("/mesh-keyword/endnote-and-refer-lose-stars-too",
                     endnote_and_refer_lose_stars_too);
    g_test_add_func ("/mesh-keyword/nbib-loses-the-star-only", nbib_loses_the_star_only);
    return g_test_run ();
}
