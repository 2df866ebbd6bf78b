/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "rhumb.h"

RhumbVectors *make_uniform (guint32 n, guint d);
RhumbVectors *make_fastrp (guint32 n, guint d, const guint64 *key);
GArray *find_nearest (const RhumbVectors *vectors, const float *query, guint n_best);
gboolean holds (const GArray *list, guint32 node);
guint count_found (const GArray *expected, const GArray *found);
