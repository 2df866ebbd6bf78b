/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RHUMB_BIBTEX_MARKS "rhumb-fields" /* the field that tells what the others are */
#define RHUMB_BIBTEX_MARK_DATE "@date"
#define RHUMB_BIBTEX_MARK_TYPE "@type"
#define RHUMB_BIBTEX_ORCIDS "orcid-numbers" /* as in Web of Science */
#define RHUMB_BIBTEX_AUTHOR_IDS "author-ids"

/* What a field of BibTeX was before it was written. */
typedef struct {
    const char *name;
    char kind; /* 't' a text, 'l' a list of texts, 'j' JSON */
} RhumbBibtexMark;

char *rhumb_bibtex_make_name (const char *name);
char *rhumb_bibtex_name_when_read (const char *name);
gboolean rhumb_bibtex_name_is_taken (const char *name, GHashTable *names);
gboolean rhumb_bibtex_name_is_verbatim (const char *name);
GHashTable *rhumb_bibtex_parse_marks (const GPtrArray *items);

G_END_DECLS
