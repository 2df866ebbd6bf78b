/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean rhumb_html_is (const char *head, gsize length);
GString *rhumb_html_to_text (const char *html, gsize length, GArray *lines);

G_END_DECLS
