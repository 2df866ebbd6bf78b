/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * One hand-made file of each shape that databases export, told by its content alone and read as a
 * person reads it. Real exports: test-shared.c.
 */
#include <string.h>

#include "graph/error.h"
#include "tests/io/loading.h"
#include "tests/io/read/papers.h"

typedef struct {
    const char *file; /* below tests/fuzz/samples; its folder is the format */
    guint n_records;
    guint n_lost;
    const char *id;
    const char *title;
    const char *author; /* the first one */
    int year;
    const char *venue;
    const char *pages;
    const char *references; /* parted by "|" */
    const char *keywords;
    int n_cited;
} Shape;

static const Shape shapes[] = {
    {"aminer/whole.txt", 2, 0, "aminer:1", "First title of all papers", "Ann Lee", 2004, "A venue",
     NULL, "aminer:2", "", -1},
    {"arxiv/whole.jsonl", 2, 0, "doi:10.1103/physrevd.76.013009", "A title with $x^2$",
     "Balázs, C.", 2007, NULL, NULL, "", "", -1},
    {"crossref/page.json", 2, 0, "doi:10.1000/a", "T x: S", "Lee, Ann", 2001, "J", NULL,
     "Smith, 1999, K, V3, P7, DOI 10.1000/b|Free text", "", 4},
    {"crossref/csl.json", 2, 0, "doi:10.1000/a", "A title of this paper", "van Gogh, Ann", 2019,
     "Journal", NULL, "", "one thing|another thing", -1},
    {"csv/whole.csv", 2, 0, "a", "A \"quoted\" title, long", "Lee, Ann", 2001, NULL, NULL, "b|c",
     "x|y; z", -1},
    {"csv/names.csv", 1, 0, "doi:10.1000/c", "A title of this paper", "Lee, Ann", 2019, "J", NULL,
     "", "", 7},
    {"csv/dois.csv", 2, 0, "doi:10.1000/a", NULL, NULL, 2017, NULL, NULL, "", "", -1},
    {"csv-network/edges.csv", 3, 0, "a", NULL, NULL, 0, NULL, NULL, "b, c", "", -1},
    {"csv-network/nodes.csv", 2, 0, "a", "First é", NULL, 1999, NULL, NULL, "", "", -1},
    {"csv-network/odd.csv", 2, 2, "a", NULL, NULL, 0, NULL, NULL, "b", "", -1},
    {"dimensions/whole.csv", 1, 0, "doi:10.1000/a", "A title of this paper", "Lee, Ann", 2019,
     "Journal", "1-9", "Smith, J, 2001, J Y, V5, P11-19, DOI 10.1000/z|Roe, R, 1999, K", "", 4},
    {"edge-list/whole.tsv", 3, 0, "a", NULL, NULL, 0, NULL, NULL, "b", "", -1},
    {"edge-list/blanks.txt", 3, 0, "1", NULL, NULL, 0, NULL, NULL, "2", "", -1},
    {"gml/whole.gml", 3, 0, "0", "First é", NULL, 1999, NULL, NULL, "1", "", -1},
    {"dot/whole.dot", 5, 0, "a", "First of a", NULL, 1999, NULL, NULL, "b", "", -1},
    {"dot/two.dot", 2, 0, "a", NULL, NULL, 0, NULL, NULL, "b", "", -1},
    {"vosviewer/whole.json", 3, 1, "1", "First", NULL, 0, NULL, NULL, "2", "", -1},
    {"vosviewer-map/whole.txt", 2, 2, "1", "First, one", NULL, 0, NULL, NULL, "", "", -1},
    {"pajek/whole.net", 4, 0, "1", "First é", NULL, 0, NULL, NULL, "2", "", -1},
    {"pajek/matrix.net", 2, 0, "2", "b", NULL, 0, NULL, NULL, "1", "", -1},
    {"ieee-csv/whole.csv", 1, 0, "doi:10.1109/x.1", "A title of this paper", "A. Lee", 2010,
     "Conf X", "1-7", "", "a|b", 5},
    {"ieee-csv/commas.csv", 1, 0, "doi:10.1109/x.2", "A title of this paper", "A. Lee", 2010,
     "Conf X", "1-7", "", "a|b c|d", 5},
    {"lens/whole.csv", 1, 0, "doi:10.1000/a", "A title of this paper", "Ann Lee", 2020, "J", "1-9",
     "lens:000-2|lens:000-3", "", 7},
    {"nbib/whole.nbib", 2, 0, "doi:10.1000/a", "A title that goes on here.", "Lee, Ann", 2017,
     "Journal of nets", NULL, "", "", -1},
    {"openalex/whole.jsonl", 2, 0, "doi:10.1000/a", "A title", "Ann Lee", 2018, NULL, NULL, "W2",
     "", 3},
    {"openalex/first.jsonl", 2, 1, "W2", "Second", NULL, 2001, NULL, NULL, "", "", -1},
    {"openalex/list.json", 1, 0, "W2", "Second", NULL, 2001, NULL, NULL, "", "", -1},
    {"openalex/page.json", 1, 0, "W1", "A", NULL, 2000, NULL, NULL, "", "", -1},
    {"openalex-csv/whole.csv", 1, 0, "doi:10.1000/a", "A title of this paper", "Ann Lee", 2017,
     NULL, NULL, "W2|W3", "", 5},
    {"openalex-csv/plain.csv", 1, 0, "doi:10.1000/a", "A title of this paper", "Ann Lee", 2020, "J",
     NULL, "", "", 3},
    {"paperscape/whole.csv", 2, 0, "arxiv:math/9201258", "A title; with a semicolon",
     "O.Gil-Medrano", 1992, NULL, NULL, "arxiv:math/9201259", "", -1},
    {"pubmed-csv/whole.csv", 1, 0, "doi:10.1000/a", "A title, of this", "Bergom C", 2021, "J", NULL,
     "", "", -1},
    {"refer/whole.refer", 2, 0, "doi:10.1000/a", "A title of this paper", "Lee, Ann", 2009,
     "Journal", "1-9", "", "one|two", -1},
    {"ris/whole.ris", 3, 0, "doi:10.1000/a", "A title: of this paper", "Lee, Ann", 2019, NULL,
     "1-9", "", "a|b", 12},
    {"scopus/whole.csv", 1, 0, "doi:10.1000/a", "A title of this paper", "Lee, Ann", 2026, "J",
     "1-9", "Cheng M.; Xue Y., Global title, Lancet, 5, pp. 1-9, (2023)|Doe J., Other, K, (2001)",
     "a|b", 3},
    {"scopus/old.csv", 1, 0, "eid:2-s2.0-2", "A title of this paper", "Reid M.", 2014, "J", NULL,
     "Aria M., Cuccurullo C., Bibliometrix (2017) J Inf, 11, pp. 959-975|Doe J., X (2001) K", "",
     1},
    {"semanticscholar/whole.json", 1, 0, "doi:10.1000/a", "A title", "Ann Lee", 2020, "J", "1-2",
     "s2:a|Only a title", "", 4},
    {"semanticscholar/bulk.jsonl", 3, 0, "corpusid:1", "T", NULL, 2001, NULL, NULL, "corpusid:2",
     "", -1},
    {"semanticscholar/v1.json", 1, 0, "doi:10.1000/x", "A paper", "Ann Lee", 2017, NULL, NULL,
     "s2:b", "", 5},
    {"wos/newer.txt", 1, 0, "wos:1", "A title of a paper", "Lee, A", 2021, "J", NULL,
     "Briner RB, 2012, Handbook, P328, DOI [10.1093/a.1, DOI 10.1093/A.1]|Blasius J., 2006, "
     "Methods, DOI DOI 10.1201/9781420011319|[Anonymous], 2010, J X, V3|2024, J Y, V9",
     "", -1},
    {"wos/whole.txt", 2, 0, "doi:10.1000/a", "A title that goes on", "Lee, Ann", 2020, "JOURNAL",
     "1-9",
     "Aria M, 2017, J INFORMETR, V11, P959, DOI 10.1016/j.joi.2017.08.007|Aaker, JL, 1997, J "
     "MARKETING RES, V34, P347",
     "one|two|three", 5},
    {"wos-tab/excel.csv", 1, 0, "doi:10.1000/a", "A \"title\", of this paper", "Lee, Ann", 2020,
     "J", "1-9",
     "Aria M, 2017, J INFORMETR, V11, P959|Deerwester S, 1990, J AM SOC INFORM SCI, V41, P391, DOI "
     "10.1002/(SICI)1097-4571(199009)41:6<391::AID-ASI1>3.0.CO;2-9",
     "a|b", 5},
    {"wos-tab/bibliometrix.csv", 1, 0, "doi:10.1000/b", "A TITLE OF A PAPER", "LEE A", 2019, "J",
     NULL,
     "POE C, 2001, K, V98, P404, DOI "
     "10.1002/(SICI)1097-4571(1998)49:8<693::AID-ASI4>3.0.CO;2-O|DOE D, 1999, L",
     "WORDS|THINGS", 12},
    {"wos-tab/whole.txt", 1, 0, "doi:10.1000/a", "A \"title\" of this", "Lee, Ann", 2020, "J",
     "1-9", "Aria M, 2017, J INFORMETR, V11, P959|Doe J, 2001, K", "a|b", -1},
};

static void
assert_list (const char *const *list, const char *expected)
{
    g_autofree char *joined = g_strjoinv ("|", (char **)list);
    g_assert_cmpstr (joined, ==, expected);
}

static void
assert_shape (const RhumbCorpus *corpus, const Shape *shape)
{
    const RhumbSource *source = rhumb_corpus_get_source (corpus, 0);
    g_autofree char *format = g_path_get_dirname (shape->file);
    g_assert_cmpstr (source->format, ==, format);
    g_assert_cmpuint (source->n_records, ==, shape->n_records);
    g_assert_cmpuint (source->n_records_lost, ==, shape->n_lost);
    const guint32 v = rhumb_corpus_find_paper (corpus, shape->id);
    g_assert_cmpuint (v, !=, RHUMB_NONE);
    const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
    g_assert_cmpstr (paper->id, ==, shape->id);
    g_assert_cmpstr (paper->title, ==, shape->title);
    g_assert_cmpint (paper->year, ==, shape->year);
    g_assert_cmpstr (paper->pages, ==, shape->pages);
    g_assert_cmpint (paper->n_cited_reported, ==, shape->n_cited);
    g_assert_cmpstr (
        paper->venue != RHUMB_NONE ? rhumb_corpus_get_venue (corpus, paper->venue)->name : NULL, ==,
        shape->venue);
    g_assert_cmpstr (paper->n_people > 0 ? rhumb_corpus_get_person (corpus, paper->people[0])->name
                                         : NULL,
                     ==, shape->author);
    assert_list (paper->references, shape->references);
    assert_list (paper->keywords, shape->keywords);
}

static RhumbCorpus *
load (const char *path, gboolean strict, GError **error)
{
    const char *const paths[] = {path, NULL};
    RhumbLoadOptions options = RHUMB_LOAD_DEFAULTS;
    options.strict = strict;
    return rhumb_corpus_load (paths, &options, error);
}

static void
reads_each_shape (void)
{
    for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++) {
        g_autoptr (GError) error = NULL;
        g_autofree char *path =
            g_build_filename (SOURCE_ROOT, "tests/fuzz/samples", shapes[i].file, NULL);
        g_test_message ("%s", shapes[i].file);
        g_autoptr (RhumbCorpus) corpus = load (path, FALSE, &error);
        g_assert_no_error (error);
        assert_shape (corpus, &shapes[i]);
    }
}

/* What Excel's export of Web of Science has besides, under the tags of plain text. */
static void
keeps_the_rest_under_its_tags (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpus) corpus =
        load (SOURCE_ROOT "/tests/fuzz/samples/wos-tab/excel.csv", FALSE, &error);
    g_assert_no_error (error);
    const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, 0);
    g_assert_true (g_strv_contains (paper->ids, "wos:0001"));
    g_assert_true (g_strv_contains (paper->ids, "pmid:12"));
    g_assert_cmpint (paper->n_references_reported, ==, 2);
    g_assert_cmpstr (rhumb_corpus_get_person (corpus, paper->people[1])->orcid, ==,
                     "0000-0002-1825-0097");
    g_assert_cmpstr (
        paper->extra, ==,
        "{\"Authors\":\"Lee, A; Roe, B\",\"keywords_plus\":[\"PLUS\"],\"Times Cited, All "
        "Databases\":\"7\",\"C1\":\"[Lee, Ann] "
        "Aalto Univ, Espoo, Finland; [Roe, Bo] Univ Trento, Trento, Italy\",\"C3\":\"Aalto "
        "University; University of Trento\",\"RI\":\"Roe, Bo/A-1-2010\",\"WC\":\"Sociology\","
        "\"Publication Date\":\"MAR\"}");
}

/* As in the JSON of the API, where countries and institutions are looked for. */
static void
places_of_openalex_are_lists (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpus) corpus =
        load (SOURCE_ROOT "/tests/fuzz/samples/openalex-csv/places.csv", FALSE, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (rhumb_corpus_get_paper (corpus, 0)->extra, ==,
                     "{\"institutions\":[\"Univ of Naples\",\"Univ of Campania\"],"
                     "\"countries\":[\"IT\"]}");
}

/* Broken files: what is lost is counted, and a strict run says where. */
static void
tells_what_is_broken (void)
{
    static const struct {
        const char *file;
        const char *message; /* how the strict one ends */
    } cases[] = {
        {"wos/odd.txt", "odd.txt:6: a record without id and title, expected at least one of them"},
        {"nbib/odd.nbib", "odd.nbib:5: DP is 'none', expected four digits from 1000 to 2999"},
        {"ris/odd.ris", "odd.ris:3: PY is 'x', expected four digits from 1000 to 2999"},
        {"refer/odd.refer", "odd.refer:3: %D is 'x', expected four digits from 1000 to 2999"},
        {"aminer/odd.txt", "odd.txt:3: #t is 'x', expected four digits from 1000 to 2999"},
        {"paperscape/odd.csv", "odd.csv:1: math/9201258;a;b, expected seven fields parted by ';'"},
        {"paperscape/count.csv",
         "count.csv:1: number of references is '-3', expected a count from 0"},
        {"csv/odd.csv", "odd.csv:6: a quote that is not closed until the end of the file, expected "
                        "'\"'"},
        {"gml/open.gml", "open.gml:2: the end of the file in a text, expected its closing quote"},
        {"gml/number.gml", "number.gml:1: '0x', expected a key, a number, a text or a bracket"},
        {"gml/odd.gml", "odd.gml:1: node without an id, expected \"id NUMBER\""},
        {"dot/broken.dot", "broken.dot:3: '[', expected a graph in the DOT language"},
        {"edge-list/odd.csv", "odd.csv:2: ,3, expected two ids"},
        {"edge-list/no-number.tsv", "no-number.tsv:2: b c nan, expected a finite weight"},
        {"pajek/odd.net", "odd.net:2: 9 \"x\", expected the number of a vertex and its label"},
        {"vosviewer/odd.json", "odd.json:0: 1, expected an id that no other item has"},
        {"vosviewer-map/odd.csv", "odd.csv:2: more, expected as many cells as the header has"},
        {"lens/patents.csv", "patents.csv:1: patents of the Lens, expected its scholarly works"},
        {"dimensions/odd.csv", "odd.csv:3: PubYear is 'soon', expected"},
        {"semanticscholar/odd.jsonl", "odd.jsonl:1: year is 9223372036854775808, expected a year"},
        {"vosviewer/cut.json", "cut.json:1: no valid JSON: "},
        {"vosviewer/whole.json", "link of an item that is not there, expected \"source_id\""},
        {"vosviewer-map/whole.txt", "whole.txt:4: 2, expected an id that no other item has"},
        {"openalex/odd.jsonl", "odd.jsonl:1: publication_year is 0, expected a year from 1000 to "
                               "2999"},
        {"arxiv/odd.jsonl", "odd.jsonl:2: no valid JSON: "},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_autofree char *path =
            g_build_filename (SOURCE_ROOT, "tests/fuzz/samples", cases[i].file, NULL);
        g_autofree char *format = g_path_get_dirname (cases[i].file);
        const char *const paths[] = {path, NULL};
        RhumbLoadOptions options = RHUMB_LOAD_DEFAULTS;
        options.strict = TRUE;
        options.format = format;
        g_assert_null (rhumb_corpus_load (paths, &options, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
        g_test_message ("%s", error->message);
        g_assert_nonnull (strstr (error->message, cases[i].message));
    }
}

/* Works of 100 authors known by ids, of 12 with 7 and with 8 ids, of 9 without, and of 101. */
static void
tells_of_doubtful_authors (void)
{
    g_autoptr (GError) error = NULL;
    const char *const paths[] = {SOURCE_ROOT "/tests/fuzz/samples/openalex/authors.jsonl", NULL};
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_load (paths, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 5);
    g_assert_cmpuint (rhumb_corpus_get_n_events (corpus), ==, 2);
    const RhumbEvent *cut = rhumb_corpus_get_event (corpus, 0);
    g_assert_cmpuint (cut->line, ==, 1);
    g_assert_cmpstr (cut->found, ==, "100 authors");
    const RhumbEvent *leaked = rhumb_corpus_get_event (corpus, 1);
    g_assert_cmpuint (leaked->line, ==, 2);
    g_assert_cmpstr (leaked->found, ==, "12 authors, 7 with an id");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/shapes/reads-each-shape", reads_each_shape);
    g_test_add_func ("/shapes/keeps-the-rest-under-its-tags", keeps_the_rest_under_its_tags);
    g_test_add_func ("/shapes/places-of-openalex-are-lists", places_of_openalex_are_lists);
    g_test_add_func ("/shapes/tells-what-is-broken", tells_what_is_broken);
    g_test_add_func ("/shapes/tells-of-doubtful-authors", tells_of_doubtful_authors);
    return g_test_run ();
}
