/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * topics --scan: how clusters of papers change with the resolution.
 */
#include "cli/scan-table.h"

#include <math.h>

static void
add_number_or_null (Table *table, double value)
{
    if (isnan (value))
        table_add_null (table);
    else
        table_add_number (table, value);
}

/* A sum of shares that cancel leaves some 1e-16; a reader should see 0. */
static double
round_off (double quality)
{
    return ABS (quality) < 1e-12 ? 0 : quality;
}

static void
add_step (Table *table, const RhumbScanStep *step)
{
    const RhumbPartition *partition = step->partition;
    const guint32 n_clusters = rhumb_partition_get_n_clusters (partition);
    table_add_number (table, step->resolution);
    table_add_integer (table, n_clusters);
    table_add_integer (table, n_clusters > 0 ? rhumb_partition_get_size (partition, 0) : 0);
    table_add_integer (table, step->n_small);
    table_add_number (table, round_off (step->modularity));
    table_add_number (table, round_off (step->cpm));
    add_number_or_null (table, step->agreement.mutual_information);
    add_number_or_null (table, step->agreement.adjusted_rand);
    add_number_or_null (table, step->agreement.variation);
    if (step->plateau == RHUMB_NONE)
        table_add_null (table);
    else
        table_add_integer (table, step->plateau);
}

/* Scans the network of papers that topics are found in; a row for each step. */
Table *
scan_table_new (const Run *run, const RhumbGraph *graph, GError **error)
{
    static const char *const COLUMNS[] = {
        "resolution",         "clusters",      "largest",   "small",   "modularity", "cpm",
        "mutual_information", "adjusted_rand", "variation", "plateau", NULL};
    RhumbScanOptions options = RHUMB_SCAN_DEFAULTS;
    options.seed = (guint64)run->seed;
    options.quality = run->quality;
    g_autoptr (RhumbNetwork) related = rhumb_relate_papers (graph, error);
    g_autoptr (GArray) steps =
        related != NULL ? rhumb_scan_resolutions (related, &options, error) : NULL;
    if (steps == NULL)
        return NULL;
    Table *table = table_new (COLUMNS, run->json);
    for (guint i = 0; i < run_limit (run, steps->len); i++)
        add_step (table, &g_array_index (steps, RhumbScanStep, i));
    return table;
}
