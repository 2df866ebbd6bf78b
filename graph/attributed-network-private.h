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
    gsize n_values;
    gsize end;            /* number of the last element that has a value, plus one */
    GArray *values;       /* RhumbValue */
    GByteArray *is_there; /* of each element up to the end, as long as values; or */
    GHashTable *place;    /* number -> place in values + 1, NULL = its number */
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
    GPtrArray *columns[2];         /* by RhumbElement */
    GHashTable *column_by_name[2]; /* number + 1 */
};

RhumbColumn *rhumb_column_new (const char *name, RhumbAttributeType type);
void rhumb_column_free (gpointer data);
RhumbValue *rhumb_column_find (const RhumbColumn *column, gsize number);
void rhumb_column_set (RhumbColumn *column, gsize number, RhumbValue value);
void rhumb_attributed_network_drop_empty (RhumbAttributedNetwork *network);
const char *rhumb_attributed_network_keep (RhumbAttributedNetwork *network, const char *text);

G_END_DECLS
