/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Where a corpus keeps its texts and lists: they come one by one in millions and go all at once.
 *
 * Texts stand one behind the other, lists beside them, both in arenas, so that neither pays for an
 * allocation of its own. What many records repeat (venues, names, the ids they cite) is kept once:
 * a table of open addressing, at most two thirds full, holds 32 bits of the hash before each
 * text, so that nearly every look-up reads one text and compares it once.
 * Cost: a hash of the text; 16 bytes and a half for each shared text until they are forgotten.
 */
#include "graph/pool.h"

#include <string.h>

#include "graph/arena.h"
#include "graph/bytes-hash.h"

#define FEWEST_PLACES 64

/* A place of the table; without a text it is free. */
typedef struct {
    const char *text;
    guint32 length;
    guint32 check;
} Place;

struct _RhumbPool {
    RhumbArena texts;
    RhumbArena lists;
    Place *places;
    gsize n_places;
    gsize n_shared;
};

/* rhumb_pool_new: makes an empty pool. */
RhumbPool *
rhumb_pool_new (void)
{
    return g_new0 (RhumbPool, 1);
}

/* rhumb_pool_free: frees a pool, its texts and its lists. */
void
rhumb_pool_free (RhumbPool *pool)
{
    rhumb_arena_clear (&pool->texts);
    rhumb_arena_clear (&pool->lists);
    g_free (pool->places);
    g_free (pool);
}

/* rhumb_pool_take: zeroed room for @n_items of @item_size bytes, aligned for any type. */
void *
rhumb_pool_take (RhumbPool *pool, gsize n_items, gsize item_size)
{
    return rhumb_arena_take (&pool->lists, n_items, item_size);
}

/* rhumb_pool_add_list: copies a list of @n_texts pointers and ends it with %NULL. */
const char **
rhumb_pool_add_list (RhumbPool *pool, const char *const *texts, gsize n_texts)
{
    const char **list = RHUMB_POOL_NEW (pool, const char *, n_texts + 1);
    if (n_texts > 0)
        memcpy (list, texts, n_texts * sizeof *list);
    return list;
}

/* rhumb_pool_add_len: copies a text of @length bytes without NUL. */
const char *
rhumb_pool_add_len (RhumbPool *pool, const char *text, gsize length)
{
    return rhumb_arena_copy (&pool->texts, text, length);
}

/* rhumb_pool_add: copies a text. */
const char *
rhumb_pool_add (RhumbPool *pool, const char *text)
{
    return rhumb_pool_add_len (pool, text, strlen (text));
}

/* The place of a text, or the free one where it would be. */
static Place *
find_place (const RhumbPool *pool, const char *text, gsize length, guint64 hash)
{
    const guint32 check = (guint32)(hash >> 32);
    for (gsize i = hash & (pool->n_places - 1);; i = (i + 1) & (pool->n_places - 1)) {
        Place *place = &pool->places[i];
        if (place->text == NULL || (place->check == check && place->length == length &&
                                    memcmp (place->text, text, length) == 0))
            return place;
    }
}

static void
grow (RhumbPool *pool)
{
    g_autofree Place *old = pool->places;
    const gsize n_old = pool->n_places;
    pool->n_places = MAX (2 * n_old, FEWEST_PLACES);
    pool->places = g_new0 (Place, pool->n_places);
    for (gsize i = 0; i < n_old; i++) {
        if (old[i].text == NULL)
            continue;
        const guint64 hash = rhumb_bytes_hash (old[i].text, old[i].length);
        *find_place (pool, old[i].text, old[i].length, hash) = old[i];
    }
}

/* rhumb_pool_share_len: the one copy of a text of @length bytes without NUL. */
const char *
rhumb_pool_share_len (RhumbPool *pool, const char *text, gsize length)
{
    if (length >= G_MAXUINT32)
        return rhumb_pool_add_len (pool, text, length);
    if (3 * pool->n_shared >= 2 * pool->n_places)
        grow (pool);
    const guint64 hash = rhumb_bytes_hash (text, length);
    Place *place = find_place (pool, text, length, hash);
    if (place->text == NULL) {
        *place = (Place){rhumb_pool_add_len (pool, text, length), (guint32)length,
                         (guint32)(hash >> 32)};
        pool->n_shared++;
    }
    return place->text;
}

/* rhumb_pool_share: the one copy of a text. */
const char *
rhumb_pool_share (RhumbPool *pool, const char *text)
{
    return rhumb_pool_share_len (pool, text, strlen (text));
}

/* rhumb_pool_forget_shared: frees the table; texts that are shared later are copied anew. */
void
rhumb_pool_forget_shared (RhumbPool *pool)
{
    g_clear_pointer (&pool->places, g_free);
    pool->n_places = 0;
    pool->n_shared = 0;
}
