/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How well a result agrees with what is known: one measure a file. */

double rhumb_measure_nmi (const guint32 *a, const guint32 *b, guint32 n);
double rhumb_measure_ami (const guint32 *a, const guint32 *b, guint32 n);
double rhumb_measure_ari (const guint32 *a, const guint32 *b, guint32 n);
double rhumb_measure_auc (const double *score, const guint8 *right, guint32 n);
double rhumb_measure_average_precision (const double *score, const guint8 *right, guint32 n);
double rhumb_measure_hits (const guint32 *place, guint32 n, guint32 k);
double rhumb_measure_mrr (const guint32 *place, guint32 n);
guint32 rhumb_measure_place (const double *score, guint32 n, guint32 wanted);
double rhumb_measure_micro_f1 (const guint8 *truth, const guint8 *guess, guint32 n_rows,
                               guint n_labels);
double rhumb_measure_macro_f1 (const guint8 *truth, const guint8 *guess, guint32 n_rows,
                               guint n_labels);

G_END_DECLS
