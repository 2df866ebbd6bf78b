/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Vectors as NumPy reads them: numpy.load ("FILE.npy") gives an array with a row for each node.
 *
 * Source: the NPY format, version 1.0 (NumPy enhancement proposal 1): "\x93NUMPY", two bytes of
 * version, two of the length of the header, the header, which is a dictionary of Python padded with
 * blanks to a multiple of 64 bytes, then the numbers, here 32 bits each, lowest byte first.
 */
#include "io/write/npy.h"

#include <string.h>

#include "io/output.h"

#define MAGIC_BYTES 10
#define ALIGNMENT 64

static GString *
make_header (guint32 n_rows, guint n_dimensions)
{
    g_autofree char *fields = g_strdup_printf (
        "{'descr': '<f4', 'fortran_order': False, 'shape': (%u, %u), }", n_rows, n_dimensions);
    const gsize used = MAGIC_BYTES + strlen (fields) + 1;
    const gsize padded = (used + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    const guint length = (guint)(padded - MAGIC_BYTES);
    const char magic[MAGIC_BYTES] = {
        '\x93', 'N', 'U', 'M', 'P', 'Y', 1, 0, (char)(length & 0xff), (char)(length >> 8)};
    GString *header = g_string_new_len (magic, MAGIC_BYTES);
    g_string_append_printf (header, "%-*s\n", (int)length - 1, fields);
    return header;
}

/**
 * rhumb_vectors_save_npy:
 * @vectors: vectors
 * @path: (nullable): a file, which appears whole or not at all; %NULL = standard output
 * @error: return location for an error
 *
 * Writes vectors as a file of NumPy: format 1.0, type "<f4", shape rows × dimensions.
 *
 * Returns: %FALSE with an error of the file
 *
 * Since: 0.2
 */
gboolean
rhumb_vectors_save_npy (const RhumbVectors *vectors, const char *path, GError **error)
{
    const guint d = rhumb_vectors_get_n_dimensions (vectors);
    g_autoptr (RhumbOutput) output = rhumb_output_open (path, error);
    if (output == NULL)
        return FALSE;
    GOutputStream *stream = rhumb_output_get_stream (output);
    g_autoptr (GString) header = make_header (rhumb_vectors_get_n_rows (vectors), d);
    g_autofree guint32 *bits = g_new (guint32, d);
    if (!g_output_stream_write_all (stream, header->str, header->len, NULL, NULL, error))
        return FALSE;
    for (guint32 v = 0; v < rhumb_vectors_get_n_rows (vectors); v++) {
        memcpy (bits, rhumb_vectors_get_row (vectors, v), d * sizeof *bits);
        for (guint k = 0; k < d; k++)
            bits[k] = GUINT32_TO_LE (bits[k]);
        if (!g_output_stream_write_all (stream, bits, d * sizeof *bits, NULL, NULL, error))
            return FALSE;
    }
    return rhumb_output_close (output, error);
}
