/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * RHUMB_NONE:
 *
 * The number of no node, paper, person, venue or cluster.
 */
#define RHUMB_NONE G_MAXUINT32

#define RHUMB_TYPE_CORPUS (rhumb_corpus_get_type ())

/**
 * RhumbCorpus:
 *
 * Papers with their people and venues, as read, frozen.
 *
 * Papers are numbered by (year, id), so the order in which files were read changes nothing.
 * Every string is UTF-8 in NFC with single spaces, owned by the corpus.
 *
 * Since: 0.1
 */
typedef struct _RhumbCorpus RhumbCorpus;

/**
 * RhumbPaper:
 * @id: "doi:10.…", "arxiv:…", the source's own id, else "key:" and a hash of title and year
 * @title: (nullable): the title, %NULL if unknown
 * @abstract: (nullable): the abstract as plain text
 * @year: year of publication, 0 = unknown
 * @date: (nullable): date of publication as given, e.g. "2024-05-01"
 * @venue: number of the venue in the corpus, %RHUMB_NONE = unknown
 * @people: (array length=n_people): numbers of the authors in the corpus, in their order
 * @n_people: how many
 * @keywords: (array zero-terminated=1): keywords given by the source
 * @references: (array zero-terminated=1): references as given: ids, DOIs or free text
 * @n_references: how many
 * @cites: (array length=n_cites): numbers of the cited papers inside the corpus, ascending
 * @n_cites: how many
 * @n_cited_reported: the source's own count of citations, -1 = unknown
 * @doi: (nullable): the bare DOI, lower case
 * @url: (nullable): a link
 * @language: (nullable): language code as given
 * @type: (nullable): kind of publication as given, e.g. "article"
 * @volume: (nullable): volume of the venue
 * @issue: (nullable): issue of the volume
 * @pages: (nullable): pages "first-last", the first page, or an article number
 * @issn: (nullable): ISSN or ISBN as given
 * @venue_short: (nullable): abbreviated name of the venue, e.g. "J INFORMETR"
 * @ids: (array zero-terminated=1): every id of the paper, normalised, @id among them
 * @n_references_reported: how many references the source counts, -1 = unknown
 * @extra: (nullable): a JSON object with the fields of the source that have no place above
 * @source: number of the source (file) in the corpus
 * @line: line of that file on which the record begins, from 1
 *
 * One paper; borrowed from its corpus.
 *
 * Since: 0.1
 */
typedef struct {
    const char *id;
    const char *title;
    const char *abstract;
    int year;
    const char *date;
    guint32 venue;
    const guint32 *people;
    guint n_people;
    const char *const *keywords;
    const char *const *references;
    guint n_references;
    const guint32 *cites;
    guint n_cites;
    int n_cited_reported;
    const char *doi;
    const char *url;
    const char *language;
    const char *type;
    const char *volume;
    const char *issue;
    const char *pages;
    const char *issn;
    const char *venue_short;
    const char *const *ids;
    int n_references_reported;
    const char *extra;
    guint source;
    guint64 line;
} RhumbPaper;

/**
 * RhumbPerson:
 * @id: "orcid:…", else "name:" and the folded full name
 * @name: the name as first written
 * @orcid: (nullable): the bare ORCID
 *
 * An author. People are told apart by ORCID, else by full name; initials are never merged.
 *
 * Since: 0.1
 */
typedef struct {
    const char *id;
    const char *name;
    const char *orcid;
} RhumbPerson;

/**
 * RhumbVenue:
 * @id: "venue:" and the folded name
 * @name: the name as first written
 *
 * A journal, conference or book in which papers appear.
 *
 * Since: 0.1
 */
typedef struct {
    const char *id;
    const char *name;
} RhumbVenue;

/**
 * RhumbSource:
 * @name: the file's name as given, "-" for standard input
 * @format: name of the format
 * @n_records: records read, before merging
 * @n_lines_skipped: lines recognised as no part of any record (page furniture, comments)
 * @n_records_lost: records that could not be used
 * @n_merged: records that name a paper which another record names too
 * @n_outside_years: records left out because of their year
 * @n_no_title: records without title, among those used
 * @n_no_abstract: without abstract
 * @n_no_year: without year
 * @n_no_authors: without authors
 * @n_no_references: without references
 * @n_no_doi: without DOI
 * @n_references: references of the papers that it named first, after merging
 * @n_references_resolved: those that name an id, or were matched with a paper
 * @n_references_inside: those whose paper is in the corpus
 * @n_papers_short: records with fewer references than their source counts
 * @n_shared_ids: records with an id of their file that papers of other titles have too
 * @n_cut_records: 1 if the file ends inside a record, as a download does that broke off
 * @n_breaks: 1 if nothing could be read behind a fault, which is the last record lost
 *
 * Where papers came from, counted.
 *
 * Since: 0.1
 */
typedef struct {
    const char *name;
    const char *format;
    guint64 n_records;
    guint64 n_lines_skipped;
    guint64 n_records_lost;
    guint64 n_merged;
    guint64 n_outside_years;
    guint64 n_no_title;
    guint64 n_no_abstract;
    guint64 n_no_year;
    guint64 n_no_authors;
    guint64 n_no_references;
    guint64 n_no_doi;
    guint64 n_references;
    guint64 n_references_resolved;
    guint64 n_references_inside;
    guint64 n_papers_short;
    guint64 n_shared_ids;
    guint64 n_cut_records;
    guint64 n_breaks;
} RhumbSource;

/**
 * RhumbEventKind:
 * @RHUMB_EVENT_LINE_SKIPPED: a line that belongs to no record was left out
 * @RHUMB_EVENT_RECORD_LOST: a record could not be used
 * @RHUMB_EVENT_FIELD_DROPPED: a value could not be used; its record was kept
 * @RHUMB_EVENT_MERGED: two records name the same paper and became one
 * @RHUMB_EVENT_NOTE: nothing was lost, but a reader should know
 *
 * What the report of a run tells. Only %RHUMB_EVENT_RECORD_LOST and
 * %RHUMB_EVENT_FIELD_DROPPED are errors when reading strictly.
 *
 * Since: 0.1
 */
typedef enum {
    RHUMB_EVENT_LINE_SKIPPED,
    RHUMB_EVENT_RECORD_LOST,
    RHUMB_EVENT_FIELD_DROPPED,
    RHUMB_EVENT_MERGED,
    RHUMB_EVENT_NOTE,
} RhumbEventKind;

/**
 * RhumbEvent:
 * @kind: what happened
 * @source: number of the source in the corpus
 * @line: line of that source, from 1; 0 = the source as a whole
 * @found: what was found, in the words of the input, shortened
 * @why: what was expected, or why it was left out
 *
 * One line of the report.
 *
 * Since: 0.1
 */
typedef struct {
    RhumbEventKind kind;
    guint source;
    guint64 line;
    const char *found;
    const char *why;
} RhumbEvent;

/**
 * RhumbMerge:
 * @paper_id: id of the paper
 * @kept_source: number of the source of the record that was read first
 * @kept_line: its line
 * @merged_source: number of the source of the record that was merged
 * @merged_line: its line
 * @rule: what they share: "doi", "pmid", "arxiv", …, "id" or "title"
 * @key: the id or folded title itself
 *
 * Two records that are one paper.
 *
 * Since: 0.2
 */
typedef struct {
    const char *paper_id;
    guint kept_source;
    guint64 kept_line;
    guint merged_source;
    guint64 merged_line;
    const char *rule;
    const char *key;
} RhumbMerge;

GType rhumb_corpus_get_type (void) G_GNUC_CONST;
RhumbCorpus *rhumb_corpus_ref (RhumbCorpus *corpus);
void rhumb_corpus_unref (RhumbCorpus *corpus);

guint32 rhumb_corpus_get_n_papers (const RhumbCorpus *corpus);
guint32 rhumb_corpus_get_n_people (const RhumbCorpus *corpus);
guint32 rhumb_corpus_get_n_venues (const RhumbCorpus *corpus);
guint rhumb_corpus_get_n_sources (const RhumbCorpus *corpus);
guint rhumb_corpus_get_n_events (const RhumbCorpus *corpus);
const RhumbPaper *rhumb_corpus_get_paper (const RhumbCorpus *corpus, guint32 paper);
const char *rhumb_person_get_database_id (const RhumbPerson *person);
const RhumbPerson *rhumb_corpus_get_person (const RhumbCorpus *corpus, guint32 person);
const RhumbVenue *rhumb_corpus_get_venue (const RhumbCorpus *corpus, guint32 venue);
const RhumbSource *rhumb_corpus_get_source (const RhumbCorpus *corpus, guint source);
const RhumbEvent *rhumb_corpus_get_event (const RhumbCorpus *corpus, guint event);
guint rhumb_corpus_get_n_merges (const RhumbCorpus *corpus);
const RhumbMerge *rhumb_corpus_get_merge (const RhumbCorpus *corpus, guint merge);
guint32 rhumb_corpus_find_paper (const RhumbCorpus *corpus, const char *id);
char *rhumb_corpus_get_digest (const RhumbCorpus *corpus);
const char *rhumb_event_kind_get_name (RhumbEventKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbCorpus, rhumb_corpus_unref)

G_END_DECLS
