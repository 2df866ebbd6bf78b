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

/* What librhumb-json can do; see simdjson-door.h. */
typedef struct {
    RhumbJsonParser *(*parser_new) (void);
    void (*parser_free) (RhumbJsonParser *parser);
    gboolean (*parse) (RhumbJsonParser *parser, const char *text, gsize length, RhumbJson *value,
                       const char **problem);
    RhumbJsonType (*get_type) (RhumbJson value);
    const char *(*get_text) (RhumbJson value);
    const char *(*get_string) (RhumbJson value, gsize *length);
    gint64 (*get_integer) (RhumbJson value, gint64 otherwise);
    double (*get_real) (RhumbJson value, double otherwise);
    gboolean (*get_flag) (RhumbJson value);
    RhumbJson (*find) (RhumbJson object, const char *name);
    void (*iter_init) (RhumbJsonIter *iter, RhumbJson value);
    gsize (*iter_get_name_length) (const RhumbJsonIter *iter);
    gboolean (*iter_next) (RhumbJsonIter *iter, const char **name, RhumbJson *value);
    void (*append) (GString *out, RhumbJson value);
    guint (*join_words) (RhumbJson index, guint most, GArray *words, GString *text);
} RhumbJsonCalls;

G_END_DECLS
