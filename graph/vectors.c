/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A row of 32-bit numbers for each node, rows end to end. A row of zeros is no vector: nothing is
 * known about its node.
 */
#include "graph/vectors.h"

struct _RhumbVectors {
    guint32 n_rows;
    guint n_dimensions;
    float *value;
};

G_DEFINE_BOXED_TYPE (RhumbVectors, rhumb_vectors, rhumb_vectors_ref, rhumb_vectors_unref)

/**
 * rhumb_vectors_new_take: (skip)
 * @n_rows: number of rows
 * @n_dimensions: numbers in a row, at least 1
 * @value: (transfer full): n_rows × n_dimensions numbers, row by row, all finite
 *
 * Makes vectors.
 *
 * Returns: (transfer full): vectors
 *
 * Since: 0.2
 */
RhumbVectors *
rhumb_vectors_new_take (guint32 n_rows, guint n_dimensions, float *value)
{
    RhumbVectors *vectors = g_atomic_rc_box_new0 (RhumbVectors);
    vectors->n_rows = n_rows;
    vectors->n_dimensions = n_dimensions;
    vectors->value = value;
    return vectors;
}

/**
 * rhumb_vectors_ref:
 * @vectors: vectors
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @vectors
 *
 * Since: 0.2
 */
RhumbVectors *
rhumb_vectors_ref (RhumbVectors *vectors)
{
    return g_atomic_rc_box_acquire (vectors);
}

static void
clear (gpointer data)
{
    g_free (((RhumbVectors *)data)->value);
}

/**
 * rhumb_vectors_unref:
 * @vectors: (transfer full): vectors
 *
 * Gives a reference back.
 *
 * Since: 0.2
 */
void
rhumb_vectors_unref (RhumbVectors *vectors)
{
    g_atomic_rc_box_release_full (vectors, clear);
}

/**
 * rhumb_vectors_get_n_rows:
 * @vectors: vectors
 *
 * Gets the number of rows.
 *
 * Returns: rows
 *
 * Since: 0.2
 */
guint32
rhumb_vectors_get_n_rows (const RhumbVectors *vectors)
{
    return vectors->n_rows;
}

/**
 * rhumb_vectors_get_n_dimensions:
 * @vectors: vectors
 *
 * Gets the length of a row.
 *
 * Returns: numbers in a row
 *
 * Since: 0.2
 */
guint
rhumb_vectors_get_n_dimensions (const RhumbVectors *vectors)
{
    return vectors->n_dimensions;
}

/**
 * rhumb_vectors_get_row: (skip)
 * @vectors: vectors
 * @row: number of a row
 *
 * Gets a row.
 *
 * Returns: (transfer none): its numbers
 *
 * Since: 0.2
 */
const float *
rhumb_vectors_get_row (const RhumbVectors *vectors, guint32 row)
{
    g_return_val_if_fail (row < vectors->n_rows, NULL);
    return vectors->value + (gsize)row * vectors->n_dimensions;
}

/**
 * rhumb_vectors_has_vector:
 * @vectors: vectors
 * @row: number of a row
 *
 * Says whether anything is known about a node.
 *
 * Returns: %FALSE if its row is all zero
 *
 * Since: 0.2
 */
gboolean
rhumb_vectors_has_vector (const RhumbVectors *vectors, guint32 row)
{
    const float *value = rhumb_vectors_get_row (vectors, row);
    for (guint k = 0; k < vectors->n_dimensions; k++) {
        if (value[k] < 0 || value[k] > 0)
            return TRUE;
    }
    return FALSE;
}
