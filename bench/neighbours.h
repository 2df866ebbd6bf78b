/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/energy.h"

double measure_neighbours (const GArray *links, const double *x, guint32 first, guint32 n);
