/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text to be sorted, and what it belongs to. */
typedef struct {
    const char *text;
    guint64 head; /* the bytes compared at present */
    guint32 number;
} RhumbOrdered;

void rhumb_text_order_sort (RhumbOrdered *items, gsize n_items);

G_END_DECLS
