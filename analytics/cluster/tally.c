/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Room for the sums that threads keep by cluster, taken before parallel loops begin.
 *
 * Cost: 32 bytes a key and thread, of twice as many keys as a row can meet.
 */
#include "analytics/cluster/tally.h"

/* An array of @n_tallies and one more, which ends it. */
Tally *
rhumb_tallies_new (guint32 n_tallies, guint32 max_keys)
{
    guint32 capacity = 16;
    while (capacity < G_MAXUINT32 / 2 && capacity / 2 < max_keys)
        capacity *= 2;
    Tally *tallies = g_new0 (Tally, (gsize)n_tallies + 1);
    for (guint32 i = 0; i < n_tallies; i++) {
        tallies[i].place = g_new0 (guint32, capacity);
        tallies[i].key = g_new (guint32, capacity);
        tallies[i].at = g_new (guint32, capacity);
        tallies[i].value = g_new (double, capacity);
        tallies[i].met = g_new (guint32, capacity);
        tallies[i].capacity = capacity;
    }
    return tallies;
}

void
rhumb_tallies_free (Tally *tallies)
{
    for (Tally *tally = tallies; tally->place != NULL; tally++) {
        g_free (tally->place);
        g_free (tally->key);
        g_free (tally->at);
        g_free (tally->value);
        g_free (tally->met);
    }
    g_free (tallies);
}
