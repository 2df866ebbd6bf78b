/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/format.h"
#include "io/read/extra.h"
#include "io/scan/input.h"

G_BEGIN_DECLS

/* A field of a record in a format whose lines begin with a tag: "AU  - Smith". */
typedef struct {
    char tag[8];
    guint first; /* number of its first line in the record */
    guint n_lines;
    guint64 line; /* of the file */
    gboolean used;
} RhumbTaggedField;

/* What is told of a record that nothing ends, in dialects where a line "ER" does. */
#define RHUMB_TAGGED_WITHOUT_ER "a record without ER"

/* What a dialect makes of a record whose fields are complete; what it does not take is kept. */
typedef struct _RhumbTagged RhumbTagged;
typedef gboolean (*RhumbTaggedMake) (RhumbTagged *tagged, GError **error);

/* What a dialect makes of a line. */
typedef gboolean (*RhumbTaggedTake) (RhumbTagged *tagged, const RhumbLine *line, GError **error);

/* A record being gathered. Readers use the members; strings live until the record is added. */
struct _RhumbTagged {
    RhumbCorpusBuilder *builder;
    RhumbRecord *record;
    RhumbExtra *extra;
    RhumbTaggedMake make;
    GStringChunk *strings;
    GArray *fields; /* RhumbTaggedField */
    GArray *lines;  /* offset of each line in text, ended by NUL */
    GArray *next;   /* number of the next field of the same tag plus one */
    GHashTable *of_tag;
    GString *text;
    GString *joined;
    guint64 line;      /* on which the record begins, 0 = none is open */
    gboolean is_loose; /* for the reader: other blanks than the format asks for are let pass */
};

RhumbTagged *rhumb_tagged_new (RhumbCorpusBuilder *builder, RhumbTaggedMake make);
void rhumb_tagged_free (RhumbTagged *tagged);
void rhumb_tagged_add (RhumbTagged *tagged, const char *tag, gsize tag_length, const char *value,
                       guint64 line);
void rhumb_tagged_continue (RhumbTagged *tagged, const char *value);
gboolean rhumb_tagged_read (RhumbTagged *tagged, RhumbInput *input, RhumbTaggedTake take,
                            GError **error);
gboolean rhumb_tagged_flush (RhumbTagged *tagged, GError **error);
gboolean rhumb_tagged_end (RhumbTagged *tagged, GError **error);

RhumbTaggedField *rhumb_tagged_find (const RhumbTagged *tagged, const char *tag);
const char *rhumb_tagged_join (RhumbTagged *tagged, const RhumbTaggedField *field);
const char *rhumb_tagged_take (RhumbTagged *tagged, const char *const *tags);
void rhumb_tagged_take_lines (RhumbTagged *tagged, const char *const *tags, GPtrArray *to);
void rhumb_tagged_take_names (RhumbTagged *tagged, const char *const *tags, GPtrArray *to);
void rhumb_tagged_take_split (RhumbTagged *tagged, const char *const *tags, GPtrArray *to);
void rhumb_tagged_keep_id (RhumbTagged *tagged, const char *scheme, const char *value);
gboolean rhumb_tagged_take_year (RhumbTagged *tagged, const char *const *tags, GError **error);
int rhumb_tagged_take_count (RhumbTagged *tagged, const char *const *tags);
gboolean rhumb_tagged_drop (RhumbTagged *tagged, const RhumbTaggedField *field,
                            const char *expected, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbTagged, rhumb_tagged_free)

G_END_DECLS
