/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define RHUMB_TYPE_SERIES (rhumb_series_get_type ())

/**
 * RhumbSeries:
 *
 * Values by year, one row for each thing that is followed; immutable.
 *
 * Years without papers are there too, with value 0.
 *
 * Since: 0.2
 */
typedef struct _RhumbSeries RhumbSeries;

GType rhumb_series_get_type (void) G_GNUC_CONST;
RhumbSeries *rhumb_series_new_take (int first_year, guint n_years, guint32 n_rows, double *value,
                                    const char *unit);
RhumbSeries *rhumb_series_ref (RhumbSeries *series);
void rhumb_series_unref (RhumbSeries *series);
int rhumb_series_get_first_year (const RhumbSeries *series);
guint rhumb_series_get_n_years (const RhumbSeries *series);
guint32 rhumb_series_get_n_rows (const RhumbSeries *series);
const double *rhumb_series_get_row (const RhumbSeries *series, guint32 row);
const char *rhumb_series_get_unit (const RhumbSeries *series);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbSeries, rhumb_series_unref)

G_END_DECLS
