/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Nothing that is read is lost silently: it is a paper, a line of the report, or an error.
 */
#include "graph/error.h"
#include "tests/graph/fixture.h"

static RhumbCorpusBuilder *
begin (gboolean strict)
{
    RhumbCorpusBuilder *builder = rhumb_corpus_builder_new ();
    rhumb_corpus_builder_set_strict (builder, strict);
    rhumb_corpus_builder_begin_source (builder, "papers.txt", "page");
    return builder;
}

static const FixtureRecord NAMELESS = {.year = 2001, .abstract = "Words without a name."};
static const FixtureRecord UNCERTAIN = {.id = "a", .title = "A", .year = 20011};

static void
a_record_without_id_and_title_is_lost_and_reported (void)
{
    static const FixtureRecord LOST[] = {
        {.abstract = "text"}, {.title = " \n"}, {.id = "\xe2\x80\x8b"}, {.doi = "not a DOI"}};
    g_autoptr (RhumbCorpusBuilder) builder = begin (FALSE);
    for (gsize i = 0; i < G_N_ELEMENTS (LOST); i++)
        g_assert_true (fixture_add (builder, &LOST[i], 10 + i, NULL));
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, NULL);
    const RhumbSource *source = rhumb_corpus_get_source (corpus, 0);
    g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, 0);
    g_assert_cmpuint (source->n_records, ==, 4);
    g_assert_cmpuint (source->n_records_lost, ==, 4);
    g_assert_cmpuint (rhumb_corpus_get_n_events (corpus), ==, 4);
    for (guint i = 0; i < 4; i++) {
        const RhumbEvent *event = rhumb_corpus_get_event (corpus, i);
        g_assert_cmpint (event->kind, ==, RHUMB_EVENT_RECORD_LOST);
        g_assert_cmpuint (event->line, ==, 10 + i);
        g_assert_cmpstr (event->found, ==, "a record without id and title");
        g_assert_cmpstr (event->why, ==, "expected at least one of them");
    }
}

static void
a_doi_alone_is_enough (void)
{
    static const FixtureRecord RECORD = {.doi = "10.1000/182"};
    g_autoptr (RhumbCorpusBuilder) builder = begin (TRUE);
    g_assert_true (fixture_add (builder, &RECORD, 1, NULL));
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, NULL);
    g_assert_cmpstr (rhumb_corpus_get_paper (corpus, 0)->id, ==, "doi:10.1000/182");
    g_assert_null (rhumb_corpus_get_paper (corpus, 0)->title);
}

static void
an_impossible_year_is_unknown_and_reported (void)
{
    static const int YEARS[] = {-44, 1, 999, 3000, 20011};
    g_autoptr (RhumbCorpusBuilder) builder = begin (FALSE);
    for (gsize i = 0; i < G_N_ELEMENTS (YEARS); i++) {
        g_autofree char *id = g_strdup_printf ("p%d", (int)i);
        const FixtureRecord record = {.id = id, .year = YEARS[i]};
        g_assert_true (fixture_add (builder, &record, i, NULL));
    }
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, NULL);
    g_assert_cmpuint (rhumb_corpus_get_n_events (corpus), ==, G_N_ELEMENTS (YEARS));
    for (guint32 v = 0; v < G_N_ELEMENTS (YEARS); v++)
        g_assert_cmpint (rhumb_corpus_get_paper (corpus, v)->year, ==, 0);
    g_assert_cmpstr (rhumb_corpus_get_event (corpus, 0)->found, ==, "year -44");
    g_assert_cmpint (rhumb_corpus_get_event (corpus, 0)->kind, ==, RHUMB_EVENT_FIELD_DROPPED);
}

static void
strict_reading_names_file_and_line (void)
{
    g_autoptr (GError) lost = NULL;
    g_autoptr (GError) dropped = NULL;
    g_autoptr (RhumbCorpusBuilder) builder = begin (TRUE);
    g_assert_false (fixture_add (builder, &NAMELESS, 12, &lost));
    g_assert_error (lost, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
    g_assert_cmpstr (lost->message, ==,
                     "papers.txt:12: a record without id and title, expected at least one of them");
    g_assert_false (fixture_add (builder, &UNCERTAIN, 31, &dropped));
    g_assert_error (dropped, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
    g_assert_cmpstr (dropped->message, ==,
                     "papers.txt:31: year 20011, expected a year from 1000 to 2999");
}

static void
strict_reading_still_skips_furniture (void)
{
    g_autoptr (RhumbCorpusBuilder) builder = begin (TRUE);
    g_assert_true (rhumb_corpus_builder_report (builder, RHUMB_EVENT_LINE_SKIPPED, 3, "page 1\x07",
                                                "no part of a record", NULL));
    g_assert_true (rhumb_corpus_builder_report (builder, RHUMB_EVENT_NOTE, 0, "x", "a note", NULL));
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, NULL);
    g_assert_cmpuint (rhumb_corpus_get_source (corpus, 0)->n_lines_skipped, ==, 1);
    g_assert_cmpuint (rhumb_corpus_get_source (corpus, 0)->n_records_lost, ==, 0);
    g_assert_cmpstr (rhumb_corpus_get_event (corpus, 0)->found, ==, "page 1");
}

static void
long_findings_are_shortened (void)
{
    g_autofree char *found = g_strnfill (5000, 'x');
    g_autoptr (RhumbCorpusBuilder) builder = begin (FALSE);
    rhumb_corpus_builder_report (builder, RHUMB_EVENT_NOTE, 1, found, "too long", NULL);
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, NULL);
    g_assert_cmpint (g_utf8_strlen (rhumb_corpus_get_event (corpus, 0)->found, -1), ==, 120);
}

/* Years of six papers, 0 = unknown, and how many stay. */
static void
a_doi_that_is_none_is_kept_and_reported (void)
{
    const FixtureRecord record = {.title = "Ants", .doi = "10.1/\"abc\""};
    g_autoptr (RhumbCorpusBuilder) builder = begin (FALSE);
    g_assert_true (fixture_add (builder, &record, 7, NULL));
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, NULL);
    const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, 0);
    g_assert_null (paper->doi);
    g_assert_cmpstr (paper->extra, ==, "{\"doi field\":\"10.1/\\\"abc\\\"\"}");
    const RhumbEvent *event = rhumb_corpus_get_event (corpus, 0);
    g_assert_cmpint (event->kind, ==, RHUMB_EVENT_FIELD_DROPPED);
    g_assert_cmpstr (event->found, ==, "doi is '10.1/\"abc\"'");
    g_autoptr (RhumbCorpusBuilder) strict = begin (TRUE);
    g_autoptr (GError) error = NULL;
    g_assert_false (fixture_add (strict, &record, 7, &error));
    g_assert_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT);
}

static void
names_have_letters_and_no_ties (void)
{
    const FixtureRecord record = {.title = "Ants", .authors = "NVIDIA|:|Tommaso~Treu|王"};
    g_autoptr (RhumbCorpusBuilder) builder = begin (TRUE);
    g_assert_true (fixture_add (builder, &record, 7, NULL));
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, NULL);
    const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, 0);
    static const char *const names[] = {"NVIDIA", "Tommaso Treu", "王"};
    g_assert_cmpuint (paper->n_people, ==, G_N_ELEMENTS (names));
    for (guint i = 0; i < paper->n_people; i++)
        g_assert_cmpstr (rhumb_corpus_get_person (corpus, paper->people[i])->name, ==, names[i]);
    g_assert_cmpstr (rhumb_corpus_get_event (corpus, 0)->found, ==, "the author ':'");
    g_assert_cmpint (rhumb_corpus_get_event (corpus, 0)->kind, ==, RHUMB_EVENT_NOTE);
}

static void
years_outside_are_left_out_and_counted (void)
{
    static const int YEARS[] = {0, 1999, 2000, 2005, 2010, 2011};
    static const struct {
        int from;
        int to;
        guint n_kept;
    } CASES[] = {{0, 0, 6}, {2000, 2010, 3}, {2000, 0, 4}, {0, 2010, 4}, {2020, 2010, 0}};
    for (gsize c = 0; c < G_N_ELEMENTS (CASES); c++) {
        g_autoptr (RhumbCorpusBuilder) builder = begin (FALSE);
        rhumb_corpus_builder_set_years (builder, CASES[c].from, CASES[c].to);
        for (gsize i = 0; i < G_N_ELEMENTS (YEARS); i++) {
            g_autofree char *id = g_strdup_printf ("p%d", (int)i);
            const FixtureRecord record = {.id = id, .year = YEARS[i]};
            g_assert_true (fixture_add (builder, &record, i, NULL));
        }
        g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, NULL);
        g_assert_cmpuint (rhumb_corpus_get_n_papers (corpus), ==, CASES[c].n_kept);
        g_assert_cmpuint (rhumb_corpus_get_source (corpus, 0)->n_outside_years, ==,
                          6 - CASES[c].n_kept);
    }
}

static void
sources_are_counted_apart (void)
{
    static const FixtureRecord RECORD = {.id = "a", .title = "A"};
    g_autoptr (RhumbCorpusBuilder) builder = begin (FALSE);
    fixture_add (builder, &RECORD, 1, NULL);
    rhumb_corpus_builder_begin_source (builder, "second\tfile.bib", "bibtex");
    fixture_add (builder, &RECORD, 7, NULL);
    fixture_add (builder, &NAMELESS, 9, NULL);
    g_autoptr (RhumbCorpus) corpus = rhumb_corpus_builder_freeze (builder, NULL);
    const RhumbSource *second = rhumb_corpus_get_source (corpus, 1);
    g_assert_cmpuint (rhumb_corpus_get_n_sources (corpus), ==, 2);
    g_assert_cmpuint (rhumb_corpus_get_source (corpus, 0)->n_records, ==, 1);
    g_assert_cmpuint (rhumb_corpus_get_source (corpus, 0)->n_merged, ==, 0);
    g_assert_cmpstr (second->name, ==, "second file.bib");
    g_assert_cmpstr (second->format, ==, "bibtex");
    g_assert_cmpuint (second->n_records, ==, 2);
    g_assert_cmpuint (second->n_merged, ==, 1);
    g_assert_cmpuint (second->n_records_lost, ==, 1);
    g_assert_cmpuint (rhumb_corpus_get_event (corpus, 0)->source, ==, 1);
}

static void
a_cleared_record_is_as_new (void)
{
    g_autoptr (RhumbRecord) record = rhumb_record_new ();
    g_assert_cmpint (record->n_cited_reported, ==, -1);
    record->title = "A";
    record->year = 2001;
    record->n_cited_reported = 3;
    g_ptr_array_add (record->keywords, "maps");
    rhumb_record_clear (record);
    g_assert_null (record->title);
    g_assert_cmpint (record->year, ==, 0);
    g_assert_cmpint (record->n_cited_reported, ==, -1);
    g_assert_cmpuint (record->keywords->len, ==, 0);
}

static void
kinds_of_events_have_words (void)
{
    static const char *const NAMES[] = {"line skipped", "record lost", "field dropped", "merged",
                                        "note"};
    for (guint kind = 0; kind < G_N_ELEMENTS (NAMES); kind++)
        g_assert_cmpstr (rhumb_event_kind_get_name (kind), ==, NAMES[kind]);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/corpus-builder/a-record-without-id-and-title-is-lost-and-reported",
                     a_record_without_id_and_title_is_lost_and_reported);
    g_test_add_func ("/corpus-builder/a-doi-alone-is-enough", a_doi_alone_is_enough);
    g_test_add_func ("/corpus-builder/a-doi-that-is-none-is-kept-and-reported",
                     a_doi_that_is_none_is_kept_and_reported);
    g_test_add_func ("/corpus-builder/names-have-letters-and-no-ties",
                     names_have_letters_and_no_ties);
    g_test_add_func ("/corpus-builder/an-impossible-year-is-unknown-and-reported",
                     an_impossible_year_is_unknown_and_reported);
    g_test_add_func ("/corpus-builder/strict-reading-names-file-and-line",
                     strict_reading_names_file_and_line);
    g_test_add_func ("/corpus-builder/strict-reading-still-skips-furniture",
                     strict_reading_still_skips_furniture);
    g_test_add_func ("/corpus-builder/long-findings-are-shortened", long_findings_are_shortened);
    g_test_add_func ("/corpus-builder/years-outside-are-left-out-and-counted",
                     years_outside_are_left_out_and_counted);
    g_test_add_func ("/corpus-builder/sources-are-counted-apart", sources_are_counted_apart);
    g_test_add_func ("/corpus-builder/a-cleared-record-is-as-new", a_cleared_record_is_as_new);
    g_test_add_func ("/corpus-builder/kinds-of-events-have-words", kinds_of_events_have_words);
    return g_test_run ();
}
