/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Author coupling: people whose papers cite the same works, as often as both do so.
 *
 * Source: Zhao and Strotmann (2008), doi:10.1002/asi.20910, whose frequency is the sum of the
 * smaller counts. Cost: that of the product (product.c).
 */
#include "analytics/network/author-coupling.h"

/* How many of a person's papers cite a work: repeated edges add up. */
static RhumbNetwork *
list_works_of_people (const RhumbNetwork *wrote, const RhumbNetwork *works, GError **error)
{
    const RhumbRows papers = rhumb_network_get_out_rows (wrote);
    const RhumbRows cited = rhumb_network_get_out_rows (works);
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) weight = g_array_new (FALSE, FALSE, sizeof (double));
    const double once = 1;
    for (guint32 person = 0; person < papers.n_rows; person++) {
        for (gsize i = papers.start[person]; i < papers.start[person + 1]; i++) {
            const guint32 v = papers.node[i];
            for (gsize j = cited.start[v]; j < cited.start[v + 1]; j++) {
                g_array_append_val (from, person);
                g_array_append_val (to, cited.node[j]);
                g_array_append_val (weight, once);
            }
        }
    }
    return rhumb_network_new (RHUMB_NETWORK_TWO_MODE, papers.n_rows, rhumb_network_get_n_to (works),
                              (const guint32 *)(gpointer)from->data,
                              (const guint32 *)(gpointer)to->data,
                              (const double *)(gpointer)weight->data, from->len, error);
}

/* rhumb_couple_authors: links people. @wrote: people → papers; @works: papers → cited works. */
RhumbNetwork *
rhumb_couple_authors (const RhumbNetwork *wrote, const RhumbNetwork *works,
                      const RhumbProductOptions *options, RhumbProductReport *report,
                      GError **error)
{
    g_autoptr (RhumbNetwork) oeuvres = list_works_of_people (wrote, works, error);
    if (oeuvres == NULL)
        return NULL;
    RhumbProductOptions weighted = *options;
    weighted.weighted = TRUE;
    return rhumb_link_by_shared (oeuvres, RHUMB_END_FROM, &weighted, report, error);
}
