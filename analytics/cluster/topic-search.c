/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How finely papers are clustered.
 *
 * Which resolution is right depends on the papers, so unless one is given, it is searched: the one
 * that comes nearest to the wanted number of topics, or to 1.45 √papers, at most 14, the number of
 * regions that a map shows at once; crumbs do not count. Walktrap's tree is cut there; walktrap
 * without a number, infomap and label propagation are asked once and say themselves how many there
 * are. Clusters below the minimum size, and those whose papers share no concept, join their
 * nearest.
 *
 * Cost: some 10 to 50 runs of Leiden or Louvain, a few of walktrap, or one of the others.
 */
#include "analytics/cluster/topic-search.h"

#include <math.h>

#include "analytics/cluster/quality-private.h"
#include "analytics/cluster/small-clusters.h"
#include "analytics/cluster/topic-levels.h"
#include "analytics/cluster/topic-terms.h"

#define MAX_START_WORK 5000u
#define STEP 1.15
#define PATIENCE 6
#define COARSE_STEP 1.5
#define FINE_STEP 1.02
#define MIN_SHARE 0.1

/* More starts find better clusters; large networks need fewer, and pay more for each. */
static guint
choose_n_starts (guint32 n_papers)
{
    return CLAMP (MAX_START_WORK / MAX (n_papers, 1), 1, 10);
}

/* What is clustered, and how. */
typedef struct {
    const RhumbGraph *graph;
    const RhumbNetwork *related;
    const RhumbTopicOptions *options;
} Search;

/* Clusters that are too small, and those whose papers share no concept that could name them, join
 * their nearest. */
static RhumbPartition *
cluster_at (const Search *search, double resolution, guint n_clusters, GError **error)
{
    RhumbClusteringOptions clustering = RHUMB_CLUSTERING_DEFAULTS;
    clustering.method = search->options->method;
    clustering.n_starts = choose_n_starts (rhumb_network_get_n_from (search->related));
    clustering.quality = search->options->quality;
    clustering.resolution = resolution;
    clustering.n_clusters = n_clusters;
    clustering.seed = search->options->seed;
    g_autoptr (RhumbPartition) found = rhumb_cluster (search->related, &clustering, error);
    if (found == NULL)
        return NULL;
    const guint32 min_papers = search->options->min_papers;
    g_autoptr (RhumbPartition) large =
        rhumb_join_small_clusters (search->related, found, min_papers, NULL);
    g_autofree gboolean *is_named =
        rhumb_find_named_topics (search->graph, rhumb_partition_get_clusters (large),
                                 rhumb_partition_get_n_clusters (large));
    return rhumb_join_small_clusters (search->related, large, min_papers, is_named);
}

/* The resolution at which both measures treat a link between average nodes alike: 1 for
 * modularity, and what modularity expects between two of them for CPM. */
static double
get_middle_resolution (const RhumbNetwork *related, RhumbLeidenQuality quality)
{
    const double density = rhumb_measure_density (related);
    return quality == RHUMB_LEIDEN_CPM && density > 0 ? density : 1;
}

/* Small steps near the wanted number, larger ones far from it. */
static double
choose_factor (guint n, guint n_topics)
{
    const double step = MAX (STEP, sqrt (MAX (n, n_topics) / (double)MAX (MIN (n, n_topics), 1)));
    return n < n_topics ? step : 1 / step;
}

/* The next resolution to try: the middle of those between which the wanted number must lie, or
 * further in the direction of the only one that is known. */
static double
choose_resolution (double low, double high, guint n, guint n_topics)
{
    if (low > 0 && high > 0)
        return sqrt (low * high);
    return (low > 0 ? low : high) * choose_factor (n, n_topics);
}

/* The partition that came nearest to a number of topics. */
typedef struct {
    guint n_topics;
    guint miss;
    guint since; /* partitions offered since */
    RhumbPartition *partition;
} Nearest;

static void
nearest_clear (Nearest *nearest)
{
    g_clear_pointer (&nearest->partition, rhumb_partition_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Nearest, nearest_clear)

/* In how large a topic the papers are, on average: crumbs hardly change it. */
static double
get_usual_size (const RhumbPartition *partition)
{
    double sum = 0;
    for (guint32 c = 0; c < rhumb_partition_get_n_clusters (partition); c++) {
        const double size = rhumb_partition_get_size (partition, c);
        sum += size * size;
    }
    return sum / MAX (rhumb_partition_get_n_nodes (partition), 1);
}

/* Topics that are worth the name: crumbs that no link joins to anything are as many at every
 * resolution, so what has less than a tenth of a fair share of the papers does not count; where
 * most topics are smaller than such a share, a tenth of what is usual among them. */
static guint
count_topics (const RhumbPartition *partition, guint n_topics)
{
    const double fair = (double)rhumb_partition_get_n_nodes (partition) / n_topics;
    const double least = MIN_SHARE * MIN (fair, get_usual_size (partition));
    guint n = 0;
    for (guint32 c = 0; c < rhumb_partition_get_n_clusters (partition); c++)
        n += rhumb_partition_get_size (partition, c) >= least;
    return n;
}

/* Takes note of a partition, whose number of topics is returned. */
static guint
offer (Nearest *nearest, RhumbPartition *partition)
{
    const guint n = count_topics (partition, nearest->n_topics);
    const guint miss = MAX (n, nearest->n_topics) - MIN (n, nearest->n_topics);
    nearest->since++;
    if (miss >= nearest->miss)
        return n;
    nearest_clear (nearest);
    *nearest = (Nearest){nearest->n_topics, miss, 0, rhumb_partition_ref (partition)};
    return n;
}

static gboolean
try_resolution (const Search *search, double resolution, Nearest *a, Nearest *b, GError **error)
{
    g_autoptr (RhumbPartition) partition = cluster_at (search, resolution, 0, error);
    if (partition == NULL)
        return FALSE;
    offer (a, partition);
    offer (b, partition);
    return TRUE;
}

/* Where fewer topics than are wanted were found: the most that there are. Resolutions rise in even
 * steps, then come closer to the best; they do not depend on how many are wanted, so whoever asks
 * for too many gets about the same. */
static gboolean
search_most (const Search *search, Nearest *nearest, GError **error)
{
    double resolution = get_middle_resolution (search->related, search->options->quality);
    g_auto (Nearest) most = {.n_topics = nearest->n_topics, .miss = G_MAXUINT};
    for (; most.miss > 0 && most.since < PATIENCE; resolution *= COARSE_STEP) {
        if (!try_resolution (search, resolution, &most, nearest, error))
            return FALSE;
    }
    for (double step = sqrt (COARSE_STEP); most.miss > 0 && step > FINE_STEP; step = sqrt (step)) {
        const double best = rhumb_partition_get_resolution (most.partition);
        if (!try_resolution (search, best / step, &most, nearest, error) ||
            !try_resolution (search, best * step, &most, nearest, error))
            return FALSE;
    }
    return TRUE;
}

/* Searches from the middle resolution for the wanted number of topics. Small topics are joined at
 * every step, so the number rises and falls again with the resolution: the search ends when it has
 * come no nearer for a while; if no step gave as many as are wanted, its steps may have been too
 * large, and finer ones look for the most. In large networks, where a step takes long, an eighth
 * off is near enough. The nearest partition is given. */
static RhumbPartition *
search_partition (const Search *search, guint n_topics, GError **error)
{
    double resolution = get_middle_resolution (search->related, search->options->quality);
    double low = 0;
    double high = 0;
    g_auto (Nearest) nearest = {.n_topics = n_topics, .miss = G_MAXUINT};
    const guint tolerance =
        choose_n_starts (rhumb_network_get_n_from (search->related)) == 1 ? n_topics / 8 : 0;
    while (nearest.miss > tolerance && nearest.since < PATIENCE) {
        g_autoptr (RhumbPartition) partition = cluster_at (search, resolution, 0, error);
        if (partition == NULL)
            return NULL;
        const guint n = offer (&nearest, partition);
        *(n < n_topics ? &low : &high) = resolution;
        resolution = choose_resolution (low, high, n, n_topics);
    }
    if (nearest.miss > tolerance && high == 0 && !search_most (search, &nearest, error))
        return NULL;
    return g_steal_pointer (&nearest.partition);
}

/* Cuts a tree into the wanted number, and further while small clusters, which are joined again,
 * come off. The nearest partition is given. */
static RhumbPartition *
search_cut (const Search *search, GError **error)
{
    const guint n_topics = search->options->n_topics;
    const guint32 n_papers = rhumb_network_get_n_from (search->related);
    g_auto (Nearest) nearest = {.n_topics = n_topics, .miss = G_MAXUINT};
    guint32 n_cut = MIN (n_topics, n_papers);
    while (nearest.miss > 0 && nearest.since < PATIENCE) {
        g_autoptr (RhumbPartition) partition = cluster_at (search, 1, n_cut, error);
        if (partition == NULL)
            return NULL;
        const guint n = offer (&nearest, partition);
        if (n >= n_topics || n_cut == n_papers)
            break;
        n_cut = MIN (n_cut + n_topics - n, n_papers);
    }
    return g_steal_pointer (&nearest.partition);
}

/* Clusters of papers, as the options ask for them; the papers of @graph are the nodes of @related.
 */
RhumbPartition *
rhumb_search_topics (const RhumbGraph *graph, const RhumbNetwork *related,
                     const RhumbTopicOptions *options, GError **error)
{
    const Search search = {graph, related, options};
    if (rhumb_clustering_takes_number (options->method) && options->n_topics > 0)
        return search_cut (&search, error);
    if (!rhumb_clustering_takes_resolution (options->method))
        return cluster_at (&search, 1, 0, error);
    if (options->n_topics == 0 && options->resolution > 0)
        return cluster_at (&search, options->resolution, 0, error);
    const guint n_topics = options->n_topics > 0
                               ? options->n_topics
                               : rhumb_choose_n_subtopics (rhumb_network_get_n_from (related), 1);
    return search_partition (&search, n_topics, error);
}
