/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How many threads computations take, and which of them is at work: OpenMP's words, in one place
 * so that the library is the same source with it and without. Results do not depend on it.
 */
#include "graph/threads-private.h"

#ifdef _OPENMP
#include <omp.h>
#endif

/**
 * rhumb_set_n_threads:
 * @n_threads: threads, 1 or more
 *
 * Sets how many threads computations take that the calling thread asks for. It is OpenMP's own
 * number, so a host program that uses OpenMP shares it; without this call it is that of OpenMP:
 * `OMP_NUM_THREADS`, else all processors. Results are the same bytes for any number. Readers of
 * files have a number of their own. Built without OpenMP, one thread works and nothing happens.
 *
 * Since: 0.2
 */
void
rhumb_set_n_threads (guint n_threads)
{
    g_return_if_fail (n_threads >= 1 && n_threads <= G_MAXINT);
#ifdef _OPENMP
    omp_set_num_threads ((int)n_threads);
#endif
}

/**
 * rhumb_get_n_threads:
 *
 * Gets how many threads computations take that the calling thread asks for.
 *
 * Returns: the number, 1 or more
 *
 * Since: 0.2
 */
guint
rhumb_get_n_threads (void)
{
#ifdef _OPENMP
    return (guint)omp_get_max_threads ();
#else
    return 1;
#endif
}

/* rhumb_get_thread: the number of the thread of a parallel loop that asks, from 0 on. */
guint
rhumb_get_thread (void)
{
#ifdef _OPENMP
    return (guint)omp_get_thread_num ();
#else
    return 0;
#endif
}
