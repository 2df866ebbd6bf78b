/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The word behind a number: "1 record", "0 records", "2 records". Messages are in English alone. */
static inline const char *
rhumb_plural (guint64 n, const char *one, const char *many)
{
    return n == 1 ? one : many;
}

G_END_DECLS
