/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *rhumb_identifier_parse_doi (const char *text);
char *rhumb_identifier_parse_arxiv (const char *text);
char *rhumb_identifier_normalise (const char *text);
gboolean rhumb_identifier_names_paper (const char *text);
char *rhumb_identifier_parse_orcid (const char *text);

G_END_DECLS
