/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Prints the cost of networks derived from citations:
 *
 *   bench-networks FILE.bin [top links [hub cap]]
 *
 * FILE.bin is a citation graph as generate-citations writes it. TSV: network, nodes, links,
 * threads, hubs left out, pairs counted, estimated MiB, seconds, processor seconds, peak MiB of the
 * process so far.
 *
 * SuiteSparse:GraphBLAS was weighed against the product of analytics/network/product.c; the
 * figures stand in docs/methods.md.
 */
#include <stdio.h>
#include <stdlib.h>

#include "bench/cost.h"
#include "bench/input.h"
#include "rhumb.h"

static int
measure (const char *name, const RhumbNetwork *cites, RhumbEnd end,
         const RhumbProductOptions *options)
{
    g_autoptr (GError) error = NULL;
    RhumbProductReport report = {0};
    const double wall = count_seconds (CLOCK_MONOTONIC);
    const double processor = count_processor_seconds ();
    g_autoptr (RhumbNetwork) network = rhumb_link_by_shared (cites, end, options, &report, &error);
    if (network == NULL) {
        fprintf (stderr, "bench-networks: %s: %s\n", name, error->message);
        return 1;
    }
    printf ("%s\t%u\t%" G_GSIZE_FORMAT "\t%u\t%u\t%" G_GUINT64_FORMAT "\t%.0f\t%.3f\t%.3f\t%.0f\n",
            name, rhumb_network_get_n_from (network), rhumb_network_get_n_edges (network),
            rhumb_get_n_threads (), report.n_hubs, report.n_pairs,
            (double)report.n_bytes / (1 << 20), count_seconds (CLOCK_MONOTONIC) - wall,
            count_processor_seconds () - processor, count_peak_mib ());
    return 0;
}

int
main (int argc, char **argv)
{
    if (argc < 2 || argc > 4) {
        fputs ("Usage: bench-networks FILE.bin [top links [hub cap]]\n", stderr);
        return 2;
    }
    setvbuf (stdout, NULL, _IOLBF, 0);
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbNetwork) cites = input_read_citations (argv[1], RHUMB_NETWORK_DIRECTED, &error);
    if (cites == NULL) {
        fprintf (stderr, "bench-networks: %s\n", error->message);
        return 1;
    }
    RhumbProductOptions options = RHUMB_PRODUCT_DEFAULTS;
    options.top_links =
        argc > 2 ? (guint)input_read_number ("top links", argv[2], 1, G_MAXUINT32) : 20;
    puts ("network\tnodes\tlinks\tthreads\thubs\tpairs\testimate_mib\tseconds\tcpu_seconds\tpeak_"
          "mib");
    int failed = measure ("co-citation", cites, RHUMB_END_TO, &options);
    options.normalisation = RHUMB_NORMALISATION_SALTON;
    failed |= measure ("co-citation-salton", cites, RHUMB_END_TO, &options);
    options.normalisation = RHUMB_NORMALISATION_NONE;
    options.counting = RHUMB_COUNTING_FRACTIONAL;
    failed |= measure ("co-citation-fractional", cites, RHUMB_END_TO, &options);
    options.counting = RHUMB_COUNTING_FULL;
    options.hub_cap =
        argc > 3 ? (guint)input_read_number ("hub cap", argv[3], 0, G_MAXUINT32) : 1000;
    failed |= measure ("coupling", cites, RHUMB_END_FROM, &options);
    return failed;
}
