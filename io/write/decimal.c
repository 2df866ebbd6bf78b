/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Writes numbers, the same in every locale: with few digits, or with all that are needed.
 */
#include "io/write/decimal.h"

#include <string.h>

/* @value: finite; @n_digits: most digits after the point, 0 … 6. */
void
rhumb_append_decimal (GString *out, double value, guint n_digits)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE + 320];
    const char format[] = {'%', '.', (char)('0' + MIN (n_digits, 6)), 'f', '\0'};
    g_ascii_formatd (digits, sizeof digits, format, value);
    gsize length = strlen (digits);
    if (strchr (digits, '.') != NULL) {
        while (digits[length - 1] == '0')
            length--;
        length -= digits[length - 1] == '.' ? 1 : 0;
    }
    digits[length] = '\0';
    g_string_append (out, strcmp (digits, "-0") == 0 ? "0" : digits);
}

/* Formats a number with the fewest digits that are read back as the same: 0.1 instead of
 * 0.10000000000000001. @room: %RHUMB_REAL_ROOM bytes, which are returned. */
const char *
rhumb_format_real (char *room, double value)
{
    g_ascii_formatd (room, RHUMB_REAL_ROOM, "%.15g", value);
    if (g_ascii_strtod (room, NULL) == value)
        return room;
    g_ascii_formatd (room, RHUMB_REAL_ROOM, "%.16g", value);
    return g_ascii_strtod (room, NULL) == value ? room
                                                : g_ascii_dtostr (room, RHUMB_REAL_ROOM, value);
}
