/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * hnswlib behind functions of C, for comparison only.
 */
#include "bench/hnswlib-door.h"

#include <hnswlib/hnswlib.h>

struct Hnswlib {
    hnswlib::InnerProductSpace space;
    hnswlib::HierarchicalNSW<float> index;
    size_t d;
    Hnswlib (size_t n, size_t dimensions, size_t m, size_t width)
        : space (dimensions), index (&space, n, m, width), d (dimensions)
    {
    }
};

Hnswlib *
hnswlib_new (const float *value, size_t n, size_t d, size_t m, size_t width)
{
    Hnswlib *all = new Hnswlib (n, d, m, width);
    for (size_t v = 0; v < n; v++)
        all->index.addPoint (value + v * d, v);
    return all;
}

size_t
hnswlib_search (Hnswlib *all, const float *query, size_t k, size_t width, unsigned *found)
{
    all->index.setEf (width);
    auto heap = all->index.searchKnn (query, k);
    size_t n = heap.size ();
    for (size_t i = n; i > 0; i--) {
        found[i - 1] = static_cast<unsigned> (heap.top ().second);
        heap.pop ();
    }
    return n;
}

static hnswlib::DISTFUNC<float> compare;
static size_t n_compared;

static float
compare_and_count (const void *a, const void *b, const void *d)
{
    n_compared++;
    return compare (a, b, d);
}

/* Distances that a search takes. */
size_t
hnswlib_count (Hnswlib *all, const float *query, size_t k, size_t width)
{
    compare = all->index.fstdistfunc_;
    n_compared = 0;
    all->index.fstdistfunc_ = compare_and_count;
    all->index.setEf (width);
    all->index.searchKnn (query, k);
    all->index.fstdistfunc_ = compare;
    return n_compared;
}

void
hnswlib_free (Hnswlib *all)
{
    delete all;
}
