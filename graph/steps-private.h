/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to the library: ascending numbers packed as the steps from one to the next, seven bits a
 * byte, the lowest first; the highest bit tells that more follow. */

static inline void
append_step (GByteArray *bytes, guint32 step)
{
    guint8 byte[5];
    guint n = 0;
    for (; step >= 0x80; step >>= 7)
        byte[n++] = (guint8)(step | 0x80);
    byte[n++] = (guint8)step;
    g_byte_array_append (bytes, byte, n);
}

/* Ascending numbers as steps from one to the next. */
static inline void
append_row (GByteArray *bytes, const guint32 *node, gsize n)
{
    for (gsize i = 0; i < n; i++)
        append_step (bytes, i == 0 ? node[i] : node[i] - node[i - 1]);
}

/* The next step of a row; FALSE at its end. */
static inline gboolean
read_step (const guint8 **from, const guint8 *end, guint32 *step)
{
    guint32 value = 0;
    for (guint shift = 0; *from < end && shift < 35; shift += 7) {
        const guint8 byte = *(*from)++;
        value |= (guint32)(byte & 0x7f) << shift;
        if (byte < 0x80) {
            *step = value;
            return TRUE;
        }
    }
    return FALSE;
}

G_END_DECLS
