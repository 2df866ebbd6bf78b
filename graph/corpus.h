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

GType rhumb_corpus_get_type (void) G_GNUC_CONST;
RhumbCorpus *rhumb_corpus_ref (RhumbCorpus *corpus);
void rhumb_corpus_unref (RhumbCorpus *corpus);

guint32 rhumb_corpus_get_n_papers (const RhumbCorpus *corpus);
guint32 rhumb_corpus_get_n_people (const RhumbCorpus *corpus);
guint32 rhumb_corpus_get_n_venues (const RhumbCorpus *corpus);
guint rhumb_corpus_get_n_sources (const RhumbCorpus *corpus);
guint rhumb_corpus_get_n_events (const RhumbCorpus *corpus);
const RhumbPaper *rhumb_corpus_get_paper (const RhumbCorpus *corpus, guint32 paper);
const RhumbPerson *rhumb_corpus_get_person (const RhumbCorpus *corpus, guint32 person);
const RhumbVenue *rhumb_corpus_get_venue (const RhumbCorpus *corpus, guint32 venue);
const RhumbSource *rhumb_corpus_get_source (const RhumbCorpus *corpus, guint source);
const RhumbEvent *rhumb_corpus_get_event (const RhumbCorpus *corpus, guint event);
guint32 rhumb_corpus_find_paper (const RhumbCorpus *corpus, const char *id);
char *rhumb_corpus_get_digest (const RhumbCorpus *corpus);
const char *rhumb_event_kind_get_name (RhumbEventKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbCorpus, rhumb_corpus_unref)

G_END_DECLS
