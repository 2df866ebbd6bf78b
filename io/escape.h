/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to io: one function for each kind of place where untrusted words are written. */

char *rhumb_escape_plain (const char *text);
void rhumb_escape_xml (GString *out, const char *text);
void rhumb_escape_json (GString *out, const char *text);
void rhumb_escape_script (GString *out, const char *text);
void rhumb_escape_bibtex (GString *out, const char *text);
void rhumb_escape_bibtex_verbatim (GString *out, const char *text);
void rhumb_escape_csv (GString *out, const char *text);
void rhumb_escape_gml (GString *out, const char *text);
void rhumb_escape_dot (GString *out, const char *text);
void rhumb_escape_dot_tooltip (GString *out, const char *text);
void rhumb_escape_xdot (GString *out, const char *text);
gboolean rhumb_escape_url (GString *out, const char *url);

G_END_DECLS
