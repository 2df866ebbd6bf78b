/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The fields of an entry of BibTeX that is being written. */
typedef struct {
    GString *out;
    GHashTable *names; /* that the entry has */
} RhumbBibtexFields;

void rhumb_bibtex_fields_init (RhumbBibtexFields *fields);
void rhumb_bibtex_fields_clear (RhumbBibtexFields *fields);
void rhumb_bibtex_fields_begin (RhumbBibtexFields *fields, const char *name);
void rhumb_bibtex_fields_end (RhumbBibtexFields *fields);
void rhumb_bibtex_fields_add (RhumbBibtexFields *fields, const char *name, const char *text);
void rhumb_bibtex_fields_add_verbatim (RhumbBibtexFields *fields, const char *name,
                                       const char *text);
void rhumb_bibtex_fields_add_count (RhumbBibtexFields *fields, const char *name, int count);
void rhumb_bibtex_fields_add_list (RhumbBibtexFields *fields, const char *name,
                                   const char *separator, const char *const *items);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RhumbBibtexFields, rhumb_bibtex_fields_clear)

G_END_DECLS
