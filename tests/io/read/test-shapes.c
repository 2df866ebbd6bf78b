/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * One hand-made file of each shape that databases export, told by its content alone and read as a
 * person reads it. Real exports: test-shared.c.
 */
#include <string.h>

#include "graph/error.h"
#include "tests/io/loading.h"
#include "tests/io/read/papers.h"

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/shapes/reads-each-shape", reads_each_shape);
    g_test_add_func ("/shapes/tells-what-is-broken", tells_what_is_broken);
    return g_test_run ();
}
