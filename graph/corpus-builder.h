/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus.h"

G_BEGIN_DECLS

/**
 * RhumbRecord:
 * @id: (nullable): an id that a user gave (JSON Lines, a network file); it stays the paper's id
 * @title: (nullable): title
 * @abstract: (nullable): abstract
 * @date: (nullable): date
 * @venue: (nullable): name of the venue
 * @doi: (nullable): DOI in any spelling
 * @url: (nullable): link
 * @language: (nullable): language
 * @type: (nullable): kind of publication
 * @volume: (nullable): volume
 * @issue: (nullable): issue
 * @pages: (nullable): "first-last", first page or article number
 * @issn: (nullable): ISSN or ISBN
 * @venue_short: (nullable): abbreviated name of the venue
 * @extra: (nullable): JSON object with the fields that have no place here
 * @year: year, 0 = unknown
 * @n_cited_reported: the source's own count of citations, -1 = unknown
 * @n_references_reported: how many references the source counts, -1 = unknown
 * @ids: (element-type utf8): ids that a database gives, "scheme:value": "pmid:123", "pmcid:PMC1",
 *   "arxiv:…", "openalex:W1", "s2:…", "corpusid:…", "wos:…", "eid:…", "lens:…", "dblp:…", "mag:…",
 *   "acl:…"; the DOI has its own field
 * @author_names: (element-type utf8): names, "Given Family" or "Family, Given"
 * @author_orcids: (element-type utf8): ORCID or %NULL for each name
 * @author_ids: (element-type utf8): a database's id of each author, "openalex:A1", "scopus:123",
 *   "s2:…", "dblp:…", or %NULL; may be shorter than @author_names
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
    const char *type;
    const char *volume;
    const char *issue;
    const char *pages;
    const char *issn;
    const char *venue_short;
    const char *extra;
    int year;
    int n_cited_reported;
    int n_references_reported;
    GPtrArray *ids;
    GPtrArray *author_names;
    GPtrArray *author_orcids;
    GPtrArray *author_ids;
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
void rhumb_corpus_builder_set_merge_versions (RhumbCorpusBuilder *builder, gboolean merge_versions);
void rhumb_corpus_builder_begin_source (RhumbCorpusBuilder *builder, const char *name,
                                        const char *format);
gboolean rhumb_corpus_builder_add (RhumbCorpusBuilder *builder, const RhumbRecord *record,
                                   GError **error);
gboolean rhumb_corpus_builder_report_cut (RhumbCorpusBuilder *builder, guint64 line,
                                          const char *found, GError **error);
gboolean rhumb_corpus_builder_report_break (RhumbCorpusBuilder *builder, guint64 line,
                                            const char *found, const char *why, GError **error);
gboolean rhumb_corpus_builder_report (RhumbCorpusBuilder *builder, RhumbEventKind kind,
                                      guint64 line, const char *found, const char *why,
                                      GError **error);
void rhumb_corpus_builder_set_n_threads (RhumbCorpusBuilder *builder, guint n_threads);
void rhumb_corpus_builder_count_records (RhumbCorpusBuilder *builder, guint64 n_records);
guint64 rhumb_corpus_builder_get_n_records (const RhumbCorpusBuilder *builder);
RhumbCorpus *rhumb_corpus_builder_freeze (RhumbCorpusBuilder *builder, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbCorpusBuilder, rhumb_corpus_builder_free)

G_END_DECLS
