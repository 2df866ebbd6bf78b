/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <time.h>

double count_seconds (clockid_t clock);
double count_processor_seconds (void);
double count_peak_mib (void);
