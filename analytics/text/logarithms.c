/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Logarithms of counts: the same few numbers are asked for again and again.
 */
#include "analytics/text/logarithms.h"

/* The logarithms of the first RHUMB_N_LOGARITHMS numbers, for rhumb_log(). */
const double *
rhumb_get_logarithms (void)
{
    static double known[RHUMB_N_LOGARITHMS];
    static gsize is_ready = 0;
    if (g_once_init_enter (&is_ready)) {
        known[0] = -INFINITY;
        for (guint32 i = 1; i < RHUMB_N_LOGARITHMS; i++)
            known[i] = log (i);
        g_once_init_leave (&is_ready, 1);
    }
    return known;
}
