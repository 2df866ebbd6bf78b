/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/eval/agreement.h"
#include "analytics/cluster/leiden.h"

G_BEGIN_DECLS

/**
 * RhumbScanStep:
 * @resolution: γ
 * @partition: the best clusters that were found for it
 * @n_small: nodes in clusters of fewer than three nodes
 * @modularity: modularity of @partition at resolution 1
 * @cpm: constant Potts model of @partition at @resolution, or, where modularity is maximised, at
 *   @resolution times 2m/n², which treats a link between average nodes alike
 * @agreement: with the step before; not a number in the first step
 * @plateau: number of the plateau that the step is part of, from 0; %RHUMB_NONE = of none
 *
 * One step of a resolution scan.
 *
 * Since: 0.2
 */
typedef struct {
    double resolution;
    RhumbPartition *partition;
    guint32 n_small;
    double modularity;
    double cpm;
    RhumbAgreement agreement;
    guint32 plateau;
} RhumbScanStep;

/**
 * RhumbScanOptions:
 * @quality: what is maximised
 * @from: lowest resolution, above 0, in multiples of the one at which a link between average nodes
 *   counts nothing: 1 for modularity, 2m/n² for CPM
 * @to: highest, in the same unit, above @from
 * @n_steps: how many resolutions, each the same multiple of the one before; from 2 to 1,000
 * @n_starts: how often each is begun anew; at least 1
 * @seed: seed of the random choices
 *
 * Which resolutions are scanned.
 *
 * Since: 0.2
 */
typedef struct {
    RhumbLeidenQuality quality;
    double from;
    double to;
    guint n_steps;
    guint n_starts;
    guint64 seed;
} RhumbScanOptions;

#define RHUMB_SCAN_DEFAULTS                                                                        \
    {                                                                                              \
        .quality = RHUMB_LEIDEN_MODULARITY, .from = 0.125, .to = 32, .n_steps = 33, .n_starts = 1, \
        .seed = 1                                                                                  \
    }

GArray *rhumb_scan_resolutions (const RhumbNetwork *network, const RhumbScanOptions *options,
                                GError **error);

G_END_DECLS
