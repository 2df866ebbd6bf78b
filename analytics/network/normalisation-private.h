/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/network/normalisation.h"

G_BEGIN_DECLS

/* A normalisation with the sizes that it needs, ready for single links. */
typedef struct {
    RhumbNormalisation normalisation;
    const double *size; /* k or s of each node; unused for none */
    double total;       /* 2m for association, n for fractionalisation */
} RhumbNormaliser;

double rhumb_normalise_sizes (const RhumbNormaliser *normaliser, double count, double a, double b);
double rhumb_normalise_count (const RhumbNormaliser *normaliser, double count, guint32 v,
                              guint32 u);

G_END_DECLS
