/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The number of threads is the one that was set, and each thread of a loop has its own below it.
 */
#include "graph/threads-private.h"

#ifdef _OPENMP
#include <omp.h>
#endif

static void
the_number_is_that_of_openmp (void)
{
    rhumb_set_n_threads (3);
#ifdef _OPENMP
    g_assert_cmpuint (rhumb_get_n_threads (), ==, 3);
    g_assert_cmpint (omp_get_max_threads (), ==, 3);
    omp_set_num_threads (2);
    g_assert_cmpuint (rhumb_get_n_threads (), ==, 2);
#else
    g_assert_cmpuint (rhumb_get_n_threads (), ==, 1);
#endif
}

static void
threads_of_a_loop_are_numbered (void)
{
    rhumb_set_n_threads (3);
    guint number[3] = {9, 9, 9};
    const guint n = rhumb_get_n_threads ();
#pragma omp parallel for schedule(static, 1)
    for (guint i = 0; i < n; i++)
        number[i] = rhumb_get_thread ();
    for (guint i = 0; i < n; i++)
        g_assert_cmpuint (number[i], ==, i);
    g_assert_cmpuint (rhumb_get_thread (), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/threads/the-number-is-that-of-openmp", the_number_is_that_of_openmp);
    g_test_add_func ("/threads/threads-of-a-loop-are-numbered", threads_of_a_loop_are_numbered);
    return g_test_run ();
}
