/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/similar/fingerprints.h"

G_BEGIN_DECLS

/* Of each node, from its place on: steps between the nodes that its walks came by, and how often,
 * seven bits a byte. */
struct _RhumbFingerprints {
    guint32 n_nodes;
    guint n_walks;
    double damping;
    gsize *start;
    guint8 *bytes;
};

/* Numbers were written by ourselves. */
static inline guint32
fingerprints_read_number (const guint8 **from)
{
    guint32 number = 0;
    for (guint shift = 0;; shift += 7) {
        const guint8 byte = *(*from)++;
        number |= (guint32)(byte & 0x7f) << shift;
        if (byte < 0x80)
            return number;
    }
}

G_END_DECLS
