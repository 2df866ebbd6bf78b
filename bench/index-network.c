/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What links the papers of a library, in memory, from its index; papers are the first nodes.
 */
#include "bench/index-network.h"

#include <stdio.h>
#include <stdlib.h>

#include "io/library.h"

/* The program ends if there is no index. */
RhumbNetwork *
index_network_new (const char *library, int *n_papers)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbLinkIndex) index = rhumb_library_open_index (library, &error);
    if (index == NULL) {
        fprintf (stderr, "%s\n", error->message);
        exit (EXIT_FAILURE);
    }
    const guint32 n = rhumb_link_index_get_n_nodes (index);
    g_autofree guint32 *row = g_new (guint32, rhumb_link_index_get_most_links (index) + 1);
    g_autofree double *row_weight = g_new (double, rhumb_link_index_get_most_links (index) + 1);
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) weight = g_array_new (FALSE, FALSE, sizeof (double));
    for (guint32 v = 0; v < n; v++) {
        const guint32 n_links = rhumb_link_index_read_row (index, v, 1, row, row_weight);
        for (guint32 i = 0; i < n_links; i++) {
            if (row[i] < v)
                continue;
            g_array_append_val (from, v);
            g_array_append_val (to, row[i]);
            g_array_append_val (weight, row_weight[i]);
        }
    }
    *n_papers = (int)rhumb_link_index_get_n_papers (index);
    return rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, n, n, (const guint32 *)(gpointer)from->data,
                              (const guint32 *)(gpointer)to->data,
                              (const double *)(gpointer)weight->data, from->len, NULL);
}
