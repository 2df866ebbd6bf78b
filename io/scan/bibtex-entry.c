/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * One entry of a BibTeX file: a type, a key, and fields in the order of the file. Entries have
 * some ten or thirty fields, so finding one is a walk; a field is one block of memory.
 */
#include "io/scan/bibtex-entry.h"

#include <string.h>

static inline guint32
get_initial (const char *name)
{
    return (guint32)1 << (name[0] & 31);
}

/* Adds a field. @name: name of a field, lower case, not yet in @entry; @value: its value; @line:
 * line on which it stands. */
void
rhumb_bibtex_entry_add (RhumbBibtexEntry *entry, const char *name, const char *value, guint64 line)
{
    const gsize name_size = strlen (name) + 1;
    const gsize value_size = strlen (value) + 1;
    RhumbBibtexField *field = g_malloc (sizeof *field + name_size + value_size);
    char *strings = (char *)(field + 1);
    *field = (RhumbBibtexField){strings, strings + name_size, line, FALSE};
    memcpy (field->name, name, name_size);
    memcpy (field->value, value, value_size);
    entry->initials |= get_initial (name);
    g_ptr_array_add (entry->fields, field);
}

/* Finds a field. Cost: linear in the fields. @name: name of a field, lower case. Returns the field,
 * or %NULL. */
RhumbBibtexField *
rhumb_bibtex_entry_find (const RhumbBibtexEntry *entry, const char *name)
{
    /* Most fields that are looked for are not there. */
    const guint n = (entry->initials & get_initial (name)) != 0 ? entry->fields->len : 0;
    for (guint i = 0; i < n; i++) {
        RhumbBibtexField *field = entry->fields->pdata[i];
        if (field->name[0] == name[0] && strcmp (field->name, name) == 0)
            return field;
    }
    return NULL;
}

/* Makes an entry without fields. @type: type, lower case; @key: key, "" = none; @line: line on
 * which it begins. Returns an entry. */
RhumbBibtexEntry *
rhumb_bibtex_entry_new (const char *type, const char *key, guint64 line)
{
    RhumbBibtexEntry *entry = g_new (RhumbBibtexEntry, 1);
    *entry = (RhumbBibtexEntry){
        g_strdup (type), g_strdup (key), line, g_ptr_array_new_full (24, g_free), 0, NULL};
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

static char *
pack_text (char **to, const char *text)
{
    char *packed = *to;
    const gsize size = strlen (text) + 1;
    memcpy (packed, text, size);
    *to += size;
    return packed;
}

/* Copies an entry into one block of memory, to keep many of them. Nothing can be added to it.
 * @keeps: says which fields are copied. Returns the copy, none of its fields used. */
RhumbBibtexEntry *
rhumb_bibtex_entry_pack (const RhumbBibtexEntry *entry, RhumbBibtexKeeps keeps)
{
    RhumbBibtexEntry *pack = g_new0 (RhumbBibtexEntry, 1);
    pack->line = entry->line;
    pack->fields = g_ptr_array_sized_new (entry->fields->len);
    gsize size = strlen (entry->type) + strlen (entry->key) + 2;
    for (guint i = 0; i < entry->fields->len; i++) {
        const RhumbBibtexField *field = entry->fields->pdata[i];
        if (!keeps (field))
            continue;
        g_ptr_array_add (pack->fields, (gpointer)field);
        pack->initials |= get_initial (field->name);
        size += sizeof *field + strlen (field->name) + strlen (field->value) + 2;
    }
    pack->block = g_malloc (size);
    RhumbBibtexField *fields = (RhumbBibtexField *)pack->block;
    char *strings = (char *)(fields + pack->fields->len);
    pack->type = pack_text (&strings, entry->type);
    pack->key = pack_text (&strings, entry->key);
    for (guint i = 0; i < pack->fields->len; i++) {
        const RhumbBibtexField *from = pack->fields->pdata[i];
        char *name = pack_text (&strings, from->name);
        fields[i] = (RhumbBibtexField){name, pack_text (&strings, from->value), from->line, FALSE};
        pack->fields->pdata[i] = &fields[i];
    }
    return pack;
}

/* rhumb_bibtex_entry_free: frees @entry with its fields. */
void
rhumb_bibtex_entry_free (RhumbBibtexEntry *entry)
{
    if (entry->block == NULL) {
        g_free (entry->type);
        g_free (entry->key);
    }
    g_free (entry->block);
    g_ptr_array_unref (entry->fields);
    g_free (entry);
}
