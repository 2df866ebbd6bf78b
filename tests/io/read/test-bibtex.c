/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Papers out of BibTeX: fields, crossrefs, lists, counts of whole files.
 */
#include "io/formats.h"

#include <string.h>

#include "graph/error.h"
#include "io/read/bibtex-lists.h"
#include "io/scan/input.h"

static RhumbCorpus *
read_input (RhumbInput *input, gboolean strict, GError **error)
{
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    rhumb_corpus_builder_set_strict (builder, strict);
    rhumb_corpus_builder_begin_source (builder, "x.bib", "bibtex");
    if (!rhumb_format_bibtex.read (input, builder, error))
        return NULL;
    return rhumb_corpus_builder_freeze (builder, error);
}

static RhumbCorpus *
read_text (const char *text)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbInput) input =
        rhumb_input_new_for_memory ("x.bib", text, strlen (text), &error);
    g_assert_no_error (error);
    RhumbCorpus *corpus = read_input (input, FALSE, &error);
    g_assert_no_error (error);
    return corpus;
}

static const RhumbPaper *
find_title (const RhumbCorpus *corpus, const char *title)
{
    for (guint32 v = 0; v < rhumb_corpus_get_n_papers (corpus); v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        if (g_strcmp0 (paper->title, title) == 0)
            return paper;
    }
    g_error ("no paper has the title '%s'", title);
}

static const char *
get_venue (const RhumbCorpus *corpus, const RhumbPaper *paper)
{
    return paper->venue != RHUMB_NONE ? rhumb_corpus_get_venue (corpus, paper->venue)->name : NULL;
}

static void
assert_list (const char *const *list, const char *expected)
{
    g_autofree char *joined = g_strjoinv ("|", (char **)list);
    g_assert_cmpstr (joined, ==, expected);
}

static gboolean
has_event (const RhumbCorpus *corpus, RhumbEventKind kind, guint64 line, const char *found,
           const char *why)
{
    for (guint i = 0; i < rhumb_corpus_get_n_events (corpus); i++) {
        const RhumbEvent *event = rhumb_corpus_get_event (corpus, i);
        if (event->kind == kind && event->line == line && g_str_equal (event->found, found) &&
            g_str_equal (event->why, why))
            return TRUE;
    }
    return FALSE;
}

static void
test_fields (void)
{
    g_autoptr (RhumbCorpus) corpus = read_text (
        "@Article{smith,\n author = {Smith, Ann and {The Firm}},\n"
        " title = {{P}oisson {\\'e}t{\\'e} \\& R--S}, subtitle = {More},\n"
        " abstract = {One\n   two}, journal = {J. {X}}, booktitle = {B}, year = 2001, month = "
        "mar,\n"
        " doi = {https://doi.org/10.1000/A\\_b--c}, url = {\\url{http://x.y/~a\\%20b}},\n"
        " keywords = {one, two}, langid = {english}, note = {cited By 12},\n"
        " publisher = {P}, type = {Letter}, key = {K}}\n");
    const RhumbPaper *paper = find_title (corpus, "Poisson été & R–S: More");
    g_assert_cmpstr (paper->doi, ==, "10.1000/a_b--c");
    g_assert_cmpstr (paper->abstract, ==, "One two");
    g_assert_cmpstr (get_venue (corpus, paper), ==, "J. X");
    g_assert_cmpint (paper->year, ==, 2001);
    g_assert_cmpstr (paper->date, ==, "2001-03");
    g_assert_cmpstr (paper->url, ==, "http://x.y/~a%20b");
    g_assert_cmpstr (paper->language, ==, "english");
    g_assert_cmpint (paper->n_cited_reported, ==, 12);
    g_assert_cmpuint (paper->line, ==, 1);
    g_assert_cmpuint (paper->n_people, ==, 2);
    assert_list (paper->keywords, "one|two");
    g_assert_cmpstr (
        paper->extra, ==,
        "{\"citation_key\":\"smith\",\"booktitle\":\"B\",\"key\":\"K\",\"note\":\"cited By "
        "12\",\"publisher\":\"P\",\"type field\":\"Letter\"}");
    g_assert_cmpstr (paper->type, ==, "article");
}

static void
test_arxiv (void)
{
    g_autoptr (RhumbCorpus) corpus =
        read_text ("@a{k, title = A, eprint = {2001.01234v2}, archivePrefix = {arXiv}}\n"
                   "@a{l, title = B, eprint = {math/0307200}, eprinttype = arxiv}\n"
                   "@a{m, title = C, eprint = {99}, eprinttype = {arxiv}}\n"
                   "@a{n, title = D, eprint = {2001.5}, eprinttype = {jstor}}\n");
    g_assert_cmpstr (find_title (corpus, "A")->id, ==, "arxiv:2001.01234");
    g_assert_cmpstr (find_title (corpus, "B")->id, ==, "arxiv:math/0307200");
    g_assert_true (g_str_has_prefix (find_title (corpus, "C")->id, "key:"));
    g_assert_nonnull (strstr (find_title (corpus, "D")->extra, "\"eprint\":\"2001.5\""));
    g_assert_true (has_event (corpus, RHUMB_EVENT_FIELD_DROPPED, 3, "eprint is '99'",
                              "expected an arXiv number"));
}

static void
test_bad_values (void)
{
    g_autoptr (RhumbCorpus) corpus = read_text (
        "@a{k, title = {A},\nyear = {in press},\ndoi = {none}, author = {B, C, D, E and others}}\n"
        "@a{k, title = {F}, author = {G and others}}\n");
    const char *extra = find_title (corpus, "A")->extra;
    g_assert_cmpstr (extra, ==,
                     "{\"citation_key\":\"k\",\"doi field\":\"none\",\"year field\":\"in press\"}");
    g_assert_true (has_event (corpus, RHUMB_EVENT_FIELD_DROPPED, 2, "year is 'in press'",
                              "expected four digits from 1000 to 2999"));
    g_assert_true (has_event (corpus, RHUMB_EVENT_FIELD_DROPPED, 3, "doi is 'none'",
                              "expected a DOI: 10.number/name"));
    g_assert_true (has_event (corpus, RHUMB_EVENT_NOTE, 3, "the name 'B, C, D, E'",
                              "expected at most two commas; taken as written"));
    g_assert_true (has_event (corpus, RHUMB_EVENT_NOTE, 3, "authors 'and others'",
                              "the file does not name them; told once"));
    g_assert_true (has_event (corpus, RHUMB_EVENT_NOTE, 4, "the key 'k' again",
                              "it is on line 1 too; both entries are kept"));
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 2);
    g_assert_cmpuint (rhumb_corpus_get_n_events (corpus), ==, 5);
}

static void
test_crossref (void)
{
    g_autoptr (RhumbCorpus) corpus =
        read_text ("@inproceedings{p, title = Paper, crossref = {v}}\n"
                   "@proceedings{v, title = Volume, doi = {10.1000/volume}, crossref = {s}}\n"
                   "@inbook{c, pages = {1--9}, crossref = {s}}\n"
                   "@article{q, title = Letter, crossref = m, year = 1990}\n"
                   "@periodical{m, title = Monthly, year = 1989}\n"
                   "@mvproceedings{s, title = Series, year = 1999, publisher = Press}\n");
    const RhumbPaper *paper = find_title (corpus, "Paper");
    g_assert_cmpstr (get_venue (corpus, paper), ==, "Volume");
    g_assert_cmpint (paper->year, ==, 1999);
    g_assert_null (paper->doi);
    g_assert_nonnull (strstr (paper->extra, "\"publisher\":\"Press\""));
    g_assert_cmpint (find_title (corpus, "Volume")->year, ==, 1999);
    const RhumbPaper *letter = find_title (corpus, "Letter");
    g_assert_cmpstr (get_venue (corpus, letter), ==, "Monthly");
    g_assert_cmpint (letter->year, ==, 1990);
    /* The chapter without a title takes the book's; pages and book keep the two apart. */
    g_assert_cmpuint (rhumb_corpus_get_source (corpus, 0)->n_merged, ==, 0);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 6);
}

static void
test_circles (void)
{
    g_autoptr (RhumbCorpus) corpus = read_text ("@a{x, title = X, crossref = y}\n"
                                                "@a{y, title = Y, year = 1990, crossref = x}\n"
                                                "@a{z, title = Z, crossref = z}\n"
                                                "@a{w, title = W, crossref = nowhere}\n");
    g_assert_cmpint (find_title (corpus, "X")->year, ==, 1990);
    g_assert_true (has_event (corpus, RHUMB_EVENT_FIELD_DROPPED, 2, "crossref 'x' of the entry 'y'",
                              "expected an entry that does not refer back"));
    g_assert_true (has_event (corpus, RHUMB_EVENT_FIELD_DROPPED, 1, "crossref 'y' of the entry 'x'",
                              "expected an entry that does not refer back"));
    g_assert_true (has_event (corpus, RHUMB_EVENT_FIELD_DROPPED, 3, "crossref 'z' of the entry 'z'",
                              "expected an entry that does not refer back"));
    g_assert_true (has_event (corpus, RHUMB_EVENT_FIELD_DROPPED, 4,
                              "crossref 'nowhere' of the entry 'w'",
                              "expected the key of an entry of this file"));
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 4);
}

static void
test_containers (void)
{
    g_autoptr (RhumbCorpus) corpus =
        read_text ("@xdata{x, title = X}\n@set{s, entryset = {x}}\n@a{t, title = T}\n");
    const RhumbSource *source = rhumb_corpus_get_source (corpus, 0);
    g_assert_cmpuint (source->n_records, ==, 1);
    g_assert_cmpuint (source->n_lines_skipped, ==, 2);
}

static void
assert_items (GPtrArray *taken, const char *expected)
{
    g_autoptr (GPtrArray) items = taken;
    g_ptr_array_add (items, NULL);
    assert_list ((const char *const *)items->pdata, expected);
}

static void
test_lists (void)
{
    assert_items (rhumb_bibtex_split_keywords ("a, b,, c"), "a|b|c");
    assert_items (rhumb_bibtex_split_keywords ("Mathematics, Applied; b;\n c"),
                  "Mathematics, Applied|b|c");
    assert_items (rhumb_bibtex_split_keywords ("{a, b}, c"), "a, b|c");
    assert_items (rhumb_bibtex_split_references ("A, 1998, DOI 10.1/(S)1<3::A>3.0.CO;2-8.\n"
                                                 "   {[}Anonymous], 2005, X.\n   B, 1999."),
                  "A, 1998, DOI 10.1/(S)1<3::A>3.0.CO;2-8.|[Anonymous], 2005, X.|B, 1999.");
    assert_items (rhumb_bibtex_split_references ("A B., T (1999) J, 1; C D., U\n (2000) K"),
                  "A B., T (1999) J, 1|C D., U (2000) K");
    assert_items (rhumb_bibtex_split_references ("A B.; C D., T, J (1999); E F., U, K (2000)"),
                  "A B.; C D., T, J (1999)|E F., U, K (2000)");
    assert_items (rhumb_bibtex_split_references (""), "");
}

/* What reading strictly refuses, and the message. */
static const char *const strict[][2] = {
    {"@a{k, title = A}\n@a{l, title A}\n",
     "x.bib:2: 'A' in the entry 'l' begun on line 2, expected '=' after 'title'"},
    {"@a{k, title = A, year = {x}}",
     "x.bib:1: year is 'x', expected four digits from 1000 to 2999"},
    {"@a{, year = 1990}", "x.bib:1: a record without id and title, expected at least one of them"},
    {"@a{k, title = A, crossref = b}",
     "x.bib:1: crossref 'b' of the entry 'k', expected the key of an entry of this file"},
    {"@a{k, title = A, title = B}",
     "x.bib:1: a second 'title' in the entry 'k', expected each field once; the first is kept"},
    {"\n\n@a{k, title = A,\n",
     "x.bib:3: the file ends inside the entry 'k' begun on line 3, expected '}'"},
};

static void
test_strict (void)
{
    for (gsize i = 0; i < G_N_ELEMENTS (strict); i++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (RhumbInput) input =
            rhumb_input_new_for_memory ("x.bib", strict[i][0], strlen (strict[i][0]), &error);
        g_autoptr (RhumbCorpus) corpus = read_input (input, TRUE, &error);
        g_assert_null (corpus);
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
        g_assert_cmpstr (error->message, ==, strict[i][1]);
    }
}

static guint
sniff (const char *text)
{
    return rhumb_format_bibtex.sniff (text, strlen (text));
}

static void
test_sniff (void)
{
    g_assert_cmpuint (sniff ("@article{a,"), ==, 90);
    g_assert_cmpuint (sniff ("% x\r% y\r\r @ String ( a"), ==, 90);
    g_assert_cmpuint (sniff ("Scopus\n\n@ARTICLE{a"), ==, 70);
    g_assert_cmpuint (sniff ("me@home.org\n@home\n@ {\n{\"a\": 1}\n"), ==, 0);
    g_assert_cmpuint (sniff ("@"), ==, 0);
    g_assert_cmpuint (sniff (" \n"), ==, 0);
}

static void
test_bidi (void)
{
    g_autoptr (RhumbCorpus) corpus =
        read_text ("@a{k\xE2\x80\xAE, title = {a\xE2\x80\xAEz}, x = {\xE2\x80\xAE y}}");
    const RhumbPaper *paper = find_title (corpus, "az");
    g_assert_cmpstr (paper->extra, ==, "{\"citation_key\":\"k\",\"x\":\"y\"}");
}

static void
read_file (const char *path, guint64 n_records, guint64 n_containers)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbInput) input = rhumb_input_open (path, 0, &error);
    g_assert_no_error (error);
    gsize length;
    const char *head = rhumb_input_get_head (input, &length);
    g_assert_cmpuint (rhumb_format_bibtex.sniff (head, length), >=, 70);
    g_autoptr (RhumbCorpus) corpus = read_input (input, FALSE, &error);
    g_assert_no_error (error);
    guint64 found = 0;
    for (guint i = 0; i < rhumb_corpus_get_n_events (corpus); i++)
        found += g_str_has_prefix (rhumb_corpus_get_event (corpus, i)->why, "serves other");
    g_assert_cmpuint (found, ==, n_containers);
    g_assert_cmpuint (rhumb_corpus_get_source (corpus, 0)->n_records, ==, n_records);
}

typedef struct {
    const char *name;
    guint64 n_records;
    guint64 n_containers; /* @set and @xdata, which other tools count as entries */
} Whole;

static const Whole fixtures[] = {{"manager.bib", 4, 0}, {"index.bib", 2, 0}};

static void
test_fixtures (void)
{
    for (gsize i = 0; i < G_N_ELEMENTS (fixtures); i++) {
        g_autofree char *path =
            g_build_filename (SOURCE_ROOT, "tests/data/bibtex", fixtures[i].name, NULL);
        read_file (path, fixtures[i].n_records, fixtures[i].n_containers);
    }
}

static const Whole shared[] = {
    {"bibtex/biblatex-examples.bib", 129, 3},
    {"bibtex/btp_article_with_strings.bib", 1, 0},
    {"bibtex/btp_crossref_cascading_cycle.bib", 2, 0},
    {"bibtex/btp_features2.bib", 1, 0},
    {"bibtex/btp_traps.bib", 1, 0},
    {"bibtex/btp_wrong.bib", 2, 0},
    {"bibtex/jabref_complex.bib", 20, 0},
    {"bibtex/typst_comments.bib", 4, 0},
    {"bibtex/typst_cross.bib", 7, 3},
    {"bibtex/typst_editortypes.bib", 3, 0},
    {"bibtex/typst_gral.bib", 83, 0},
    {"scopus/pybibx_scopus_m.bib", 24, 0},
    {"wos/pybibx_wos_m.bib", 29, 0},
    {"zotero_cases/BibTeX/00.bib", 1, 0},
    {"zotero_cases/BibTeX/01.bib", 2, 0},
};

static void
test_shared (void)
{
    const char *folder = g_getenv ("RHUMB_SHARED_DATA");
    guint n_read = 0;
    for (gsize i = 0; i < G_N_ELEMENTS (shared); i++) {
        g_autofree char *path = folder != NULL ? g_build_filename (folder, shared[i].name, NULL)
                                               : g_build_filename (SOURCE_ROOT, "..", "shared",
                                                                   "data", shared[i].name, NULL);
        if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
            continue;
        read_file (path, shared[i].n_records, shared[i].n_containers);
        n_read++;
    }
    if (n_read == 0)
        g_test_skip ("the shared data are not here");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/bibtex/puts-each-field-in-its-place", test_fields);
    g_test_add_func ("/bibtex/knows-papers-by-arxiv-number", test_arxiv);
    g_test_add_func ("/bibtex/tells-values-it-cannot-use-and-keeps-them", test_bad_values);
    g_test_add_func ("/bibtex/inherits-from-later-entries-and-chains", test_crossref);
    g_test_add_func ("/bibtex/breaks-circles-of-crossrefs", test_circles);
    g_test_add_func ("/bibtex/takes-sets-and-xdata-for-no-papers", test_containers);
    g_test_add_func ("/bibtex/splits-keywords-and-references", test_lists);
    g_test_add_func ("/bibtex/refuses-losses-when-strict", test_strict);
    g_test_add_func ("/bibtex/is-told-by-content", test_sniff);
    g_test_add_func ("/bibtex/drops-direction-overrides", test_bidi);
    g_test_add_func ("/bibtex/counts-the-fixtures", test_fixtures);
    g_test_add_func ("/bibtex/counts-the-shared-files", test_shared);
    return g_test_run ();
}
