/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/format.h"
#include "io/simdjson-door.h"

G_BEGIN_DECLS

#define RHUMB_JSONL_N_FIELDS 22

/* Where fields go: a record, and the builder that is told what was dropped on a line. */
typedef struct {
    RhumbCorpusBuilder *builder;
    RhumbRecord *record;
    guint64 line;
} RhumbJsonlTaker;

guint rhumb_jsonl_find_field (const char *name);
gboolean rhumb_jsonl_take_field (const RhumbJsonlTaker *taker, guint field, RhumbJson value,
                                 GError **error);

G_END_DECLS
