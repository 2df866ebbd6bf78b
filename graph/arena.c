/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Memory that is taken in small pieces and given back at once.
 *
 * Blocks form a chain that a reset keeps, so reading a million abstracts asks the system for
 * memory as often as reading the longest of them. Pieces never move: pointers into an arena stay
 * good until its reset. What has become large goes on in large blocks, of large pages where the
 * system has them: it is handed out, and found again, in fewer steps.
 */
#include "graph/arena.h"

#include <string.h>

#include "graph/large-array.h"

#define BLOCK_SIZE ((gsize)64 * 1024)
#define LARGE_BLOCK_SIZE ((gsize)8 << 20)
/* Of so many bytes a large block is a small part. */
#define LARGE ((gsize)32 << 20)

struct _RhumbArenaBlock {
    RhumbArenaBlock *next;
    gsize size;
    gsize used;
    max_align_t bytes[];
};

static RhumbArenaBlock *
block_new (gsize size)
{
    RhumbArenaBlock *block = rhumb_large_array_new (1, sizeof (RhumbArenaBlock) + size);
    block->next = NULL;
    block->size = size;
    block->used = 0;
    return block;
}

/* Makes the block after the current one at least @size large, keeping those behind it. */
static void
advance (RhumbArena *arena, gsize size)
{
    RhumbArenaBlock *next = arena->current ? arena->current->next : arena->first;
    if (next == NULL || next->size < size) {
        const gsize usual = arena->n_bytes < LARGE ? BLOCK_SIZE : LARGE_BLOCK_SIZE;
        RhumbArenaBlock *fresh = block_new (MAX (size, usual));
        arena->n_bytes += fresh->size;
        fresh->next = next;
        if (arena->current)
            arena->current->next = fresh;
        else
            arena->first = fresh;
        next = fresh;
    }
    next->used = 0;
    arena->current = next;
}

/* Takes @size bytes as they are, behind the last piece. */
static char *
take_bytes (RhumbArena *arena, gsize size)
{
    if (arena->current == NULL || arena->current->size - arena->current->used < size)
        advance (arena, size);
    char *piece = (char *)arena->current->bytes + arena->current->used;
    arena->current->used += size;
    return piece;
}

static gsize
round_up (gsize size)
{
    return (size + sizeof (max_align_t) - 1) / sizeof (max_align_t) * sizeof (max_align_t);
}

/* Takes room for @n_items of @item_size bytes each, aligned for any type; what it holds is left
 * over, so the caller writes before it reads. */
void *
rhumb_arena_take_raw (RhumbArena *arena, gsize n_items, gsize item_size)
{
    gsize size;
    const gboolean fits = g_size_checked_mul (&size, n_items, item_size) &&
                          size <= G_MAXSIZE - sizeof (max_align_t) - sizeof (RhumbArenaBlock);
    g_assert (fits);
    if (arena->current != NULL)
        arena->current->used = MIN (round_up (arena->current->used), arena->current->size);
    return take_bytes (arena, size);
}

/* The same, zeroed. */
void *
rhumb_arena_take (RhumbArena *arena, gsize n_items, gsize item_size)
{
    void *piece = rhumb_arena_take_raw (arena, n_items, item_size);
    return memset (piece, 0, n_items * item_size);
}

/* Copies @length bytes and ends them with a zero byte. Copies stand one behind the other. */
char *
rhumb_arena_copy (RhumbArena *arena, const char *bytes, gsize length)
{
    char *copy = take_bytes (arena, length + 1);
    if (length > 0)
        memcpy (copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

/* Gives back every piece, keeping the blocks for the next use. */
void
rhumb_arena_reset (RhumbArena *arena)
{
    arena->current = NULL;
}

/* Gives back everything to the system. */
void
rhumb_arena_clear (RhumbArena *arena)
{
    RhumbArenaBlock *block = arena->first;
    while (block) {
        RhumbArenaBlock *next = block->next;
        g_free (block);
        block = next;
    }
    arena->first = NULL;
    arena->current = NULL;
    arena->n_bytes = 0;
}
