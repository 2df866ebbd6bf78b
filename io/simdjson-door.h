/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A parser that is used again and again; what it gives lives until it parses the next text. */
typedef struct _RhumbJsonParser RhumbJsonParser;

/* A value of the text that was parsed last. All zero = no value. */
typedef struct {
    const void *document;
    gsize place;
} RhumbJson;

/* A walk over the items of a list or the members of an object. */
typedef struct {
    RhumbJson at;
    RhumbJson end;
    gboolean is_object;
} RhumbJsonIter;

/* A word of an inverted index; without a text there is none in its place. */
typedef struct {
    const char *text;
    gsize length;
} RhumbJsonWord;

typedef enum {
    RHUMB_JSON_NONE, /* no value at all */
    RHUMB_JSON_NULL,
    RHUMB_JSON_FLAG,
    RHUMB_JSON_INTEGER,
    RHUMB_JSON_REAL,
    RHUMB_JSON_TEXT,
    RHUMB_JSON_LIST,
    RHUMB_JSON_OBJECT,
} RhumbJsonType;

RhumbJsonParser *rhumb_json_parser_new (void);
void rhumb_json_parser_free (RhumbJsonParser *parser);
gboolean rhumb_json_parse (RhumbJsonParser *parser, const char *text, gsize length,
                           RhumbJson *value, const char **problem);

RhumbJsonType rhumb_json_get_type (RhumbJson value);
const char *rhumb_json_get_text (RhumbJson value);
const char *rhumb_json_get_string (RhumbJson value, gsize *length);
gint64 rhumb_json_get_integer (RhumbJson value, gint64 otherwise);
double rhumb_json_get_real (RhumbJson value, double otherwise);
gboolean rhumb_json_get_flag (RhumbJson value);
RhumbJson rhumb_json_find (RhumbJson object, const char *name);
void rhumb_json_iter_init (RhumbJsonIter *iter, RhumbJson value);
gsize rhumb_json_iter_get_name_length (const RhumbJsonIter *iter);
gboolean rhumb_json_iter_next (RhumbJsonIter *iter, const char **name, RhumbJson *value);
void rhumb_json_append (GString *out, RhumbJson value);
guint rhumb_json_join_words (RhumbJson index, guint most, GArray *words, GString *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbJsonParser, rhumb_json_parser_free)

G_END_DECLS
