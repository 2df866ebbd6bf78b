/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts and lists that live as long as each other. Belongs to one thread. */
typedef struct _RhumbPool RhumbPool;

RhumbPool *rhumb_pool_new (void);
void rhumb_pool_free (RhumbPool *pool);
const char *rhumb_pool_add (RhumbPool *pool, const char *text);
const char *rhumb_pool_add_len (RhumbPool *pool, const char *text, gsize length);
const char *rhumb_pool_share (RhumbPool *pool, const char *text);
const char *rhumb_pool_share_len (RhumbPool *pool, const char *text, gsize length);
const char **rhumb_pool_add_list (RhumbPool *pool, const char *const *texts, gsize n_texts);
void *rhumb_pool_take (RhumbPool *pool, gsize n_items, gsize item_size);
void rhumb_pool_forget_shared (RhumbPool *pool);

#define RHUMB_POOL_NEW(pool, type, n_items) \
    ((type *)rhumb_pool_take ((pool), (n_items), sizeof (type)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbPool, rhumb_pool_free)

G_END_DECLS
