/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/strings.h"

G_BEGIN_DECLS

/* The stems of the words met so far, numbered. Belongs to one thread. */
typedef struct _RhumbStems RhumbStems;

gboolean rhumb_stems_open (GError **error);
RhumbStems *rhumb_stems_new (void);
RhumbStems *rhumb_stems_new_for (const char *algorithm);
void rhumb_stems_free (RhumbStems *stems);
void rhumb_stems_add_words (RhumbStems *stems, const char *text, gsize length, GArray *found);
gboolean rhumb_stems_next_word (const char **p, const char *end, const char **word, gsize *length);
guint32 rhumb_stems_add_word (RhumbStems *stems, const char *word, gsize length);
const char *rhumb_stems_get (const RhumbStems *stems, guint32 stem);
guint32 rhumb_stems_get_length (const RhumbStems *stems, guint32 stem);
guint32 rhumb_stems_get_n (const RhumbStems *stems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbStems, rhumb_stems_free)

G_END_DECLS
