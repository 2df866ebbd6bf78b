/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Turns the bytes of a compressed file into those that it holds. */
typedef struct _RhumbDecompressor RhumbDecompressor;

RhumbDecompressor *rhumb_decompressor_new (const char *compression);
void rhumb_decompressor_free (RhumbDecompressor *decompressor);
char *rhumb_decompressor_step (RhumbDecompressor *decompressor, const guint8 **from, gsize *n_from,
                               guint8 *to, gsize room, gsize *n_made);
gboolean rhumb_decompressor_is_between (const RhumbDecompressor *decompressor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbDecompressor, rhumb_decompressor_free)

G_END_DECLS
