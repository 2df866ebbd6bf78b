/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Where texts stand in tables of open addressing. It depends on the order of bytes in numbers, so
 * on the machine: what is written down or shown follows rhumb_text_hash() instead. Cost: a
 * multiplication for eight bytes.
 */
#include "graph/bytes-hash.h"

#include <string.h>

static guint64
mix (guint64 hash, guint64 word)
{
    hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
    return hash ^ (hash >> 32);
}

/* Fewer than eight bytes as one number, in three loads at most: their length is known besides. */
static guint64
rest_of (const char *bytes, gsize length)
{
    if (length >= sizeof (guint32)) {
        guint32 first;
        guint32 last;
        memcpy (&first, bytes, sizeof first);
        memcpy (&last, bytes + length - sizeof last, sizeof last);
        return (guint64)first << 32 | last;
    }
    if (length == 0)
        return 0;
    return (guint64)(guint8)bytes[0] << 16 | (guint64)(guint8)bytes[length / 2] << 8 |
           (guint8)bytes[length - 1];
}

/* rhumb_bytes_hash: eight bytes at a time, with a final mix, since the low bits choose the place.
 */
guint64
rhumb_bytes_hash (const char *bytes, gsize length)
{
    guint64 hash = length;
    for (; length >= sizeof (guint64); bytes += sizeof (guint64), length -= sizeof (guint64)) {
        guint64 word;
        memcpy (&word, bytes, sizeof word);
        hash = mix (hash, word);
    }
    hash = mix (hash, rest_of (bytes, length));
    hash *= G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
    return hash ^ (hash >> 32);
}
