/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

#define RHUMB_N_LOGARITHMS 512

const double *rhumb_get_logarithms (void);

/* The natural logarithm of @n, the very number that log() gives; of 0 it is minus infinity. @known:
 * of rhumb_get_logarithms(). */
static inline double
rhumb_log (const double *known, guint32 n)
{
    return n < RHUMB_N_LOGARITHMS ? known[n] : log (n);
}

G_END_DECLS
