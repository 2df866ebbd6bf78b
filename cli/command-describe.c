/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * rhumb describe: what have I got?
 */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "cli/run.h"
#include "io/output.h"

static int run_describe (const Command *command, int argc, char **argv);

const Command command_describe = {
    "describe",
    "what have I got: papers, years, missing fields, references",
    "FILE…",
    "records: read, before merging; papers: after. resolved: references that name an id or DOI;\n"
    "inside: those whose paper is among these. lost: records that could not be used;\n"
    "skipped: lines that belong to no record (--report tells each).\n\n"
    "Example: rhumb describe examples/papers-page.txt",
    run_describe,
};

/* What a corpus holds, counted once. */
typedef struct {
    guint64 records, lost, skipped, merged, outside_years;
    guint64 references, resolved, inside;
    guint32 papers, concepts, people, venues;
    guint32 no_title, no_abstract, no_year, no_authors, no_venue, no_references, no_doi;
    int first_year, last_year;
} Counts;

static void
count_sources (const RhumbCorpus *corpus, Counts *counts)
{
    for (guint i = 0; i < rhumb_corpus_get_n_sources (corpus); i++) {
        const RhumbSource *source = rhumb_corpus_get_source (corpus, i);
        counts->records += source->n_records;
        counts->lost += source->n_records_lost;
        counts->skipped += source->n_lines_skipped;
        counts->merged += source->n_merged;
        counts->outside_years += source->n_outside_years;
    }
}

/* A reference is resolved when it names a paper in a way that any library would find. */
static gboolean
names_a_paper (const char *reference)
{
    g_autofree char *doi = rhumb_identifier_parse_doi (reference);
    g_autofree char *arxiv = rhumb_identifier_parse_arxiv (reference);
    return doi != NULL || arxiv != NULL;
}

static void
count_references (const RhumbCorpus *corpus, const RhumbPaper *paper, Counts *counts)
{
    counts->references += paper->n_references;
    counts->inside += paper->n_cites;
    for (guint i = 0; i < paper->n_references; i++) {
        g_autofree char *id = rhumb_identifier_normalise (paper->references[i]);
        counts->resolved += rhumb_corpus_find_paper (corpus, id) != RHUMB_NONE ||
                            names_a_paper (paper->references[i]);
    }
}

static void
count_paper (const RhumbPaper *paper, Counts *counts)
{
    counts->no_title += paper->title == NULL;
    counts->no_abstract += paper->abstract == NULL;
    counts->no_year += paper->year == 0;
    counts->no_authors += paper->n_people == 0;
    counts->no_venue += paper->venue == RHUMB_NONE;
    counts->no_references += paper->n_references == 0;
    counts->no_doi += paper->doi == NULL;
    if (paper->year == 0)
        return;
    if (counts->first_year == 0 || paper->year < counts->first_year)
        counts->first_year = paper->year;
    counts->last_year = MAX (counts->last_year, paper->year);
}

static Counts
count (const Results *results)
{
    const RhumbCorpus *corpus = results->corpus;
    Counts counts = {.papers = rhumb_corpus_get_n_papers (corpus),
                     .concepts =
                         rhumb_graph_get_n_nodes_of_kind (results->graph, RHUMB_NODE_CONCEPT),
                     .people = rhumb_corpus_get_n_people (corpus),
                     .venues = rhumb_corpus_get_n_venues (corpus)};
    count_sources (corpus, &counts);
    for (guint32 v = 0; v < counts.papers; v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        count_paper (paper, &counts);
        count_references (corpus, paper, &counts);
    }
    return counts;
}

static json_t *
year_or_null (int year)
{
    return year != 0 ? json_integer (year) : json_null ();
}

static json_t *
describe_sources (const RhumbCorpus *corpus)
{
    json_t *sources = json_array ();
    for (guint i = 0; i < rhumb_corpus_get_n_sources (corpus); i++) {
        const RhumbSource *source = rhumb_corpus_get_source (corpus, i);
        json_array_append_new (sources, json_pack ("{s:s, s:s, s:I, s:I, s:I, s:I}", "name",
                                                   source->name, "format", source->format,
                                                   "records", (json_int_t)source->n_records, "lost",
                                                   (json_int_t)source->n_records_lost, "merged",
                                                   (json_int_t)source->n_merged, "skipped",
                                                   (json_int_t)source->n_lines_skipped));
    }
    return sources;
}

static json_t *
describe_missing (const Counts *counts)
{
    return json_pack ("{s:i, s:i, s:i, s:i, s:i, s:i, s:i}", "title", counts->no_title, "abstract",
                      counts->no_abstract, "year", counts->no_year, "authors", counts->no_authors,
                      "venue", counts->no_venue, "references", counts->no_references, "doi",
                      counts->no_doi);
}

static char *
write_json (const RhumbCorpus *corpus, const Counts *counts)
{
    json_t *object = json_pack (
        "{s:I, s:i, s:i, s:I, s:I, s:I, s:i, s:i, s:o, s:o, s:I, s:I, s:I, s:I, s:o, s:o}",
        "records", (json_int_t)counts->records, "papers", counts->papers, "concepts",
        counts->concepts, "references", (json_int_t)counts->references, "resolved",
        (json_int_t)counts->resolved, "inside", (json_int_t)counts->inside, "people",
        counts->people, "venues", counts->venues, "first_year", year_or_null (counts->first_year),
        "last_year", year_or_null (counts->last_year), "skipped", (json_int_t)counts->skipped,
        "lost", (json_int_t)counts->lost, "merged", (json_int_t)counts->merged, "outside_years",
        (json_int_t)counts->outside_years, "missing", describe_missing (counts), "sources",
        describe_sources (corpus));
    char *text = json_dumps (object, JSON_COMPACT);
    char *result = g_strconcat (text, "\n", NULL);
    free (text);
    json_decref (object);
    return result;
}

static void
add_missing (GString *text, guint32 n, const char *field, const char *prevents)
{
    if (n > 0)
        g_string_append_printf (text, "  without %-12s %8u   %s\n", field, n, prevents);
}

static void
add_sources (GString *text, const RhumbCorpus *corpus)
{
    for (guint i = 0; i < rhumb_corpus_get_n_sources (corpus); i++) {
        const RhumbSource *source = rhumb_corpus_get_source (corpus, i);
        g_string_append_printf (text,
                                "  %s (%s): %" G_GUINT64_FORMAT " records, %" G_GUINT64_FORMAT
                                " lost, %" G_GUINT64_FORMAT " merged, %" G_GUINT64_FORMAT
                                " lines skipped\n",
                                source->name, source->format, source->n_records,
                                source->n_records_lost, source->n_merged, source->n_lines_skipped);
    }
}

static char *
write_text (const RhumbCorpus *corpus, const Counts *counts)
{
    GString *text = g_string_new (NULL);
    g_string_append_printf (text,
                            "%" G_GUINT64_FORMAT " records, %u papers, %u concepts, %u people, %u "
                            "venues\n",
                            counts->records, counts->papers, counts->concepts, counts->people,
                            counts->venues);
    if (counts->first_year != 0)
        g_string_append_printf (text, "years %d to %d\n", counts->first_year, counts->last_year);
    g_string_append_printf (text,
                            "%" G_GUINT64_FORMAT " references, %" G_GUINT64_FORMAT
                            " of them name an id, %" G_GUINT64_FORMAT " are among these papers\n",
                            counts->references, counts->resolved, counts->inside);
    add_sources (text, corpus);
    add_missing (text, counts->no_title, "title", "");
    add_missing (text, counts->no_abstract, "abstract", "concepts come from the title alone");
    add_missing (text, counts->no_year, "year", "--from and --to leave these out");
    add_missing (text, counts->no_authors, "authors", "no people to rank");
    add_missing (text, counts->no_venue, "venue", "no venues to rank");
    add_missing (text, counts->no_references, "references", "citations do not relate these");
    return g_string_free (text, FALSE);
}

static int
run_describe (const Command *command, int argc, char **argv)
{
    g_auto (Run) run = {0};
    g_auto (Results) results = {0};
    g_autoptr (GError) error = NULL;
    const GOptionEntry own[] = {
        {"json", 0, 0, G_OPTION_ARG_NONE, &run.json, "One JSON object", NULL},
        {NULL},
    };
    if (!run_parse (&run, command, RUN_READS | RUN_CONCEPTS, own, argc, argv, &error))
        return error != NULL ? command_fail (command, error) : EXIT_DONE;
    if (!run_load (&run, &results, &error) || !run_build_graph (&run, &results, &error))
        return command_fail (command, error);
    const Counts counts = count (&results);
    g_autofree char *text =
        run.json ? write_json (results.corpus, &counts) : write_text (results.corpus, &counts);
    if (!rhumb_output_write (run.output, text, strlen (text), &error) ||
        !run_finish (&run, &results, &error))
        return command_fail (command, error);
    return EXIT_DONE;
}
