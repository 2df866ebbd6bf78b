/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "graph/error.h"
#include "tests/io/loading.h"
#include "tests/io/read/networks.h"

static const char text[] =
    "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<!DOCTYPE dblp SYSTEM \"dblp.dtd\">\n<dblp>\n"
    "<inproceedings mdate=\"2020-01-01\" key=\"conf/x/AB99\">\n"
    "<author>J&uuml;rgen M\xfcller</author><author orcid=\"0000-0002-1825-0097\">Wei Wang 0001"
    "</author><author>Number 12345</author>\n"
    "<title>On H<sub>2</sub>O &amp; <i>E. coli</i>.</title><year>1999</year><month>May</month>"
    "<booktitle>X</booktitle><pages>1-10</pages><number>7</number><volume>3</volume>"
    "<ee>https://example.org/a</ee><ee>https://doi.org/10.1000/X.1</ee>"
    "<cite>conf/y/C98</cite><cite>...</cite><crossref>conf/x/99</crossref>"
    "<url>db/conf/x/x99.html#AB99</url></inproceedings>\n"
    "<www key=\"homepages/w/W\"><author>Wei Wang 0001</author><title>Home Page</title></www>\n"
    "<proceedings key=\"conf/x/99\"><editor>Ada Ed 0002</editor><title>What next...</title>"
    "<year>soon</year><isbn>3-1</isbn></proceedings>\n<strange/>\n</dblp>\n";

static void
reads_every_field (void)
{
    g_autoptr (RhumbCorpus) corpus = test_load_text ("x", text);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 2);
    const RhumbPaper *paper =
        rhumb_corpus_get_paper (corpus, rhumb_corpus_find_paper (corpus, "dblp:conf/x/AB99"));
    g_assert_cmpstr (paper->title, ==, "On H2O & E. coli");
    g_assert_cmpuint (paper->n_people, ==, 3);
    g_assert_cmpstr (rhumb_corpus_get_person (corpus, paper->people[0])->name, ==, "Jürgen Müller");
    g_assert_cmpstr (rhumb_corpus_get_person (corpus, paper->people[1])->name, ==, "Wei Wang");
    g_assert_cmpstr (rhumb_corpus_get_person (corpus, paper->people[1])->orcid, ==,
                     "0000-0002-1825-0097");
    g_assert_cmpstr (rhumb_corpus_get_person (corpus, paper->people[2])->name, ==, "Number 12345");
    g_assert_cmpint (paper->year, ==, 1999);
    g_assert_cmpstr (paper->date, ==, "1999 May");
    g_assert_cmpstr (paper->type, ==, "inproceedings");
    g_assert_cmpstr (paper->doi, ==, "10.1000/x.1");
    g_assert_cmpstr (paper->url, ==, "https://example.org/a");
    g_assert_cmpstr (paper->volume, ==, "3");
    g_assert_cmpstr (paper->issue, ==, "7");
    g_assert_cmpstr (paper->pages, ==, "1-10");
    g_assert_cmpuint (paper->n_references, ==, 1);
    g_assert_cmpstr (paper->references[0], ==, "dblp:conf/y/C98");
    g_assert_cmpstr (paper->extra, ==,
                     "{\"urls\":[\"https://doi.org/10.1000/X.1\"],\"crossref\":\"conf/x/99\","
                     "\"url\":\"db/conf/x/x99.html#AB99\"}");
    g_assert_cmpuint (paper->line, ==, 4);
}

static void
reports_what_is_no_paper (void)
{
    g_autoptr (RhumbCorpus) corpus = test_load_text ("x", text);
    const RhumbPaper *paper =
        rhumb_corpus_get_paper (corpus, rhumb_corpus_find_paper (corpus, "dblp:conf/x/99"));
    g_assert_cmpstr (paper->title, ==, "What next...");
    g_assert_cmpstr (paper->extra, ==, "{\"editors\":[\"Ada Ed\"]}");
    g_assert_cmpstr (test_find_event (corpus, RHUMB_EVENT_NOTE, 0)->found, ==, "1 element <www>");
    g_assert_cmpstr (test_find_event (corpus, RHUMB_EVENT_FIELD_DROPPED, 8)->found, ==,
                     "year is 'soon'");
    g_assert_cmpstr (test_find_event (corpus, RHUMB_EVENT_NOTE, 9)->found, ==, "element <strange>");
}

/* 12 articles, 3 books and 8 home pages, as lxml counts. */
static void
reads_a_real_extract (void)
{
    g_autofree char *path = test_shared_path ("dblp/evelasquez_dblp.xml");
    if (path == NULL) {
        g_test_skip ("the shared data are not here");
        return;
    }
    const char *const paths[] = {path, NULL};
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_load (paths, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 15);
    g_assert_cmpuint (rhumb_corpus_get_source (corpus, 0)->n_records_lost, ==, 0);
    g_assert_cmpstr (test_find_event (corpus, RHUMB_EVENT_NOTE, 0)->found, ==, "8 elements <www>");
    const guint32 paper = rhumb_corpus_find_paper (corpus, "dblp:journals/acta/Schonhage77");
    g_assert_cmpstr (rhumb_corpus_get_paper (corpus, paper)->title, ==,
                     "Schnelle Multiplikation von Polynomen über Körpern der Charakteristik 2");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/dblp/reads-every-field", reads_every_field);
    g_test_add_func ("/dblp/reports-what-is-no-paper", reports_what_is_no_paper);
    g_test_add_func ("/dblp/reads-a-real-extract", reads_a_real_extract);
    return g_test_run ();
}
