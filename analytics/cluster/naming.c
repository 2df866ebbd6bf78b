/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which names of topics are still free, and names of several parts.
 *
 * A topic may hold more than any one concept says. Then its name gets further parts, each the
 * concept that adds most: score_ct (topic-terms.c) times the share of the concept's papers in the
 * topic that no part covers yet. A part must add two papers and a twentieth of the topic, and be
 * commoner in it than elsewhere.
 *
 * Cost: O(parts × links of the topics' first concepts).
 */
#include "analytics/cluster/naming.h"

#include <string.h>

#include "analytics/cluster/circumstances.h"
#include "analytics/text/generic.h"

/* A concept leads in a topic if it is so much commoner there than in all papers. */
#define MIN_LIFT 1.5

#define MIN_GAIN 2
#define MIN_GAIN_SHARE 0.05
#define MAX_CHARS 56

/* So many of a topic's concepts may become parts of its name. */
#define MAX_TRIED 60

/* A topic that a concept names. */
typedef struct {
    guint32 topic;
    guint32 concept;
} Named;

/* Prepares for naming; all is borrowed. */
void
rhumb_naming_init (Naming *naming, const RhumbGraph *graph, const GArray *terms,
                   const guint32 *n_papers, const guint32 *parent, const char *const *branch,
                   GArray *labels)
{
    *naming = (Naming){graph,
                       rhumb_closed_class_new (),
                       terms,
                       n_papers,
                       parent,
                       branch,
                       .named = g_array_new (FALSE, FALSE, sizeof (Named)),
                       .labels = labels};
    rhumb_taken_names_init (&naming->taken);
}

/* Forgets which names are taken. */
void
rhumb_naming_clear (Naming *naming)
{
    rhumb_closed_class_free (naming->closed);
    rhumb_taken_names_clear (&naming->taken);
    g_array_unref (naming->named);
}

/* Lower case, one space between words and around them, two between parts, so that a search finds
 * whole words. The plural s goes: "diffusion models" contains "diffusion model". */
char *
rhumb_naming_pad_words (const char *label)
{
    g_autofree char *folded = g_utf8_casefold (label, -1);
    g_autoptr (GString) padded = g_string_new (" ");
    g_auto (GStrv) words = g_strsplit_set (folded, " -/,", -1);
    for (guint i = 0; words[i] != NULL; i++) {
        const gsize length = strlen (words[i]);
        const gboolean plural =
            length > 3 && words[i][length - 1] == 's' && words[i][length - 2] != 's';
        g_string_append_len (padded, words[i], (gssize)(plural ? length - 1 : length));
        g_string_append_c (padded, ' ');
    }
    return g_string_free (g_steal_pointer (&padded), FALSE);
}

/* A concept's label, or NULL if nothing may be called after it. */
const char *
rhumb_naming_get_label (const Naming *naming, guint32 concept)
{
    const RhumbConcept *own =
        rhumb_concepts_get_concept (rhumb_graph_get_concepts (naming->graph), concept);
    if (!own->is_from_vocabulary && rhumb_names_nothing (naming->closed, own->label))
        return NULL;
    return own->label;
}

/* Whether a concept is commoner in its topic than in all papers. Half of all papers cannot be much
 * commoner in anything than all are, and all not at all. */
gboolean
rhumb_naming_leads (const Naming *naming, const RhumbTopicTerm *term)
{
    const RhumbConcept *concept =
        rhumb_concepts_get_concept (rhumb_graph_get_concepts (naming->graph), term->concept);
    const double n = rhumb_graph_get_n_nodes_of_kind (naming->graph, RHUMB_NODE_PAPER);
    const double n_topic = naming->n_papers[term->topic];
    const double lift = MIN (MIN_LIFT, (1 + n / n_topic) / 2);
    return term->n_support * n >= lift * concept->n_papers * n_topic;
}

/* Whether a concept tells where or how a topic was studied, not what it is. A place that half of
 * its papers are about is what they have in common. */
gboolean
rhumb_naming_is_circumstance (const Naming *naming, const RhumbTopicTerm *term)
{
    const RhumbConcept *concept =
        rhumb_concepts_get_concept (rhumb_graph_get_concepts (naming->graph), term->concept);
    if (concept->is_from_vocabulary)
        return FALSE;
    g_autofree char *padded = rhumb_naming_pad_words (concept->label);
    return rhumb_circumstances_names_study (padded) ||
           (term->n_support * 2 < naming->n_papers[term->topic] &&
            rhumb_circumstances_names_place (concept->label));
}

static gboolean
is_above (const Naming *naming, guint32 topic, const char *padded)
{
    return naming->parent != NULL && strstr (naming->branch[naming->parent[topic]], padded) != NULL;
}

/* Topics without a parent are all siblings. */
static guint32
get_group (const Naming *naming, guint32 topic)
{
    return naming->parent != NULL ? naming->parent[topic] : 0;
}

/* Whether a name is another topic's, or stands further up. */
gboolean
rhumb_naming_is_used (const Naming *naming, guint32 topic, const char *name)
{
    g_autofree char *padded = rhumb_naming_pad_words (name);
    return is_above (naming, topic, padded) || rhumb_taken_names_has (&naming->taken, padded);
}

/* Whether a name is free for a topic: unlike all others, and neither part nor whole of a
 * sibling's or of what the topic is called already. */
gboolean
rhumb_naming_is_apart (const Naming *naming, guint32 topic, const char *name)
{
    g_autofree char *padded = rhumb_naming_pad_words (name);
    return !is_above (naming, topic, padded) && !rhumb_taken_names_has (&naming->taken, padded) &&
           rhumb_taken_names_is_apart (&naming->taken, get_group (naming, topic), padded);
}

/* Notes that a concept is a topic's name, or a part of it. */
void
rhumb_naming_take (Naming *naming, guint32 topic, const char *name, guint32 concept)
{
    const Named named = {topic, concept};
    g_array_append_val (naming->named, named);
    g_autofree char *padded = rhumb_naming_pad_words (name);
    rhumb_taken_names_add (&naming->taken, get_group (naming, topic), padded);
}

/* Notes that a topic is called by a title. */
void
rhumb_naming_take_title (Naming *naming, const char *title)
{
    g_autofree char *padded = rhumb_naming_pad_words (title);
    rhumb_taken_names_add_title (&naming->taken, padded);
}

/* What adds parts: the topic of each paper, which papers a part covers, where the terms of each
 * topic begin. */
typedef struct {
    const guint32 *topic;
    RhumbRows about; /* papers of each concept */
    gboolean *is_covered;
    guint32 *first_term;
} Cover;

static guint32
count_gain (const Cover *cover, guint32 topic, guint32 concept)
{
    guint32 n = 0;
    for (gsize i = cover->about.start[concept]; i < cover->about.start[concept + 1]; i++)
        n +=
            cover->topic[cover->about.node[i]] == topic && !cover->is_covered[cover->about.node[i]];
    return n;
}

static void
cover_papers (const Cover *cover, guint32 topic, guint32 concept)
{
    for (gsize i = cover->about.start[concept]; i < cover->about.start[concept + 1]; i++)
        if (cover->topic[cover->about.node[i]] == topic)
            cover->is_covered[cover->about.node[i]] = TRUE;
}

/* The concept that adds most to a topic's name; NULL if none adds enough. @gain (out): how many
 * papers it adds. */
static const RhumbTopicTerm *
find_part (const Naming *naming, const Cover *cover, guint32 topic, guint32 *gain)
{
    const char *name = g_array_index (naming->labels, RhumbTopicLabel, topic).label;
    const guint32 first = cover->first_term[topic];
    const RhumbTopicTerm *best = NULL;
    double best_score = 0;
    for (guint i = first; i < naming->terms->len && i < first + MAX_TRIED; i++) {
        const RhumbTopicTerm *term = &g_array_index (naming->terms, RhumbTopicTerm, i);
        if (term->topic != topic)
            break;
        const guint32 n = count_gain (cover, topic, term->concept);
        const double score = term->score * n / term->n_support;
        const char *label = rhumb_naming_get_label (naming, term->concept);
        if (score <= best_score || n < MIN_GAIN || n < MIN_GAIN_SHARE * naming->n_papers[topic] ||
            label == NULL || !rhumb_naming_leads (naming, term) ||
            g_utf8_strlen (name, -1) + g_utf8_strlen (label, -1) + 2 > MAX_CHARS ||
            !rhumb_naming_is_apart (naming, topic, label) ||
            rhumb_naming_is_circumstance (naming, term))
            continue;
        best = term;
        best_score = score;
        *gain = n;
    }
    return best;
}

static void
add_parts (Naming *naming, const Cover *cover, guint32 topic)
{
    RhumbTopicLabel *label = &g_array_index (naming->labels, RhumbTopicLabel, topic);
    for (guint n = 1; n < RHUMB_MOST_LABEL_PARTS && label->n_support >= MIN_GAIN &&
                      label->n_support < RHUMB_GOOD_COVER * naming->n_papers[topic];
         n++) {
        guint32 gain = 0;
        const RhumbTopicTerm *part = find_part (naming, cover, topic, &gain);
        if (part == NULL)
            return;
        const char *text = rhumb_naming_get_label (naming, part->concept);
        char *joined = g_strconcat (label->label, RHUMB_BETWEEN_LABEL_PARTS, text, NULL);
        g_free ((gpointer)label->label);
        label->label = joined;
        label->n_support += gain;
        label->concepts[label->n_concepts++] = part->concept;
        rhumb_naming_take (naming, topic, text, part->concept);
        cover_papers (cover, topic, part->concept);
    }
}

/* Adds parts to the names that cover too little of their topics. @topic: of each paper. */
void
rhumb_naming_add_parts (Naming *naming, const guint32 *topic)
{
    const guint32 n_papers = rhumb_graph_get_n_nodes_of_kind (naming->graph, RHUMB_NODE_PAPER);
    g_autofree gboolean *is_covered = g_new0 (gboolean, MAX (n_papers, 1));
    g_autofree guint32 *first_term = g_new0 (guint32, MAX (naming->labels->len, 1));
    for (guint i = naming->terms->len; i-- > 0;)
        first_term[g_array_index (naming->terms, RhumbTopicTerm, i).topic] = i;
    const Cover cover = {
        topic,
        rhumb_network_get_in_rows (rhumb_graph_get_relation (naming->graph, RHUMB_RELATION_ABOUT)),
        is_covered, first_term};
    const guint n_names = naming->named->len;
    for (guint i = 0; i < n_names; i++) {
        const Named *named = &g_array_index (naming->named, Named, i);
        cover_papers (&cover, named->topic, named->concept);
    }
    for (guint i = 0; i < n_names; i++)
        add_parts (naming, &cover, g_array_index (naming->named, Named, i).topic);
}
