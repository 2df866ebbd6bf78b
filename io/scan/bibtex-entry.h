/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One field: name in lower case, value as typed but for macros; TeX, braces and line ends stay.
 * Both strings stand behind the struct in its block. */
typedef struct {
    char *name;
    char *value;
    guint64 line;
    gboolean used; /* for the reader: whether the value has found its place in a record */
} RhumbBibtexField;

/* One entry: type in lower case, key as typed, each field name once. */
typedef struct {
    char *type;
    char *key; /* "" = none */
    guint64 line;
    GPtrArray *fields; /* of RhumbBibtexField */
    guint32 initials;  /* a bit for the first letter of each field's name */
    char *block;       /* of a packed entry all of the above but the list, else NULL */
} RhumbBibtexEntry;

typedef gboolean (*RhumbBibtexKeeps) (const RhumbBibtexField *field);

RhumbBibtexEntry *rhumb_bibtex_entry_new (const char *type, const char *key, guint64 line);
RhumbBibtexEntry *rhumb_bibtex_entry_copy (const RhumbBibtexEntry *entry);
RhumbBibtexEntry *rhumb_bibtex_entry_pack (const RhumbBibtexEntry *entry, RhumbBibtexKeeps keeps);
void rhumb_bibtex_entry_add (RhumbBibtexEntry *entry, const char *name, const char *value,
                             guint64 line);
RhumbBibtexField *rhumb_bibtex_entry_find (const RhumbBibtexEntry *entry, const char *name);
void rhumb_bibtex_entry_free (RhumbBibtexEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbBibtexEntry, rhumb_bibtex_entry_free)

G_END_DECLS
