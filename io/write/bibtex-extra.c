/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What a paper has beyond the fields of BibTeX, so that reading it gives the same again.
 *
 * A field keeps its name as far as BibTeX can: in small letters, with dashes for other characters,
 * and with a number where the entry has the name already or where it would be taken for another
 * field. Lists are written as such. What the name and the text do not say (capitals, that a value
 * is a list or another value of JSON, which field is the type that the source gives) stands in the
 * last field, "rhumb-fields": "AD[]; Author Affiliations; @type=type". Other programs do not know
 * it and need not.
 * Cost: linear.
 */
#include "io/write/bibtex-extra.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "graph/text.h"
#include "io/bibtex-marks.h"
#include "io/scan/date.h"

/* A text that is no string of JSON. */
static char *
dump (const json_t *value)
{
    char *json = json_dumps (value, JSON_ENCODE_ANY | JSON_COMPACT);
    char *clean = json != NULL ? rhumb_text_clean (json, -1) : NULL;
    free (json);
    return clean;
}

static gboolean
is_list_of_texts (const json_t *value)
{
    if (!json_is_array (value) || json_array_size (value) == 0)
        return FALSE;
    for (gsize i = 0; i < json_array_size (value); i++) {
        const char *text = json_string_value (json_array_get (value, i));
        if (text == NULL || text[strspn (text, " \t\n")] == '\0')
            return FALSE;
    }
    return TRUE;
}

/* A name that the entry does not have and that means no other field. */
static char *
choose_name (const RhumbBibtexFields *fields, const char *wanted)
{
    char *name = g_strdup (wanted);
    for (guint n = 2; g_hash_table_contains (fields->names, name) ||
                      rhumb_bibtex_name_is_taken (name, fields->names);
         n++) {
        g_free (name);
        name = g_strdup_printf ("%s-%u", wanted, n);
    }
    return name;
}

/* Adds what the reader must know of a field; @kind is "", "[]" or "()". */
static void
mark (GPtrArray *marks, const char *name, const char *kind, const char *written)
{
    g_autofree char *plain = rhumb_bibtex_make_name (name);
    const gboolean is_plain = g_str_equal (plain, written);
    g_autofree char *read_back = rhumb_bibtex_name_when_read (written);
    if (*kind == '\0' && g_str_equal (read_back, name))
        return;
    const gboolean may_mislead = strchr (name, '=') != NULL;
    g_ptr_array_add (marks, is_plain && !may_mislead
                                ? g_strconcat (name, kind, NULL)
                                : g_strconcat (name, kind, "=", written, NULL));
}

static void
add_list (RhumbBibtexFields *fields, const char *name, const json_t *value)
{
    g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
    for (gsize i = 0; i < json_array_size (value); i++)
        g_ptr_array_add (items,
                         rhumb_text_clean (json_string_value (json_array_get (value, i)), -1));
    g_ptr_array_add (items, NULL);
    rhumb_bibtex_fields_add_list (fields, name, "; ", (const char *const *)items->pdata);
}

static void
add_value (RhumbBibtexFields *fields, GPtrArray *marks, const char *name, const json_t *value)
{
    g_autofree char *plain = rhumb_bibtex_make_name (name);
    g_autofree char *written = choose_name (fields, plain);
    if (is_list_of_texts (value)) {
        add_list (fields, written, value);
        mark (marks, name, "[]", written);
        return;
    }
    const gboolean is_text = json_is_string (value);
    g_autofree char *text =
        is_text ? rhumb_text_clean (json_string_value (value), -1) : dump (value);
    if (text == NULL || *text == '\0')
        return;
    if (rhumb_bibtex_name_is_verbatim (written))
        rhumb_bibtex_fields_add_verbatim (fields, written, text);
    else
        rhumb_bibtex_fields_add (fields, written, text);
    mark (marks, name, is_text ? "" : "()", written);
}

/* The date that "date" cannot say, and the type that the entry's does not. */
static void
add_own (RhumbBibtexFields *fields, GPtrArray *marks, const RhumbPaper *paper,
         const char *entry_type)
{
    if (paper->date != NULL && !g_hash_table_contains (fields->names, "date")) {
        rhumb_bibtex_fields_add (fields, "publication-date", paper->date);
        g_ptr_array_add (marks, g_strdup (RHUMB_BIBTEX_MARK_DATE "=publication-date"));
    }
    if (paper->type != NULL && !g_str_equal (paper->type, entry_type)) {
        rhumb_bibtex_fields_add (fields, "type", paper->type);
        g_ptr_array_add (marks, g_strdup (RHUMB_BIBTEX_MARK_TYPE "=type"));
    }
}

/* Adds the fields that BibTeX does not have, and how to read them. @fields: an entry with the
 * fields that BibTeX has; @entry_type: the type of the entry. */
void
rhumb_bibtex_write_extra (RhumbBibtexFields *fields, const RhumbPaper *paper,
                          const char *entry_type)
{
    json_t *extra = paper->extra != NULL ? json_loads (paper->extra, JSON_ALLOW_NUL, NULL) : NULL;
    g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_free);
    add_own (fields, marks, paper, entry_type);
    const char *name;
    json_t *value;
    json_object_foreach (extra, name, value)
    {
        if (!g_str_equal (name, "citation_key"))
            add_value (fields, marks, name, value);
    }
    json_decref (extra);
    g_ptr_array_add (marks, NULL);
    rhumb_bibtex_fields_add_list (fields, RHUMB_BIBTEX_MARKS, "; ",
                                  (const char *const *)marks->pdata);
}
