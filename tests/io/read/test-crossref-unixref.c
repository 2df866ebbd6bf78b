/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "tests/io/read/papers.h"

#include <string.h>

#include "graph/error.h"
#include "tests/io/loading.h"

/* What Zotero's translator reads from the same files. */
static const ExpectedPaper expected_0[] = {
    {"6.1 A 56Gb/s PAM-4/NRZ transceiver in 40nm CMOS",
     "Peng, Pen-Jui; Li, Jeng-Feng; Chen, Li-Yang; Lee, Jri", 2017, "10.1109/ISSCC.2017.7870285",
     "2017 IEEE International Solid-State Circuits Conference (ISSCC)", "110-111"},
};

static const ExpectedPaper expected_1[] = {
    {"Microbial community changes at a terrestrial volcanic CO 2 vent induced by soil "
     "acidification and anaerobic microhabitats within the soil column",
     "Frerichs, Janin; Oppermann, Birte I.; Gwosdz, Simone; Möller, Ingo; Herrmann, Martina; "
     "Krüger, Martin",
     2013, "10.1111/1574-6941.12040", "FEMS Microbiology Ecology", "60-74"},
};

static void
agrees_with_zotero (void)
{
    g_autoptr (RhumbCorpus) corpus_0 =
        test_load_shared ("zotero_cases/Crossref_Unixref_XML/00.unixref.xml");
    if (corpus_0 != NULL)
        test_assert_papers (corpus_0, expected_0, G_N_ELEMENTS (expected_0));
    g_autoptr (RhumbCorpus) corpus_1 =
        test_load_shared ("zotero_cases/Crossref_Unixref_XML/01.unixref.xml");
    if (corpus_1 != NULL)
        test_assert_papers (corpus_1, expected_1, G_N_ELEMENTS (expected_1));
}

static const char text[] =
    "<doi_records>\n<doi_record><crossref><journal><journal_metadata language=\"en\"><full_title>"
    "Journal</full_title><abbrev_title>J</abbrev_title><issn>1234-5678</issn></journal_metadata>"
    "<journal_issue><publication_date><year>2003</year></publication_date><journal_volume><volume>4"
    "</volume></journal_volume><issue>5</issue></journal_issue>"
    "<journal_article><titles><title>One</title><subtitle>two</subtitle></titles><contributors>"
    "<person_name contributor_role=\"author\"><given_name>Ada</given_name><surname>Lovelace"
    "</surname><suffix>Jr</suffix><ORCID>http://orcid.org/0000-0002-1825-0097</ORCID>"
    "</person_name><organization contributor_role=\"author\">A Group</organization>"
    "<person_name contributor_role=\"editor\"><surname>Ed</surname></person_name></contributors>"
    "<jats:abstract xmlns:jats=\"j\"><jats:title>Aim</jats:title><jats:p>H<jats:sub>2</jats:sub>O"
    "</jats:p></jats:abstract><publication_date media_type=\"online\"><month>12</month><year>2002"
    "</year></publication_date><publication_date media_type=\"print\"><year>2004</year>"
    "</publication_date><pages><first_page>1</first_page><last_page>9</last_page></pages><doi_data>"
    "<doi>10.1000/A</doi><resource>http://a.org</resource></doi_data><citation_list>"
    "<citation key=\"1\"><author>Smith</author><cYear>1999</cYear><journal_title>J X"
    "</journal_title><volume>3</volume><first_page>7</first_page><doi>10.1000/c</doi></citation>"
    "<citation key=\"2\"><unstructured_citation>Smith J. A text.</unstructured_citation><doi>10.1/d"
    "</doi></citation><citation key=\"3\"/></citation_list></journal_article></journal></crossref>"
    "</doi_record>\n<doi_record><crossref><error>doi not found</error></crossref></doi_record>\n"
    "<doi_record><crossref><book><book_metadata><titles><title>A Book</title></titles>"
    "<publication_date><year>2001</year></publication_date><isbn>3-1</isbn></book_metadata></book>"
    "</crossref></doi_record><doi_record><crossref><posted_content><titles><title>Pre</title>"
    "</titles><posted_date><month>1</month><day>02</day><year>2020</year></posted_date>"
    "</posted_content></crossref></doi_record></doi_records>";

static void
reads_every_field (void)
{
    static const ExpectedPaper expected[] = {
        {"One: two", "Lovelace, Jr, Ada; A Group", 2004, "10.1000/a", "Journal", "1-9"},
        {"A Book", "", 2001, NULL, NULL, NULL},
        {"Pre", "", 2020, NULL, NULL, NULL},
    };
    g_autoptr (RhumbCorpus) corpus = test_load_text ("x", text);
    test_assert_papers (corpus, expected, 3);
    const RhumbPaper *paper = test_get_paper (corpus, "One: two");
    g_assert_cmpstr (paper->volume, ==, "4");
    g_assert_cmpstr (paper->issue, ==, "5");
    g_assert_cmpstr (paper->abstract, ==, "Aim H2O");
    g_assert_cmpstr (paper->type, ==, "journal-article");
    g_assert_cmpstr (paper->language, ==, "en");
    g_assert_cmpstr (rhumb_corpus_get_person (corpus, paper->people[0])->orcid, ==,
                     "0000-0002-1825-0097");
    g_assert_cmpuint (paper->n_references, ==, 2);
    g_assert_cmpstr (paper->references[0], ==, "Smith, 1999, J X, V3, P7, DOI 10.1000/c");
    g_assert_cmpstr (paper->references[1], ==, "Smith J. A text., DOI 10.1/d");
    g_assert_cmpstr (paper->extra, ==, "{\"editors\":[\"Ed\"]}");
    g_assert_cmpstr (test_get_paper (corpus, "Pre")->date, ==, "2020-01-02");
    g_assert_cmpstr (test_get_paper (corpus, "A Book")->type, ==, "book");
    g_assert_cmpstr (test_find_event (corpus, RHUMB_EVENT_RECORD_LOST, 3)->found, ==,
                     "doi not found");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/crossref-unixref/reads-every-field", reads_every_field);
    g_test_add_func ("/crossref-unixref/agrees-with-zotero", agrees_with_zotero);
    return g_test_run ();
}
