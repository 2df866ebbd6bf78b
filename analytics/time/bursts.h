/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/series.h"

G_BEGIN_DECLS

/**
 * RhumbBurst:
 * @row: what bursts: row of the series, or number of the paper
 * @level: from 1; a burst of level 2 lies inside one of level 1
 * @first_year: its first year
 * @last_year: its last year
 * @weight: by how much its state explains these years better than the state below, in nats,
 *   above 0
 *
 * A time in which something is much more frequent than over all years.
 *
 * Since: 0.2
 */
typedef struct {
    guint32 row;
    guint level;
    int first_year;
    int last_year;
    double weight;
} RhumbBurst;

/**
 * RhumbBurstOptions:
 * @s: how many times more frequent each state is than the one below, above 1
 * @gamma: how dear it is to enter a higher state, 0 or more
 * @n_states: states of the automaton, 2 to 32
 *
 * How bursts are found.
 *
 * Since: 0.2
 */
typedef struct {
    double s;
    double gamma;
    guint n_states;
} RhumbBurstOptions;

#define RHUMB_BURST_DEFAULTS                  \
    {                                         \
        .s = 2.0, .gamma = 1.0, .n_states = 2 \
    }

RhumbBurst *rhumb_find_bursts (const RhumbSeries *counts, const RhumbSeries *totals,
                               const RhumbBurstOptions *options, gsize *n_bursts, GError **error);
RhumbBurst *rhumb_find_event_bursts (const double *time, gsize n_events, guint32 row,
                                     const RhumbBurstOptions *options, gsize *n_bursts,
                                     GError **error);

G_END_DECLS
