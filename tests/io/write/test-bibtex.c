/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Papers as BibTeX: what is written is read again, here and by an independent parser.
 */
#include "io/write/bibtex.h"

#include <string.h>

#include "graph/error.h"
#include "graph/extra-texts.h"
#include "io/escape.h"
#include "io/write/bibtex-name.h"
#include "tests/io/loading.h"

#define FULL                                                                                       \
    "{\"id\":\"wos:000123456789012\",\"title\":\"Deep {nets}: 5% of $O(n^2)$ & more_or--less\","   \
    "\"abstract\":\"A ~ b ^ c \\\\ d # e ''f''.\",\"year\":2020,\"venue\":\"J. of X\",\"volume\":" \
    "\"3\",\"issue\":\"4\",\"pages\":\"1-9\",\"issn\":\"1234-5678\",\"venue_short\":\"J X\","      \
    "\"authors\":[\"Ada Lovelace\",\"Barnes and Noble, Inc.\"],\"keywords\":[\"one, two\"],"       \
    "\"doi\":\"10.1000/a_b\",\"url\":\"https://x.org/a_b?c=d%20e&f=g\",\"references\":[\"Smith "   \
    "J; "                                                                                          \
    "Doe K, 2001, J Y, V2\",\"doi:10.1000/z\"],\"cited_by\":7,\"reference_count\":2,"              \
    "\"type\":\"article\",\"language\":\"en\",\"ids\":[\"arxiv:2001.00001\",\"pmid:12\"],"         \
    "\"note\":\"n\"}\n"

static char *
write_bibtex (const RhumbCorpus *corpus)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
    g_assert_true (rhumb_bibtex_write_corpus (corpus, stream, &error));
    g_assert_no_error (error);
    return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                      g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
}

static void
writes_what_is_read_again (void)
{
    g_autoptr (RhumbCorpus) corpus = test_load_text ("x.jsonl", FULL);
    g_autofree char *bibtex = write_bibtex (corpus);
    g_test_message ("%s", bibtex);
    g_autoptr (RhumbCorpus) again = test_load_text ("x.bib", bibtex);
    const RhumbPaper *a = rhumb_corpus_get_paper (corpus, 0);
    const RhumbPaper *b = rhumb_corpus_get_paper (again, 0);
    const char *const pairs[][2] = {
        {a->title, b->title},       {a->abstract, b->abstract}, {a->doi, b->doi},
        {a->url, b->url},           {a->volume, b->volume},     {a->issue, b->issue},
        {a->pages, b->pages},       {a->issn, b->issn},         {a->venue_short, b->venue_short},
        {a->language, b->language}, {a->type, b->type},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
        g_assert_cmpstr (pairs[i][0], ==, pairs[i][1]);
    g_assert_cmpint (b->year, ==, 2020);
    g_assert_cmpint (b->n_cited_reported, ==, 7);
    g_assert_cmpint (b->n_references_reported, ==, 2);
    g_assert_true (g_strv_equal (a->keywords, b->keywords));
    g_assert_true (g_strv_equal (a->references, b->references));
    g_assert_cmpuint (b->n_people, ==, 2);
    for (guint i = 0; i < 2; i++)
        g_assert_cmpstr (rhumb_corpus_get_person (corpus, a->people[i])->name, ==,
                         rhumb_corpus_get_person (again, b->people[i])->name);
    for (gsize i = 0; a->ids[i] != NULL; i++)
        g_assert_true (g_strv_contains (b->ids, a->ids[i]));
    g_assert_nonnull (strstr (b->extra, "\"note\":\"n\""));
}

#define BEYOND                                                                                \
    "{\"AD\":[\"Evidera, London; UK.\",\"Univ X\"],\"Author Affiliations\":\"U, V\","         \
    "\"cited_by_source\":{\"ris\":1},\"doi field\":\"10.1/x\",\"isbn\":\"9\",\"ISBN\":\"8\"," \
    "\"one\":[\"single, item (2019)\"],\"PT\":[\"Review\"],\"type field\":\"T\",\"year "      \
    "field\":\"x\"}"

static int
compare_texts (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The fields of an extra but the citation key, sorted. */
static char *
list_fields (const char *extra)
{
    g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
    RhumbExtraMember member;
    for (const char *at = extra; rhumb_extra_next_member (at, &member); at = member.end) {
        g_assert_nonnull (member.end);
        if (!g_str_has_prefix (member.name, "\"citation_key\""))
            g_ptr_array_add (fields, g_strndup (member.name, (gsize)(member.end - member.name)));
    }
    g_ptr_array_sort (fields, compare_texts);
    g_ptr_array_add (fields, NULL);
    return g_strjoinv ("\n", (char **)fields->pdata);
}

static void
fields_beyond_bibtex_are_the_same_after_a_round (void)
{
    g_autofree char *text = g_strdup_printf (
        "{\"title\":\"One\",\"year\":2016,\"date\":\"Spring 2016\","
        "\"type\":\"Case Report\",\"authors\":[{\"name\":\"Lee, Ann\",\"orcid\":"
        "\"0000-0002-1825-0097\"},{\"name\":\"Roe, Bo\",\"id\":\"scopus:5\"}],%s\n",
        &BEYOND[1]);
    g_autoptr (RhumbCorpus) first = test_load_text ("x.jsonl", text);
    const RhumbPaper *a = rhumb_corpus_get_paper (first, 0);
    g_autofree char *expected = list_fields (BEYOND);
    g_autofree char *read = list_fields (a->extra);
    g_assert_cmpstr (read, ==, expected);
    g_autofree char *bibtex = write_bibtex (first);
    g_test_message ("%s", bibtex);
    g_assert_nonnull (strstr (bibtex, "ad = {{Evidera, London; UK.}; Univ X}"));
    g_autoptr (RhumbCorpus) second = test_load_text ("x.bib", bibtex);
    const RhumbPaper *b = rhumb_corpus_get_paper (second, 0);
    g_autofree char *found = list_fields (b->extra);
    g_assert_cmpstr (found, ==, expected);
    g_assert_cmpstr (b->date, ==, "Spring 2016");
    g_assert_cmpstr (b->type, ==, "Case Report");
    for (guint i = 0; i < 2; i++)
        g_assert_cmpstr (rhumb_corpus_get_person (first, a->people[i])->id, ==,
                         rhumb_corpus_get_person (second, b->people[i])->id);
    g_autofree char *again = write_bibtex (second);
    g_autoptr (RhumbCorpus) third = test_load_text ("x.bib", again);
    g_autofree char *last = list_fields (rhumb_corpus_get_paper (third, 0)->extra);
    g_assert_cmpstr (last, ==, expected);
}

/* Marks of a hostile file neither break the extra nor make fields of the schema. */
static void
hostile_marks_do_no_harm (void)
{
    g_autoptr (RhumbCorpus) corpus = test_load_text (
        "x.bib", "@misc{k, title = {One}, a = {1}, b = {2}, pt = {3}, j = {[1,}, rhumb-fields = "
                 "{X=a; X=b; pt=a; title=b; J(); =; []; @date[]=zz}}\n");
    const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, 0);
    g_assert_cmpstr (paper->title, ==, "One");
    g_autofree char *found = list_fields (paper->extra);
    g_assert_nonnull (strstr (found, "\"J\":\"[1,\""));
}

static void
dates_are_those_of_iso (void)
{
    static const char *const cases[][2] = {
        {"2016 Mar-Apr", "date = {2016-03/2016-04}"},
        {"2016 Mar 5", "date = {2016-03-05}"},
        {"March 2016", "date = {2016-03}"},
        {"2016/03/05/", "date = {2016-03-05}"},
        {"2016-12/2017-01", "date = {2016-12/2017-01}"},
        {"5 March 2016", "date = {2016-03-05}"},
        {"2016/03//Mar", "publication-date = {2016/03//Mar}"},
        {"2016 Spring", "publication-date = {2016 Spring}"},
        {"2016 Mar 30-Apr 2", "publication-date = {2016 Mar 30-Apr 2}"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *text =
            g_strdup_printf ("{\"title\":\"One\",\"year\":2016,\"date\":\"%s\"}\n", cases[i][0]);
        g_autoptr (RhumbCorpus) corpus = test_load_text ("x.jsonl", text);
        g_autofree char *bibtex = write_bibtex (corpus);
        g_test_message ("%s", bibtex);
        g_assert_nonnull (strstr (bibtex, cases[i][1]));
    }
}

/* Names as they come from any source, and as BibTeX reads them right. */
static void
people_and_bodies_are_written_for_bibtex (void)
{
    static const char *const cases[][2] = {
        {"García Márquez, Gabriel", "García Márquez, Gabriel"},
        {"Ann Lee", "Ann Lee"},
        {"Plato", "Plato"},
        {"Smith, John, Jr.", "Smith, Jr., John"},
        {"John Smith, Jr.", "Smith, Jr., John"},
        {"World Health Organization", "{World Health Organization}"},
        {"Ministry of Health, Labour", "{Ministry of Health, Labour}"},
        {"Sony, Inc.", "{Sony, Inc.}"},
        {"ISPOR Task Force", "{ISPOR Task Force}"},
        {"Rock and Roll", "{Rock and Roll}"},
        {"A, B, C", "{A, B, C}"},
        {"others", "{others}"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GString) out = g_string_new (NULL);
        rhumb_bibtex_write_name (out, cases[i][0]);
        g_assert_cmpstr (out->str, ==, cases[i][1]);
    }
}

static void
people_are_the_same_after_a_round (void)
{
    g_autoptr (RhumbCorpus) first = test_load_text (
        "x.bib", "@book{a, title = {One}, author = {Garc{\\'\\i}a M{\\'a}rquez, Gabriel and von "
                 "Last, Jr., First and {World Health Organization} and {Sony, Inc.} and Ludwig van "
                 "Beethoven and Plato and Smith, PhD, Jo}}\n");
    g_autofree char *bibtex = write_bibtex (first);
    g_assert_nonnull (strstr (bibtex, "García Márquez, Gabriel and von Last, Jr., First and {World "
                                      "Health Organization} and {Sony, Inc.} and "));
    g_autoptr (RhumbCorpus) second = test_load_text ("x.bib", bibtex);
    g_assert_cmpuint (rhumb_corpus_get_n_people (first), ==, 7);
    g_assert_cmpuint (rhumb_corpus_get_n_people (second), ==, 7);
    for (guint32 i = 0; i < 7; i++) {
        const RhumbPerson *a = rhumb_corpus_get_person (first, i);
        const RhumbPerson *b = rhumb_corpus_get_person (second, i);
        g_assert_cmpstr (a->id, ==, b->id);
        g_assert_cmpstr (a->name, ==, b->name);
    }
    /* The ids are those of the names as they are spoken. */
    g_autoptr (RhumbCorpus) spoken = test_load_text (
        "x.jsonl",
        "{\"title\":\"One\",\"authors\":[\"Gabriel García Márquez\",\"Jr First von Last\"]}\n");
    for (guint32 i = 0; i < 2; i++) {
        gboolean found = FALSE;
        for (guint32 k = 0; k < 7; k++)
            found |= g_str_equal (rhumb_corpus_get_person (spoken, i)->id,
                                  rhumb_corpus_get_person (first, k)->id);
        g_assert_true (found);
    }
}

static void
gives_each_paper_a_key_of_its_own (void)
{
    g_autoptr (RhumbCorpus) corpus = test_load_text (
        "x.jsonl",
        "{\"id\":\"a\",\"title\":\"The Same Word\",\"year\":2001,\"authors\":[\"Öz, A\"]}\n"
        "{\"id\":\"b\",\"title\":\"Same thing\",\"year\":2001,\"authors\":[\"A Öz\"]}\n"
        "{\"id\":\"c\",\"title\":\"…\"}\n");
    g_autofree char *bibtex = write_bibtex (corpus);
    g_assert_nonnull (strstr (bibtex, "@misc{oz2001same,"));
    g_assert_nonnull (strstr (bibtex, "@misc{oz2001samea,"));
    g_assert_nonnull (strstr (bibtex, "@misc{paper,"));
}

/* Keys as trying every letter and number from the first gives them, told apart from each other and
 * from one that is called so by itself. */
static void
papers_called_alike_get_letters_then_numbers (void)
{
    g_autoptr (GString) jsonl = g_string_new ("{\"id\":\"0\",\"citation_key\":\"paperb\"}\n");
    for (guint i = 100; i < 130; i++)
        g_string_append_printf (jsonl, "{\"id\":\"%u\"}\n", i);
    g_string_append (jsonl, "{\"id\":\"200\",\"citation_key\":\"papera\"}\n");
    g_autoptr (RhumbCorpus) corpus = test_load_text ("x.jsonl", jsonl->str);
    g_autofree char *bibtex = write_bibtex (corpus);
    static const char *const KEYS[] = {"paperb", "paper",    "papera",   "paperc",
                                       "paperz", "paper_27", "paper_30", "paperaa"};
    for (gsize i = 0; i < G_N_ELEMENTS (KEYS); i++) {
        g_autofree char *begin = g_strdup_printf ("@misc{%s,", KEYS[i]);
        g_assert_nonnull (strstr (bibtex, begin));
    }
    g_assert_null (strstr (bibtex, "@misc{paper_31,"));
}

static void
escapes_hostile_words (void)
{
    static const struct {
        const char *text;
        const char *expected;
    } cases[] = {
        {"\"<script>]]>", "\"<script>]]>"},
        {"\\N{}", "\\textbackslash{}N\\{\\}"},
        {"a\xE2\x80\xAE"
         "b",
         "a b"},
        {"$x{$ and $5", "\\$x\\{\\$ and \\$5"},
        {"$\\frac{a}{b}$", "$\\frac{a}{b}$"},
        {"``a'' -- b", "`{}`a'{}' -{}- b"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GString) out = g_string_new (NULL);
        rhumb_escape_bibtex (out, cases[i].text);
        g_assert_cmpstr (out->str, ==, cases[i].expected);
    }
    g_autofree char *word = g_strnfill (10 << 20, 'w');
    g_autoptr (GString) out = g_string_new (NULL);
    rhumb_escape_bibtex (out, word);
    g_assert_cmpuint (out->len, ==, 10 << 20);
}

/* python3-bibtexparser reads the same keys, titles and DOIs. */
static void
is_read_by_another_parser (void)
{
    static const char program[] =
        "import sys, bibtexparser\n"
        "entries = bibtexparser.load(open(sys.argv[1])).entries\n"
        "print(len(entries), entries[0]['year'], entries[0]['doi'], entries[0]['author'])\n";
    if (!g_file_test ("/usr/bin/python3", G_FILE_TEST_IS_EXECUTABLE)) {
        g_test_skip ("no python3");
        return;
    }
    g_autoptr (RhumbCorpus) corpus = test_load_text ("x.jsonl", FULL);
    g_autofree char *folder = g_dir_make_tmp ("rhumb-test-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, "x.bib", NULL);
    g_autoptr (GError) error = NULL;
    g_assert_true (rhumb_corpus_save (corpus, path, NULL, &error));
    const char *const arguments[] = {"/usr/bin/python3", "-c", program, path, NULL};
    g_autofree char *out = NULL;
    g_autofree char *words = NULL;
    int status = 0;
    g_assert_true (g_spawn_sync (NULL, (char **)arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out,
                                 &words, &status, &error));
    test_remove_folder (folder);
    if (strstr (words, "No module named") != NULL) {
        g_test_skip ("no python3-bibtexparser");
        return;
    }
    g_assert_cmpstr (words, ==, "");
    g_assert_cmpstr (out, ==, "1 2020 10.1000/a_b Ada Lovelace and {Barnes and Noble, Inc.}\n");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/write-bibtex/writes-what-is-read-again", writes_what_is_read_again);
    g_test_add_func ("/write-bibtex/fields-beyond-bibtex-are-the-same-after-a-round",
                     fields_beyond_bibtex_are_the_same_after_a_round);
    g_test_add_func ("/write-bibtex/hostile-marks-do-no-harm", hostile_marks_do_no_harm);
    g_test_add_func ("/write-bibtex/dates-are-those-of-iso", dates_are_those_of_iso);
    g_test_add_func ("/write-bibtex/people-and-bodies-are-written-for-bibtex",
                     people_and_bodies_are_written_for_bibtex);
    g_test_add_func ("/write-bibtex/people-are-the-same-after-a-round",
                     people_are_the_same_after_a_round);
    g_test_add_func ("/write-bibtex/gives-each-paper-a-key-of-its-own",
                     gives_each_paper_a_key_of_its_own);
    g_test_add_func ("/write-bibtex/papers-called-alike-get-letters-then-numbers",
                     papers_called_alike_get_letters_then_numbers);
    g_test_add_func ("/write-bibtex/escapes-hostile-words", escapes_hostile_words);
    g_test_add_func ("/write-bibtex/is-read-by-another-parser", is_read_by_another_parser);
    return g_test_run ();
}
