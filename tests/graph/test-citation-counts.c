/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A paper of several sources keeps what each of them counts.
 */
#include "graph/citation-counts.h"
#include "graph/corpus-builder.h"

typedef struct {
    const char *format;
    int n_cited;
    const char *extra;
} Row;

/* One paper from a record of each row, read in the order of the rows or against it. */
static char *
merge (const Row *rows, guint n_rows, gboolean backwards, int *n_cited)
{
    g_autoptr (RhumbCorpusBuilder) builder = rhumb_corpus_builder_new ();
    g_autoptr (RhumbRecord) record = rhumb_record_new ();
    for (guint i = 0; i < n_rows; i++) {
        const Row *row = &rows[backwards ? n_rows - 1 - i : i];
        rhumb_record_clear (record);
        record->id = "W1";
        record->title = "The citations of a paper";
        record->n_cited_reported = row->n_cited;
        record->extra = row->extra;
        rhumb_corpus_builder_begin_source (builder, row->format, row->format);
        g_assert_true (rhumb_corpus_builder_add (builder, record, NULL));
    }
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, NULL);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 1);
    const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, 0);
    *n_cited = paper->n_cited_reported;
    return g_strdup (paper->extra);
}

static void
check (const Row *rows, guint n_rows, int n_cited, const char *extra)
{
    for (gboolean backwards = FALSE; backwards <= TRUE; backwards++) {
        int found;
        g_autofree char *merged = merge (rows, n_rows, backwards, &found);
        g_assert_cmpint (found, ==, n_cited);
        g_assert_cmpstr (merged, ==, extra);
    }
}

static void
each_source_keeps_its_count (void)
{
    static const Row rows[] = {{"openalex", 12, NULL}, {"wos", -1, NULL}, {"scopus", 9, NULL}};
    check (rows, G_N_ELEMENTS (rows), 12, "{\"cited_by_source\":{\"openalex\":12,\"scopus\":9}}");
}

static void
of_one_source_the_largest_counts_and_needs_no_field (void)
{
    static const Row one[] = {{"ris", 3, NULL}, {"ris", 5, NULL}, {"nbib", -1, NULL}};
    static const Row two[] = {{"ris", 3, NULL}, {"ris", 5, "{\"a\":1}"}, {"nbib", 0, NULL}};
    check (one, G_N_ELEMENTS (one), 5, NULL);
    check (two, G_N_ELEMENTS (two), 5, "{\"a\":1,\"cited_by_source\":{\"nbib\":0,\"ris\":5}}");
}

static void
counts_that_were_written_are_read_again (void)
{
    static const Row rows[] = {
        {"jsonl", 12, "{\"cited_by_source\":{\"openalex\":12,\"scopus\":9},\"longer\":\"x\"}"},
        {"scopus", 10, NULL},
        {"wos", 20, "{}"},
    };
    check (rows, G_N_ELEMENTS (rows), 20,
           "{\"longer\":\"x\",\"cited_by_source\":{\"openalex\":12,\"scopus\":10,\"wos\":20}}");
}

static void
what_is_no_count_is_left_out (void)
{
    g_autoptr (GHashTable) counts = rhumb_citation_counts_new ();
    rhumb_citation_counts_add (counts, "jsonl", 4,
                               "{\"cited_by_source\": {\"a\\\"}\": 2 , \"b\":-1,\"c\":2.5,"
                               "\"d\":99999999999,\"e\":\"3\",\"f\":{\"g\":1},\"h\":7}, \"z\":1}");
    rhumb_citation_counts_add (counts, "broken", 1, "{\"cited_by_source\":{\"a");
    g_autofree char *extra = rhumb_citation_counts_put (counts, "{\"a\": 1 }");
    g_assert_cmpstr (extra, ==,
                     "{\"a\": 1,\"cited_by_source\":{\"a\\\"}\":2,\"broken\":1,\"h\":7}}");
}

static void
a_field_of_somebody_else_stays (void)
{
    static const Row rows[] = {{"csv", 3, "{\"cited_by_source\":\"many\"}"}, {"ris", 5, NULL}};
    check (rows, G_N_ELEMENTS (rows), 5, "{\"cited_by_source\":\"many\"}");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/citation-counts/each-source-keeps-its-count", each_source_keeps_its_count);
    g_test_add_func ("/citation-counts/of-one-source-the-largest-counts-and-needs-no-field",
                     of_one_source_the_largest_counts_and_needs_no_field);
    g_test_add_func ("/citation-counts/counts-that-were-written-are-read-again",
                     counts_that_were_written_are_read_again);
    g_test_add_func ("/citation-counts/what-is-no-count-is-left-out", what_is_no_count_is_left_out);
    g_test_add_func ("/citation-counts/a-field-of-somebody-else-stays",
                     a_field_of_somebody_else_stays);
    return g_test_run ();
}
