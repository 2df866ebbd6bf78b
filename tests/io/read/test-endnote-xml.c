/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "tests/io/read/papers.h"

#include <string.h>

#include "graph/error.h"
#include "tests/io/loading.h"

/* What Zotero's translator reads from the same files. */
static const ExpectedPaper expected_0[] = {
    {"Country Clustering in Comparative Political Economy", "Ahlquist, John S; Breunig, Christian",
     2009, NULL, NULL, "32"},
    {"Planting green roofs and living walls", "Dunnett, Nigel; Kingsbury, Noël", 2008, NULL, NULL,
     NULL},
    {"Rooftop greenhouse will boost city farming", "Foderaro, Lisa W", 2012, NULL, "New York Times",
     "A20"},
    {"Beyond varieties of capitalism : Conflict, contradiction, and complementarities in the "
     "European economy",
     "", 2007, NULL, NULL, NULL},
    {"Steve Jobs", "Isaacson, Walter", 2011, NULL, NULL, NULL},
    {"Firms and the welfare state: When, why, and how does social policy matter to employers?",
     "Mares, Isabela", 2001, NULL,
     "Varieties of capitalism. The institutional foundations of comparative advantage", "184-213"},
    {"Shaping the body politic: Art and political formation in early america",
     "McInnis, Maurie Dee; Nelson, Louis P", 2011, NULL, NULL, NULL},
    {"Yo-yo having a modifiable string gap", "Van Dan Elzen, Hans", 2011, NULL, NULL, NULL},
    {"CSL search by example", "", 0, NULL, "Citation Style Editor", NULL},
};

static const ExpectedPaper expected_1[] = {
    {"Plain Bold Italics Underline Superscript Subscript SymbolFont CourierNew SmallerSize Size12 "
     "TimesNewRoman-Bold-Italics-Underline-Superscript",
     "", 0, NULL, NULL, NULL},
};

static void
agrees_with_zotero (void)
{
    g_autoptr (RhumbCorpus) corpus_0 = test_load_shared ("zotero_cases/Endnote_XML/00.endnote.xml");
    if (corpus_0 != NULL)
        test_assert_papers (corpus_0, expected_0, G_N_ELEMENTS (expected_0));
    g_autoptr (RhumbCorpus) corpus_1 = test_load_shared ("zotero_cases/Endnote_XML/01.endnote.xml");
    if (corpus_1 != NULL)
        test_assert_papers (corpus_1, expected_1, G_N_ELEMENTS (expected_1));
}

static const char text[] =
    "<?xml version=\"1.0\"?><xml><records>\n<record><database>My.enl</database>"
    "<ref-type name=\"Journal Article\">17</ref-type><contributors><authors>"
    "<author><style face=\"normal\">Lovelace, </style><style face=\"bold\">Ada</style></author>"
    "<author>World Group,</author></authors><secondary-authors><author>Ed, I.</author>"
    "</secondary-authors></contributors><titles><title><style>A </style><style>title</style>"
    "</title><secondary-title>Journal</secondary-title><short-title>Short</short-title></titles>"
    "<periodical><full-title>The Journal</full-title><abbr-1>J</abbr-1></periodical>"
    "<pages>1-9</pages><volume>2</volume><number>3</number><keywords><keyword>k1</keyword>"
    "<keyword>k2</keyword></keywords><dates><year>2001</year><pub-dates><date>May 5</date>"
    "</pub-dates></dates><isbn>1234-5678</isbn><accession-num>WOS:000123</accession-num>"
    "<electronic-resource-num>https://doi.org/10.1000/A</electronic-resource-num>"
    "<urls><related-urls><url>http://a.org/</url><url>http://b.org/</url></related-urls></urls>"
    "<abstract>Words.</abstract><label>L1</label></record>\n"
    "<record><titles><title>Second</title></titles><dates><year>n.d.</year></dates>"
    "<accession-num>123</accession-num><remote-database-name>Medline</remote-database-name>"
    "</record></records></xml>";

static void
reads_every_field (void)
{
    static const ExpectedPaper expected[] = {
        {"A title", "Lovelace, Ada; World Group", 2001, "10.1000/a", "Journal", "1-9"},
        {"Second", "", 0, NULL, NULL, NULL},
    };
    g_autoptr (RhumbCorpus) corpus = test_load_text ("x", text);
    test_assert_papers (corpus, expected, 2);
    const RhumbPaper *paper = test_get_paper (corpus, "A title");
    g_assert_true (g_strv_contains (paper->ids, "wos:000123"));
    g_assert_cmpstr (paper->venue_short, ==, "J");
    g_assert_cmpstr (paper->type, ==, "Journal Article");
    g_assert_cmpstr (paper->keywords[1], ==, "k2");
    g_assert_cmpstr (paper->url, ==, "http://a.org/");
    g_assert_cmpstr (paper->abstract, ==, "Words.");
    g_assert_cmpstr (paper->issn, ==, "1234-5678");
    g_assert_cmpstr (paper->extra, ==,
                     "{\"editors\":[\"Ed, I.\"],\"short-title\":\"Short\",\"urls\":[\"http://b.org/"
                     "\"],\"accession-num\":\"WOS:000123\",\"label\":\"L1\"}");
    g_assert_cmpstr (test_get_paper (corpus, "Second")->id, ==, "pmid:123");
    g_assert_cmpstr (test_find_event (corpus, RHUMB_EVENT_FIELD_DROPPED, 3)->found, ==,
                     "year is 'n.d.'");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/endnote-xml/reads-every-field", reads_every_field);
    g_test_add_func ("/endnote-xml/agrees-with-zotero", agrees_with_zotero);
    return g_test_run ();
}
