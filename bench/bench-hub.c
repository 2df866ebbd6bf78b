/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How long it takes to find the papers that are cited most alike to one that very many cite.
 *
 * Usage: bench-hub [PAPERS]
 *
 * Of a generated citation graph of PAPERS (1000000), about ten references each, one paper in ten
 * cites one more: the hub. Prints TSV: papers, citations, papers that cite the hub, how many are
 * asked for, processor milliseconds a question (mean of ten), the last score. All that share
 * anything with the hub are the last row.
 */
#include <stdio.h>
#include <stdlib.h>

#include "bench/citation-model.h"
#include "bench/cost.h"
#include "bench/input.h"
#include "rhumb.h"

#define HUB 500
#define ONE_IN 10
#define N_ROUNDS 10

/* Rows: by whom a paper is cited. */
static RhumbNetwork *
make_cited_by (guint32 n_papers)
{
    CitationModel model = CITATION_MODEL_DEFAULTS;
    model.n_papers = n_papers;
    g_autoptr (Citations) citations = citations_new (&model);
    g_autoptr (GArray) cited = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) citing = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_array_append_vals (cited, citations->cited, (guint)citations->n_edges);
    g_array_append_vals (citing, citations->citing, (guint)citations->n_edges);
    for (guint32 v = 0; v < n_papers; v++) {
        const guint32 hub = HUB;
        if (rhumb_hash_mix (3, v) % ONE_IN != 0)
            continue;
        g_array_append_val (cited, hub);
        g_array_append_val (citing, v);
    }
    return rhumb_network_new (RHUMB_NETWORK_TWO_MODE, n_papers, n_papers,
                              (guint32 *)(gpointer)cited->data, (guint32 *)(gpointer)citing->data,
                              NULL, cited->len, NULL);
}

static void
ask (const RhumbNetwork *network, RhumbOverlap *overlap, guint n_best)
{
    const RhumbRows rows = rhumb_network_get_out_rows (network);
    double last = 0;
    guint n_found = 0;
    const double started = count_processor_seconds ();
    for (guint i = 0; i < N_ROUNDS; i++) {
        g_autoptr (GArray) list = rhumb_overlap_list_alike (overlap, HUB, n_best, NULL);
        n_found = list->len;
        last = n_found > 0 ? g_array_index (list, RhumbNeighbour, n_found - 1).score : 0;
    }
    printf ("%u\t%zu\t%zu\t%u\t%.2f\t%.6f\n", rows.n_rows, rows.start[rows.n_rows],
            rows.start[HUB + 1] - rows.start[HUB], n_found,
            1e3 * (count_processor_seconds () - started) / N_ROUNDS, last);
}

int
main (int argc, char **argv)
{
    const guint32 n_papers =
        argc > 1 ? (guint32)input_read_number ("PAPERS", argv[1], HUB + 1, 100000000) : 1000000;
    g_autoptr (RhumbNetwork) network = make_cited_by (n_papers);
    g_autoptr (RhumbOverlap) overlap =
        rhumb_overlap_new (network, n_papers, RHUMB_OVERLAP_JACCARD, NULL);
    puts ("papers\tcitations\tciting_the_hub\tasked_for\tms\tlast");
    ask (network, overlap, 10);
    ask (network, overlap, 20);
    ask (network, overlap, n_papers);
    return EXIT_SUCCESS;
}
