/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What a program has cost so far. Only differences of two clocks mean something.
 */
#include "bench/cost.h"

#include <sys/resource.h>

/* Seconds of CLOCK_MONOTONIC or of CLOCK_PROCESS_CPUTIME_ID, which other programs on the machine do
 * not add to. */
double
count_seconds (clockid_t clock)
{
    struct timespec now;
    clock_gettime (clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Those of all processors that this process had. */
double
count_processor_seconds (void)
{
    return count_seconds (CLOCK_PROCESS_CPUTIME_ID);
}

Cost
count_cost (void)
{
    return (Cost){count_seconds (CLOCK_MONOTONIC), count_processor_seconds ()};
}

Cost
count_cost_since (Cost start)
{
    const Cost now = count_cost ();
    return (Cost){now.wall - start.wall, now.processor - start.processor};
}

/* The most memory that this process had at once. */
double
count_peak_mib (void)
{
    struct rusage usage;
    getrusage (RUSAGE_SELF, &usage);
    return (double)usage.ru_maxrss / 1024;
}
