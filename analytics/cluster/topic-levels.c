/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Topics at several grains, each within one of the grain above: fields, topics, subtopics.
 *
 * Method: the tree of topics (topic-tree.c) is cut. The finest level are the topics themselves; the
 * sizes of the others fall in equal ratios, and near each the cut is taken where the tree says most
 * clearly that there is one: where the last join below it is most similar compared with the next
 * above. Cuts of a tree are nested, so nothing is reshuffled between levels. Levels are named from
 * the top down (branch-labels.c).
 *
 * Cost: that of naming topics once for each level.
 */
#include "analytics/cluster/topic-levels.h"

#include <math.h>

#include "analytics/cluster/branch-labels.h"
#include "analytics/cluster/topic-terms.h"
#include "graph/corpus.h"

/* A cut may lie so far from its place. */
#define SLACK 1.3

#define MAX_CONCEPTS 8

/* How many topics the finest level has if nobody says: what is readable at once, and so many times
 * that with each level. */
#define TOPICS_PER_ROOT 1.45
#define MAX_TOPICS 14
#define PARTS 5
#define MAX_FACTOR 4

/**
 * rhumb_choose_n_subtopics:
 * @n_papers: papers
 * @n_levels: levels, at least 1
 *
 * Chooses how many topics the finest of several levels is to have: 1.45 times the root of the
 * number of papers, at most 14 for one level and five times as many for each further one, up to
 * five.
 *
 * Returns: topics, at least 1
 *
 * Since: 0.2
 */
guint
rhumb_choose_n_subtopics (guint32 n_papers, guint n_levels)
{
    const double most = MAX_TOPICS * pow (PARTS, MIN (n_levels - 1, MAX_FACTOR));
    return (guint)CLAMP (lround (TOPICS_PER_ROOT * sqrt (n_papers)), 1, lround (most));
}

/* How much clearer the cut into @n clusters is than its neighbours: the similarity of the join that
 * made it, relative to that of the next, which it leaves out. */
static double
measure_gap (const RhumbHierarchy *hierarchy, guint32 n)
{
    const double *similarity = rhumb_hierarchy_get_similarities (hierarchy);
    const guint32 next = rhumb_hierarchy_get_n_nodes (hierarchy) - n + 1;
    if (similarity[next] <= 0)
        return similarity[next - 1] > 0 ? HUGE_VAL : 1;
    return similarity[next - 1] / similarity[next];
}

/* The clearest cut between two numbers of clusters, ties to the one nearest to @target. */
static guint32
choose_cut (const RhumbHierarchy *hierarchy, guint32 low, guint32 high, double target)
{
    guint32 best = low;
    double best_gap = 0;
    for (guint32 n = low; n <= high; n++) {
        const double gap = measure_gap (hierarchy, n);
        if (gap > best_gap || (gap == best_gap && fabs (n - target) < fabs (best - target))) {
            best = n;
            best_gap = gap;
        }
    }
    return best;
}

/* Numbers of clusters of each level, rising; fewer levels if there are not enough different cuts.
 */
static GArray *
choose_cuts (const RhumbHierarchy *hierarchy, guint n_levels)
{
    GArray *cuts = g_array_new (FALSE, FALSE, sizeof (guint32));
    const guint32 n_leaves = rhumb_hierarchy_get_n_leaves (hierarchy);
    guint32 least = 2;
    for (guint i = 1; i < n_levels; i++) {
        const guint n_left = n_levels - i;
        const double target = pow (n_leaves, (double)i / n_levels);
        const guint32 most = n_leaves > n_left ? n_leaves - n_left : 0;
        const guint32 low = MAX (least, (guint32)ceil (target / SLACK));
        const guint32 high = MIN (most, (guint32)floor (target * SLACK));
        if (least > most)
            continue;
        const guint32 from = MIN (low, most);
        const guint32 cut = choose_cut (hierarchy, from, MAX (from, high), target);
        g_array_append_val (cuts, cut);
        least = cut + 1;
    }
    if (n_leaves > 0)
        g_array_append_val (cuts, n_leaves);
    return cuts;
}

/* One level while it is made. */
typedef struct {
    guint32 n;
    guint32 *number;   /* of each topic's holder */
    guint32 *parent;   /* of each holder; all 0 in the coarsest level */
    GPtrArray *branch; /* of each holder */
} Level;

static void
clear_level (Level *level)
{
    g_free (level->number);
    g_free (level->parent);
    g_clear_pointer (&level->branch, g_ptr_array_unref);
}

typedef struct {
    guint32 node;
    guint32 first;
    guint32 size;
} Holder;

static int
compare_holders (gconstpointer a, gconstpointer b)
{
    const Holder *first = a;
    const Holder *second = b;
    if (first->size != second->size)
        return first->size > second->size ? -1 : 1;
    return (first->first > second->first) - (first->first < second->first);
}

/* Numbers the nodes of a cut by papers, and finds their parents in the level above. */
static Level
cut_level (const RhumbHierarchy *hierarchy, guint32 n_clusters, const Level *above)
{
    const guint32 n_leaves = rhumb_hierarchy_get_n_leaves (hierarchy);
    const guint32 n_nodes = rhumb_hierarchy_get_n_nodes (hierarchy);
    Level level = {n_clusters, rhumb_hierarchy_cut (hierarchy, n_clusters),
                   g_new0 (guint32, n_clusters), g_ptr_array_new_with_free_func (g_free)};
    g_autoptr (GArray) holders = g_array_new (FALSE, FALSE, sizeof (Holder));
    g_autofree guint32 *rank = g_new (guint32, n_nodes);
    for (guint32 i = 0; i < n_nodes; i++)
        rank[i] = RHUMB_NONE;
    for (guint32 t = 0; t < n_leaves; t++) {
        const guint32 node = level.number[t];
        const Holder holder = {node, t, rhumb_hierarchy_get_sizes (hierarchy)[node]};
        if (rank[node] == RHUMB_NONE)
            g_array_append_val (holders, holder);
        rank[node] = 0;
    }
    g_array_sort (holders, compare_holders);
    for (guint32 i = 0; i < holders->len; i++)
        rank[g_array_index (holders, Holder, i).node] = i;
    for (guint32 t = 0; t < n_leaves; t++) {
        level.number[t] = rank[level.number[t]];
        level.parent[level.number[t]] = above != NULL ? above->number[t] : 0;
    }
    return level;
}

static void
clear_subtopic (gpointer data)
{
    RhumbSubtopic *subtopic = data;
    g_free (subtopic->label);
    g_array_unref (subtopic->concepts);
    g_array_unref (subtopic->topics);
    g_array_unref (subtopic->label_concepts);
}

/* Names a level and appends its rows. */
static void
append_level (GArray *rows, const RhumbTopics *topics, Level *level, const Level *above)
{
    static const char *const TOP[] = {""};
    g_autoptr (GArray) terms = NULL;
    const char *const *branch = above != NULL ? (const char *const *)above->branch->pdata : TOP;
    g_autoptr (GArray) labels = rhumb_label_joined (topics, level->number, level->n, level->parent,
                                                    branch, above != NULL ? above->n : 1, &terms);
    const guint first = rows->len;
    const guint depth = first == 0 ? 1 : g_array_index (rows, RhumbSubtopic, first - 1).level + 1;
    for (guint32 i = 0; i < level->n; i++) {
        const RhumbTopicLabel *label = &g_array_index (labels, RhumbTopicLabel, i);
        const RhumbSubtopic row = {.level = depth,
                                   .number = i,
                                   .parent = above != NULL ? level->parent[i] : RHUMB_NONE,
                                   .label = g_strdup (label->label),
                                   .n_support = label->n_support,
                                   .concepts = g_array_new (FALSE, FALSE, sizeof (guint32)),
                                   .topics = g_array_new (FALSE, FALSE, sizeof (guint32)),
                                   .label_concepts = g_array_new (FALSE, FALSE, sizeof (guint32))};
        g_array_append_vals (row.label_concepts, label->concepts, label->n_concepts);
        g_array_append_val (rows, row);
        g_ptr_array_add (level->branch,
                         rhumb_extend_branch (branch[level->parent[i]], label->label));
    }
    for (guint32 t = 0; t < rhumb_topics_get_n_topics (topics); t++) {
        RhumbSubtopic *row = &g_array_index (rows, RhumbSubtopic, first + level->number[t]);
        row->n_papers += rhumb_topics_get_topic (topics, t)->n_papers;
        g_array_append_val (row->topics, t);
    }
    for (guint i = 0; i < terms->len; i++) {
        const RhumbTopicTerm *term = &g_array_index (terms, RhumbTopicTerm, i);
        RhumbSubtopic *row = &g_array_index (rows, RhumbSubtopic, first + term->topic);
        if (row->concepts->len < MAX_CONCEPTS)
            g_array_append_val (row->concepts, term->concept);
    }
}

/**
 * rhumb_find_topic_levels:
 * @topics: topics
 * @hierarchy: what rhumb_link_topics() made of them
 * @n_levels: how many levels are wanted, at least 1
 *
 * Finds nested levels of topics, the finest of which are the topics themselves. There are fewer
 * levels than wanted if there are too few topics for so many different cuts, none if there are no
 * topics.
 *
 * Returns: (transfer full) (element-type RhumbSubtopic): rows by level, coarsest first, then by
 *   number
 *
 * Since: 0.2
 */
GArray *
rhumb_find_topic_levels (const RhumbTopics *topics, const RhumbHierarchy *hierarchy, guint n_levels)
{
    g_return_val_if_fail (n_levels > 0, NULL);
    g_autoptr (GArray) cuts = choose_cuts (hierarchy, n_levels);
    GArray *rows = g_array_new (FALSE, FALSE, sizeof (RhumbSubtopic));
    g_array_set_clear_func (rows, clear_subtopic);
    Level above = {0};
    for (guint i = 0; i < cuts->len; i++) {
        const Level *upper = i > 0 ? &above : NULL;
        Level level = cut_level (hierarchy, g_array_index (cuts, guint32, i), upper);
        append_level (rows, topics, &level, upper);
        clear_level (&above);
        above = level;
    }
    clear_level (&above);
    return rows;
}
