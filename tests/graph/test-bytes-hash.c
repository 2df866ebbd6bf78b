/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Texts of every short length, equal but for one byte, against memcmp().
 */
#include "graph/bytes-hash.h"

#define MOST 40

static void
test_equal (void)
{
    char a[MOST + 1];
    char b[MOST + 1];
    for (gsize n = 0; n <= MOST; n++) {
        for (gsize i = 0; i <= MOST; i++)
            a[i] = b[i] = (char)('a' + i % 26);
        a[n] = '#'; /* what stands behind is not looked at */
        g_assert_true (rhumb_bytes_equal (a, b, n));
        g_assert_cmpuint (rhumb_bytes_hash (a, n), ==, rhumb_bytes_hash (b, n));
        for (gsize i = 0; i < n; i++) {
            b[i] = '!';
            g_assert_false (rhumb_bytes_equal (a, b, n));
            g_assert_cmpint (memcmp (a, b, n), !=, 0);
            b[i] = a[i];
        }
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/bytes-hash/texts-differ-if-one-byte-does", test_equal);
    return g_test_run ();
}
