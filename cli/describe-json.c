/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The counts of `describe` as one JSON object for scripts.
 */
#include <jansson.h>
#include <stdlib.h>

#include "cli/describe.h"

static json_t *
number (guint64 value)
{
    return json_integer ((json_int_t)value);
}

static json_t *
year_or_null (int year)
{
    return year != 0 ? json_integer (year) : json_null ();
}

static json_t *
describe_source_gaps (const RhumbSource *source)
{
    return json_pack ("{s:o, s:o, s:o, s:o, s:o, s:o}", "title", number (source->n_no_title),
                      "abstract", number (source->n_no_abstract), "year",
                      number (source->n_no_year), "authors", number (source->n_no_authors),
                      "references", number (source->n_no_references), "doi",
                      number (source->n_no_doi));
}

static json_t *
describe_sources (const RhumbCorpus *corpus)
{
    json_t *sources = json_array ();
    for (guint i = 0; i < rhumb_corpus_get_n_sources (corpus); i++) {
        const RhumbSource *source = rhumb_corpus_get_source (corpus, i);
        json_array_append_new (
            sources,
            json_pack (
                "{s:s, s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "name", source->name,
                "format", source->format, "records", number (source->n_records), "lost",
                number (source->n_records_lost), "merged", number (source->n_merged), "skipped",
                number (source->n_lines_skipped), "references", number (source->n_references),
                "resolved", number (source->n_references_resolved), "inside",
                number (source->n_references_inside), "short", number (source->n_papers_short),
                "missing", describe_source_gaps (source)));
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

static json_t *
describe_words (GHashTable *words)
{
    json_t *object = json_object ();
    GHashTableIter iter;
    gpointer word;
    gpointer n;
    g_hash_table_iter_init (&iter, words);
    while (g_hash_table_iter_next (&iter, &word, &n))
        json_object_set_new (object, word, json_integer (GPOINTER_TO_UINT (n)));
    return object;
}

char *
describe_as_json (const RhumbCorpus *corpus, const Counts *counts)
{
    json_t *object = json_pack (
        "{s:o, s:i, s:i, s:o, s:o, s:o, s:i, s:i, s:o, s:o, s:o, s:o, s:o, s:o}", "records",
        number (counts->records), "papers", counts->papers, "concepts", counts->concepts,
        "references", number (counts->references), "resolved", number (counts->resolved), "inside",
        number (counts->inside), "people", counts->people, "venues", counts->venues, "first_year",
        year_or_null (counts->first_year), "last_year", year_or_null (counts->last_year), "skipped",
        number (counts->skipped), "lost", number (counts->lost), "merged", number (counts->merged),
        "outside_years", number (counts->outside_years));
    json_object_set_new (object, "short", number (counts->short_papers));
    json_object_set_new (object, "missing", describe_missing (counts));
    json_object_set_new (object, "languages", describe_words (counts->languages));
    json_object_set_new (object, "merged_by", describe_words (counts->merged_by));
    json_object_set_new (object, "types", describe_words (counts->types));
    json_object_set_new (object, "sources", describe_sources (corpus));
    char *text = json_dumps (object, JSON_COMPACT | JSON_SORT_KEYS);
    char *result = g_strconcat (text, "\n", NULL);
    free (text);
    json_decref (object);
    return result;
}
