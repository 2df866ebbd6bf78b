/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *rhumb_bibtex_split_keywords (const char *value);
GPtrArray *rhumb_bibtex_split_lines (const char *value);
GPtrArray *rhumb_bibtex_split_semicolons (const char *value);
GPtrArray *rhumb_bibtex_split_references (const char *value);

G_END_DECLS
