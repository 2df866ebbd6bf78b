/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Clear bytes are clear and all there, however many.
 */
#include "graph/large-array.h"

static void
bytes_are_clear_to_the_end (void)
{
    static const gsize SIZES[] = {1,       100,           (512 << 10) - 1,         512 << 10,
                                  2 << 20, (2 << 20) + 1, (2 << 20) + (600 << 10), (5 << 20) + 7};
    for (guint i = 0; i < G_N_ELEMENTS (SIZES); i++) {
        for (guint round = 0; round < 2; round++) { /* what is given back is cleared again */
            guint8 *bytes = rhumb_clear_pages_new (SIZES[i]);
            g_assert_cmpuint (GPOINTER_TO_SIZE (bytes) % 16, ==, 0);
            for (gsize at = 0; at < SIZES[i]; at += at + 499 < SIZES[i] ? 499 : 1) {
                g_assert_cmpuint (bytes[at], ==, 0);
                bytes[at] = 0xff;
            }
            rhumb_clear_pages_free (bytes, SIZES[i]);
        }
    }
    rhumb_clear_pages_free (NULL, 1);
    rhumb_clear_pages_free (NULL, 5 << 20);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/large-array/bytes-are-clear-to-the-end", bytes_are_clear_to_the_end);
    return g_test_run ();
}
