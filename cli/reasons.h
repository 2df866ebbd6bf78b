/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "cli/run.h"

G_BEGIN_DECLS

/* What @node has to do with @carrier, in words; owned by the caller. */
typedef char *(*NameFunction) (gconstpointer data, guint32 node, guint32 carrier);

/* How nodes are named: those from @first_word on are words, which stand in where nothing else
 * does. */
typedef struct {
    guint32 first_word;
    NameFunction name;
    gconstpointer data;
} NodeNames;

char *reason_of_walk (RhumbWalker *walker, guint32 node, const NodeNames *naming);
char *reason_of_overlap (RhumbOverlap *overlap, guint32 node, const guint32 *others, guint n_others,
                         const NodeNames *naming);

G_END_DECLS
