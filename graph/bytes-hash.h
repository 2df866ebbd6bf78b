/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

guint64 rhumb_bytes_hash (const char *bytes, gsize length);

/* Whether two texts of one length are the same. Most are words, compared in two pieces that may
 * overlap. */
static inline gboolean
rhumb_bytes_equal (const char *a, const char *b, gsize length)
{
    if (length > 2 * sizeof (guint64))
        return memcmp (a, b, length) == 0;
    if (length >= sizeof (guint64)) {
        const gsize behind = length - sizeof (guint64);
        return memcmp (a, b, sizeof (guint64)) == 0 &&
               memcmp (a + behind, b + behind, sizeof (guint64)) == 0;
    }
    if (length >= sizeof (guint32)) {
        const gsize behind = length - sizeof (guint32);
        return memcmp (a, b, sizeof (guint32)) == 0 &&
               memcmp (a + behind, b + behind, sizeof (guint32)) == 0;
    }
    for (gsize i = 0; i < length; i++)
        if (a[i] != b[i])
            return FALSE;
    return TRUE;
}

G_END_DECLS
