/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Memory that is given back all at once. Belongs to one thread. */
typedef struct _RhumbArenaBlock RhumbArenaBlock;

typedef struct {
    RhumbArenaBlock *first;
    RhumbArenaBlock *current;
    gsize n_bytes; /* of all blocks */
} RhumbArena;

void *rhumb_arena_take_raw (RhumbArena *arena, gsize n_items, gsize item_size);
void *rhumb_arena_take (RhumbArena *arena, gsize n_items, gsize item_size);
char *rhumb_arena_copy (RhumbArena *arena, const char *bytes, gsize length);
void rhumb_arena_reset (RhumbArena *arena);
void rhumb_arena_clear (RhumbArena *arena);

#define RHUMB_ARENA_NEW(arena, type, n_items) \
    ((type *)rhumb_arena_take ((arena), (n_items), sizeof (type)))

/* Not zeroed. */
#define RHUMB_ARENA_ROOM(arena, type, n_items) \
    ((type *)rhumb_arena_take_raw ((arena), (n_items), sizeof (type)))

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RhumbArena, rhumb_arena_clear)

G_END_DECLS
