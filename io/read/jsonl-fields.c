/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The fields of rhumb's own schema, from a value of JSON to its place in a record. A value of a
 * wrong type is dropped and reported with what was expected. Texts are lent from the parser.
 * Cost: linear in the value.
 */
#include "io/read/jsonl-fields.h"

#include <string.h>

#include "io/scan/year.h"

typedef struct _Field Field;
typedef gboolean (*Take) (const RhumbJsonlTaker *taker, const Field *field, RhumbJson value,
                          GError **error);

struct _Field {
    const char *name;
    Take take;
    gsize offset;
};

static gboolean
drop (const RhumbJsonlTaker *taker, const char *name, RhumbJson value, const char *expected,
      GError **error)
{
    g_autoptr (GString) found = g_string_new (name);
    g_string_append (found, " is ");
    rhumb_json_append (found, value);
    return rhumb_corpus_builder_report (taker->builder, RHUMB_EVENT_FIELD_DROPPED, taker->line,
                                        found->str, expected, error);
}

/* The text of @value, %NULL if it is none or holds a NUL. */
static const char *
get_text (RhumbJson value)
{
    gsize length = 0;
    const char *text = rhumb_json_get_string (value, &length);
    return text != NULL && strlen (text) == length ? text : NULL;
}

/* The member of the record that a field fills. */
static gpointer
get_place (const RhumbJsonlTaker *taker, const Field *field)
{
    return (char *)taker->record + field->offset;
}

static gboolean
take_text (const RhumbJsonlTaker *taker, const Field *field, RhumbJson value, GError **error)
{
    const char *text = get_text (value);
    if (text == NULL)
        return drop (taker, field->name, value, "expected a text without NUL", error);
    *(const char **)get_place (taker, field) = text;
    return TRUE;
}

static gboolean
take_year (const RhumbJsonlTaker *taker, const Field *field, RhumbJson value, GError **error)
{
    const char *text = get_text (value);
    const gint64 year = text == NULL         ? rhumb_json_get_integer (value, 0)
                        : strlen (text) == 4 ? rhumb_year_find (text)
                                             : 0;
    if (year < 1000 || year > 2999)
        return drop (taker, field->name, value, "expected a year from 1000 to 2999", error);
    taker->record->year = (int)year;
    return TRUE;
}

static gboolean
take_count (const RhumbJsonlTaker *taker, const Field *field, RhumbJson value, GError **error)
{
    const gint64 n = rhumb_json_get_integer (value, -1);
    if (n < 0 || n > G_MAXINT)
        return drop (taker, field->name, value, "expected a count from 0", error);
    *(int *)get_place (taker, field) = (int)n;
    return TRUE;
}

static gboolean
take_texts (const RhumbJsonlTaker *taker, const Field *field, RhumbJson value, GError **error)
{
    GPtrArray *list = *(GPtrArray **)get_place (taker, field);
    if (rhumb_json_get_type (value) != RHUMB_JSON_LIST)
        return drop (taker, field->name, value, "expected a list of texts", error);
    RhumbJsonIter iter;
    rhumb_json_iter_init (&iter, value);
    for (RhumbJson item; rhumb_json_iter_next (&iter, NULL, &item);) {
        const char *text = get_text (item);
        if (text != NULL)
            g_ptr_array_add (list, (gpointer)text);
        else if (!drop (taker, field->name, item, "expected a text in the list", error))
            return FALSE;
    }
    return TRUE;
}

/* Finds the last members "name", "orcid" and "id" of an author. */
static void
find_author (RhumbJson author, RhumbJson *name, RhumbJson *orcid, RhumbJson *id)
{
    RhumbJsonIter iter;
    rhumb_json_iter_init (&iter, author);
    const char *key = NULL;
    for (RhumbJson value; rhumb_json_iter_next (&iter, &key, &value);) {
        if (g_str_equal (key, "name"))
            *name = value;
        else if (g_str_equal (key, "orcid"))
            *orcid = value;
        else if (g_str_equal (key, "id"))
            *id = value;
    }
}

static gboolean
take_author (const RhumbJsonlTaker *taker, RhumbJson author, GError **error)
{
    RhumbJson name = author;
    RhumbJson orcid = {0};
    RhumbJson id = {0};
    if (rhumb_json_get_type (author) == RHUMB_JSON_OBJECT)
        find_author (author, &name, &orcid, &id);
    const char *text = get_text (name);
    if (text == NULL)
        return drop (taker, "authors", author, "expected a name, or an object with a name", error);
    const char *number = get_text (orcid);
    g_ptr_array_add (taker->record->author_names, (gpointer)text);
    g_ptr_array_add (taker->record->author_orcids, (gpointer)number);
    const char *own = get_text (id);
    /* Numbers that mean a person in one file only would make one of several. */
    own = own != NULL && strchr (own, ':') != NULL ? own : NULL;
    g_ptr_array_add (taker->record->author_ids, (gpointer)own);
    return (number != NULL || rhumb_json_get_type (orcid) <= RHUMB_JSON_NULL ||
            drop (taker, "orcid", orcid, "expected a text", error)) &&
           (own != NULL || rhumb_json_get_type (id) <= RHUMB_JSON_NULL ||
            drop (taker, "id of an author", id, "expected one of a database, as scopus:123",
                  error));
}

static gboolean
take_authors (const RhumbJsonlTaker *taker, const Field *field, RhumbJson value, GError **error)
{
    if (rhumb_json_get_type (value) != RHUMB_JSON_LIST)
        return drop (taker, field->name, value, "expected a list of authors", error);
    RhumbJsonIter iter;
    rhumb_json_iter_init (&iter, value);
    for (RhumbJson author; rhumb_json_iter_next (&iter, NULL, &author);)
        if (!take_author (taker, author, error))
            return FALSE;
    return TRUE;
}

static gboolean
ignore (const RhumbJsonlTaker *taker G_GNUC_UNUSED, const Field *field G_GNUC_UNUSED,
        RhumbJson value G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
    return TRUE;
}

static const Field fields[] = {
    {"id", take_text, G_STRUCT_OFFSET (RhumbRecord, id)},
    {"title", take_text, G_STRUCT_OFFSET (RhumbRecord, title)},
    {"abstract", take_text, G_STRUCT_OFFSET (RhumbRecord, abstract)},
    {"year", take_year, 0},
    {"date", take_text, G_STRUCT_OFFSET (RhumbRecord, date)},
    {"venue", take_text, G_STRUCT_OFFSET (RhumbRecord, venue)},
    {"authors", take_authors, 0},
    {"keywords", take_texts, G_STRUCT_OFFSET (RhumbRecord, keywords)},
    {"doi", take_text, G_STRUCT_OFFSET (RhumbRecord, doi)},
    {"url", take_text, G_STRUCT_OFFSET (RhumbRecord, url)},
    {"references", take_texts, G_STRUCT_OFFSET (RhumbRecord, references)},
    {"cited_by", take_count, G_STRUCT_OFFSET (RhumbRecord, n_cited_reported)},
    {"language", take_text, G_STRUCT_OFFSET (RhumbRecord, language)},
    {"type", take_text, G_STRUCT_OFFSET (RhumbRecord, type)},
    {"volume", take_text, G_STRUCT_OFFSET (RhumbRecord, volume)},
    {"issue", take_text, G_STRUCT_OFFSET (RhumbRecord, issue)},
    {"pages", take_text, G_STRUCT_OFFSET (RhumbRecord, pages)},
    {"issn", take_text, G_STRUCT_OFFSET (RhumbRecord, issn)},
    {"venue_short", take_text, G_STRUCT_OFFSET (RhumbRecord, venue_short)},
    {"ids", take_texts, G_STRUCT_OFFSET (RhumbRecord, ids)},
    {"reference_count", take_count, G_STRUCT_OFFSET (RhumbRecord, n_references_reported)},
    {"keyphrases", ignore, 0},
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == RHUMB_JSONL_N_FIELDS);

/* rhumb_jsonl_find_field: the number of the field @name, %RHUMB_JSONL_N_FIELDS if there is none. */
guint
rhumb_jsonl_find_field (const char *name)
{
    guint i = 0;
    while (i < RHUMB_JSONL_N_FIELDS &&
           (fields[i].name[0] != name[0] || strcmp (fields[i].name, name) != 0))
        i++;
    return i;
}

/* Puts a value in its place in the record. @taker: the record and where to report; @field: number
 * of a field; @value: its value; null and none leave the record as it is. Returns %FALSE with
 * %RHUMB_ERROR_FORMAT if reading is strict and the value is dropped. */
gboolean
rhumb_jsonl_take_field (const RhumbJsonlTaker *taker, guint field, RhumbJson value, GError **error)
{
    return rhumb_json_get_type (value) <= RHUMB_JSON_NULL ||
           fields[field].take (taker, &fields[field], value, error);
}
