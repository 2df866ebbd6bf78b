/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "io/format.h"

#include <string.h>

#include "graph/error.h"
#include "tests/io/loading.h"

#define FULL                                                                                    \
    "{\"id\":\"W1\",\"title\":\"A title\",\"abstract\":\"Text.\",\"year\":2024,\"date\":"       \
    "\"2024-05-01\",\"venue\":\"A journal\",\"authors\":[{\"name\":\"Ada Lovelace\",\"orcid\":" \
    "\"0000-0002-1825-0097\"},{\"name\":\"Bob\",\"id\":\"scopus:57\"}],\"keywords\":[\"k1\","   \
    "\"k2\"],\"doi\":"                                                                          \
    "\"10.1000/x\",\"url\":\"http://x.org/\",\"references\":[\"W2\",\"Some text, 1999\"],"      \
    "\"cited_by\":12,\"language\":\"en\",\"pages\":\"1-2\",\"nested\":{\"a\":[1,true,null]}}\n"

static void
reads_every_field (void)
{
    g_autoptr (RhumbCorpus) corpus = test_load_text ("x.jsonl", FULL);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 1);
    const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, 0);
    g_assert_cmpstr (paper->title, ==, "A title");
    g_assert_cmpstr (paper->abstract, ==, "Text.");
    g_assert_cmpint (paper->year, ==, 2024);
    g_assert_cmpstr (paper->date, ==, "2024-05-01");
    g_assert_cmpstr (rhumb_corpus_get_venue (corpus, paper->venue)->name, ==, "A journal");
    g_assert_cmpuint (paper->n_people, ==, 2);
    const RhumbPerson *first = rhumb_corpus_get_person (corpus, paper->people[0]);
    g_assert_cmpstr (first->name, ==, "Ada Lovelace");
    g_assert_cmpstr (first->orcid, ==, "0000-0002-1825-0097");
    g_assert_cmpstr (rhumb_corpus_get_person (corpus, paper->people[1])->id, ==, "scopus:57");
    g_assert_cmpstr (paper->keywords[1], ==, "k2");
    g_assert_cmpstr (paper->doi, ==, "10.1000/x");
    g_assert_cmpuint (paper->n_references, ==, 2);
    g_assert_cmpint (paper->n_cited_reported, ==, 12);
    g_assert_cmpstr (paper->language, ==, "en");
    g_assert_cmpstr (paper->pages, ==, "1-2");
    g_assert_cmpstr (paper->extra, ==, "{\"nested\":{\"a\":[1,true,null]}}");
    g_assert_cmpuint (test_count_events (corpus, RHUMB_EVENT_NOTE), ==, 1);
}

static void
writes_the_same_again (void)
{
    static const char text[] =
        FULL "{\"title\":\"Only a title\"}\n"
             "{\"id\":\"b\",\"authors\":[\"Plain "
             "Name\"],\"keyphrases\":[\"x\"],\"real\":0.1,\"year\":null}\n"
             "{\"id\":\"c\",\"title\":\"\\u202eBidi \\ud834\\udd1e \\\"quoted\\\" \\\\ back\"}\n";
    g_autoptr (RhumbCorpus) corpus = test_load_text ("x.jsonl", text);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 4);
    g_autofree char *once = test_save_text (corpus);
    g_assert_null (strstr (once, "keyphrases"));
    g_autoptr (RhumbCorpus) again = test_load_text ("y.jsonl", once);
    g_autofree char *twice = test_save_text (again);
    g_assert_cmpstr (once, ==, twice);
    g_autofree char *digest = rhumb_corpus_get_digest (corpus);
    g_autofree char *digest_again = rhumb_corpus_get_digest (again);
    g_assert_cmpstr (digest, ==, digest_again);
}

/* Each file: a good line, then a line with a fault; what is reported for line 2. */
static const struct {
    const char *line;
    RhumbEventKind kind;
    const char *strict_message;
} faults[] = {
    {"{\"id\":\"b\",", RHUMB_EVENT_RECORD_LOST, "x:2: no valid JSON: "},
    {"nonsense", RHUMB_EVENT_RECORD_LOST, "x:2: no valid JSON: "},
    {"[1, 2]", RHUMB_EVENT_RECORD_LOST, "x:2: no JSON object: [1, 2], expected a JSON object"},
    {"{\"id\":\"b\"} trailing", RHUMB_EVENT_RECORD_LOST, "x:2: no valid JSON: "},
    {"{\"title\":\"\\ud800\"}", RHUMB_EVENT_RECORD_LOST, "x:2: no valid JSON: "},
    {"{\"abstract\":\"no id, no title\"}", RHUMB_EVENT_RECORD_LOST, "x:2: "},
    {"{\"id\":\"b\",\"title\":7}", RHUMB_EVENT_FIELD_DROPPED,
     "x:2: title is 7, expected a text without NUL"},
    {"{\"id\":\"b\",\"title\":\"a\\u0000b\"}", RHUMB_EVENT_FIELD_DROPPED, "x:2: title is "},
    {"{\"id\":\"b\",\"year\":\"soon\"}", RHUMB_EVENT_FIELD_DROPPED,
     "x:2: year is \"soon\", expected a year from 1000 to 2999"},
    {"{\"id\":\"b\",\"year\":9223372036854775808}", RHUMB_EVENT_FIELD_DROPPED, "x:2: year is "},
    {"{\"id\":\"b\",\"year\":99999}", RHUMB_EVENT_FIELD_DROPPED, "x:2: year is 99999, expected"},
    {"{\"id\":\"b\",\"cited_by\":-1}", RHUMB_EVENT_FIELD_DROPPED,
     "x:2: cited_by is -1, expected a count from 0"},
    {"{\"id\":\"b\",\"authors\":\"A, B\"}", RHUMB_EVENT_FIELD_DROPPED,
     "x:2: authors is \"A, B\", expected a list of authors"},
    {"{\"id\":\"b\",\"authors\":[{\"orcid\":\"x\"}]}", RHUMB_EVENT_FIELD_DROPPED,
     "x:2: authors is"},
    {"{\"id\":\"b\",\"authors\":[{\"name\":\"A\",\"id\":\"3\"}]}", RHUMB_EVENT_FIELD_DROPPED,
     "x:2: id of an author is \"3\", expected one of a database"},
    {"{\"id\":\"b\",\"authors\":[{\"name\":\"A\",\"orcid\":3}]}", RHUMB_EVENT_FIELD_DROPPED,
     "x:2: orcid is 3, expected a text"},
    {"{\"id\":\"b\",\"keywords\":[\"k\",1]}", RHUMB_EVENT_FIELD_DROPPED,
     "x:2: keywords is 1, expected a text in the list"},
    {"{\"id\":\"b\",\"references\":{}}", RHUMB_EVENT_FIELD_DROPPED,
     "x:2: references is {}, expected a list of texts"},
    {"{\"id\":\"b\",\"id\":\"c\"}", RHUMB_EVENT_FIELD_DROPPED, "x:2: duplicate object key"},
};

static void
reports_faults (void)
{
    for (gsize i = 0; i < G_N_ELEMENTS (faults); i++) {
        g_autofree char *text = g_strdup_printf (
            "{\"id\":\"a\",\"title\":\"T\"}\n%s\n{\"id\":\"z\"}\n", faults[i].line);
        g_autoptr (RhumbCorpus) corpus = test_load_text ("x", text);
        g_test_message ("%s", faults[i].line);
        g_assert_nonnull (test_find_event (corpus, faults[i].kind, 2));
        const gboolean lost = faults[i].kind == RHUMB_EVENT_RECORD_LOST;
        g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, lost ? 2 : 3);
        g_autoptr (GError) error = NULL;
        g_assert_null (test_load_bytes ("x", text, strlen (text), TRUE, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
        g_test_message ("%s", error->message);
        g_assert_true (g_str_has_prefix (error->message, faults[i].strict_message));
    }
}

static void
survives_depth (void)
{
    g_autoptr (GString) text = g_string_new ("{\"id\":\"a\"}\n{\"id\":\"b\",\"x\":");
    for (int i = 0; i < 100000; i++)
        g_string_append_c (text, '[');
    g_autoptr (RhumbCorpus) corpus = test_load_text ("x", text->str);
    g_assert_nonnull (test_find_event (corpus, RHUMB_EVENT_RECORD_LOST, 2));
}

/* Integers of any size: those beyond 64 bits become floating point, those within stay. */
static void
keeps_large_integers (void)
{
    g_autoptr (RhumbCorpus) corpus = test_load_text (
        "x", "{\"id\":\"a\",\"year\":2001,\"t\":\"123456789012345678901\","
             "\"n\":[9223372036854775807,9223372036854775808,123456789012345678901234567890,"
             "1.12345678901234567890123]}\n");
    const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, 0);
    g_assert_cmpint (paper->year, ==, 2001);
    g_autofree char *text = test_save_text (corpus);
    g_assert_nonnull (strstr (text, "\"t\":\"123456789012345678901\""));
    g_assert_nonnull (strstr (text, "\"n\":[9223372036854775807,9.22337203685477"));
    g_assert_nonnull (strstr (text, ",1.234567890123456"));
    g_assert_nonnull (strstr (text, "e29,1.12345678901234"));
}

static void
counts_the_last_of_repeated_names (void)
{
    g_autoptr (RhumbCorpus) corpus =
        test_load_text ("x", "{\"id\":\"a\",\"keywords\":[\"k\"],\"other\":1,\"keywords\":[\"l\"],"
                             "\"other\":{\"b\":2}}\n{\"id\\u0000\":\"b\"}\n");
    const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, 0);
    g_assert_cmpstr (paper->keywords[0], ==, "l");
    g_assert_null (paper->keywords[1]);
    g_assert_cmpstr (paper->extra, ==, "{\"other\":{\"b\":2}}");
    g_assert_cmpuint (test_count_events (corpus, RHUMB_EVENT_FIELD_DROPPED), ==, 2);
    g_assert_nonnull (test_find_event (corpus, RHUMB_EVENT_RECORD_LOST, 2));
}

/* A file with thousands of names may not fill the report. */
static void
names_unknown_fields_once (void)
{
    g_autoptr (GString) text = g_string_new (NULL);
    for (int i = 0; i < 200; i++)
        g_string_append_printf (text, "{\"id\":\"%d\",\"same\":1,\"f%d\":2}\n", i, i);
    g_autoptr (RhumbCorpus) corpus = test_load_text ("x", text->str);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 200);
    g_assert_cmpuint (test_count_events (corpus, RHUMB_EVENT_NOTE), ==, 65);
}

static void
reads_collections (void)
{
    static const struct {
        const char *name;
        guint n;
    } files[] = {{"keyphrases/inspec_train.jsonl", 1000},
                 {"keyphrases/semeval2010_train.jsonl", 140},
                 {"topics/arxiv_dev500.jsonl", 500}};
    const char *folder = g_getenv ("RHUMB_SHARED_DATA");
    g_autofree char *beside = g_build_filename (SOURCE_ROOT, "../shared/data", NULL);
    folder = folder != NULL ? folder : beside;
    if (!g_file_test (folder, G_FILE_TEST_IS_DIR)) {
        g_test_skip ("the shared data are not here");
        return;
    }
    for (gsize i = 0; i < G_N_ELEMENTS (files); i++) {
        g_autoptr (GError) error = NULL;
        g_autofree char *path = g_build_filename (folder, files[i].name, NULL);
        const char *const paths[] = {path, NULL};
        g_autoptr (RhumbCorpus) corpus = rhumb_corpus_load (paths, NULL, &error);
        g_assert_no_error (error);
        g_assert_cmpuint (rhumb_corpus_get_source (corpus, 0)->n_records, ==, files[i].n);
        g_assert_cmpuint (rhumb_corpus_get_source (corpus, 0)->n_records_lost, ==, 0);
    }
}

/* As data frames are written: an integer beyond 64 bits is no fault, the last item is none. */
static void
reads_one_list (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbCorpus) corpus =
        test_load_text ("x.json", "\n [ {\"title\": \"A \\\"[{\",\n\"year\": 2019},\n"
                                  "{\"title\": \"B\", \"other\": 18446744073709551616}, 7]\n");
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 2);
    g_assert_cmpuint (rhumb_corpus_get_source (corpus, 0)->n_records_lost, ==, 1);
    g_assert_cmpstr (rhumb_corpus_get_source (corpus, 0)->format, ==, "jsonl");
    static const char other[] = "[{\"name\": \"title\"}]";
    g_assert_null (test_load_bytes ("other.json", other, strlen (other), FALSE, &error));
    g_assert_nonnull (strstr (error->message, "expected papers: one of"));
}

/* Lists and pages with a fault: records that are kept and lost, and the line of the last fault. */
static const struct {
    const char *text;
    guint64 n;
    guint64 n_lost;
    guint64 n_breaks;
    guint64 line;
} broken[] = {
    {"[{\"title\": \"A\"},\n {\"title\": ", 1, 1, 1, 2},
    {"[{\"title\": \"A\"},\n {\"title\": \"B\"}", 2, 1, 1, 2},
    {"[{\"title\": \"A\"},\n\n", 1, 1, 1, 1},
    {"[{\"title\": \"A\"},\n{\"title\": B, \"c\": [{}]},\n{\"title\": \"C\"}]", 2, 1, 0, 2},
    {"[{\"title\": \"A\"},\n{\"title\": (\"B\": 1}},\n{\"title\": \"C\"}]", 2, 1, 0, 2},
    {"[{\"title\": \"A\"},\n{\"title\": \"B\"}]]", 2, 0, 0, 2},
    {"{\"meta\": {\"results\": [{}], \"a\": \"]}\"}, \"results\": [\n"
     "{\"id\": \"https://openalex.org/W1\", \"publication_year\": 2001, \"title\": \"A, {[\\\"\"},\n"
     "{\"id\": \"https://openalex.org/W2\", \"authorships\": [{}, {\"author",
     1, 1, 1, 3},
    {"{\"message\": {\"items-per-page\": 2, \"items\": [{\"DOI\": \"10.1234/a\", \"container-title\": [], \"title\": [\"A\"]},\n"
     "{\"DOI\": \"10.1234/b\", \"title\": [\"B\"]}], \"query\": {",
     2, 0, 0, 2},
};

static void
keeps_records_that_are_whole (void)
{
    for (gsize i = 0; i < G_N_ELEMENTS (broken); i++) {
        g_test_message ("%s", broken[i].text);
        g_autoptr (RhumbCorpus) corpus = test_load_text ("x.json", broken[i].text);
        const RhumbSource *source = rhumb_corpus_get_source (corpus, 0);
        g_assert_cmpuint (source->n_records, ==, broken[i].n);
        g_assert_cmpuint (source->n_records_lost, ==, broken[i].n_lost);
        g_assert_cmpuint (source->n_breaks, ==, broken[i].n_breaks);
        const RhumbEventKind kind =
            broken[i].n_lost > 0 ? RHUMB_EVENT_RECORD_LOST : RHUMB_EVENT_NOTE;
        g_assert_nonnull (test_find_event (corpus, kind, broken[i].line));
    }
    static const char *const none[] = {"[{\"title\": ",
                                       "{\"id\": \"https://openalex.org/W1\", \"a\": [{}"};
    for (gsize i = 0; i < G_N_ELEMENTS (none); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_null (test_load_bytes ("x.json", none[i], strlen (none[i]), FALSE, &error));
        g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/jsonl/reads-every-field", reads_every_field);
    g_test_add_func ("/jsonl/writes-the-same-bytes-again", writes_the_same_again);
    g_test_add_func ("/jsonl/reports-each-fault-with-its-line", reports_faults);
    g_test_add_func ("/jsonl/survives-deep-nesting", survives_depth);
    g_test_add_func ("/jsonl/keeps-large-integers", keeps_large_integers);
    g_test_add_func ("/jsonl/counts-the-last-of-repeated-names", counts_the_last_of_repeated_names);
    g_test_add_func ("/jsonl/names-unknown-fields-once", names_unknown_fields_once);
    g_test_add_func ("/jsonl/reads-one-list-of-papers", reads_one_list);
    g_test_add_func ("/jsonl/keeps-records-that-are-whole", keeps_records_that_are_whole);
    g_test_add_func ("/jsonl/reads-collections-completely", reads_collections);
    return g_test_run ();
}
