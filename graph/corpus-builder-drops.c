/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What of a record could not be taken, told in the report. Cost: constant for a record.
 */
#include "graph/corpus-builder-private.h"

static gboolean
report_drop (RhumbCorpusBuilder *builder, const RhumbRecord *record, const char *found,
             const char *expected, GError **error)
{
    return rhumb_corpus_builder_report (builder, RHUMB_EVENT_FIELD_DROPPED, record->line, found,
                                        expected, error);
}

static gboolean
report_year (RhumbCorpusBuilder *builder, const RhumbRecord *record, const RhumbDraft *draft,
             GError **error)
{
    if (record->year == 0 || draft->paper.year != 0)
        return TRUE;
    g_autofree char *found = g_strdup_printf ("year %d", record->year);
    return report_drop (builder, record, found, "expected a year from 1000 to 2999", error);
}

static gboolean
report_doi (RhumbCorpusBuilder *builder, const RhumbRecord *record, const RhumbDraft *draft,
            GError **error)
{
    if (draft->bad_doi == NULL)
        return TRUE;
    g_autofree char *found = g_strdup_printf ("doi is '%s'", draft->bad_doi);
    return report_drop (builder, record, found, "expected a DOI: 10.number/name; kept as it is",
                        error);
}

static gboolean
report_authors (RhumbCorpusBuilder *builder, const RhumbRecord *record, const RhumbDraft *draft,
                GError **error)
{
    if (draft->bad_author != NULL) {
        g_autofree char *found = g_strdup_printf ("the author '%s'", draft->bad_author);
        if (!rhumb_corpus_builder_report (builder, RHUMB_EVENT_NOTE, record->line, found,
                                          "no name without a letter; left out", error))
            return FALSE;
    }
    return draft->n_bad_orcids == 0 ||
           report_drop (builder, record, "an ORCID that is none",
                        "expected 16 digits whose last one checks the others", error);
}

/* Tells what of a record its draft could not take. @builder: a builder with a source begun; @draft:
 * what was made of it. Returns %FALSE with %RHUMB_ERROR_FORMAT if reading is strict and something
 * is lost. */
gboolean
rhumb_corpus_builder_report_drops (RhumbCorpusBuilder *builder, const RhumbRecord *record,
                                   const RhumbDraft *draft, GError **error)
{
    return report_year (builder, record, draft, error) &&
           report_doi (builder, record, draft, error) &&
           report_authors (builder, record, draft, error);
}

/**
 * rhumb_corpus_builder_report_break:
 * @builder: a builder with a source begun
 * @line: line of a fault
 * @found: the fault
 * @why: what was expected
 * @error: return location for an error
 *
 * Adds to the report that nothing behind a fault can be read: a record is lost, and whatever else
 * is there. That is counted at the source.
 *
 * Returns: as rhumb_corpus_builder_report()
 *
 * Since: 0.2
 */
gboolean
rhumb_corpus_builder_report_break (RhumbCorpusBuilder *builder, guint64 line, const char *found,
                                   const char *why, GError **error)
{
    if (!rhumb_corpus_builder_report (builder, RHUMB_EVENT_RECORD_LOST, line, found, why, error))
        return FALSE;
    GArray *sources = builder->corpus->sources;
    g_array_index (sources, RhumbSource, sources->len - 1).n_breaks++;
    return TRUE;
}
