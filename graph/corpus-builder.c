/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The way a corpus grows. Readers add records one by one; each is cleaned and kept as a draft.
 * Freezing does the rest in an order that does not depend on the order of reading:
 *
 *   1. drafts that share an id or a DOI are the same paper and are merged field by field
 *      (corpus-draft.c), unless their titles differ although their DOI is the same: then the DOI is
 *      a container's and names none of them;
 *   2. papers are sorted by (year, id) and numbered; people and venues are sorted by id;
 *   3. references that name a paper of the corpus by id, DOI or arXiv number are resolved.
 *
 * Linear in records but for the two sorts.
 */
#include "graph/corpus-builder.h"

#include <stdlib.h>
#include <string.h>

#include "graph/corpus-builder-private.h"
#include "graph/corpus-draft-private.h"
#include "graph/corpus-private.h"
#include "graph/error.h"
#include "graph/identifier.h"
#include "graph/text.h"

/**
 * rhumb_record_new:
 *
 * Makes an empty record.
 *
 * Returns: (transfer full): a record
 *
 * Since: 0.1
 */
RhumbRecord *
rhumb_record_new (void)
{
    RhumbRecord *record = g_new0 (RhumbRecord, 1);
    record->author_names = g_ptr_array_new ();
    record->author_orcids = g_ptr_array_new ();
    record->author_ids = g_ptr_array_new ();
    record->ids = g_ptr_array_new ();
    record->keywords = g_ptr_array_new ();
    record->references = g_ptr_array_new ();
    rhumb_record_clear (record);
    return record;
}

/**
 * rhumb_record_clear:
 * @record: a record
 *
 * Empties a record for the next use. Borrowed strings and free functions of its arrays are the
 * caller's.
 *
 * Since: 0.1
 */
void
rhumb_record_clear (RhumbRecord *record)
{
    GPtrArray *const lists[] = {record->author_names, record->author_orcids, record->keywords,
                                record->references,   record->author_ids,    record->ids};
    for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
        g_ptr_array_set_size (lists[i], 0);
    *record = (RhumbRecord){.author_names = lists[0],
                            .author_orcids = lists[1],
                            .keywords = lists[2],
                            .references = lists[3],
                            .author_ids = lists[4],
                            .ids = lists[5],
                            .n_cited_reported = -1,
                            .n_references_reported = -1};
}

/**
 * rhumb_record_free:
 * @record: (transfer full) (nullable): a record
 *
 * Frees a record.
 *
 * Since: 0.1
 */
void
rhumb_record_free (RhumbRecord *record)
{
    if (record == NULL)
        return;
    g_ptr_array_unref (record->author_names);
    g_ptr_array_unref (record->author_orcids);
    g_ptr_array_unref (record->author_ids);
    g_ptr_array_unref (record->ids);
    g_ptr_array_unref (record->keywords);
    g_ptr_array_unref (record->references);
    g_free (record);
}

/**
 * rhumb_corpus_builder_new:
 *
 * Makes an empty builder.
 *
 * Returns: (transfer full): a builder
 *
 * Since: 0.1
 */
RhumbCorpusBuilder *
rhumb_corpus_builder_new (void)
{
    RhumbCorpusBuilder *builder = g_new0 (RhumbCorpusBuilder, 1);
    builder->corpus = rhumb_corpus_new_empty ();
    builder->merge_versions = TRUE;
    builder->n_threads = 1;
    builder->drafts = g_ptr_array_new ();
    return builder;
}

/**
 * rhumb_corpus_builder_free:
 * @builder: (transfer full) (nullable): a builder
 *
 * Frees a builder, frozen or not.
 *
 * Since: 0.1
 */
void
rhumb_corpus_builder_free (RhumbCorpusBuilder *builder)
{
    if (builder == NULL)
        return;
    g_clear_pointer (&builder->corpus, rhumb_corpus_unref);
    g_ptr_array_unref (builder->drafts);
    g_free (builder);
}

/**
 * rhumb_corpus_builder_set_strict:
 * @builder: a builder
 * @strict: whether a lost record or a dropped field is an error
 *
 * Chooses what becomes of bad records: an error, or (the default) a line of the report.
 *
 * Since: 0.1
 */
void
rhumb_corpus_builder_set_strict (RhumbCorpusBuilder *builder, gboolean strict)
{
    builder->strict = strict;
}

/**
 * rhumb_corpus_builder_set_years:
 * @builder: a builder
 * @from_year: first year to keep, 0 = no bound
 * @to_year: last year to keep, 0 = no bound
 *
 * Leaves papers outside a range of years out, counted by source. With a bound, papers of unknown
 * year are left out too: they are not known to be inside.
 *
 * Since: 0.1
 */
void
rhumb_corpus_builder_set_years (RhumbCorpusBuilder *builder, int from_year, int to_year)
{
    builder->from_year = from_year;
    builder->to_year = to_year;
}

/**
 * rhumb_corpus_builder_set_merge_versions:
 * @builder: a builder
 * @merge_versions: whether a preprint and its published version are one paper (the default)
 *
 * Chooses what becomes of versions of one paper.
 *
 * Since: 0.2
 */
void
rhumb_corpus_builder_set_merge_versions (RhumbCorpusBuilder *builder, gboolean merge_versions)
{
    builder->merge_versions = merge_versions;
}

/**
 * rhumb_corpus_builder_begin_source:
 * @builder: a builder
 * @name: the file's name as given
 * @format: name of its format
 *
 * Begins a source: records and events that follow belong to it.
 *
 * Since: 0.1
 */
void
rhumb_corpus_builder_begin_source (RhumbCorpusBuilder *builder, const char *name,
                                   const char *format)
{
    g_return_if_fail (builder->corpus != NULL);
    g_autofree char *clean = rhumb_text_clean (name, -1);
    RhumbPool *lasting = builder->corpus->pools->lasting;
    const RhumbSource source = {.name = rhumb_pool_add (lasting, clean),
                                .format = rhumb_pool_add (lasting, format)};
    g_array_append_val (builder->corpus->sources, source);
}

static RhumbSource *
get_last_source (RhumbCorpusBuilder *builder)
{
    GArray *sources = builder->corpus->sources;
    return &g_array_index (sources, RhumbSource, sources->len - 1);
}

/**
 * rhumb_corpus_builder_report:
 * @builder: a builder with a source begun
 * @kind: what happened
 * @line: line of the source, from 1; 0 = the source as a whole
 * @found: what was found, in any bytes
 * @why: what was expected, or why it is left out
 * @error: return location for an error
 *
 * Adds a line to the report and counts it at the source.
 *
 * Returns: %TRUE; %FALSE with %RHUMB_ERROR_FORMAT "source:line: found, why" if reading is strict
 *   and the kind is %RHUMB_EVENT_RECORD_LOST or %RHUMB_EVENT_FIELD_DROPPED
 *
 * Since: 0.1
 */
gboolean
rhumb_corpus_builder_report (RhumbCorpusBuilder *builder, RhumbEventKind kind, guint64 line,
                             const char *found, const char *why, GError **error)
{
    g_return_val_if_fail (builder->corpus != NULL && builder->corpus->sources->len > 0, FALSE);
    RhumbSource *source = get_last_source (builder);
    g_autofree char *clean = rhumb_text_clean (found, -1);
    g_autofree char *shown = rhumb_text_shorten (clean, 120);
    if (builder->strict && (kind == RHUMB_EVENT_RECORD_LOST || kind == RHUMB_EVENT_FIELD_DROPPED)) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT, "%s:%" G_GUINT64_FORMAT ": %s, %s",
                     source->name, line, shown, why);
        return FALSE;
    }
    source->n_lines_skipped += kind == RHUMB_EVENT_LINE_SKIPPED;
    source->n_records_lost += kind == RHUMB_EVENT_RECORD_LOST;
    RhumbPool *lasting = builder->corpus->pools->lasting;
    const RhumbEvent event = {kind, builder->corpus->sources->len - 1, line,
                              rhumb_pool_add (lasting, shown), rhumb_pool_share (lasting, why)};
    g_array_append_val (builder->corpus->events, event);
    return TRUE;
}

/**
 * rhumb_corpus_builder_report_cut:
 * @builder: a builder with a source begun
 * @line: line on which the last record begins, from 1
 * @found: what that record lacks
 * @error: return location for an error
 *
 * Adds to the report that the source ends inside its last record, and counts that at the source.
 *
 * Returns: as rhumb_corpus_builder_report()
 *
 * Since: 0.2
 */
gboolean
rhumb_corpus_builder_report_cut (RhumbCorpusBuilder *builder, guint64 line, const char *found,
                                 GError **error)
{
    if (!rhumb_corpus_builder_report (builder, RHUMB_EVENT_NOTE, line, found,
                                      "the file ends in it; kept with what is there", error))
        return FALSE;
    get_last_source (builder)->n_cut_records++;
    return TRUE;
}

/* rhumb_corpus_builder_is_outside_years: whether papers of that year are left out. */
gboolean
rhumb_corpus_builder_is_outside_years (const RhumbCorpusBuilder *builder, int year)
{
    if (builder->from_year == 0 && builder->to_year == 0)
        return FALSE;
    return year == 0 || (builder->from_year != 0 && year < builder->from_year) ||
           (builder->to_year != 0 && year > builder->to_year);
}

/* rhumb_corpus_builder_count_gaps: counts what a record lacks at its source. */
void
rhumb_corpus_builder_count_gaps (RhumbSource *source, const RhumbDraft *draft)
{
    const RhumbPaper *paper = &draft->paper;
    const gint64 expected = paper->n_references_reported;
    source->n_no_title += paper->title == NULL;
    source->n_no_abstract += paper->abstract == NULL;
    source->n_no_year += paper->year == 0;
    source->n_no_authors += draft->n_authors == 0;
    source->n_no_references += paper->n_references == 0;
    source->n_no_doi += paper->doi == NULL;
    source->n_papers_short += (gint64)paper->n_references < expected;
}

/**
 * rhumb_corpus_builder_add:
 * @builder: a builder with a source begun
 * @record: a record; an id or a title is needed
 * @error: return location for an error
 *
 * Adds a record. One without id and title is reported as lost; a year outside 1000 … 2999 is
 * reported and taken as unknown, a DOI that is none is reported and kept in the extra.
 *
 * Returns: %FALSE with %RHUMB_ERROR_FORMAT if reading is strict and something is lost, or with
 *   %RHUMB_ERROR_LIMIT at 2^32 − 2 records
 *
 * Since: 0.1
 */
gboolean
rhumb_corpus_builder_add (RhumbCorpusBuilder *builder, const RhumbRecord *record, GError **error)
{
    g_return_val_if_fail (builder->corpus != NULL && builder->corpus->sources->len > 0, FALSE);
    RhumbSource *source = get_last_source (builder);
    source->n_records++;
    if (builder->drafts->len >= G_MAXUINT32 - 2) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIMIT,
                     "%s:%" G_GUINT64_FORMAT ": more than %u records", source->name, record->line,
                     G_MAXUINT32 - 2);
        return FALSE;
    }
    RhumbDraft *draft =
        rhumb_draft_new (record, builder->corpus->pools, builder->corpus->sources->len - 1);
    if (draft == NULL)
        return rhumb_corpus_builder_report (builder, RHUMB_EVENT_RECORD_LOST, record->line,
                                            "a record without id and title",
                                            "expected at least one of them", error);
    if (!rhumb_corpus_builder_report_drops (builder, record, draft, error))
        return FALSE;
    if (rhumb_corpus_builder_is_outside_years (builder, draft->paper.year)) {
        source->n_outside_years++;
        return TRUE;
    }
    rhumb_corpus_builder_count_gaps (source, draft);
    g_ptr_array_add (builder->drafts, draft);
    return TRUE;
}

/**
 * rhumb_corpus_builder_freeze:
 * @builder: a builder; it can only be freed after this
 * @error: return location for an error
 *
 * Merges records of the same paper, numbers papers, people and venues, resolves references, and
 * gives the corpus.
 *
 * Returns: (transfer full): a corpus, possibly without papers, or %NULL with an error
 *
 * Since: 0.1
 */
RhumbCorpus *
rhumb_corpus_builder_freeze (RhumbCorpusBuilder *builder, GError **error)
{
    g_return_val_if_fail (builder->corpus != NULL, NULL);
    g_return_val_if_fail (error == NULL || *error == NULL, NULL);
    builder->corpus->n_read_events = builder->corpus->events->len;
    rhumb_corpus_take_drafts (builder->corpus, builder->drafts, builder->merge_versions);
    return g_steal_pointer (&builder->corpus);
}

/**
 * rhumb_corpus_builder_count_records:
 * @builder: a builder with a source begun
 * @n_records: how many more records the source has
 *
 * Counts records of the last source that do not become papers, such as the nodes of a network that
 * is read as it is.
 *
 * Since: 0.2
 */
void
rhumb_corpus_builder_count_records (RhumbCorpusBuilder *builder, guint64 n_records)
{
    g_return_if_fail (builder->corpus != NULL && builder->corpus->sources->len > 0);
    get_last_source (builder)->n_records += n_records;
}

/**
 * rhumb_corpus_builder_get_n_records:
 * @builder: a builder that is not frozen
 *
 * Counts the records added so far, from all sources, those lost among them.
 *
 * Returns: records
 *
 * Since: 0.2
 */
guint64
rhumb_corpus_builder_get_n_records (const RhumbCorpusBuilder *builder)
{
    g_return_val_if_fail (builder->corpus != NULL, 0);
    guint64 n = 0;
    for (guint i = 0; i < builder->corpus->sources->len; i++)
        n += g_array_index (builder->corpus->sources, RhumbSource, i).n_records;
    return n;
}
