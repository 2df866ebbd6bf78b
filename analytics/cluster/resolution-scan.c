/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * At which resolutions a network has clusters of its own: where they stay the same over a long
 * stretch of resolutions, they are more than a choice of the reader.
 *
 * Sources: stretches of resolution in which clusters do not change: Arenas, Fernández and Gómez
 * (2008), doi:10.1088/1367-2630/10/5/053039; a partition found at one resolution may be the best
 * at others: Weir, Emmons, Gibson, Taylor and Mucha (2017), doi:10.3390/a10030093.
 *
 * Method: resolutions rise in equal ratios. Each is clustered by Leiden from single nodes and from
 * the clusters of the step before; the better is kept. For fixed clusters both qualities are
 * a − γ b, so all that were kept are compared at every resolution, and each step gets the best of
 * them, of equals the one found at the lowest. That mends the steps in which Leiden had no luck,
 * and makes one partition stand over the whole stretch in which it is best. A plateau is a stretch
 * of at least three steps whose clusters have an adjusted Rand index of at least 0.95 with its
 * first ones; one cluster, and single nodes alone, make none.
 *
 * Cost: two runs of Leiden a step, steps² sums, and 4 bytes a node and step.
 */
#include "analytics/cluster/resolution-scan.h"

#include <math.h>

#include "analytics/cluster/quality-private.h"
#include "analytics/cluster/quality.h"
#include "graph/corpus.h"
#include "graph/set-error.h"
#include "graph/text.h"

#define MAX_STEPS 1000
#define MIN_PLATEAU 3
#define WIDTH 1.99 /* an octave, but for rounding */
#define MIN_ALIKE 0.95
#define SMALL 3

typedef struct {
    const RhumbNetwork *network;
    const RhumbScanOptions *options;
    double density; /* 2m/n² */
    GArray *steps;
    double *inside; /* a of each partition found */
    double *cost;   /* b of each */
} Scan;

static gboolean
check_options (const RhumbScanOptions *options, GError **error)
{
    if (options->from > 0 && options->to > options->from && options->to < G_MAXDOUBLE &&
        options->n_steps >= 2 && options->n_steps <= MAX_STEPS && options->n_starts > 0)
        return TRUE;
    rhumb_set_error (
        error, RHUMB_ERROR_INVALID,
        "a scan from %g to %g in %u steps of %u starts, expected rising resolutions above "
        "0, 2 to %u steps and at least 1 start",
        options->from, options->to, options->n_steps, options->n_starts, MAX_STEPS);
    return FALSE;
}

static void
clear_step (gpointer data)
{
    RhumbScanStep *step = data;
    g_clear_pointer (&step->partition, rhumb_partition_unref);
}

static RhumbScanStep *
get_step (const GArray *steps, guint i)
{
    return &g_array_index (steps, RhumbScanStep, i);
}

static double
measure (const Scan *scan, const RhumbPartition *partition, double resolution)
{
    return scan->options->quality == RHUMB_LEIDEN_MODULARITY
               ? rhumb_measure_modularity (scan->network, partition, resolution)
               : rhumb_measure_cpm (scan->network, partition, resolution);
}

/* Clusters at one resolution: from single nodes, or from those of the step before. */
static RhumbPartition *
find_clusters (const Scan *scan, guint i, double resolution, GError **error)
{
    RhumbLeidenOptions leiden = RHUMB_LEIDEN_DEFAULTS;
    leiden.quality = scan->options->quality;
    leiden.resolution = resolution;
    leiden.n_starts = scan->options->n_starts;
    leiden.seed = rhumb_hash_mix (scan->options->seed, i);
    g_autoptr (RhumbPartition) fresh = rhumb_leiden (scan->network, &leiden, error);
    if (fresh == NULL || i == 0)
        return g_steal_pointer (&fresh);
    leiden.start = get_step (scan->steps, i - 1)->partition;
    leiden.n_starts = 1;
    g_autoptr (RhumbPartition) warm = rhumb_leiden (scan->network, &leiden, error);
    if (warm == NULL)
        return NULL;
    return rhumb_partition_get_quality (warm) >= rhumb_partition_get_quality (fresh)
               ? g_steal_pointer (&warm)
               : g_steal_pointer (&fresh);
}

static gboolean
find_all (Scan *scan, GError **error)
{
    const RhumbScanOptions *options = scan->options;
    const double unit =
        options->quality == RHUMB_LEIDEN_CPM && scan->density > 0 ? scan->density : 1;
    const double ratio = log (options->to / options->from) / (options->n_steps - 1);
    for (guint i = 0; i < options->n_steps; i++) {
        const double resolution = unit * options->from * exp (ratio * i);
        RhumbPartition *partition = find_clusters (scan, i, resolution, error);
        if (partition == NULL)
            return FALSE;
        const RhumbScanStep step = {.resolution = resolution, .partition = partition};
        g_array_append_val (scan->steps, step);
        scan->inside[i] = measure (scan, partition, 0);
        scan->cost[i] = scan->inside[i] - measure (scan, partition, 1);
    }
    return TRUE;
}

/* Gives each step the best partition of all. */
static void
share_best (const Scan *scan)
{
    const guint n = scan->steps->len;
    g_autofree RhumbPartition **best = g_new (RhumbPartition *, n);
    for (guint i = 0; i < n; i++) {
        const double resolution = get_step (scan->steps, i)->resolution;
        guint winner = 0;
        for (guint j = 1; j < n; j++) {
            const double lead = scan->inside[j] - scan->inside[winner] -
                                resolution * (scan->cost[j] - scan->cost[winner]);
            if (lead > 1e-12 * (1 + resolution))
                winner = j;
        }
        best[i] = rhumb_partition_ref (get_step (scan->steps, winner)->partition);
    }
    for (guint i = 0; i < n; i++) {
        rhumb_partition_unref (get_step (scan->steps, i)->partition);
        get_step (scan->steps, i)->partition = best[i];
    }
}

static guint32
count_small (const RhumbPartition *partition)
{
    guint32 sum = 0;
    for (guint32 c = 0; c < rhumb_partition_get_n_clusters (partition); c++) {
        const guint32 size = rhumb_partition_get_size (partition, c);
        sum += size < SMALL ? size : 0;
    }
    return sum;
}

static void
describe_steps (const Scan *scan)
{
    const double unit = scan->options->quality == RHUMB_LEIDEN_CPM ? 1 : scan->density;
    for (guint i = 0; i < scan->steps->len; i++) {
        RhumbScanStep *step = get_step (scan->steps, i);
        step->n_small = count_small (step->partition);
        step->modularity = rhumb_measure_modularity (scan->network, step->partition, 1);
        step->cpm = rhumb_measure_cpm (scan->network, step->partition, step->resolution * unit);
        step->agreement = (RhumbAgreement){NAN, NAN, NAN};
        step->plateau = RHUMB_NONE;
        if (i > 0)
            rhumb_measure_agreement (get_step (scan->steps, i - 1)->partition, step->partition,
                                     &step->agreement);
    }
}

/* Whether there are no two clusters of at least three nodes. */
static gboolean
is_trivial (const RhumbPartition *partition)
{
    return rhumb_partition_get_n_clusters (partition) < 2 ||
           rhumb_partition_get_size (partition, 1) < SMALL;
}

/* The end of the stretch of steps whose clusters are like those of the first. */
static guint
find_end (const GArray *steps, guint first)
{
    const RhumbPartition *partition = get_step (steps, first)->partition;
    guint end = first + 1;
    for (; end < steps->len; end++) {
        RhumbAgreement agreement;
        rhumb_measure_agreement (partition, get_step (steps, end)->partition, &agreement);
        if (agreement.adjusted_rand < MIN_ALIKE || is_trivial (get_step (steps, end)->partition))
            break;
    }
    return end;
}

static void
number_plateaus (GArray *steps)
{
    guint32 n_plateaus = 0;
    for (guint first = 0; first < steps->len;) {
        if (is_trivial (get_step (steps, first)->partition)) {
            first++;
            continue;
        }
        const guint end = find_end (steps, first);
        const gboolean is_long =
            end - first >= MIN_PLATEAU &&
            get_step (steps, end - 1)->resolution >= WIDTH * get_step (steps, first)->resolution;
        for (guint i = first; is_long && i < end; i++)
            get_step (steps, i)->plateau = n_plateaus;
        n_plateaus += is_long;
        first = is_long ? end : first + 1;
    }
}

/**
 * rhumb_scan_resolutions:
 * @network: an undirected network
 * @options: (nullable): options, %NULL = defaults: 33 steps from 1/8 to 32, four an octave
 * @error: return location for an error
 *
 * Clusters a network at many resolutions and tells where clusters stay the same.
 *
 * Source: Arenas, Fernández and Gómez (2008), doi:10.1088/1367-2630/10/5/053039; Weir et al.
 * (2017), doi:10.3390/a10030093.
 *
 * Returns: (transfer full) (element-type RhumbScanStep): steps, lowest resolution first, or %NULL
 *   with %RHUMB_ERROR_INVALID
 *
 * Since: 0.2
 */
GArray *
rhumb_scan_resolutions (const RhumbNetwork *network, const RhumbScanOptions *options,
                        GError **error)
{
    static const RhumbScanOptions DEFAULTS = RHUMB_SCAN_DEFAULTS;
    g_return_val_if_fail (rhumb_network_get_mode (network) == RHUMB_NETWORK_UNDIRECTED, NULL);
    const RhumbScanOptions *used = options != NULL ? options : &DEFAULTS;
    if (!check_options (used, error))
        return NULL;
    g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (RhumbScanStep));
    g_array_set_clear_func (steps, clear_step);
    g_autofree double *inside = g_new (double, used->n_steps);
    g_autofree double *cost = g_new (double, used->n_steps);
    Scan scan = {network, used, rhumb_measure_density (network), steps, inside, cost};
    if (!find_all (&scan, error))
        return NULL;
    share_best (&scan);
    describe_steps (&scan);
    number_plateaus (steps);
    return g_steal_pointer (&steps);
}
