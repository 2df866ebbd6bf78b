/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a list of names in BibTeX's form holds. */
typedef struct {
    GPtrArray *names;    /* display names, clean text */
    gboolean has_others; /* whether "and others" ends the list */
    char *odd;           /* the first name with more than two commas, as typed, or NULL */
} RhumbBibtexNames;

char *rhumb_bibtex_decode (const char *text);
RhumbBibtexNames *rhumb_bibtex_names_parse (const char *field);
void rhumb_bibtex_names_free (RhumbBibtexNames *names);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbBibtexNames, rhumb_bibtex_names_free)

G_END_DECLS
