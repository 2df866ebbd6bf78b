/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How well clusters agree with classes that somebody gave.
 *
 * Source: nmi.c, ami.c, ari.c. Numbers of clusters are names: nothing depends on which is which.
 *
 * Cost: sorting all nodes once for each measure and sample.
 */
#include "analytics/eval/cluster-test.h"

#include "analytics/eval/figures.h"
#include "analytics/eval/measures.h"

typedef struct {
    const guint32 *cluster;
    const guint32 *label;
    guint32 *some_clusters; /* room for a sample */
    guint32 *some_labels;
    double (*measure) (const guint32 *a, const guint32 *b, guint32 n);
} Tested;

static double
measure_sample (const guint32 *sample, guint32 n, gconstpointer data)
{
    const Tested *tested = data;
    for (guint32 i = 0; i < n; i++) {
        tested->some_clusters[i] = tested->cluster[sample[i]];
        tested->some_labels[i] = tested->label[sample[i]];
    }
    return tested->measure (tested->some_clusters, tested->some_labels, n);
}

/**
 * rhumb_test_clusters:
 * @figures: (element-type RhumbFigure): where figures are added
 * @method: name of what found the clusters, static
 * @cluster: (array length=n): cluster of each node
 * @label: (array length=n): class of each node
 * @n: nodes
 * @n_samples: samples of an interval; 0 = none
 * @seed: seed of the samples
 *
 * Measures agreement: NMI, AMI and ARI.
 *
 * Since: 0.2
 */
void
rhumb_test_clusters (GArray *figures, const char *method, const guint32 *cluster,
                     const guint32 *label, guint32 n, guint n_samples, guint64 seed)
{
    static const struct {
        const char *name;
        double (*measure) (const guint32 *a, const guint32 *b, guint32 n);
        double least;
    } MEASURES[] = {
        {"NMI", rhumb_measure_nmi, 0},
        {"AMI", rhumb_measure_ami, -1},
        {"ARI", rhumb_measure_ari, -1},
    };
    g_autofree guint32 *clusters = g_new (guint32, (gsize)n + 1);
    g_autofree guint32 *labels = g_new (guint32, (gsize)n + 1);
    for (guint m = 0; m < G_N_ELEMENTS (MEASURES); m++) {
        const Tested tested = {cluster, label, clusters, labels, MEASURES[m].measure};
        const RhumbInterval interval =
            rhumb_bootstrap (measure_sample, &tested, n, n_samples, seed);
        rhumb_figures_add (figures, method, MEASURES[m].name, MEASURES[m].least, &interval, 1, n);
    }
}
