/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which of many texts may occur more than once. */
typedef struct {
    guint64 *once; /* bits by hash */
    guint64 *twice;
    guint64 mask;
} RhumbRepeats;

void rhumb_repeats_init (RhumbRepeats *repeats, gsize n_texts);
void rhumb_repeats_clear (RhumbRepeats *repeats);
void rhumb_repeats_add (RhumbRepeats *repeats, const char *text);
gboolean rhumb_repeats_has (const RhumbRepeats *repeats, const char *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RhumbRepeats, rhumb_repeats_clear)

G_END_DECLS
