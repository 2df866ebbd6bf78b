/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/attributed-network.h"

G_BEGIN_DECLS

typedef union {
    const char *text;
    gint64 integer;
    double real;
} RhumbValue;

typedef struct {
    RhumbAttribute attribute;
    GArray *values;       /* RhumbValue; as long as the last element that has one */
    GByteArray *is_there; /* as long as values */
} RhumbColumn;

typedef struct {
    const char *id;
    const char *label; /* NULL = none */
    guint64 line;      /* 0 = unknown */
} RhumbNode;

struct _RhumbAttributedNetwork {
    char *title;
    GStringChunk *strings;
    GHashTable *node_by_id; /* id -> number + 1 */
    GArray *nodes;
    GArray *edges;
    gboolean has_undirected;
    GPtrArray *columns[2]; /* by RhumbElement */
};

void rhumb_attributed_network_drop_empty (RhumbAttributedNetwork *network);
const char *rhumb_attributed_network_keep (RhumbAttributedNetwork *network, const char *text);

G_END_DECLS
