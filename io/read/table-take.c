/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What becomes of a cell: the takers that the dialects of tables share.
 */
#include "io/read/table.h"

#include <string.h>

#include "io/scan/year.h"

/* rhumb_table_keep: "scheme" and "value" as one string that lives until the record is added. */
const char *
rhumb_table_keep (RhumbTable *table, const char *scheme, const char *value)
{
    g_autofree char *text = g_strconcat (scheme, value, NULL);
    return g_string_chunk_insert (table->strings, text);
}

/* Cuts the next item that is not blank off a list. @rest (in and out): writable text of a list;
 * moved behind the item; @separator: what parts items. Returns the item without blanks around it,
 * %NULL at the end. */
char *
rhumb_table_next_item (char **rest, const char *separator)
{
    while (*rest != NULL) {
        char *item = *rest;
        char *next = strstr (item, separator);
        if (next != NULL)
            *next = '\0';
        *rest = next != NULL ? next + strlen (separator) : NULL;
        g_strstrip (item);
        if (*item != '\0')
            return item;
    }
    return NULL;
}

static gpointer
get_place (const RhumbTable *table, const RhumbColumn *column)
{
    return (char *)table->record + column->offset;
}

/* rhumb_take_text: a text, unless the place is filled. */
gboolean
rhumb_take_text (RhumbTable *table, char *cell, const RhumbColumn *column)
{
    const char **place = get_place (table, column);
    if (*place != NULL)
        return g_str_equal (*place, cell);
    *place = cell;
    return TRUE;
}

/* rhumb_take_year: a year; a longer text becomes the date too. */
gboolean
rhumb_take_year (RhumbTable *table, char *cell, const RhumbColumn *column)
{
    const int year = rhumb_year_find (cell);
    if (year == 0) {
        table->bad = column->name;
        table->wanted = "expected four digits from 1000 to 2999";
        return FALSE;
    }
    if (table->record->year == 0)
        table->record->year = year;
    if (strlen (cell) > 4 && table->record->date == NULL)
        table->record->date = cell;
    return TRUE;
}

/* rhumb_take_count: a count from 0. */
gboolean
rhumb_take_count (RhumbTable *table, char *cell, const RhumbColumn *column)
{
    guint64 count = 0;
    g_strstrip (cell);
    const gsize length = strlen (cell);
    /* Tools that turn numbers into floating point write "12.0". */
    if (length > 2 && g_str_has_suffix (cell, ".0"))
        cell[length - 2] = '\0';
    if (!g_ascii_string_to_unsigned (cell, 10, 0, G_MAXINT, &count, NULL)) {
        table->bad = column->name;
        table->wanted = "expected a count from 0";
        return FALSE;
    }
    *(int *)get_place (table, column) = (int)count;
    return TRUE;
}

/* rhumb_take_list: a list parted by the column's argument, unless the place is filled. */
gboolean
rhumb_take_list (RhumbTable *table, char *cell, const RhumbColumn *column)
{
    GPtrArray *list = *(GPtrArray **)get_place (table, column);
    if (list->len > 0)
        return FALSE;
    for (char *item = rhumb_table_next_item (&cell, column->argument); item != NULL;
         item = rhumb_table_next_item (&cell, column->argument))
        g_ptr_array_add (list, item);
    return TRUE;
}

/* rhumb_take_keywords: a list of keywords parted by semicolons; one without any that has two commas
 * or more was written with commas by its authors. */
gboolean
rhumb_take_keywords (RhumbTable *table, char *cell, const RhumbColumn *column)
{
    const char *comma = strchr (cell, ',');
    if (strchr (cell, ';') == NULL && comma != NULL && strchr (comma + 1, ',') != NULL)
        g_strdelimit (cell, ",", ';');
    return rhumb_take_list (table, cell, column);
}

/* rhumb_take_extra_list: a list of semicolons that the extra keeps under the argument. */
gboolean
rhumb_take_extra_list (RhumbTable *table, char *cell, const RhumbColumn *column)
{
    g_autoptr (GPtrArray) items = g_ptr_array_new ();
    for (char *item = rhumb_table_next_item (&cell, ";"); item != NULL;
         item = rhumb_table_next_item (&cell, ";"))
        g_ptr_array_add (items, item);
    rhumb_extra_add_texts (table->extra, column->argument, (const char *const *)items->pdata,
                           items->len);
    return TRUE;
}

/* rhumb_take_id: an id of the scheme that the argument names; a link counts by its last part. */
gboolean
rhumb_take_id (RhumbTable *table, char *cell, const RhumbColumn *column)
{
    g_strstrip (cell);
    const char *slash = g_str_has_prefix (cell, "http") ? strrchr (cell, '/') : NULL;
    const char *value = slash != NULL ? slash + 1 : cell;
    const char *colon = strchr (value, ':');
    /* "WOS:000…", "MEDLINE:123": the database's own name is not part of the number. */
    const gboolean has_name = colon != NULL && g_str_equal (column->argument, "wos:");
    g_ptr_array_add (table->record->ids, (gpointer)rhumb_table_keep (table, column->argument,
                                                                     has_name ? colon + 1 : value));
    return *value != '\0';
}

/* rhumb_take_first_page, rhumb_take_last_page: one end of the pages. */
gboolean
rhumb_take_first_page (RhumbTable *table, char *cell, const RhumbColumn *column G_GNUC_UNUSED)
{
    if (table->first_page != NULL)
        return FALSE;
    table->first_page = cell;
    return TRUE;
}

gboolean
rhumb_take_last_page (RhumbTable *table, char *cell, const RhumbColumn *column G_GNUC_UNUSED)
{
    table->last_page = cell;
    return TRUE;
}

/* rhumb_take_nothing: a column that says again what another one says. */
gboolean
rhumb_take_nothing (RhumbTable *table G_GNUC_UNUSED, char *cell G_GNUC_UNUSED,
                    const RhumbColumn *column G_GNUC_UNUSED)
{
    return TRUE;
}
