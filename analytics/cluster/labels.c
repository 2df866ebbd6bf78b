/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What a topic is called: its most telling concept (topic-terms.c) that at least two of its papers
 * and 2 % of them are about, and that reads apart from the names of its siblings and its parent.
 *
 * The best pair of topic and concept over the whole map is named first, then the next, so a
 * concept names the topic that it tells most of. Two labels never contain one another word by
 * word ("diffusion model", "latent diffusion model"), and none is used twice; in a tree, siblings'
 * labels do not contain one another, cousins' are not equal, and what stands further up a branch
 * does not come again below. A topic whose concepts all rest on one paper is named by its best one
 * all the same (support 1 is shown); one without any concept by the first title of its papers that
 * no other topic has, or by the id of one of them.
 * Nothing is called after what indexers say of every paper ("human") or after one bare word
 * that names nothing in any field ("performance"), unless the user's vocabulary has it.
 *
 * Cost: O(terms log terms + topics² × length of a label).
 */
#include "analytics/cluster/labels.h"

#include <string.h>

#include "analytics/cluster/topic-terms.h"
#include "analytics/text/generic.h"

#define MIN_SUPPORT 2
#define PAPERS_PER_SUPPORT 50

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

/* What is known while labels are given: @padded of each topic (NULL = none yet), where topics hang
 * in a tree, if they do. */
typedef struct {
    const RhumbGraph *graph;
    const RhumbClosedClass *closed;
    const GArray *terms;
    const guint32 *parent;            /* of each topic; NULL = all are siblings */
    const char *const *parent_padded; /* by parent */
    guint32 *min_support;             /* of each topic */
    GPtrArray *padded;
    GArray *labels;
} Naming;

static gboolean
are_siblings (const Naming *naming, guint32 a, guint32 b)
{
    return naming->parent == NULL || naming->parent[a] == naming->parent[b];
}

static gboolean
conflicts (const Naming *naming, guint32 topic, const char *padded)
{
    if (naming->parent != NULL && strstr (naming->parent_padded[naming->parent[topic]], padded))
        return TRUE;
    for (guint32 t = 0; t < naming->padded->len; t++) {
        const char *other = naming->padded->pdata[t];
        if (other == NULL)
            continue;
        if (g_str_equal (other, padded))
            return TRUE;
        if (are_siblings (naming, topic, t) &&
            (strstr (other, padded) != NULL || strstr (padded, other) != NULL))
            return TRUE;
    }
    return FALSE;
}

/* Names every topic that has a fitting term with enough papers; if @tiny, one is enough. */
static void
assign_labels (const Naming *naming, const GArray *order, gboolean tiny)
{
    const RhumbConcepts *concepts = rhumb_graph_get_concepts (naming->graph);
    for (guint i = 0; i < order->len; i++) {
        const RhumbTopicTerm *term = get_term (naming->terms, g_array_index (order, guint, i));
        RhumbTopicLabel *label = &g_array_index (naming->labels, RhumbTopicLabel, term->topic);
        if (label->label != NULL || (!tiny && term->n_support < naming->min_support[term->topic]))
            continue;
        const RhumbConcept *concept = rhumb_concepts_get_concept (concepts, term->concept);
        const char *text = concept->label;
        g_autofree char *padded = pad_words (text);
        if (!concept->is_from_vocabulary && rhumb_names_nothing (naming->closed, text))
            continue;
        if (conflicts (naming, term->topic, padded))
            continue;
        *label = (RhumbTopicLabel){text, term->n_support};
        naming->padded->pdata[term->topic] = g_steal_pointer (&padded);
    }
}

static gboolean
is_used (const Naming *naming, guint32 topic, const char *padded)
{
    if (naming->parent != NULL && strstr (naming->parent_padded[naming->parent[topic]], padded))
        return TRUE;
    for (guint32 t = 0; t < naming->padded->len; t++) {
        if (naming->padded->pdata[t] != NULL && g_str_equal (naming->padded->pdata[t], padded))
            return TRUE;
    }
    return FALSE;
}

/* A topic without a concept for a name takes the first title of its papers that no other has. A
 * title may contain another topic's name: titles are long. */
static void
name_by_title (const Naming *naming, const guint32 *topic)
{
    const RhumbGraph *graph = naming->graph;
    for (guint32 v = 0; v < rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PAPER); v++) {
        RhumbTopicLabel *label = &g_array_index (naming->labels, RhumbTopicLabel, topic[v]);
        if (label->label != NULL)
            continue;
        const char *title = rhumb_graph_get_node_label (graph, v);
        g_autofree char *padded = pad_words (title);
        if (is_used (naming, topic[v], padded))
            continue;
        *label = (RhumbTopicLabel){title, 0};
        naming->padded->pdata[topic[v]] = g_steal_pointer (&padded);
    }
}

/* If all titles are taken, the id of a paper is left, which no other paper has; the first that does
 * not stand further up the branch. If @again, even that: a single paper far down has nothing else.
 */
static void
name_by_id (const Naming *naming, const guint32 *topic, gboolean again)
{
    const RhumbGraph *graph = naming->graph;
    for (guint32 v = 0; v < rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PAPER); v++) {
        RhumbTopicLabel *label = &g_array_index (naming->labels, RhumbTopicLabel, topic[v]);
        if (label->label != NULL)
            continue;
        g_autofree char *padded = pad_words (rhumb_graph_get_node_id (graph, v));
        if (again || !is_used (naming, topic[v], padded))
            *label = (RhumbTopicLabel){rhumb_graph_get_node_id (graph, v), 0};
    }
}

/* At least two papers and 2 % of the topic. */
static guint32 *
choose_supports (const RhumbGraph *graph, const guint32 *topic, guint32 n_topics)
{
    guint32 *support = g_new0 (guint32, n_topics);
    for (guint32 v = 0; v < rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PAPER); v++)
        support[topic[v]]++;
    for (guint32 t = 0; t < n_topics; t++)
        support[t] = MAX (MIN_SUPPORT, (support[t] + PAPERS_PER_SUPPORT - 1) / PAPERS_PER_SUPPORT);
    return support;
}

static void
free_padded (gpointer padded)
{
    g_free (padded);
}

/**
 * rhumb_label_subtopics:
 * @graph: a knowledge graph
 * @terms: (element-type RhumbTopicTerm): what rhumb_score_topic_terms() gave
 * @topic: (array): a topic for each paper
 * @n_topics: how many topics
 * @parent: (array) (nullable): the parent of each topic, a number below @n_parents; %NULL = none
 *   has one and all are siblings
 * @parent_label: (array length=n_parents) (nullable): the label of each parent; if what stands
 *   further up is not to come again either, all labels of its branch, joined by " / "
 * @n_parents: how many
 *
 * Names the topics of one level of a tree: no name is used twice, siblings' names do not contain
 * one another, and no parent's name contains a child's.
 *
 * Returns: (transfer full) (element-type RhumbTopicLabel): one label a topic, borrowed from @graph
 *
 * Since: 0.2
 */
GArray *
rhumb_label_subtopics (const RhumbGraph *graph, const GArray *terms, const guint32 *topic,
                       guint32 n_topics, const guint32 *parent, const char *const *parent_label,
                       guint32 n_parents)
{
    GArray *labels = g_array_sized_new (FALSE, TRUE, sizeof (RhumbTopicLabel), n_topics);
    g_array_set_size (labels, n_topics);
    g_autoptr (GPtrArray) padded = g_ptr_array_new_with_free_func (free_padded);
    g_ptr_array_set_size (padded, (gint)n_topics);
    g_autoptr (GPtrArray) parents = g_ptr_array_new_with_free_func (g_free);
    for (guint32 p = 0; p < n_parents; p++)
        g_ptr_array_add (parents, pad_words (parent_label[p]));
    g_autofree guint32 *min_support = choose_supports (graph, topic, n_topics);
    g_autoptr (RhumbClosedClass) closed = rhumb_closed_class_new ();
    const Naming naming = {graph,       closed, terms, parent, (const char *const *)parents->pdata,
                           min_support, padded, labels};
    g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
    for (guint i = 0; i < terms->len; i++)
        g_array_append_val (order, i);
    g_array_sort_with_data (order, compare_by_score, (gpointer)terms);
    assign_labels (&naming, order, FALSE);
    assign_labels (&naming, order, TRUE);
    name_by_title (&naming, topic);
    name_by_id (&naming, topic, FALSE);
    name_by_id (&naming, topic, TRUE);
    return labels;
}

/**
 * rhumb_label_topics:
 * @graph: a knowledge graph
 * @terms: (element-type RhumbTopicTerm): what rhumb_score_topic_terms() gave
 * @topic: (array): a topic for each paper
 * @n_topics: how many topics
 *
 * Names topics that are all siblings.
 *
 * Returns: (transfer full) (element-type RhumbTopicLabel): one label a topic, borrowed from @graph
 *
 * Since: 0.1
 */
GArray *
rhumb_label_topics (const RhumbGraph *graph, const GArray *terms, const guint32 *topic,
                    guint32 n_topics)
{
    return rhumb_label_subtopics (graph, terms, topic, n_topics, NULL, NULL, 0);
}
