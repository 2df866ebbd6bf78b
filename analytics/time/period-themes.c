/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which concepts belonged together in one period? The most frequent concepts of its papers are
 * clustered by how often the same papers are about both, relative to their own papers (equivalence
 * index); a cluster is a theme. It is named after the concept that shares most papers with the
 * others and is no place, if there is one. Each paper belongs to the theme whose concepts it is
 * about most, by the sum of weights.
 *
 * Source: co-word analysis, Callon, Courtial and Laville (1991), doi:10.1007/BF02019280; period by
 * period: Cobo et al. (2011), doi:10.1016/j.joi.2010.10.002, with Leiden in place of simple
 * centers, and without the concepts that say nothing of a paper or only what kind of study it is.
 *
 * Cost: O(Σ concepts of a paper²) and one run of Leiden on at most n_concepts nodes.
 */
#include "analytics/time/period-themes.h"

#include "analytics/cluster/circumstances.h"
#include "analytics/cluster/leiden.h"
#include "analytics/cluster/naming.h"
#include "analytics/network/cooccurrence.h"
#include "analytics/text/generic.h"
#include "analytics/time/strategic-diagram.h"

typedef struct {
    RhumbNetwork *incidence; /* paper → word */
    guint32 *concept;        /* of each word */
    double *occurrences;     /* of each word */
    guint32 n_words;
} Words;

static void
words_clear (Words *words)
{
    g_clear_pointer (&words->incidence, rhumb_network_unref);
    g_free (words->concept);
    g_free (words->occurrences);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static gboolean
is_inside (const RhumbGraph *graph, const RhumbPeriod *period, guint32 paper)
{
    const int year = rhumb_corpus_get_paper (rhumb_graph_get_corpus (graph), paper)->year;
    return year != 0 && year >= period->first_year && year <= period->last_year;
}

static int
compare_counts (gconstpointer a, gconstpointer b, gpointer user_data)
{
    const guint32 *count = user_data;
    const guint32 first = *(const guint32 *)a;
    const guint32 second = *(const guint32 *)b;
    if (count[first] != count[second])
        return count[first] > count[second] ? -1 : 1;
    return (first > second) - (first < second);
}

/* Check tags of indexers ("human") and kinds of study ("systematic review") stand in most papers
 * and would tie all themes together. */
static gboolean
says_something (const RhumbGraph *graph, const RhumbClosedClass *closed, guint32 concept)
{
    const RhumbConcept *it = rhumb_concepts_get_concept (rhumb_graph_get_concepts (graph), concept);
    if (it->is_from_vocabulary)
        return TRUE;
    g_autofree char *padded = rhumb_naming_pad_words (it->label);
    return !rhumb_names_nothing (closed, it->label) && !rhumb_circumstances_names_study (padded);
}

/* The concepts with most papers in the period, at least two each; word of each concept. */
static void
choose_words (const RhumbGraph *graph, const RhumbPeriod *period, guint n_wanted, Words *words,
              guint32 *word)
{
    const RhumbRows columns =
        rhumb_network_get_in_rows (rhumb_concepts_get_about (rhumb_graph_get_concepts (graph)));
    g_autofree guint32 *count = g_new0 (guint32, columns.n_rows);
    g_autoptr (RhumbClosedClass) closed = rhumb_closed_class_new ();
    words->concept = g_new (guint32, MAX (columns.n_rows, 1));
    guint32 n = 0;
    for (guint32 c = 0; c < columns.n_rows; c++) {
        word[c] = RHUMB_NONE;
        for (gsize i = columns.start[c]; i < columns.start[c + 1]; i++)
            count[c] += is_inside (graph, period, columns.node[i]);
        const gboolean is_frequent = count[c] >= 2;
        if (is_frequent && says_something (graph, closed, c))
            words->concept[n++] = c;
    }
    g_qsort_with_data (words->concept, (int)n, sizeof (guint32), compare_counts, count);
    words->n_words = MIN (n, n_wanted);
    words->occurrences = g_new (double, MAX (words->n_words, 1));
    for (guint32 w = 0; w < words->n_words; w++) {
        words->occurrences[w] = count[words->concept[w]];
        word[words->concept[w]] = w;
    }
}

static gboolean
find_words (const RhumbGraph *graph, const RhumbPeriod *period, guint n_wanted, Words *words,
            GError **error)
{
    const RhumbRows rows =
        rhumb_network_get_out_rows (rhumb_concepts_get_about (rhumb_graph_get_concepts (graph)));
    const guint32 n_concepts = rhumb_concepts_get_n_concepts (rhumb_graph_get_concepts (graph));
    g_autofree guint32 *word = g_new (guint32, MAX (n_concepts, 1));
    choose_words (graph, period, n_wanted, words, word);
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) weight = g_array_new (FALSE, FALSE, sizeof (double));
    for (guint32 p = 0; p < rows.n_rows; p++) {
        if (!is_inside (graph, period, p))
            continue;
        for (gsize i = rows.start[p]; i < rows.start[p + 1]; i++) {
            const double w = rhumb_rows_get_weight (rows, i);
            if (word[rows.node[i]] == RHUMB_NONE)
                continue;
            g_array_append_val (from, p);
            g_array_append_val (to, word[rows.node[i]]);
            g_array_append_val (weight, w);
        }
    }
    words->incidence = rhumb_network_new (
        RHUMB_NETWORK_TWO_MODE, rows.n_rows, words->n_words, (const guint32 *)(void *)from->data,
        (const guint32 *)(void *)to->data, (const double *)(void *)weight->data, from->len, error);
    return words->incidence != NULL;
}

/* Papers that each word shares with others of its cluster. */
static double *
count_shared (const RhumbNetwork *cooccurrences, const guint32 *cluster)
{
    const RhumbRows rows = rhumb_network_get_out_rows (cooccurrences);
    double *shared = g_new0 (double, MAX (rows.n_rows, 1));
    for (guint32 v = 0; v < rows.n_rows; v++) {
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            if (cluster[rows.node[i]] == cluster[v] && rows.node[i] != v)
                shared[v] += rhumb_rows_get_weight (rows, i);
        }
    }
    return shared;
}

/* The theme of a paper: RHUMB_NONE if it is about none. */
static guint32
find_paper_theme (RhumbRows rows, guint32 paper, const guint32 *cluster, double *sum)
{
    guint32 best = RHUMB_NONE;
    for (gsize i = rows.start[paper]; i < rows.start[paper + 1]; i++)
        sum[cluster[rows.node[i]]] += rows.weight[i];
    for (gsize i = rows.start[paper]; i < rows.start[paper + 1]; i++) {
        const guint32 c = cluster[rows.node[i]];
        if (best == RHUMB_NONE || sum[c] > sum[best] || (sum[c] >= sum[best] && c < best))
            best = c;
    }
    for (gsize i = rows.start[paper]; i < rows.start[paper + 1]; i++)
        sum[cluster[rows.node[i]]] = 0;
    return best;
}

static guint32 *
count_papers (const Words *words, const guint32 *cluster, guint32 n_clusters)
{
    const RhumbRows rows = rhumb_network_get_out_rows (words->incidence);
    guint32 *n_papers = g_new0 (guint32, MAX (n_clusters, 1));
    g_autofree double *sum = g_new0 (double, MAX (n_clusters, 1));
    for (guint32 p = 0; p < rows.n_rows; p++) {
        const guint32 theme = find_paper_theme (rows, p, cluster, sum);
        if (theme != RHUMB_NONE)
            n_papers[theme]++;
    }
    return n_papers;
}

static int
compare_shared (gconstpointer a, gconstpointer b, gpointer user_data)
{
    const double *shared = user_data;
    const guint32 first = *(const guint32 *)a;
    const guint32 second = *(const guint32 *)b;
    if (shared[first] != shared[second])
        return shared[first] > shared[second] ? -1 : 1;
    return (first > second) - (first < second);
}

/* Most papers first, ties by the concept it is named after. */
static int
compare_themes (gconstpointer a, gconstpointer b)
{
    const RhumbTheme *first = a;
    const RhumbTheme *second = b;
    if (first->n_papers != second->n_papers)
        return first->n_papers > second->n_papers ? -1 : 1;
    return (first->concepts[0] > second->concepts[0]) - (first->concepts[0] < second->concepts[0]);
}

/* Puts the first concept that is no place in front: the theme is named after it. */
static void
put_name_first (const RhumbConcepts *concepts, GArray *members)
{
    for (guint i = 0; i < members->len; i++) {
        const guint32 c = g_array_index (members, guint32, i);
        const RhumbConcept *concept = rhumb_concepts_get_concept (concepts, c);
        if (!concept->is_from_vocabulary && rhumb_circumstances_names_place (concept->label))
            continue;
        g_array_remove_index (members, i);
        g_array_prepend_val (members, c);
        return;
    }
}

static void
add_themes (const RhumbConcepts *concepts, const Words *words, const RhumbPartition *partition,
            const RhumbNetwork *cooccurrences, guint32 number, const RhumbEvolutionOptions *options,
            GArray *found)
{
    const guint32 *cluster = rhumb_partition_get_clusters (partition);
    const guint32 n_clusters = rhumb_partition_get_n_clusters (partition);
    g_autofree double *shared = count_shared (cooccurrences, cluster);
    g_autofree guint32 *n_papers = count_papers (words, cluster, n_clusters);
    for (guint32 t = 0; t < n_clusters; t++) {
        g_autoptr (GArray) member = g_array_new (FALSE, FALSE, sizeof (guint32));
        for (guint32 w = 0; w < words->n_words; w++) {
            if (cluster[w] == t)
                g_array_append_val (member, w);
        }
        if (member->len < options->min_concepts || n_papers[t] == 0)
            continue;
        g_array_sort_with_data (member, compare_shared, shared);
        for (guint i = 0; i < member->len; i++) {
            guint32 *place = &g_array_index (member, guint32, i);
            *place = words->concept[*place];
        }
        put_name_first (concepts, member);
        RhumbTheme theme = {.period = number, .n_concepts = member->len, .n_papers = n_papers[t]};
        theme.concepts = (const guint32 *)(void *)g_array_free (g_steal_pointer (&member), FALSE);
        g_array_append_val (found, theme);
    }
}

gboolean
rhumb_find_period_themes (const RhumbGraph *graph, RhumbPeriod *period, guint32 number,
                          const RhumbEvolutionOptions *options, GArray *themes, GError **error)
{
    g_auto (Words) words = {0};
    if (!find_words (graph, period, options->n_concepts, &words, error))
        return FALSE;
    g_autoptr (RhumbNetwork) counts =
        rhumb_count_cooccurrences (words.incidence, RHUMB_COUNTING_FULL, error);
    if (counts == NULL)
        return FALSE;
    g_autoptr (RhumbNetwork) equivalences =
        rhumb_compute_equivalences (counts, words.occurrences, error);
    if (equivalences == NULL)
        return FALSE;
    RhumbLeidenOptions leiden = RHUMB_LEIDEN_DEFAULTS;
    leiden.seed = options->seed;
    leiden.resolution = options->resolution;
    g_autoptr (RhumbPartition) partition = rhumb_leiden (equivalences, &leiden, error);
    if (partition == NULL)
        return FALSE;
    g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (RhumbTheme));
    add_themes (rhumb_graph_get_concepts (graph), &words, partition, counts, number, options,
                found);
    g_array_sort (found, compare_themes);
    period->first_theme = themes->len;
    period->n_themes = found->len;
    g_array_append_vals (themes, found->data, found->len);
    return TRUE;
}
