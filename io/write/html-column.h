/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to io: the JSON of the interactive page is columns, a list of values for each field.
 * Every value ends with a comma; closing takes the last one away. */

typedef void (*RhumbHtmlCell) (GString *out, gconstpointer data, guint i);

void rhumb_html_open (GString *out, const char *name, char bracket);
void rhumb_html_close (GString *out, char bracket);
void rhumb_html_append_text (GString *out, const char *text);
void rhumb_html_append_decimal (GString *out, double value, guint n_digits);
void rhumb_html_append_score (GString *out, double value);
void rhumb_html_append_whole (GString *out, gint64 value);
void rhumb_html_append_column (GString *out, const char *name, RhumbHtmlCell cell,
                               gconstpointer data, guint n);

G_END_DECLS
