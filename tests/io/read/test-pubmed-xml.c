/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "tests/io/read/papers.h"

#include <string.h>

#include "graph/error.h"
#include "tests/io/loading.h"

/* What Zotero's translator reads from the same files. */
static const ExpectedPaper expected_0[] = {
    {"High-content single-cell drug screening with phosphospecific flow cytometry",
     "Krutzik, Peter O; Crane, Janelle M; Clutter, Matthew R; Nolan, Garry P", 2008,
     "10.1038/nchembio.2007.59", "Nature Chemical Biology", NULL},
    {"Site selectivity of platinum anticancer therapeutics", "Wu, Bin; Dröge, Peter; Davey, Curt A",
     2008, "10.1038/nchembio.2007.58", "Nature Chemical Biology", NULL},
};

static const ExpectedPaper expected_1[] = {
    {"Endocrinology: An Integrated Approach", "Nussey, Stephen; Whitehead, Saffron", 2001, NULL,
     NULL, NULL},
};

static void
agrees_with_zotero (void)
{
    g_autoptr (RhumbCorpus) corpus_0 = test_load_shared ("zotero_cases/PubMed_XML/00.pubmed.xml");
    if (corpus_0 != NULL)
        test_assert_papers (corpus_0, expected_0, G_N_ELEMENTS (expected_0));
    g_autoptr (RhumbCorpus) corpus_1 = test_load_shared ("zotero_cases/PubMed_XML/01.pubmed.xml");
    if (corpus_1 != NULL)
        test_assert_papers (corpus_1, expected_1, G_N_ELEMENTS (expected_1));
}

static const char text[] =
    "<PubmedArticleSet>\n<PubmedArticle><MedlineCitation><PMID Version=\"1\">12</PMID><Article>"
    "<Journal><ISSN>1234-5678</ISSN><JournalIssue><Volume>4</Volume><Issue>5</Issue><PubDate>"
    "<MedlineDate>1998 Dec-1999 Jan</MedlineDate></PubDate></JournalIssue><Title>Journal</Title>"
    "<ISOAbbreviation>J</ISOAbbreviation></Journal><ArticleTitle>[A <i>translated</i> title]."
    "</ArticleTitle><VernacularTitle>Ein Titel</VernacularTitle><Pagination><MedlinePgn>1-9"
    "</MedlinePgn></Pagination><ELocationID EIdType=\"doi\">10.1000/A</ELocationID><Abstract>"
    "<AbstractText Label=\"AIM\">One.</AbstractText><AbstractText Label=\"UNLABELLED\">Two."
    "</AbstractText><AbstractText Label=\"END\">H<sub>2</sub>O.</AbstractText></Abstract>"
    "<AuthorList><Author><LastName>Lovelace</LastName><Initials>A</Initials><Identifier "
    "Source=\"ORCID\">0000-0002-1825-0097</Identifier><AffiliationInfo><Affiliation>Here"
    "</Affiliation></AffiliationInfo></Author><Author><CollectiveName>The Group</CollectiveName>"
    "</Author></AuthorList><Language>ger</Language><PublicationTypeList><PublicationType>Review"
    "</PublicationType></PublicationTypeList></Article><MeshHeadingList><MeshHeading>"
    "<DescriptorName MajorTopicYN=\"Y\">Mice</DescriptorName></MeshHeading><MeshHeading>"
    "<DescriptorName MajorTopicYN=\"N\">Rats</DescriptorName><QualifierName MajorTopicYN=\"Y\">"
    "blood</QualifierName></MeshHeading></MeshHeadingList><KeywordList><Keyword>k1</Keyword>"
    "</KeywordList></MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType=\"pmc\">PMC7"
    "</ArticleId><ArticleId IdType=\"pii\">S1</ArticleId></ArticleIdList><ReferenceList><Reference>"
    "<Citation>A</Citation><ArticleIdList><ArticleId IdType=\"doi\">10.1000/r</ArticleId>"
    "<ArticleId IdType=\"pubmed\">34</ArticleId></ArticleIdList></Reference><Reference><Citation>B"
    "</Citation><ArticleIdList><ArticleId IdType=\"doi\">10.1000/s</ArticleId></ArticleIdList>"
    "</Reference><Reference><Citation>C. A <i>text</i>, 1999</Citation></Reference></ReferenceList>"
    "</PubmedData></PubmedArticle>\n<DeleteCitation><PMID>5</PMID></DeleteCitation>"
    "<PubmedArticle><MedlineCitation><PMID>13</PMID><Article><ArticleTitle>Late</ArticleTitle>"
    "<Journal><JournalIssue><PubDate><Season>Spring</Season></PubDate></JournalIssue></Journal>"
    "<ArticleDate><Year>2005</Year><Month>06</Month><Day>07</Day></ArticleDate></Article>"
    "</MedlineCitation></PubmedArticle></PubmedArticleSet>";

static void
reads_every_field (void)
{
    static const ExpectedPaper expected[] = {
        {"A translated title", "Lovelace, A; The Group", 1998, "10.1000/a", "Journal", "1-9"},
        {"Late", "", 2005, NULL, NULL, NULL},
    };
    g_autoptr (RhumbCorpus) corpus = test_load_text ("x", text);
    test_assert_papers (corpus, expected, 2);
    const RhumbPaper *paper = test_get_paper (corpus, "A translated title");
    g_assert_true (g_strv_contains (paper->ids, "pmid:12"));
    g_assert_true (g_strv_contains (paper->ids, "pmcid:PMC7"));
    g_assert_cmpstr (paper->abstract, ==, "AIM: One. Two. END: H2O.");
    g_assert_cmpstr (paper->date, ==, "1998 Dec-1999 Jan");
    g_assert_cmpstr (paper->language, ==, "ger");
    g_assert_cmpstr (paper->type, ==, "Review");
    g_assert_cmpstr (paper->venue_short, ==, "J");
    g_assert_cmpstr (paper->keywords[0], ==, "k1");
    g_assert_cmpuint (paper->n_references, ==, 3);
    g_assert_cmpstr (paper->references[0], ==, "pmid:34");
    g_assert_cmpstr (paper->references[1], ==, "doi:10.1000/s");
    g_assert_cmpstr (paper->references[2], ==, "C. A text, 1999");
    g_assert_nonnull (strstr (paper->extra, "\"mesh_terms\":[\"*Mice\",\"Rats/*blood\"]"));
    g_assert_nonnull (strstr (paper->extra, "\"vernacular_title\":\"Ein Titel\""));
    g_assert_nonnull (strstr (paper->extra, "\"affiliations\":[\"Here\"]"));
    g_assert_nonnull (strstr (paper->extra, "\"pii\":\"S1\""));
    g_assert_cmpstr (test_get_paper (corpus, "Late")->date, ==, "2005 06 07");
    g_assert_cmpstr (test_find_event (corpus, RHUMB_EVENT_NOTE, 3)->found, ==,
                     "element <DeleteCitation>");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/pubmed-xml/reads-every-field", reads_every_field);
    g_test_add_func ("/pubmed-xml/agrees-with-zotero", agrees_with_zotero);
    return g_test_run ();
}
