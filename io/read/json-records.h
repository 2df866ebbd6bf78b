/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/format.h"
#include "io/read/extra.h"
#include "io/scan/input.h"
#include "io/simdjson-door.h"

G_BEGIN_DECLS

/* For readers of JSON: where a record goes, and room for strings until it is added. */
typedef struct _RhumbJsonReader RhumbJsonReader;
typedef gboolean (*RhumbJsonTake) (RhumbJsonReader *reader, RhumbJson object, GError **error);

struct _RhumbJsonReader {
    RhumbCorpusBuilder *builder;
    RhumbRecord *record;
    RhumbExtra *extra;
    GStringChunk *strings;
    GString *scratch;
    GArray *words; /* const char *; of an abstract, by position */
    guint64 line;
    RhumbJsonTake take;
};

void rhumb_json_reader_init (RhumbJsonReader *reader, RhumbCorpusBuilder *builder,
                             RhumbJsonTake take);
void rhumb_json_reader_clear (RhumbJsonReader *reader);
gboolean rhumb_json_take_line (RhumbJsonReader *reader, RhumbJsonParser *parser,
                               const RhumbLine *line, GError **error);
gboolean rhumb_json_read_records (RhumbInput *input, RhumbCorpusBuilder *builder,
                                  RhumbJsonTake take, GError **error);
gboolean rhumb_json_add_record (RhumbJsonReader *reader, GError **error);
void rhumb_json_begin_record (RhumbJsonReader *reader);
const char *rhumb_json_keep (RhumbJsonReader *reader, const char *scheme, const char *value);
void rhumb_json_keep_id (RhumbJsonReader *reader, const char *scheme, RhumbJson value);
const char *rhumb_json_last_part (const char *link);
void rhumb_json_add_texts (GPtrArray *list, RhumbJson value, const char *member);
void rhumb_json_extra_value (RhumbJsonReader *reader, const char *name, RhumbJson value);
void rhumb_json_extra_names (RhumbJsonReader *reader, const char *name, RhumbJson list,
                             const char *member);
int rhumb_json_get_count (RhumbJson value);
gboolean rhumb_json_shows (const char *head, gsize length, const char *const *names);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RhumbJsonReader, rhumb_json_reader_clear)

G_END_DECLS
