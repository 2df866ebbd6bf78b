/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What a topic is called: its most telling concept that at least two of its papers are about and
 * that reads apart from the names of the other topics.
 *
 * The best pair of topic and concept over the whole map is named first, then the next, so a
 * concept names the topic that it tells most of. Two labels never contain one another word by
 * word ("diffusion model", "latent diffusion model"), and none is used twice. A topic whose
 * concepts all rest on one paper is named by its best one all the same (support 1 is shown); one
 * without any concept by the first title of its papers that no other topic has.
 *
 * Cost: O(terms log terms + topics² × length of a label).
 */
#include "analytics/cluster/labels.h"

#include <string.h>

#include "analytics/cluster/topic-terms.h"

#define MIN_SUPPORT 2

static const RhumbTopicTerm *
get_term (const GArray *terms, guint i)
{
    return &g_array_index (terms, RhumbTopicTerm, i);
}

static int
compare_by_score (gconstpointer a, gconstpointer b, gpointer user_data)
{
    const GArray *terms = user_data;
    const RhumbTopicTerm *first = get_term (terms, *(const guint *)a);
    const RhumbTopicTerm *second = get_term (terms, *(const guint *)b);
    if (first->score != second->score)
        return first->score > second->score ? -1 : 1;
    if (first->topic != second->topic)
        return first->topic < second->topic ? -1 : 1;
    return (first->concept > second->concept) - (first->concept < second->concept);
}

/* Lower case, one space between words and around them, so that a search finds whole words. The
 * plural s goes: "diffusion models" contains "diffusion model". */
static char *
pad_words (const char *label)
{
    g_autofree char *folded = g_utf8_casefold (label, -1);
    g_autoptr (GString) padded = g_string_new (" ");
    g_auto (GStrv) words = g_strsplit_set (folded, " -/", -1);
    for (guint i = 0; words[i] != NULL; i++) {
        const gsize length = strlen (words[i]);
        const gboolean plural =
            length > 3 && words[i][length - 1] == 's' && words[i][length - 2] != 's';
        g_string_append_len (padded, words[i], (gssize)(plural ? length - 1 : length));
        g_string_append_c (padded, ' ');
    }
    return g_string_free (g_steal_pointer (&padded), FALSE);
}

static gboolean
conflicts (GPtrArray *padded_labels, const char *padded)
{
    for (guint i = 0; i < padded_labels->len; i++) {
        const char *other = padded_labels->pdata[i];
        if (strstr (other, padded) != NULL || strstr (padded, other) != NULL)
            return TRUE;
    }
    return FALSE;
}

/* Names every topic that has a fitting term with at least @min_support papers. */
static void
assign_labels (const RhumbGraph *graph, const GArray *terms, const GArray *order,
               guint32 min_support, GPtrArray *padded_labels, GArray *labels)
{
    for (guint i = 0; i < order->len; i++) {
        const RhumbTopicTerm *term = get_term (terms, g_array_index (order, guint, i));
        RhumbTopicLabel *label = &g_array_index (labels, RhumbTopicLabel, term->topic);
        if (label->label != NULL || term->n_support < min_support)
            continue;
        const char *text =
            rhumb_concepts_get_concept (rhumb_graph_get_concepts (graph), term->concept)->label;
        g_autofree char *padded = pad_words (text);
        if (conflicts (padded_labels, padded))
            continue;
        *label = (RhumbTopicLabel){text, term->n_support};
        g_ptr_array_add (padded_labels, g_steal_pointer (&padded));
    }
}

static gboolean
is_used (GPtrArray *padded_labels, const char *padded)
{
    return g_ptr_array_find_with_equal_func (padded_labels, padded, g_str_equal, NULL);
}

/* A topic without a concept for a name takes the first title of its papers that no topic has. A
 * title may contain another topic's name: titles are long. */
static void
name_by_title (const RhumbGraph *graph, const guint32 *topic, GPtrArray *padded_labels,
               GArray *labels)
{
    for (guint32 v = 0; v < rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PAPER); v++) {
        RhumbTopicLabel *label = &g_array_index (labels, RhumbTopicLabel, topic[v]);
        if (label->label != NULL)
            continue;
        const char *title = rhumb_graph_get_node_label (graph, v);
        g_autofree char *padded = pad_words (title);
        if (is_used (padded_labels, padded))
            continue;
        *label = (RhumbTopicLabel){title, 0};
        g_ptr_array_add (padded_labels, g_steal_pointer (&padded));
    }
}

/* If all titles are taken, the id of its first paper is left, which no other paper has. */
static void
name_by_id (const RhumbGraph *graph, const guint32 *topic, GArray *labels)
{
    for (guint32 v = 0; v < rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PAPER); v++) {
        RhumbTopicLabel *label = &g_array_index (labels, RhumbTopicLabel, topic[v]);
        if (label->label == NULL)
            *label = (RhumbTopicLabel){rhumb_graph_get_node_id (graph, v), 0};
    }
}

/**
 * rhumb_label_topics:
 * @graph: a knowledge graph
 * @terms: (element-type RhumbTopicTerm): what rhumb_score_topic_terms() gave
 * @topic: (array): a topic for each paper
 * @n_topics: how many topics
 *
 * Names topics.
 *
 * Returns: (transfer full) (element-type RhumbTopicLabel): one label a topic, borrowed from @graph
 *
 * Since: 0.1
 */
GArray *
rhumb_label_topics (const RhumbGraph *graph, const GArray *terms, const guint32 *topic,
                    guint32 n_topics)
{
    GArray *labels = g_array_sized_new (FALSE, TRUE, sizeof (RhumbTopicLabel), n_topics);
    g_array_set_size (labels, n_topics);
    g_autoptr (GPtrArray) padded_labels = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
    for (guint i = 0; i < terms->len; i++)
        g_array_append_val (order, i);
    g_array_sort_with_data (order, compare_by_score, (gpointer)terms);
    assign_labels (graph, terms, order, MIN_SUPPORT, padded_labels, labels);
    assign_labels (graph, terms, order, 1, padded_labels, labels);
    name_by_title (graph, topic, padded_labels, labels);
    name_by_id (graph, topic, labels);
    return labels;
}
