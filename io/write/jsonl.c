/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Papers as JSON Lines, one object a line.
 *
 * Everything a corpus knows of a paper, in one order of fields, so that two files can be compared
 * line by line; what is unknown is absent. Fields beyond the schema follow last, in their own
 * order and never under a name of the schema.
 * Source: RFC 8259. Cost: linear.
 */
#include "io/write/jsonl.h"

#include <jansson.h>
#include <string.h>

#include "graph/error.h"
#include "io/write/json-reals.h"

static void
unref_json (json_t *value)
{
    json_decref (value);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (json_t, unref_json)

static void
set_text (json_t *object, const char *name, const char *text)
{
    if (text != NULL)
        json_object_set_new (object, name, json_string (text));
}

static void
set_texts (json_t *object, const char *name, const char *const *texts)
{
    if (texts == NULL || texts[0] == NULL)
        return;
    json_t *list = json_array ();
    for (gsize i = 0; texts[i] != NULL; i++)
        json_array_append_new (list, json_string (texts[i]));
    json_object_set_new (object, name, list);
}

static void
set_authors (json_t *object, const RhumbCorpus *corpus, const RhumbPaper *paper)
{
    if (paper->n_people == 0)
        return;
    json_t *list = json_array ();
    for (guint i = 0; i < paper->n_people; i++) {
        const RhumbPerson *person = rhumb_corpus_get_person (corpus, paper->people[i]);
        json_t *author = json_object ();
        set_text (author, "name", person->name);
        set_text (author, "orcid", person->orcid);
        set_text (author, "id", rhumb_person_get_database_id (person));
        json_array_append_new (list, author);
    }
    json_object_set_new (object, "authors", list);
}

/* The ids that the fields "id" and "doi" do not say. */
static void
set_other_ids (json_t *object, const RhumbPaper *paper)
{
    json_t *list = json_array ();
    for (gsize i = 0; paper->ids[i] != NULL; i++) {
        const char *id = paper->ids[i];
        const gboolean is_doi = paper->doi != NULL && g_str_has_prefix (id, "doi:") &&
                                g_str_equal (id + strlen ("doi:"), paper->doi);
        if (!is_doi && !g_str_equal (id, paper->id))
            json_array_append_new (list, json_string (id));
    }
    if (json_array_size (list) > 0)
        json_object_set (object, "ids", list);
    json_decref (list);
}

static json_t *
build_paper (const RhumbCorpus *corpus, const RhumbPaper *paper)
{
    json_t *object = json_object ();
    set_text (object, "id", paper->id);
    set_text (object, "title", paper->title);
    set_text (object, "abstract", paper->abstract);
    if (paper->year != 0)
        json_object_set_new (object, "year", json_integer (paper->year));
    set_text (object, "date", paper->date);
    if (paper->venue != RHUMB_NONE)
        set_text (object, "venue", rhumb_corpus_get_venue (corpus, paper->venue)->name);
    set_authors (object, corpus, paper);
    set_texts (object, "keywords", paper->keywords);
    set_text (object, "doi", paper->doi);
    set_text (object, "url", paper->url);
    set_texts (object, "references", paper->references);
    if (paper->n_cited_reported >= 0)
        json_object_set_new (object, "cited_by", json_integer (paper->n_cited_reported));
    set_text (object, "language", paper->language);
    set_text (object, "type", paper->type);
    set_text (object, "volume", paper->volume);
    set_text (object, "issue", paper->issue);
    set_text (object, "pages", paper->pages);
    set_text (object, "issn", paper->issn);
    set_text (object, "venue_short", paper->venue_short);
    set_other_ids (object, paper);
    if (paper->n_references_reported >= 0)
        json_object_set_new (object, "reference_count",
                             json_integer (paper->n_references_reported));
    g_autoptr (json_t) extra =
        paper->extra != NULL ? json_loads (paper->extra, JSON_ALLOW_NUL, NULL) : NULL;
    if (extra != NULL)
        json_object_update_missing (object, extra);
    return object;
}

/* Writes each paper as one line, in the order of the corpus. @stream: where to write. Returns
 * %FALSE with a #GIOError, or with %RHUMB_ERROR_LIBRARY if a paper cannot be put in JSON. */
gboolean
rhumb_jsonl_write_corpus (const RhumbCorpus *corpus, GOutputStream *stream, GError **error)
{
    for (guint32 v = 0; v < rhumb_corpus_get_n_papers (corpus); v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        g_autoptr (json_t) object = build_paper (corpus, paper);
        g_autofree char *line =
            json_dumps (object, JSON_COMPACT | rhumb_json_choose_precision (object));
        if (line == NULL) {
            g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIBRARY, "%s: jansson cannot write it",
                         paper->id);
            return FALSE;
        }
        if (!g_output_stream_write_all (stream, line, strlen (line), NULL, NULL, error) ||
            !g_output_stream_write_all (stream, "\n", 1, NULL, NULL, error))
            return FALSE;
    }
    return TRUE;
}
