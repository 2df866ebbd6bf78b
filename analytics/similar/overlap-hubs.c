/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Who is most like one with very many features, without going to all that share any of them: a
 * paper cited by 100,000 others meets in them nearly all that was ever cited.
 *
 * A row of b features can be like one of a > b by b / a at most, if all of it lies inside. So rows
 * are compared from the longest on, and when b / a falls below the last of those wanted, no other
 * row can be among them: exact, as far as b is not so short that going to all is cheaper. Bounds on
 * the sizes of sets are as old as their joins (Bayardo, Ma and Srikant 2007,
 * doi:10.1145/1242572.1242591). overlap-choice.c compares.
 *
 * Cost: the lengths of the rows compared, a bit a feature; MOST_READ lengths of the row that is
 * asked about at most.
 */
#include "analytics/similar/overlap-private.h"

/* Shorter rows do not meet enough to save anything. */
#define LONG_ROW 1000
/* Entries read, in lengths of the row that is asked about, before all are gone to instead. */
#define MOST_READ 16

/* Nodes from the longest row to the shortest, by number where they are equally long. */
guint32 *
rhumb_overlap_order_by_size (const RhumbOverlap *overlap)
{
    guint32 longest = 0;
    for (guint32 v = 0; v < overlap->n_nodes; v++)
        longest = MAX (longest, (guint32)overlap->size[v]);
    g_autofree guint32 *next = g_new0 (guint32, (gsize)longest + 2);
    for (guint32 v = 0; v < overlap->n_nodes; v++)
        next[longest - (guint32)overlap->size[v] + 1]++;
    for (guint32 s = 0; s < longest; s++)
        next[s + 1] += next[s];
    guint32 *order = g_new (guint32, (gsize)overlap->n_nodes + 1);
    for (guint32 v = 0; v < overlap->n_nodes; v++)
        order[next[longest - (guint32)overlap->size[v]]++] = v;
    return order;
}

/* The @n_best most like @node among those @allowed; %NULL if going to all is cheaper. */
GArray *
rhumb_overlap_list_from_longest (RhumbOverlap *overlap, guint32 node, guint n_best,
                                 const guint8 *allowed)
{
    if (overlap->by_size == NULL || n_best == 0 || overlap_get_size (overlap, node) < LONG_ROW)
        return NULL;
    g_auto (OverlapChoice) choice = {0};
    rhumb_overlap_choice_init (&choice, overlap, node, n_best);
    for (guint32 k = 0; k < overlap->n_nodes; k++) {
        const guint32 u = overlap->by_size[k];
        const double of_u = overlap_get_size (overlap, u);
        if (of_u < choice.least * choice.size || of_u <= 0)
            break;
        if (u == node || (allowed != NULL && !allowed[u]))
            continue;
        if (choice.n_read > MOST_READ * choice.row.n)
            return NULL;
        rhumb_overlap_choice_try (&choice, u);
    }
    return rhumb_overlap_choice_finish (&choice);
}
