/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Why a paper is near or like others, in words: at most three reasons, most telling first. Words
 * are told only where nothing else is.
 */
#include "cli/reasons.h"

#define MOST_REASONS 3
/* A neighbour that brings less of what arrives is no reason. */
#define LEAST_SHARE 0.1

static char *
tell (const GArray *carriers, guint32 node, double least, const NodeNames *naming)
{
    g_autoptr (GString) reason = g_string_new (NULL);
    for (guint words = 0; words < 2 && reason->len == 0; words++) {
        guint n = 0;
        for (guint i = 0; i < carriers->len && n < MOST_REASONS; i++) {
            const RhumbNeighbour carrier = g_array_index (carriers, RhumbNeighbour, i);
            if ((carrier.node >= naming->first_word) != (words > 0) ||
                (words == 0 && carrier.score < least))
                continue;
            g_autofree char *name = naming->name (naming->data, node, carrier.node);
            g_string_append_printf (reason, "%s%s", n++ > 0 ? "; " : "", name);
        }
    }
    return g_string_free (g_steal_pointer (&reason), FALSE);
}

/* Through what the walk comes to @node. */
char *
reason_of_walk (RhumbWalker *walker, guint32 node, const NodeNames *naming)
{
    g_autoptr (GArray) carriers = rhumb_walker_list_carriers (walker, node, G_MAXUINT);
    return tell (carriers, node, LEAST_SHARE, naming);
}

/* What @node shares with the others. That it is linked with one of them is said once, by the name
 * of the other. */
char *
reason_of_overlap (RhumbOverlap *overlap, guint32 node, const guint32 *others, guint n_others,
                   const NodeNames *naming)
{
    /* A feature that is shared with several of the others: where it stands in @all, counted from 1.
     * There are too few of them for an array of all nodes. */
    g_autoptr (GHashTable) place = g_hash_table_new (NULL, NULL);
    g_autoptr (GArray) all = rhumb_neighbours_new ();
    for (guint k = 0; k < n_others; k++) {
        g_autoptr (GArray) shared = rhumb_overlap_list_shared (overlap, node, others[k], G_MAXUINT);
        for (guint i = 0; i < shared->len; i++) {
            const RhumbNeighbour item = g_array_index (shared, RhumbNeighbour, i);
            const gpointer key = GUINT_TO_POINTER (item.node);
            const guint at = GPOINTER_TO_UINT (g_hash_table_lookup (place, key));
            if (item.node == node)
                continue;
            if (at > 0) {
                g_array_index (all, RhumbNeighbour, at - 1).score += item.score;
                continue;
            }
            g_array_append_val (all, item);
            if (n_others > 1)
                g_hash_table_insert (place, key, GUINT_TO_POINTER (all->len));
        }
    }
    rhumb_neighbours_keep_best (all, G_MAXUINT);
    return tell (all, node, 0, naming);
}
