/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/time/bursts.h"

G_BEGIN_DECLS

gboolean rhumb_burst_options_check (const RhumbBurstOptions *options, GError **error);

/* The order in which bursts are given, of concepts and of citations alike. */
int rhumb_burst_compare (gconstpointer a, gconstpointer b);

G_END_DECLS
