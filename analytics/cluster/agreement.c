/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How far two partitions of the same nodes agree, whatever their clusters are numbered.
 *
 * Sources: normalised mutual information as Danon, Díaz-Guilera, Duch and Arenas (2005),
 * doi:10.1088/1742-5468/2005/09/P09008; adjusted Rand index: Hubert and Arabie (1985),
 * doi:10.1007/BF01908075; variation of information: Meilă (2007), doi:10.1016/j.jmva.2006.11.013.
 *
 * Method: nodes are taken cluster by cluster of the first partition, and counted by clusters of the
 * second, so that only pairs of clusters that share nodes are ever looked at.
 *
 * Two partitions that both are one cluster, or both single nodes, are the same: 1, 1, 0.
 *
 * Cost: O(nodes + clusters).
 */
#include "analytics/cluster/agreement.h"

#include <math.h>

#include "analytics/cluster/level.h"

/* What sums over shared nodes give. */
typedef struct {
    double information; /* Σ n_ab ln (n n_ab / n_a n_b) / n */
    double pairs;       /* Σ C(n_ab, 2) */
} Shared;

static double
count_pairs (double n)
{
    return n * (n - 1) / 2;
}

static double
measure_entropy (const RhumbPartition *partition, double n)
{
    double sum = 0;
    for (guint32 c = 0; c < rhumb_partition_get_n_clusters (partition); c++) {
        const double share = rhumb_partition_get_size (partition, c) / n;
        sum -= share * log (share);
    }
    return sum;
}

static double
count_inner_pairs (const RhumbPartition *partition)
{
    double sum = 0;
    for (guint32 c = 0; c < rhumb_partition_get_n_clusters (partition); c++)
        sum += count_pairs (rhumb_partition_get_size (partition, c));
    return sum;
}

static Shared
sum_shared (const RhumbPartition *a, const RhumbPartition *b)
{
    const guint32 n = rhumb_partition_get_n_nodes (a);
    const guint32 n_clusters = rhumb_partition_get_n_clusters (a);
    const guint32 *of_b = rhumb_partition_get_clusters (b);
    g_autofree guint32 *start = g_new (guint32, (gsize)n_clusters + 1);
    g_autofree guint32 *order =
        sort_by_cluster (n, rhumb_partition_get_clusters (a), n_clusters, start);
    g_autofree guint32 *count = g_new0 (guint32, rhumb_partition_get_n_clusters (b));
    Shared shared = {0, 0};
    for (guint32 c = 0; c < n_clusters; c++) {
        for (guint32 i = start[c]; i < start[c + 1]; i++)
            count[of_b[order[i]]]++;
        for (guint32 i = start[c]; i < start[c + 1]; i++) {
            const guint32 d = of_b[order[i]];
            const double both = count[d];
            if (both == 0)
                continue;
            const double expected =
                (double)(start[c + 1] - start[c]) / n * rhumb_partition_get_size (b, d);
            shared.information += both / n * log (both / expected);
            shared.pairs += count_pairs (both);
            count[d] = 0;
        }
    }
    return shared;
}

/**
 * rhumb_measure_agreement:
 * @a: a partition
 * @b: another of the same number of nodes
 * @agreement: (out caller-allocates): how far they agree
 *
 * Measures how far two partitions agree.
 *
 * Source: Danon et al. (2005), doi:10.1088/1742-5468/2005/09/P09008; Hubert and Arabie (1985),
 * doi:10.1007/BF01908075; Meilă (2007), doi:10.1016/j.jmva.2006.11.013.
 *
 * Since: 0.2
 */
void
rhumb_measure_agreement (const RhumbPartition *a, const RhumbPartition *b,
                         RhumbAgreement *agreement)
{
    g_return_if_fail (rhumb_partition_get_n_nodes (a) == rhumb_partition_get_n_nodes (b));
    *agreement = (RhumbAgreement){1, 1, 0};
    const double n = rhumb_partition_get_n_nodes (a);
    if (n == 0)
        return;
    const Shared shared = sum_shared (a, b);
    const double entropy = measure_entropy (a, n) + measure_entropy (b, n);
    if (entropy > 0)
        agreement->mutual_information = CLAMP (2 * shared.information / entropy, 0, 1);
    agreement->variation = MAX (entropy - 2 * shared.information, 0);
    const double pairs_a = count_inner_pairs (a);
    const double pairs_b = count_inner_pairs (b);
    const double expected = n > 1 ? pairs_a * pairs_b / count_pairs (n) : 0;
    const double most = (pairs_a + pairs_b) / 2;
    if (most != expected)
        agreement->adjusted_rand = (shared.pairs - expected) / (most - expected);
}
