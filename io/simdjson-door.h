/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/simdjson-calls.h"

G_BEGIN_DECLS

/* simdjson and the library of C++ are opened with the first parser. Values come from a parser, so
 * they are open where these functions are called. */
extern const RhumbJsonCalls *rhumb_json_opened;

gboolean rhumb_json_open (GError **error);
gboolean rhumb_json_check (GError **error);
RhumbJsonParser *rhumb_json_parser_new (void);
void rhumb_json_parser_free (RhumbJsonParser *parser);
gboolean rhumb_json_parse (RhumbJsonParser *parser, const char *text, gsize length,
                           RhumbJson *value, const char **problem);

static inline RhumbJsonType
rhumb_json_get_type (RhumbJson value)
{
    return rhumb_json_opened->get_type (value);
}

static inline const char *
rhumb_json_get_text (RhumbJson value)
{
    return rhumb_json_opened->get_text (value);
}

static inline const char *
rhumb_json_get_string (RhumbJson value, gsize *length)
{
    return rhumb_json_opened->get_string (value, length);
}

static inline gint64
rhumb_json_get_integer (RhumbJson value, gint64 otherwise)
{
    return rhumb_json_opened->get_integer (value, otherwise);
}

static inline double
rhumb_json_get_real (RhumbJson value, double otherwise)
{
    return rhumb_json_opened->get_real (value, otherwise);
}

static inline gboolean
rhumb_json_get_flag (RhumbJson value)
{
    return rhumb_json_opened->get_flag (value);
}

static inline RhumbJson
rhumb_json_find (RhumbJson object, const char *name)
{
    return rhumb_json_opened->find (object, name);
}

static inline void
rhumb_json_iter_init (RhumbJsonIter *iter, RhumbJson value)
{
    rhumb_json_opened->iter_init (iter, value);
}

static inline gsize
rhumb_json_iter_get_name_length (const RhumbJsonIter *iter)
{
    return rhumb_json_opened->iter_get_name_length (iter);
}

static inline gboolean
rhumb_json_iter_next (RhumbJsonIter *iter, const char **name, RhumbJson *value)
{
    return rhumb_json_opened->iter_next (iter, name, value);
}

static inline void
rhumb_json_append (GString *out, RhumbJson value)
{
    rhumb_json_opened->append (out, value);
}

static inline guint
rhumb_json_join_words (RhumbJson index, guint most, GArray *words, GString *text)
{
    return rhumb_json_opened->join_words (index, most, words, text);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbJsonParser, rhumb_json_parser_free)

G_END_DECLS
