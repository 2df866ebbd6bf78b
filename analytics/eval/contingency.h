/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to eval. Nodes that are in class a of one partition and class b of another one. */
typedef struct {
    guint32 a;
    guint32 b;
    double n;
} Cell;

/* How two partitions of the same nodes meet. Classes are numbered anew from 0. */
typedef struct {
    double n;
    guint32 n_a;
    guint32 n_b;
    double *size_a;
    double *size_b;
    Cell *cell; /* only those that hold nodes, by a, then b */
    gsize n_cells;
} Contingency;

void rhumb_contingency_count (Contingency *table, const guint32 *a, const guint32 *b, guint32 n);
void rhumb_contingency_clear (Contingency *table);
double rhumb_contingency_get_information (const Contingency *table);
double rhumb_contingency_get_nmi (const Contingency *table);
double rhumb_contingency_get_ari (const Contingency *table);
double rhumb_contingency_get_entropy (const double *size, guint32 n_classes, double n);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Contingency, rhumb_contingency_clear)

G_END_DECLS
