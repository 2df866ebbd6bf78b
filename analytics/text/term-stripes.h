/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Counting the places of terms on several threads: each goes over all papers, in their order, and
 * counts the terms of its stripe. So what is summed of a term is summed in one order for any number
 * of threads, and no two of them write to one line of memory. Where terms lie anywhere in a large
 * memory, passing over those of other stripes costs little beside counting one's own.
 */
#pragma once

#include "graph/threads.h"

G_BEGIN_DECLS

#define RHUMB_STRIPE_TERMS 64 /* that stand side by side in one stripe; a power of two */
#define RHUMB_MOST_STRIPES 16
#define RHUMB_FEW_PAPERS 256 /* are not worth another thread */

/* How many stripes there are: a power of two. */
static inline guint
rhumb_choose_n_stripes (guint32 n_papers)
{
    guint n = 1;
    while (n_papers > RHUMB_FEW_PAPERS && n < MIN (rhumb_get_n_threads (), RHUMB_MOST_STRIPES))
        n *= 2;
    return n;
}

static inline gboolean
rhumb_is_in_stripe (guint32 term, guint stripe, guint n_stripes)
{
    return (term / RHUMB_STRIPE_TERMS & (n_stripes - 1)) == stripe;
}

G_END_DECLS
