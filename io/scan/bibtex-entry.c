/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * One entry of a BibTeX file: a type, a key, and fields in the order of the file. Entries have
 * some ten or thirty fields, so finding one is a walk.
 */
#include "io/scan/bibtex-entry.h"

static void
free_field (RhumbBibtexField *field)
{
    g_free (field->name);
    g_free (field->value);
    g_free (field);
}

/*
 * rhumb_bibtex_entry_add:
 * @entry: an entry
 * @name: name of a field, lower case, not yet in @entry
 * @value: its value
 * @line: line on which it stands
 *
 * Adds a field.
 */
void
rhumb_bibtex_entry_add (RhumbBibtexEntry *entry, const char *name, const char *value, guint64 line)
{
    RhumbBibtexField *field = g_new (RhumbBibtexField, 1);
    *field = (RhumbBibtexField){g_strdup (name), g_strdup (value), line, FALSE};
    g_ptr_array_add (entry->fields, field);
}

/*
 * rhumb_bibtex_entry_find:
 * @entry: an entry
 * @name: name of a field, lower case
 *
 * Finds a field. Cost: linear in the fields.
 *
 * Returns: (nullable): the field
 */
RhumbBibtexField *
rhumb_bibtex_entry_find (const RhumbBibtexEntry *entry, const char *name)
{
    for (guint i = 0; i < entry->fields->len; i++) {
        RhumbBibtexField *field = entry->fields->pdata[i];
        if (g_str_equal (field->name, name))
            return field;
    }
    return NULL;
}

/*
 * rhumb_bibtex_entry_new:
 * @type: type, lower case
 * @key: key, "" = none
 * @line: line on which it begins
 *
 * Makes an entry without fields.
 *
 * Returns: (transfer full): an entry
 */
RhumbBibtexEntry *
rhumb_bibtex_entry_new (const char *type, const char *key, guint64 line)
{
    RhumbBibtexEntry *entry = g_new (RhumbBibtexEntry, 1);
    *entry = (RhumbBibtexEntry){g_strdup (type), g_strdup (key), line,
                                g_ptr_array_new_with_free_func ((GDestroyNotify)free_field)};
    return entry;
}

/* rhumb_bibtex_entry_copy: an entry with copies of the fields of @entry, none of them used. */
RhumbBibtexEntry *
rhumb_bibtex_entry_copy (const RhumbBibtexEntry *entry)
{
    RhumbBibtexEntry *copy = rhumb_bibtex_entry_new (entry->type, entry->key, entry->line);
    for (guint i = 0; i < entry->fields->len; i++) {
        const RhumbBibtexField *field = entry->fields->pdata[i];
        rhumb_bibtex_entry_add (copy, field->name, field->value, field->line);
    }
    return copy;
}

/* rhumb_bibtex_entry_free: frees @entry with its fields. */
void
rhumb_bibtex_entry_free (RhumbBibtexEntry *entry)
{
    g_free (entry->type);
    g_free (entry->key);
    g_ptr_array_unref (entry->fields);
    g_free (entry);
}
