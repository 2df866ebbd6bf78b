/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define RHUMB_TYPE_VECTORS (rhumb_vectors_get_type ())

/**
 * RhumbVectors:
 *
 * A row of numbers for each node, so that nodes whose rows point the same way are alike; immutable.
 *
 * Since: 0.2
 */
typedef struct _RhumbVectors RhumbVectors;

GType rhumb_vectors_get_type (void) G_GNUC_CONST;
RhumbVectors *rhumb_vectors_new_take (guint32 n_rows, guint n_dimensions, float *value);
RhumbVectors *rhumb_vectors_ref (RhumbVectors *vectors);
void rhumb_vectors_unref (RhumbVectors *vectors);
guint32 rhumb_vectors_get_n_rows (const RhumbVectors *vectors);
guint rhumb_vectors_get_n_dimensions (const RhumbVectors *vectors);
const float *rhumb_vectors_get_row (const RhumbVectors *vectors, guint32 row);
gboolean rhumb_vectors_has_vector (const RhumbVectors *vectors, guint32 row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbVectors, rhumb_vectors_unref)

G_END_DECLS
