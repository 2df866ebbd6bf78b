/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Arrays that are read in no order: a processor finds an entry through the table of pages, and of
 * pages of 4 KiB it remembers too few for the rows of a large network. Linux is asked for large
 * pages where there are any; elsewhere this is g_malloc_n().
 */
#include "graph/large-array.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif
#ifdef __linux__
#include <sys/mman.h>
#endif

#define LARGE_PAGE ((gsize)2 << 20)

/*
 * rhumb_large_array_new:
 * @n: how many entries
 * @size: bytes of an entry
 *
 * Allocates an array, which is not cleared. One without entries is none that is not there: rows
 * without links have weights too, and a place of it may be reckoned with.
 *
 * Returns: (transfer full): the array, for g_free(); never %NULL
 */
gpointer
rhumb_large_array_new (gsize n, gsize size)
{
    gpointer array = g_malloc_n (MAX (n, 1), size);
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

/* Fewer bytes are not worth a page of 2 MiB. */
#define LEAST_LARGE ((gsize)512 << 10)

#ifdef __linux__
static gsize
round_up (gsize size)
{
    return (size + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
}
#endif

/*
 * rhumb_clear_pages_new:
 * @size: how many bytes
 *
 * Allocates bytes that are 0, on large pages of their own if there are many.
 *
 * Returns: (transfer full): bytes, for rhumb_clear_pages_free()
 */
gpointer
rhumb_clear_pages_new (gsize size)
{
#ifdef __linux__
    if (size >= LEAST_LARGE) {
        g_assert (size <= G_MAXSSIZE - 2 * LARGE_PAGE);
        const gsize whole = round_up (size);
        char *all = mmap (NULL, whole + LARGE_PAGE, PROT_READ | PROT_WRITE,
                          MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (all == MAP_FAILED)
            g_error ("no room for %" G_GSIZE_FORMAT " bytes", size);
        const gsize before = round_up (GPOINTER_TO_SIZE (all)) - GPOINTER_TO_SIZE (all);
        if (before > 0)
            munmap (all, before);
        if (before < LARGE_PAGE)
            munmap (all + before + whole, LARGE_PAGE - before);
#ifdef MADV_HUGEPAGE
        /* A last page of which little is used would be cleared for nothing. */
        const gsize used = whole - size <= LARGE_PAGE - LEAST_LARGE ? whole : whole - LARGE_PAGE;
        (void)madvise (all + before, used, MADV_HUGEPAGE);
#endif
        return all + before;
    }
#endif
    return g_malloc0 (size);
}

/* rhumb_clear_pages_free: gives @size bytes back; nothing happens if @pages is %NULL. */
void
rhumb_clear_pages_free (gpointer pages, gsize size)
{
#ifdef __linux__
    if (pages != NULL && size >= LEAST_LARGE) {
        munmap (pages, round_up (size));
        return;
    }
#endif
    (void)size;
    g_free (pages);
}

/* rhumb_return_memory: gives memory that was freed back to the system, before as much is asked for
 * in one piece. */
void
rhumb_return_memory (void)
{
#ifdef __GLIBC__
    malloc_trim (0);
#endif
}
