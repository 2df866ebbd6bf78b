/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Takes the nodes of a crowd together in groups, to place these first.
 *
 * Groups are those of grouping.c inside each cluster, where nodes that stand fast hold together
 * what is linked with them; they themselves are in no group. What is left of a cluster, without
 * links or in groups of very few, only takes room. Cost: that of grouping.c.
 */
#include "analytics/layout/crowd-groups.h"

#include "analytics/layout/grouping.h"
#include "graph/corpus.h"

#define SEED 1

/* Of each node that is in no group the group that it is linked with most; ties by number. */
static void
join_loose (const RhumbCrowd *crowd, guint32 *group_of)
{
    g_autofree guint32 *best = g_new (guint32, MAX (crowd->n_nodes, 1));
    g_autofree double *most = g_new0 (double, MAX (crowd->n_nodes, 1));
    for (guint32 i = 0; i < crowd->n_nodes; i++)
        best[i] = RHUMB_NONE;
    for (gsize e = 0; e < crowd->n_springs; e++) {
        const RhumbSpring link = crowd->spring[e];
        const guint32 ends[] = {link.from, link.to};
        for (guint k = 0; k < 2; k++) {
            const guint32 i = ends[k];
            const guint32 g = group_of[ends[1 - k]];
            if (group_of[i] == RHUMB_NONE && g != RHUMB_NONE && g >= crowd->n_fixed &&
                crowd->cluster[i] == crowd->cluster[ends[1 - k]] && link.weight > most[i]) {
                most[i] = link.weight;
                best[i] = g;
            }
        }
    }
    for (guint32 i = 0; i < crowd->n_nodes; i++)
        group_of[i] = group_of[i] == RHUMB_NONE ? best[i] : group_of[i];
}

/* Numbers groups that have nodes that move, after those that stand fast. What is left of a cluster
 * is no group, what is left of a group is one. */
static guint32
number_groups (RhumbCrowdGroups *groups, const RhumbCrowd *crowd, const RhumbGrouping *grouping,
               const guint32 *within)
{
    g_autofree guint32 *number = g_new (guint32, MAX (grouping->n_groups, 1));
    guint32 n = crowd->n_fixed;
    for (guint32 g = 0; g < grouping->n_groups; g++)
        number[g] = RHUMB_NONE;
    groups->group_of = g_new (guint32, MAX (crowd->n_nodes, 1));
    for (guint32 i = 0; i < crowd->n_nodes; i++) {
        const guint32 g = grouping->group[i];
        const gboolean is_in = within != NULL ? within[i] != RHUMB_NONE : !grouping->is_rest[g];
        if (i >= crowd->n_fixed && is_in && number[g] == RHUMB_NONE)
            number[g] = n++;
        groups->group_of[i] = i < crowd->n_fixed ? i : is_in ? number[g] : RHUMB_NONE;
    }
    return n;
}

static void
fill_arrays (RhumbCrowdGroups *groups, const RhumbCrowd *crowd, guint32 n)
{
    groups->cluster = g_new (guint32, MAX (n, 1));
    groups->key = g_new (guint64, MAX (n, 1));
    groups->size = g_new0 (double, MAX (n, 1));
    groups->radius = g_new0 (double, MAX (n, 1));
    groups->place = g_new0 (RhumbPoint, MAX (n, 1));
    for (guint32 g = 0; g < n; g++)
        groups->key[g] = G_MAXUINT64;
    for (guint32 i = 0; i < crowd->n_nodes; i++) {
        const guint32 g = groups->group_of[i];
        if (g == RHUMB_NONE)
            continue;
        groups->cluster[g] = crowd->cluster[i];
        groups->key[g] = MIN (groups->key[g], crowd->key[i]);
        groups->size[g] += 1.0;
        groups->radius[g] = i < crowd->n_fixed ? crowd->radius[i] : 0.0;
        groups->place[g] = crowd->place[i];
    }
}

/* Links between groups and what stands fast, each pair once. */
static void
fill_links (RhumbCrowdGroups *groups, const RhumbCrowd *crowd, guint32 n)
{
    g_autoptr (GArray) between = g_array_new (FALSE, FALSE, sizeof (RhumbSpring));
    for (gsize e = 0; e < crowd->n_springs; e++) {
        const RhumbSpring link = crowd->spring[e];
        const guint32 a = groups->group_of[link.from];
        const guint32 b = groups->group_of[link.to];
        if (a != RHUMB_NONE && b != RHUMB_NONE && a != b)
            g_array_append_val (between, link);
    }
    g_autoptr (RhumbNetwork) network = rhumb_link_groups (
        (const RhumbSpring *)(const void *)between->data, between->len, groups->group_of, n, NULL);
    g_assert (network != NULL);
    groups->springs = rhumb_list_springs (network);
}

/* Clusters to divide: those of the crowd, or groups, with one more for what is in none. */
static guint32 *
list_wholes (const RhumbCrowd *crowd, const guint32 *within)
{
    if (within == NULL)
        return g_memdup2 (crowd->cluster, crowd->n_nodes * sizeof (guint32));
    guint32 n = 0;
    for (guint32 i = 0; i < crowd->n_nodes; i++)
        n = within[i] != RHUMB_NONE ? MAX (n, within[i] + 1) : n;
    guint32 *whole = g_new (guint32, MAX (crowd->n_nodes, 1));
    for (guint32 i = 0; i < crowd->n_nodes; i++)
        whole[i] = within[i] != RHUMB_NONE ? within[i] : n;
    return whole;
}

/* The resolution at which modularity over all wholes is that of each by itself: how many wholes
 * there are, by the weight of the links inside of them. */
static double
find_resolution (const RhumbCrowd *crowd, const guint32 *whole)
{
    guint32 n = 0;
    for (guint32 i = 0; i < crowd->n_nodes; i++)
        n = MAX (n, whole[i] + 1);
    g_autofree double *inside = g_new0 (double, MAX (n, 1));
    double total = 0.0;
    double squares = 0.0;
    for (gsize e = 0; e < crowd->n_springs; e++) {
        const RhumbSpring link = crowd->spring[e];
        if (whole[link.from] == whole[link.to])
            inside[whole[link.from]] += link.weight;
    }
    for (guint32 w = 0; w < n; w++) {
        total += inside[w];
        squares += inside[w] * inside[w];
    }
    return squares > 0 ? total * total / squares : 1.0;
}

/* Finds groups of linked nodes inside the clusters of a crowd, or inside larger groups. @groups: a
 * crowd without places; @crowd: links have finite weights above 0; @within: groups of its nodes to
 * find groups in, %NULL = in its clusters. */
void
rhumb_group_crowd (RhumbCrowdGroups *groups, const RhumbCrowd *crowd, const guint32 *within)
{
    g_auto (RhumbGrouping) grouping = {0};
    g_autofree guint32 *whole = list_wholes (crowd, within);
    const gboolean is_found =
        rhumb_group_inside (&grouping, crowd->spring, crowd->n_springs, crowd->n_nodes, whole,
                            crowd->key, SEED, find_resolution (crowd, whole), NULL);
    g_assert (is_found);
    const guint32 n = number_groups (groups, crowd, &grouping, within);
    if (within == NULL)
        join_loose (crowd, groups->group_of);
    fill_arrays (groups, crowd, n);
    fill_links (groups, crowd, n);
    guint32 n_grouped = 0;
    for (guint32 i = crowd->n_fixed; i < crowd->n_nodes; i++)
        n_grouped += groups->group_of[i] != RHUMB_NONE ? 1 : 0;
    groups->mean_size = n > crowd->n_fixed ? (double)n_grouped / (n - crowd->n_fixed) : 1.0;
    groups->crowd = (RhumbCrowd){.n_nodes = n,
                                 .n_fixed = crowd->n_fixed,
                                 .cluster = groups->cluster,
                                 .key = groups->key,
                                 .radius = groups->radius,
                                 .place = groups->place,
                                 .spring = (const RhumbSpring *)(void *)groups->springs->data,
                                 .n_springs = groups->springs->len,
                                 .size = groups->size};
}

void
rhumb_crowd_groups_clear (RhumbCrowdGroups *groups)
{
    g_free (groups->group_of);
    g_free (groups->cluster);
    g_free (groups->key);
    g_free (groups->size);
    g_free (groups->radius);
    g_free (groups->place);
    g_clear_pointer (&groups->springs, g_array_unref);
}
