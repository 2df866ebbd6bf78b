/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus.h"

G_BEGIN_DECLS

/**
 * RhumbRecord:
 * @id: (nullable): the source's own id
 * @title: (nullable): title
 * @abstract: (nullable): abstract
 * @date: (nullable): date
 * @venue: (nullable): name of the venue
 * @doi: (nullable): DOI in any spelling
 * @url: (nullable): link
 * @language: (nullable): language
 * @extra: (nullable): JSON object with the fields that have no place here
 * @year: year, 0 = unknown
 * @n_cited_reported: the source's own count of citations, -1 = unknown
 * @author_names: (element-type utf8): names
 * @author_orcids: (element-type utf8) : ORCID or %NULL for each name
 * @keywords: (element-type utf8): keywords
 * @references: (element-type utf8): references
 * @line: line on which the record begins, from 1
 *
 * What a reader fills for each record. Strings are any bytes, borrowed until
 * rhumb_corpus_builder_add() returns; the builder cleans and copies them.
 *
 * Since: 0.1
 */
typedef struct {
    const char *id;
    const char *title;
    const char *abstract;
    const char *date;
    const char *venue;
    const char *doi;
    const char *url;
    const char *language;
    const char *extra;
    int year;
    int n_cited_reported;
    GPtrArray *author_names;
    GPtrArray *author_orcids;
    GPtrArray *keywords;
    GPtrArray *references;
    guint64 line;
} RhumbRecord;

RhumbRecord *rhumb_record_new (void);
void rhumb_record_clear (RhumbRecord *record);
void rhumb_record_free (RhumbRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbRecord, rhumb_record_free)

/**
 * RhumbCorpusBuilder:
 *
 * The way a corpus grows: sources are begun, records added, then the whole is frozen. A builder
 * belongs to one thread.
 *
 * Since: 0.1
 */
typedef struct _RhumbCorpusBuilder RhumbCorpusBuilder;

RhumbCorpusBuilder *rhumb_corpus_builder_new (void);
void rhumb_corpus_builder_free (RhumbCorpusBuilder *builder);
void rhumb_corpus_builder_set_strict (RhumbCorpusBuilder *builder, gboolean strict);
void rhumb_corpus_builder_set_years (RhumbCorpusBuilder *builder, int from_year, int to_year);
void rhumb_corpus_builder_begin_source (RhumbCorpusBuilder *builder, const char *name,
                                        const char *format);
gboolean rhumb_corpus_builder_add (RhumbCorpusBuilder *builder, const RhumbRecord *record,
                                   GError **error);
gboolean rhumb_corpus_builder_report (RhumbCorpusBuilder *builder, RhumbEventKind kind,
                                      guint64 line, const char *found, const char *why,
                                      GError **error);
RhumbCorpus *rhumb_corpus_builder_freeze (RhumbCorpusBuilder *builder, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbCorpusBuilder, rhumb_corpus_builder_free)

G_END_DECLS
