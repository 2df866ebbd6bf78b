/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/scan/input.h"

G_BEGIN_DECLS

/* A place in a list of records, whose text is borrowed. */
typedef struct {
    const char *at;
    const char *end;
    guint64 line;
    gboolean is_closed; /* the end of the list was found */
} RhumbJsonPieces;

gboolean rhumb_json_pieces_init (RhumbJsonPieces *pieces, const char *text, gsize length,
                                 guint64 line, const char *const *lists);
gboolean rhumb_json_pieces_next (RhumbJsonPieces *pieces, RhumbLine *piece);
gboolean rhumb_json_pieces_finish (const RhumbJsonPieces *pieces, const RhumbInput *input,
                                   RhumbCorpusBuilder *builder, const char *problem,
                                   GError **error);

G_END_DECLS
