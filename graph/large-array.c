/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Arrays that are read in no order: a processor finds an entry through the table of pages, and of
 * pages of 4 KiB it remembers too few for the rows of a large network. Linux is asked for large
 * pages where there are any; elsewhere this is g_malloc_n().
 */
#include "graph/large-array.h"

#ifdef __linux__
#include <sys/mman.h>
#endif

#define LARGE_PAGE ((gsize)2 << 20)

/*
 * rhumb_large_array_new:
 * @n: how many entries
 * @size: bytes of an entry
 *
 * Allocates an array, which is not cleared.
 *
 * Returns: (transfer full): the array, for g_free(); %NULL if it has no bytes
 */
gpointer
rhumb_large_array_new (gsize n, gsize size)
{
    gpointer array = g_malloc_n (n, size);
#if defined(__linux__) && defined(MADV_HUGEPAGE)
    const gsize at = GPOINTER_TO_SIZE (array);
    const gsize first = (at + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
    const gsize end = (at + n * size) / LARGE_PAGE * LARGE_PAGE;
    /* A wish: nothing is lost if it is refused. */
    if (n * size >= 2 * LARGE_PAGE && end > first)
        (void)madvise (GSIZE_TO_POINTER (first), end - first, MADV_HUGEPAGE);
#endif
    return array;
}
