/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What becomes of records: same papers merge, others stay apart, and the order of reading decides
 * nothing.
 */
#include "tests/graph/fixture.h"
#include "tests/oracle.h"

#define CORPUS(records) fixture_corpus (records, G_N_ELEMENTS (records), NULL)

static const RhumbPaper *
find (const RhumbCorpus *corpus, const char *id)
{
    const guint32 v = rhumb_corpus_find_paper (corpus, id);
    g_assert_cmpuint (v, !=, RHUMB_NONE);
    return rhumb_corpus_get_paper (corpus, v);
}

static guint
count_events (const RhumbCorpus *corpus, RhumbEventKind kind)
{
    guint n = 0;
    for (guint i = 0; i < rhumb_corpus_get_n_events (corpus); i++)
        n += rhumb_corpus_get_event (corpus, i)->kind == kind;
    return n;
}

static void
papers_are_numbered_by_year_and_id (void)
{
    static const FixtureRecord RECORDS[] = {
        {.id = "b", .title = "Later", .year = 2001},
        {.id = "z", .title = "First", .year = 1999},
        {.id = "a", .title = "Later too", .year = 2001},
        {.id = "q", .title = "No year"},
    };
    static const char *const EXPECTED[] = {"q", "z", "a", "b"};
    g_autoptr (RhumbCorpus) corpus = CORPUS (RECORDS);
    for (guint32 v = 0; v < G_N_ELEMENTS (EXPECTED); v++)
        g_assert_cmpstr (rhumb_corpus_get_paper (corpus, v)->id, ==, EXPECTED[v]);
}

static void
same_id_or_doi_is_one_paper (void)
{
    static const FixtureRecord RECORDS[] = {
        {.id = "W1", .title = "Leiden", .year = 2019},
        {.id = "W1", .doi = "10.1038/S41598-019-41695-Z", .abstract = "Clusters."},
        {.title = "Leiden: a subtitle", .doi = "https://doi.org/10.1038/s41598-019-41695-z"},
        {.id = "arXiv:1810.08473v3", .title = "Leiden", .doi = "10.1038/s41598-019-41695-z"},
        {.title = "Another"},
    };
    g_autoptr (RhumbCorpus) corpus = CORPUS (RECORDS);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 2);
    const RhumbPaper *paper = find (corpus, "W1");
    g_assert_true (paper == find (corpus, "doi:10.1038/s41598-019-41695-z"));
    g_assert_true (paper == find (corpus, "arxiv:1810.08473"));
    g_assert_cmpstr (paper->id, ==, "W1");
    g_assert_cmpstr (paper->title, ==, "Leiden: a subtitle");
    g_assert_cmpstr (paper->abstract, ==, "Clusters.");
    g_assert_cmpstr (paper->doi, ==, "10.1038/s41598-019-41695-z");
    g_assert_cmpint (paper->year, ==, 2019);
    g_assert_cmpuint (count_events (corpus, RHUMB_EVENT_MERGED), ==, 3);
    g_assert_cmpuint (rhumb_corpus_get_source (corpus, 0)->n_merged, ==, 3);
    g_assert_cmpuint (rhumb_corpus_get_source (corpus, 0)->n_records, ==, 5);
    const RhumbEvent *event = rhumb_corpus_get_event (corpus, 0);
    g_assert_cmpuint (event->line, ==, 2);
    g_assert_cmpstr (event->why, ==, "same W1 as fixture:1");
}

static void
same_title_and_year_is_one_paper_only_without_ids (void)
{
    static const FixtureRecord RECORDS[] = {
        {.title = "Editorial", .year = 2001},
        {.title = "EDITORIAL.", .year = 2001},
        {.title = "Editorial", .year = 2002},
        {.id = "x", .title = "Editorial", .year = 2001},
    };
    g_autoptr (RhumbCorpus) corpus = CORPUS (RECORDS);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 3);
    g_assert_true (g_str_has_prefix (rhumb_corpus_get_paper (corpus, 0)->id, "key:"));
}

static void
a_container_doi_keeps_papers_apart (void)
{
    static const FixtureRecord RECORDS[] = {
        {.title = "First chapter", .doi = "10.1007/978", .year = 2000},
        {.title = "Second chapter", .doi = "10.1007/978", .year = 2000},
        {.title = "Second chapter: more", .doi = "10.1007/978", .year = 2000},
        {.id = "own", .title = "Third chapter", .doi = "10.1007/978", .year = 2000},
        {.id = "citing", .title = "Citing", .references = "10.1007/978", .year = 2001},
    };
    g_autoptr (RhumbCorpus) corpus = CORPUS (RECORDS);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 4);
    g_assert_cmpuint (count_events (corpus, RHUMB_EVENT_MERGED), ==, 1);
    g_assert_cmpuint (count_events (corpus, RHUMB_EVENT_NOTE), ==, 4);
    g_assert_cmpuint (find (corpus, "citing")->n_cites, ==, 0);
    g_assert_cmpstr (find (corpus, "own")->doi, ==, "10.1007/978");
}

/* One paper as three databases spell it, and two parts of a series whose DOI is that of the first.
 */
static void
spellings_of_a_title_share_their_doi (void)
{
    static const FixtureRecord RECORDS[] = {
        {.title = "The role of \xce\xb1-synuclein in the behaviour of mice", .doi = "10.1000/a"},
        {.title = "The Role of Alpha-Synuclein in the Behavior of Mice", .doi = "10.1000/a"},
        {.title = "The role of <i>alpha</i> synuclein in the behaviour of mice",
         .doi = "10.1000/a"},
        {.title = "Measurements of particles smaller than PM2.5 in cities", .doi = "10.1000/b"},
        {.title = "Measurements of particles smaller than PM10 in cities", .doi = "10.1000/b"},
        {.id = "citing", .title = "Citing", .references = "10.1000/a", .year = 2001},
    };
    g_autoptr (RhumbCorpus) corpus = CORPUS (RECORDS);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 4);
    g_assert_cmpuint (count_events (corpus, RHUMB_EVENT_MERGED), ==, 2);
    g_assert_cmpuint (find (corpus, "citing")->n_cites, ==, 1);
    g_assert_cmpstr (find (corpus, "doi:10.1000/a")->doi, ==, "10.1000/a");
}

/* A title and its translation, from two sources; in one source they would be two chapters. */
static void
a_translated_title_shares_its_doi (void)
{
    static const char *const titles[] = {"Karten der Wissenschaft", "Maps of science"};
    for (guint n_sources = 1; n_sources <= 2; n_sources++) {
        g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
        g_autoptr (RhumbRecord) record = rhumb_record_new ();
        for (guint i = 0; i < 2; i++) {
            if (i < n_sources)
                rhumb_corpus_builder_begin_source (builder, i == 0 ? "one" : "two", "test");
            record->title = titles[i];
            record->doi = "10.1000/a";
            record->year = 2001;
            g_ptr_array_set_size (record->author_names, 0);
            g_ptr_array_add (record->author_names, i == 0 ? "Weber, Anna" : "Anna Weber");
            g_assert_true (rhumb_corpus_builder_add (builder, record, NULL));
        }
        g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, NULL);
        g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, n_sources == 1 ? 2 : 1);
    }
}

/* Web of Science names several DOIs, Scopus none but a title, with misprints. */
static void
cited_strings_find_their_papers (void)
{
    static const FixtureRecord RECORDS[] = {
        {.id = "W1",
         .title = "Citing",
         .year = 2020,
         .references =
             "Page MJ, 2021, BMJ, V372, DOI [10.1136/bmj.n71, 10.1016/j.rec.2021.07.010]|"
             "Aria M., Bibliometrics: an R-tool for comprehensive science maping (2017) J|"
             "Cuccurullo C., Another title of the same length altogether (2017) J"},
        {.id = "W2", .title = "Statement", .doi = "10.1016/j.rec.2021.07.010", .year = 2021},
        {.id = "W3",
         .title = "Bibliometrix: An R-tool for comprehensive science mapping",
         .year = 2017,
         .authors = "Massimo Aria"},
        {.id = "W4",
         .title = "Something else that one has written",
         .year = 2017,
         .authors = "Corrado Cuccurullo"},
    };
    g_autoptr (RhumbCorpus) corpus = CORPUS (RECORDS);
    const RhumbPaper *citing = find (corpus, "W1");
    g_assert_cmpuint (citing->n_cites, ==, 2);
    g_assert_cmpstr (rhumb_corpus_get_paper (corpus, citing->cites[0])->id, ==, "W3");
    g_assert_cmpstr (rhumb_corpus_get_paper (corpus, citing->cites[1])->id, ==, "W2");
}

static void
no_two_papers_have_one_id (void)
{
    static const FixtureRecord RECORDS[] = {
        {.title = "One", .doi = "10.1007/978"},
        {.title = "Two", .doi = "10.1007/978"},
        {.title = "One"},
        {.doi = "10.1007/978"},
        {.id = "10.1007/978", .title = "Three"},
        {.id = "W5", .title = "One", .doi = "10.1007/978"},
    };
    g_autoptr (RhumbCorpus) corpus = CORPUS (RECORDS);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 4);
    for (guint32 v = 0; v < 4; v++)
        g_assert_cmpuint (rhumb_corpus_find_paper (corpus, rhumb_corpus_get_paper (corpus, v)->id),
                          ==, v);
    g_assert_cmpstr (find (corpus, "W5")->id, ==, "W5");
}

static const FixtureRecord SHUFFLED[] = {
    {.id = "W1", .title = "Alpha", .year = 2001, .authors = "Ada Byron|Bo Li", .venue = "JASIST"},
    {.id = "W1",
     .title = "Alpha one",
     .year = 2000,
     .authors = "Ada Byron#0000-0002-1825-0097|Bo Li",
     .venue = "Jasist."},
    {.title = "Beta", .doi = "10.1000/shared", .year = 2002, .references = "W1|10.1000/d"},
    {.title = "Gamma", .doi = "10.1000/shared", .year = 2002, .authors = "B. Li"},
    {.title = "Gamma", .doi = "10.1000/shared", .year = 2003, .keywords = "maps|layout"},
    {.title = "Gamma rays", .doi = "10.1000/shared", .keywords = "layout|topics"},
    {.doi = "10.1000/shared"},
    {.title = "Delta", .doi = "10.1000/d", .abstract = "Short."},
    {.title = "Delta", .doi = "10.1000/d", .abstract = "Shirt.", .authors = "bo  LI"},
    {.title = "Delta: a study", .doi = "10.1000/D", .references = "arXiv:1706.03762|W1"},
    {.id = "1706.03762", .title = "Epsilon", .references = "W1"},
    {.id = "https://arxiv.org/abs/1706.03762v5", .title = "Epsilon", .references = "W2"},
    {.title = "Beta", .year = 2002},
    {.title = "beta!", .year = 2002, .venue = "Jasist"},
};

static void
assert_same_list (const char *const *a, const char *const *b)
{
    g_assert_cmpstrv ((char **)a, (char **)b);
}

static void
assert_same_papers (const RhumbCorpus *a, const RhumbCorpus *b)
{
    g_assert_cmpuint (rhumb_corpus_get_n_papers (a), ==, rhumb_corpus_get_n_papers (b));
    for (guint32 v = 0; v < rhumb_corpus_get_n_papers (a); v++) {
        const RhumbPaper *first = rhumb_corpus_get_paper (a, v);
        const RhumbPaper *second = rhumb_corpus_get_paper (b, v);
        g_assert_cmpstr (first->id, ==, second->id);
        g_assert_cmpstr (first->title, ==, second->title);
        g_assert_cmpstr (first->abstract, ==, second->abstract);
        g_assert_cmpstr (first->doi, ==, second->doi);
        g_assert_cmpint (first->year, ==, second->year);
        g_assert_cmpuint (first->venue, ==, second->venue);
        g_assert_cmpuint (first->n_people, ==, second->n_people);
        g_assert_cmpuint (first->n_cites, ==, second->n_cites);
        oracle_assert_same_bytes (first->people, second->people,
                                  first->n_people * sizeof (guint32));
        oracle_assert_same_bytes (first->cites, second->cites, first->n_cites * sizeof (guint32));
        assert_same_list (first->keywords, second->keywords);
        assert_same_list (first->references, second->references);
    }
}

static void
assert_same_names (const RhumbCorpus *a, const RhumbCorpus *b)
{
    g_assert_cmpuint (rhumb_corpus_get_n_people (a), ==, rhumb_corpus_get_n_people (b));
    for (guint32 i = 0; i < rhumb_corpus_get_n_people (a); i++) {
        const RhumbPerson *first = rhumb_corpus_get_person (a, i);
        const RhumbPerson *second = rhumb_corpus_get_person (b, i);
        g_assert_cmpstr (first->id, ==, second->id);
        g_assert_cmpstr (first->name, ==, second->name);
        g_assert_cmpstr (first->orcid, ==, second->orcid);
    }
    g_assert_cmpuint (rhumb_corpus_get_n_venues (a), ==, rhumb_corpus_get_n_venues (b));
    for (guint32 i = 0; i < rhumb_corpus_get_n_venues (a); i++)
        g_assert_cmpstr (rhumb_corpus_get_venue (a, i)->name, ==,
                         rhumb_corpus_get_venue (b, i)->name);
}

static void
the_order_of_reading_decides_nothing (void)
{
    g_autoptr (RhumbCorpus) expected = CORPUS (SHUFFLED);
    g_autofree char *digest = rhumb_corpus_get_digest (expected);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (expected), ==, 7);
    for (guint64 seed = 0; seed < 200; seed++) {
        g_autofree guint32 *order = oracle_random_order (G_N_ELEMENTS (SHUFFLED), seed);
        g_autoptr (RhumbCorpus) corpus = fixture_corpus (SHUFFLED, G_N_ELEMENTS (SHUFFLED), order);
        g_autofree char *again = rhumb_corpus_get_digest (corpus);
        assert_same_papers (corpus, expected);
        assert_same_names (corpus, expected);
        g_assert_cmpstr (again, ==, digest);
    }
}

static void
references_are_resolved_by_id_doi_and_arxiv_number (void)
{
    static const FixtureRecord RECORDS[] = {
        {.id = "own", .title = "A", .year = 1990},
        {.doi = "10.1000/b", .title = "B", .year = 1991},
        {.id = "1706.03762", .title = "C", .year = 1992},
        {.id = "https://openalex.org/W4", .title = "D", .year = 1993},
        {.id = "self",
         .title = "E",
         .year = 1994,
         .references = "self|W4|arXiv:1706.03762v2|Brin, S. (1998). B. doi:10.1000/B.|own|own|"
                       "https://doi.org/10.1000/b|10.1000/elsewhere|Nothing known"},
    };
    static const guint32 EXPECTED[] = {0, 1, 2, 3};
    g_autoptr (RhumbCorpus) corpus = CORPUS (RECORDS);
    const RhumbPaper *paper = find (corpus, "self");
    g_assert_cmpuint (paper->n_references, ==, 9);
    g_assert_cmpuint (paper->n_cites, ==, G_N_ELEMENTS (EXPECTED));
    oracle_assert_same_bytes (paper->cites, EXPECTED, sizeof EXPECTED);
}

static void
people_are_told_apart_by_orcid_or_full_name (void)
{
    static const FixtureRecord RECORDS[] = {
        {.id = "1",
         .title = "A",
         .authors = "Jos\xc3\xa9 Garc\xc3\xad"
                    "a|J. Garcia"},
        {.id = "2", .title = "B", .authors = "Jose Garcia|J Garcia|Jos\xc3\xa9 Garcia"},
        {.id = "3", .title = "C", .authors = "Wei Wang#0000-0002-1825-0097"},
        {.id = "4", .title = "D", .authors = "W. Wang#https://orcid.org/0000-0002-1825-0097"},
        {.id = "5", .title = "E", .authors = "Wei Wang#0000-0002-1694-233x|Wei Wang| "},
    };
    g_autoptr (RhumbCorpus) corpus = CORPUS (RECORDS);
    const char *const expected[][3] = {
        {"name:jgarcia", "J Garcia", NULL},
        {"name:josegarcia", "Jose Garcia", NULL},
        {"name:weiwang", "Wei Wang", NULL},
        {"orcid:0000-0002-1694-233X", "Wei Wang", "0000-0002-1694-233X"},
        {"orcid:0000-0002-1825-0097", "W. Wang", "0000-0002-1825-0097"},
    };
    g_assert_cmpuint (rhumb_corpus_get_n_people (corpus), ==, G_N_ELEMENTS (expected));
    for (guint32 i = 0; i < G_N_ELEMENTS (expected); i++) {
        g_assert_cmpstr (rhumb_corpus_get_person (corpus, i)->id, ==, expected[i][0]);
        g_assert_cmpstr (rhumb_corpus_get_person (corpus, i)->name, ==, expected[i][1]);
        g_assert_cmpstr (rhumb_corpus_get_person (corpus, i)->orcid, ==, expected[i][2]);
    }
    const RhumbPaper *paper = find (corpus, "2");
    g_assert_cmpuint (paper->n_people, ==, 3);
    g_assert_cmpuint (paper->people[0], ==, paper->people[2]);
    g_assert_cmpuint (find (corpus, "5")->n_people, ==, 2);
}

static void
venues_are_folded (void)
{
    static const FixtureRecord RECORDS[] = {
        {.id = "1", .title = "A", .venue = "Journal of Informetrics"},
        {.id = "2", .title = "B", .venue = "JOURNAL  of Informetrics."},
        {.id = "3", .title = "C", .venue = "Scientometrics"},
        {.id = "4", .title = "D", .venue = " "},
    };
    g_autoptr (RhumbCorpus) corpus = CORPUS (RECORDS);
    g_assert_cmpuint (rhumb_corpus_get_n_venues (corpus), ==, 2);
    g_assert_cmpstr (rhumb_corpus_get_venue (corpus, 0)->id, ==, "venue:journalofinformetrics");
    g_assert_cmpstr (rhumb_corpus_get_venue (corpus, 0)->name, ==, "JOURNAL of Informetrics.");
    g_assert_cmpuint (find (corpus, "1")->venue, ==, 0);
    g_assert_cmpuint (find (corpus, "2")->venue, ==, 0);
    g_assert_cmpuint (find (corpus, "3")->venue, ==, 1);
    g_assert_cmpuint (find (corpus, "4")->venue, ==, RHUMB_NONE);
}

static void
no_records_make_an_empty_corpus (void)
{
    g_autoptr (RhumbCorpus) corpus = fixture_corpus (NULL, 0, NULL);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 0);
    g_assert_cmpuint (rhumb_corpus_get_n_people (corpus), ==, 0);
    g_assert_cmpuint (rhumb_corpus_get_n_venues (corpus), ==, 0);
    g_assert_cmpuint (rhumb_corpus_find_paper (corpus, "x"), ==, RHUMB_NONE);
    g_autofree char *digest = rhumb_corpus_get_digest (corpus);
    g_assert_cmpstr (digest, ==,
                     "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/corpus/cited-strings-find-their-papers", cited_strings_find_their_papers);
    g_test_add_func ("/corpus/papers-are-numbered-by-year-and-id",
                     papers_are_numbered_by_year_and_id);
    g_test_add_func ("/corpus/same-id-or-doi-is-one-paper", same_id_or_doi_is_one_paper);
    g_test_add_func ("/corpus/same-title-and-year-is-one-paper-only-without-ids",
                     same_title_and_year_is_one_paper_only_without_ids);
    g_test_add_func ("/corpus/a-container-doi-keeps-papers-apart",
                     a_container_doi_keeps_papers_apart);
    g_test_add_func ("/corpus/spellings-of-a-title-share-their-doi",
                     spellings_of_a_title_share_their_doi);
    g_test_add_func ("/corpus/a-translated-title-shares-its-doi",
                     a_translated_title_shares_its_doi);
    g_test_add_func ("/corpus/no-two-papers-have-one-id", no_two_papers_have_one_id);
    g_test_add_func ("/corpus/the-order-of-reading-decides-nothing",
                     the_order_of_reading_decides_nothing);
    g_test_add_func ("/corpus/references-are-resolved-by-id-doi-and-arxiv-number",
                     references_are_resolved_by_id_doi_and_arxiv_number);
    g_test_add_func ("/corpus/people-are-told-apart-by-orcid-or-full-name",
                     people_are_told_apart_by_orcid_or_full_name);
    g_test_add_func ("/corpus/venues-are-folded", venues_are_folded);
    g_test_add_func ("/corpus/no-records-make-an-empty-corpus", no_records_make_an_empty_corpus);
    return g_test_run ();
}
