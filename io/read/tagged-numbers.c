/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Numbers among the fields of a tagged record: its year, and counts.
 * Cost: linear in the fields.
 */
#include "io/read/tagged.h"

#include <string.h>

#include "io/scan/year.h"

/* Takes the year from the first field that has one, and the whole text of that field as the date if
 * it is more than a year. If none has one, the first that is not empty is told. @tagged: a gatherer
 * with a whole record; @tags: tags, the preferred first. Returns %FALSE with %RHUMB_ERROR_FORMAT if
 * reading is strict and no field has a year. */
gboolean
rhumb_tagged_take_year (RhumbTagged *tagged, const char *const *tags, GError **error)
{
    const RhumbTaggedField *odd = NULL;
    for (; *tags != NULL; tags++) {
        RhumbTaggedField *field = rhumb_tagged_find (tagged, *tags);
        const char *text = field != NULL ? rhumb_tagged_join (tagged, field) : "";
        const int year = rhumb_year_find (text);
        if (year != 0) {
            tagged->record->year = year;
            tagged->record->date = strlen (text) > 4 ? text : NULL;
            field->used = TRUE;
            return TRUE;
        }
        if (*text != '\0' && odd == NULL)
            odd = field;
        if (field != NULL)
            field->used = *text == '\0';
    }
    return odd == NULL ||
           rhumb_tagged_drop (tagged, odd, "expected four digits from 1000 to 2999", error);
}

/* rhumb_tagged_take_count: the number in the first field that is one, -1 if there is none. */
int
rhumb_tagged_take_count (RhumbTagged *tagged, const char *const *tags)
{
    for (; *tags != NULL; tags++) {
        RhumbTaggedField *field = rhumb_tagged_find (tagged, *tags);
        guint64 count = 0;
        if (field == NULL || !g_ascii_string_to_unsigned (rhumb_tagged_join (tagged, field), 10, 0,
                                                          G_MAXINT, &count, NULL))
            continue;
        field->used = TRUE;
        return (int)count;
    }
    return -1;
}
