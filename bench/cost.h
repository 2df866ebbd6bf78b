/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <time.h>

/* Seconds by the clock on the wall, and those of all processors that the process had. */
typedef struct {
    double wall;
    double processor;
} Cost;

double count_seconds (clockid_t clock);
double count_processor_seconds (void);
Cost count_cost (void);
Cost count_cost_since (Cost start);
double count_peak_mib (void);
