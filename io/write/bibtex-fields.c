/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Fields of an entry of BibTeX: a text, one that is typed as it is, a count, a list. Which names
 * the entry has is remembered, since a name counts once. Cost: linear.
 */
#include "io/write/bibtex-fields.h"

#include <string.h>

#include "io/escape.h"

/* rhumb_bibtex_fields_init: makes an empty text without names. */
void
rhumb_bibtex_fields_init (RhumbBibtexFields *fields)
{
    fields->out = g_string_new (NULL);
    fields->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* rhumb_bibtex_fields_clear: frees what rhumb_bibtex_fields_init() made. */
void
rhumb_bibtex_fields_clear (RhumbBibtexFields *fields)
{
    g_string_free (fields->out, TRUE);
    g_hash_table_unref (fields->names);
}

/* rhumb_bibtex_fields_begin: opens a field; its value is closed by rhumb_bibtex_fields_end(). */
void
rhumb_bibtex_fields_begin (RhumbBibtexFields *fields, const char *name)
{
    g_hash_table_add (fields->names, g_strdup (name));
    g_string_append_printf (fields->out, ",\n  %s = {", name);
}

void
rhumb_bibtex_fields_end (RhumbBibtexFields *fields)
{
    g_string_append_c (fields->out, '}');
}

/* rhumb_bibtex_fields_add: adds a text; nothing without one. */
void
rhumb_bibtex_fields_add (RhumbBibtexFields *fields, const char *name, const char *text)
{
    if (text == NULL)
        return;
    rhumb_bibtex_fields_begin (fields, name);
    rhumb_escape_bibtex (fields->out, text);
    rhumb_bibtex_fields_end (fields);
}

/* rhumb_bibtex_fields_add_verbatim: adds a link or an id, which is typed as it is; only what would
 * end the field is escaped. */
void
rhumb_bibtex_fields_add_verbatim (RhumbBibtexFields *fields, const char *name, const char *text)
{
    if (text == NULL)
        return;
    rhumb_bibtex_fields_begin (fields, name);
    rhumb_escape_bibtex_verbatim (fields->out, text);
    rhumb_bibtex_fields_end (fields);
}

/* rhumb_bibtex_fields_add_count: adds a count, unless it is below 0. */
void
rhumb_bibtex_fields_add_count (RhumbBibtexFields *fields, const char *name, int count)
{
    if (count < 0)
        return;
    rhumb_bibtex_fields_begin (fields, name);
    g_string_append_printf (fields->out, "%d", count);
    rhumb_bibtex_fields_end (fields);
}

/* Whether an item must stand in braces: it holds what parts items, or may end with a year, behind
 * which alone lists of Scopus are parted. */
static gboolean
needs_braces (const char *item)
{
    const gsize length = strlen (item);
    return strpbrk (item, ";,\n") != NULL ||
           (length > 0 && strchr (").", item[length - 1]) != NULL);
}

/* rhumb_bibtex_fields_add_list: adds items, those in braces that hold what parts items. */
void
rhumb_bibtex_fields_add_list (RhumbBibtexFields *fields, const char *name, const char *separator,
                              const char *const *items)
{
    if (items == NULL || items[0] == NULL)
        return;
    rhumb_bibtex_fields_begin (fields, name);
    for (gsize i = 0; items[i] != NULL; i++) {
        const gboolean protect = needs_braces (items[i]);
        g_string_append (fields->out, i > 0 ? separator : "");
        g_string_append (fields->out, protect ? "{" : "");
        rhumb_escape_bibtex (fields->out, items[i]);
        g_string_append (fields->out, protect ? "}" : "");
    }
    rhumb_bibtex_fields_end (fields);
}
