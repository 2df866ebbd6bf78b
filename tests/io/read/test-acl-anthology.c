/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "tests/io/read/papers.h"

#include <string.h>

#include "graph/error.h"
#include "tests/io/loading.h"

static const char text[] =
    "<?xml version='1.0'?>\n<collection id=\"2020.acl\"><volume id=\"main\"><meta><booktitle>Book"
    "</booktitle><year>2020</year><month>July</month><publisher>ACL</publisher><venue>acl</venue>"
    "</meta><frontmatter><url>2020.acl-main.0</url></frontmatter>\n"
    "<paper id=\"1\"><title>On <fixed-case>XML</fixed-case> <tex-math>x^2</tex-math></title>"
    "<author id=\"ada-l\"><first>Ada</first><last>Lovelace</last><affiliation>Here</affiliation>"
    "</author><author><last>Plato</last></author><pages>1-9</pages><abstract>Words.</abstract>"
    "<url>2020.acl-main.1</url><doi>10.1000/A</doi><award>Best</award></paper>"
    "<paper id=\"22\"><title>No link</title></paper></volume><event id=\"e\"/></collection>";

static void
reads_every_field (void)
{
    static const ExpectedPaper expected[] = {
        {"On XML x^2", "Lovelace, Ada; Plato", 2020, "10.1000/a", "Book", "1-9"},
        {"No link", "", 2020, NULL, "Book", NULL},
    };
    g_autoptr (RhumbCorpus) corpus = test_load_text ("x", text);
    test_assert_papers (corpus, expected, 2);
    const RhumbPaper *paper = test_get_paper (corpus, "On XML x^2");
    g_assert_true (g_strv_contains (paper->ids, "acl:2020.acl-main.1"));
    g_assert_cmpstr (paper->url, ==, "https://aclanthology.org/2020.acl-main.1");
    g_assert_cmpstr (paper->date, ==, "2020 July");
    g_assert_cmpstr (paper->abstract, ==, "Words.");
    g_assert_cmpstr (paper->extra, ==,
                     "{\"affiliations\":[\"Here\"],\"award\":\"Best\",\"publisher\":\"ACL\"}");
    g_assert_cmpstr (test_get_paper (corpus, "No link")->id, ==, "acl:2020.acl-main.22");
    g_assert_cmpstr (test_find_event (corpus, RHUMB_EVENT_NOTE, 0)->found, ==,
                     "1 element <frontmatter>");
}

/* Ids as the Anthology composes them where no link says one. */
static void
composes_old_ids (void)
{
    static const struct {
        const char *collection;
        const char *volume;
        const char *paper;
        const char *id;
    } cases[] = {
        {"J89", "1", "1", "acl:J89-1001"},  {"P18", "2", "110", "acl:P18-2110"},
        {"W04", "12", "3", "acl:W04-1203"}, {"D19", "55", "7", "acl:D19-5507"},
        {"D19", "1", "7", "acl:D19-1007"},  {"C69", "1", "2", "acl:C69-0102"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *file = g_strdup_printf (
            "<collection id='%s'><volume id='%s'><paper id='%s'><title>T</title></paper></volume>"
            "</collection>",
            cases[i].collection, cases[i].volume, cases[i].paper);
        g_autoptr (RhumbCorpus) corpus = test_load_text ("x", file);
        g_assert_cmpstr (rhumb_corpus_get_paper (corpus, 0)->id, ==, cases[i].id);
    }
}

static void
issues_belong_to_their_journal (void)
{
    static const struct {
        const char *collection;
        const char *title;
        const char *venue;
        const char *volume;
        const char *issue;
    } cases[] = {
        {"J89", "CL, Volume 15, Number 3, <fixed-case>S</fixed-case>eptember 1989", "CL", "15",
         "3"},
        {"J84", "CL, Volume 10, Numbers 3-4", "CL", "10", "3-4"},
        {"Q13", "TACL, Volume 1", "TACL", "1", NULL},
        {"J79", "AJCL (February 1979)", "AJCL (February 1979)", NULL, NULL},
        {"C14", "COLING, Volume 2, Number 1", "COLING, Volume 2, Number 1", NULL, NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *file = g_strdup_printf (
            "<collection id='%s'><volume id='1'><meta><booktitle>%s</booktitle></meta>"
            "<paper id='1'><title>T</title></paper></volume></collection>",
            cases[i].collection, cases[i].title);
        g_autoptr (RhumbCorpus) corpus = test_load_text ("x", file);
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, 0);
        g_assert_cmpstr (rhumb_corpus_get_venue (corpus, paper->venue)->name, ==, cases[i].venue);
        g_assert_cmpstr (paper->volume, ==, cases[i].volume);
        g_assert_cmpstr (paper->issue, ==, cases[i].issue);
        g_assert_cmpstr (
            paper->type, ==,
            cases[i].volume != NULL || cases[i].collection[0] == 'J' ? "article" : "inproceedings");
    }
}

/* 58 and 440 papers, 435 of these with abstracts and 1639 authors in all, as lxml counts. */
static void
reads_real_volumes (void)
{
    g_autoptr (RhumbCorpus) journal = test_load_shared ("acl/J89.xml");
    g_autoptr (RhumbCorpus) volume = test_load_shared ("acl/P18.xml");
    if (journal == NULL || volume == NULL)
        return;
    g_assert_cmpuint (rhumb_corpus_get_n_papers (journal), ==, 58);
    const guint32 first = rhumb_corpus_find_paper (journal, "acl:J89-1001");
    g_assert_cmpint (rhumb_corpus_get_paper (journal, first)->year, ==, 1989);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (volume), ==, 440);
    guint n_authors = 0;
    guint n_abstracts = 0;
    for (guint32 v = 0; v < 440; v++) {
        n_authors += rhumb_corpus_get_paper (volume, v)->n_people;
        n_abstracts += rhumb_corpus_get_paper (volume, v)->abstract != NULL;
    }
    g_assert_cmpuint (n_authors, ==, 1639);
    g_assert_cmpuint (n_abstracts, ==, 435);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/acl-anthology/reads-every-field", reads_every_field);
    g_test_add_func ("/acl-anthology/composes-old-ids", composes_old_ids);
    g_test_add_func ("/acl-anthology/reads-real-volumes", reads_real_volumes);
    g_test_add_func ("/acl-anthology/issues-belong-to-their-journal",
                     issues_belong_to_their_journal);
    return g_test_run ();
}
