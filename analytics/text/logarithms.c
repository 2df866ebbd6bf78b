/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Logarithms of counts: the same few numbers are asked for again and again.
 */
#include "analytics/text/logarithms.h"

#include <math.h>

#define N_KNOWN 512

/* The natural logarithm of @n, the very number that log() gives; of 0 it is minus infinity. */
double
rhumb_log (guint32 n)
{
    static double known[N_KNOWN];
    static gsize is_ready = 0;
    if (g_once_init_enter (&is_ready)) {
        known[0] = -INFINITY;
        for (guint32 i = 1; i < N_KNOWN; i++)
            known[i] = log (i);
        g_once_init_leave (&is_ready, 1);
    }
    return n < N_KNOWN ? known[n] : log (n);
}
