/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to the library: rhumb_hash_mix() where many are mixed at once, side by side. */
static inline guint64
hash_mix (guint64 a, guint64 b)
{
    guint64 z = a + 0x9e3779b97f4a7c15u + (b << 6) + (b >> 2) + b * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

G_END_DECLS
