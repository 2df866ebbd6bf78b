/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/similar/fingerprints.h"

G_BEGIN_DECLS

/* Of each node, from its place on, entries of three bytes: two of the step from the node before,
 * lower one first, and one that counts visits. A node with more than 255 has several entries; an
 * entry that counts 0 is a step of so many times 65536. Their length is fixed, so that a processor
 * need not guess where the next one begins. */
#define ENTRY_BYTES 3

struct _RhumbFingerprints {
    guint32 n_nodes;
    guint n_walks;
    double damping;
    gsize *start;
    guint8 *bytes;
};

G_END_DECLS
