/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Columns of the JSON of the interactive page. Columns instead of objects: for 50,000 items the
 * names of the fields would be most of the file.
 */
#include "io/write/html-column.h"

#include "io/escape.h"
#include "io/write/decimal.h"

void
rhumb_html_open (GString *out, const char *name, char bracket)
{
    g_string_append_printf (out, "\"%s\":%c", name, bracket);
}

void
rhumb_html_close (GString *out, char bracket)
{
    if (out->len > 0 && out->str[out->len - 1] == ',')
        g_string_truncate (out, out->len - 1);
    g_string_append_printf (out, "%c,", bracket);
}

void
rhumb_html_append_text (GString *out, const char *text)
{
    rhumb_escape_script (out, text != NULL ? text : "");
    g_string_append_c (out, ',');
}

void
rhumb_html_append_decimal (GString *out, double value, guint n_digits)
{
    rhumb_append_decimal (out, value, n_digits);
    g_string_append_c (out, ',');
}

/* Four digits: the page shows three. */
void
rhumb_html_append_score (GString *out, double value)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    g_string_append (out, g_ascii_formatd (digits, sizeof digits, "%.4g", value));
    g_string_append_c (out, ',');
}

void
rhumb_html_append_whole (GString *out, gint64 value)
{
    g_string_append_printf (out, "%" G_GINT64_FORMAT ",", value);
}

void
rhumb_html_append_column (GString *out, const char *name, RhumbHtmlCell cell, gconstpointer data,
                          guint n)
{
    rhumb_html_open (out, name, '[');
    for (guint i = 0; i < n; i++)
        cell (out, data, i);
    rhumb_html_close (out, ']');
}
