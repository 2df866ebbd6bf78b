/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How far two partitions of the same nodes agree, whatever their clusters are numbered.
 *
 * Sources: normalised mutual information as Danon, Díaz-Guilera, Duch and Arenas (2005),
 * doi:10.1088/1742-5468/2005/09/P09008; adjusted Rand index: Hubert and Arabie (1985),
 * doi:10.1007/BF01908075; variation of information: Meilă (2007), doi:10.1016/j.jmva.2006.11.013.
 *
 * Two partitions that both are one cluster, or both single nodes, are the same: 1, 1, 0.
 *
 * Cost: sorting the nodes once for all three.
 */
#include "analytics/eval/agreement.h"

#include "analytics/eval/contingency.h"

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
    g_auto (Contingency) table = {0};
    const guint32 n = rhumb_partition_get_n_nodes (a);
    rhumb_contingency_count (&table, rhumb_partition_get_clusters (a),
                             rhumb_partition_get_clusters (b), n);
    const double entropy = rhumb_contingency_get_entropy (table.size_a, table.n_a, n) +
                           rhumb_contingency_get_entropy (table.size_b, table.n_b, n);
    *agreement = (RhumbAgreement){
        .mutual_information = MAX (rhumb_contingency_get_nmi (&table), 0),
        .adjusted_rand = rhumb_contingency_get_ari (&table),
        .variation = MAX (entropy - 2 * rhumb_contingency_get_information (&table), 0),
    };
}
