/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What a topic is called: a concept that a good part of its papers are about and few others are,
 * and that reads apart from the names of its siblings and its parent.
 *
 * First the best pair of topic and concept over the whole map (topic-terms.c) whose concept covers
 * a quarter of the topic is named, then the next, so a concept names the topic that it tells most
 * of; then an eighth is enough, then a sixteenth, then two papers and 2 %. A concept that is hardly
 * commoner in the topic than elsewhere covers it without telling it apart and has to wait for the
 * last round. Where the one found covers less than a quarter, up to two others that other papers
 * of the topic are about are added to it ("linear code, network coding"); the support counts all.
 *
 * Two labels never contain one another word by word ("diffusion model", "latent diffusion model"),
 * and none is used twice; in a tree, siblings' labels do not contain one another, cousins' are not
 * equal, and what stands further up a branch does not come again below. A topic whose concepts all
 * rest on one paper is named by its best one all the same (support 1 is shown); one without any
 * concept by the first title of its papers that no other topic has, or by the id of one of them.
 * Nothing is called after what indexers say of every paper ("human") or after one bare word
 * that names nothing in any field ("performance"), unless the user's vocabulary has it. A place or
 * a kind of study ("North America", "systematic review") names a topic only where nothing else
 * does, a place also where half of the papers are about it (circumstances.c). Papers that nothing
 * links are called so.
 *
 * Cost: O(terms log terms).
 */
#include "analytics/cluster/labels.h"

#include <string.h>

#include "analytics/cluster/naming.h"

#define UNLINKED "unlinked papers"
#define MIN_SUPPORT 2

/* How much of a topic a concept has to cover in each round of naming, and whether it has to be
 * commoner there than elsewhere. The last one takes what there is, circumstances too. */
static const struct {
    double share;
    guint32 least;
    gboolean leads;
} ROUNDS[] = {
    {RHUMB_GOOD_COVER, MIN_SUPPORT, TRUE},
    {RHUMB_GOOD_COVER / 2, MIN_SUPPORT, TRUE},
    {RHUMB_GOOD_COVER / 4, MIN_SUPPORT, TRUE},
    {0.02, MIN_SUPPORT, FALSE},
    {0, 1, FALSE},
};

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

/* Names every topic that has a fitting term with enough papers. */
static void
assign_labels (Naming *naming, const GArray *order, double share, guint32 least, gboolean leads)
{
    for (guint i = 0; i < order->len; i++) {
        const RhumbTopicTerm *term = get_term (naming->terms, g_array_index (order, guint, i));
        RhumbTopicLabel *label = &g_array_index (naming->labels, RhumbTopicLabel, term->topic);
        if (label->label != NULL || term->n_support < least ||
            term->n_support < share * naming->n_papers[term->topic] ||
            (leads && !rhumb_naming_leads (naming, term)))
            continue;
        const char *text = rhumb_naming_get_label (naming, term->concept);
        if (text == NULL || !rhumb_naming_is_apart (naming, term->topic, text) ||
            (share > 0 && rhumb_naming_is_circumstance (naming, term)))
            continue;
        *label = (RhumbTopicLabel){g_strdup (text), term->n_support, 1, {term->concept}};
        rhumb_naming_take (naming, term->topic, text, term->concept);
    }
}

/* A topic without a concept for a name takes the first title of its papers that no other has. A
 * title may contain another topic's name: titles are long. */
static void
name_by_title (Naming *naming, const guint32 *topic)
{
    const RhumbGraph *graph = naming->graph;
    for (guint32 v = 0; v < rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PAPER); v++) {
        RhumbTopicLabel *label = &g_array_index (naming->labels, RhumbTopicLabel, topic[v]);
        const char *title = rhumb_graph_get_node_label (graph, v);
        if (label->label != NULL || rhumb_naming_is_used (naming, topic[v], title))
            continue;
        *label = (RhumbTopicLabel){.label = g_strdup (title)};
        rhumb_naming_take_title (naming, title);
    }
}

/* If all titles are taken, the id of a paper is left, which no other paper has; the first that does
 * not stand further up the branch. If @again, even that: a single paper far down has nothing else.
 */
static void
name_by_id (Naming *naming, const guint32 *topic, gboolean again)
{
    const RhumbGraph *graph = naming->graph;
    for (guint32 v = 0; v < rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PAPER); v++) {
        RhumbTopicLabel *label = &g_array_index (naming->labels, RhumbTopicLabel, topic[v]);
        const char *id = rhumb_graph_get_node_id (graph, v);
        if (label->label == NULL && (again || !rhumb_naming_is_used (naming, topic[v], id)))
            *label = (RhumbTopicLabel){.label = g_strdup (id)};
    }
}

static guint32 *
count_papers (const RhumbGraph *graph, const guint32 *topic, guint32 n_topics)
{
    guint32 *n = g_new0 (guint32, MAX (n_topics, 1));
    for (guint32 v = 0; v < rhumb_graph_get_n_nodes_of_kind (graph, RHUMB_NODE_PAPER); v++)
        n[topic[v]]++;
    return n;
}

static void
clear_label (gpointer label)
{
    g_free ((gpointer)((RhumbTopicLabel *)label)->label);
}

/* Names a topic after the one thing that is known of it. Papers that nothing links share a topic
 * because each must be in one; the concept of one of them would promise a body of work that is not
 * there. */
void
rhumb_label_unlinked (RhumbTopicLabel *label)
{
    clear_label (label);
    *label = (RhumbTopicLabel){.label = g_strdup (UNLINKED)};
}

/* Whether a label is that of rhumb_label_unlinked(). */
gboolean
rhumb_label_is_unlinked (const char *label, guint32 n_support)
{
    return n_support == 0 && g_str_equal (label, UNLINKED);
}

/* How many bytes of a label its first part takes: the longest of the concepts that it begins with,
 * all of it if that is a title. */
static gsize
measure_part (const RhumbConcepts *concepts, const char *label, const guint32 *concept, guint32 n)
{
    gsize longest = 0;
    for (guint32 i = 0; i < n; i++) {
        const char *part =
            rhumb_concepts_get_concept (concepts, concept != NULL ? concept[i] : i)->label;
        if (*part != *label)
            continue;
        const gsize length = strlen (part);
        if (length > longest && g_str_has_prefix (label, part) &&
            (label[length] == '\0' || g_str_has_prefix (label + length, RHUMB_BETWEEN_LABEL_PARTS)))
            longest = length;
    }
    return longest > 0 ? longest : strlen (label);
}

/* Takes a label apart into its concepts, whose own names may have commas ("Paris, France").
 * @concept: those of the topic, or of the label alone; %NULL = any. */
GStrv
rhumb_label_split (const RhumbGraph *graph, const char *label, const guint32 *concept,
                   guint32 n_concepts)
{
    const RhumbConcepts *concepts = rhumb_graph_get_concepts (graph);
    g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
    if (strstr (label, RHUMB_BETWEEN_LABEL_PARTS) == NULL) {
        g_strv_builder_add (parts, label);
        return g_strv_builder_end (parts);
    }
    if (concept == NULL)
        n_concepts = rhumb_concepts_get_n_concepts (concepts);
    do {
        const gsize length = measure_part (concepts, label, concept, n_concepts);
        g_autofree char *part = g_strndup (label, length);
        g_strv_builder_add (parts, part);
        label += length;
        label += *label != '\0' ? strlen (RHUMB_BETWEEN_LABEL_PARTS) : 0;
    } while (*label != '\0');
    return g_strv_builder_end (parts);
}

/* Names the topics of one level of a tree: no name is used twice, siblings' names do not contain
 * one another, and no parent's name contains a child's. @terms: what rhumb_score_topic_terms()
 * gave; @topic: a topic for each paper; @parent: the parent of each topic, a number below
 * @n_parents; %NULL = none has one and all are siblings; @parent_label: the label of each parent;
 * if what stands further up is not to come again either, all labels of its branch, joined by " / ".
 * Returns one label a topic, which the array owns. */
GArray *
rhumb_label_subtopics (const RhumbGraph *graph, const GArray *terms, const guint32 *topic,
                       guint32 n_topics, const guint32 *parent, const char *const *parent_label,
                       guint32 n_parents)
{
    GArray *labels = g_array_sized_new (FALSE, TRUE, sizeof (RhumbTopicLabel), n_topics);
    g_array_set_clear_func (labels, clear_label);
    g_array_set_size (labels, n_topics);
    g_auto (GStrv) branch = g_new0 (char *, (gsize)n_parents + 1);
    for (guint32 p = 0; p < n_parents; p++)
        branch[p] = rhumb_naming_pad_words (parent_label[p]);
    g_autofree guint32 *n_papers = count_papers (graph, topic, n_topics);
    Naming naming;
    rhumb_naming_init (&naming, graph, terms, n_papers, parent, (const char *const *)branch,
                       labels);
    g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
    for (guint i = 0; i < terms->len; i++)
        g_array_append_val (order, i);
    g_array_sort_with_data (order, compare_by_score, (gpointer)terms);
    for (gsize r = 0; r < G_N_ELEMENTS (ROUNDS); r++)
        assign_labels (&naming, order, ROUNDS[r].share, ROUNDS[r].least, ROUNDS[r].leads);
    rhumb_naming_add_parts (&naming, topic);
    name_by_title (&naming, topic);
    name_by_id (&naming, topic, FALSE);
    name_by_id (&naming, topic, TRUE);
    rhumb_naming_clear (&naming);
    return labels;
}

/* Names topics that are all siblings; one label a topic, which the array owns. */
GArray *
rhumb_label_topics (const RhumbGraph *graph, const GArray *terms, const guint32 *topic,
                    guint32 n_topics)
{
    return rhumb_label_subtopics (graph, terms, topic, n_topics, NULL, NULL, 0);
}
