/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which papers a map leaves out because they share nothing with any other.
 *
 * Nothing tells where on a map a paper should lie of which no other has a concept and that neither
 * cites nor is cited. Where it is by words alike to others it stands with them; but alone, or with
 * more of its kind, it makes a topic whose land would stand for a body of work that is not there.
 * Topics of such papers only are left out, and the map says of how many papers. Where no topic
 * would remain, all stay; papers that not even words link are no topic then, and counted apart.
 * Cost: links.
 */
#include "analytics/layout/outsiders.h"

#include "analytics/cluster/labels.h"

static gboolean
shares_concept (const RhumbScene *scene, guint32 paper)
{
    const RhumbConcepts *concepts = rhumb_graph_get_concepts (scene->graph);
    const RhumbRows about =
        rhumb_network_get_out_rows (rhumb_graph_get_relation (scene->graph, RHUMB_RELATION_ABOUT));
    for (gsize e = about.start[paper]; e < about.start[paper + 1]; e++) {
        if (rhumb_concepts_get_concept (concepts, about.node[e])->n_papers > 1)
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_cited_or_cites (const RhumbScene *scene, guint32 paper)
{
    const RhumbNetwork *cites = rhumb_graph_get_relation (scene->graph, RHUMB_RELATION_CITES);
    const RhumbRows out = rhumb_network_get_out_rows (cites);
    const RhumbRows in = rhumb_network_get_in_rows (cites);
    return out.start[paper + 1] > out.start[paper] || in.start[paper + 1] > in.start[paper];
}

static gboolean
holds_only_outsiders (const RhumbScene *scene, const RhumbTopic *topic)
{
    for (guint32 i = 0; i < topic->n_papers; i++) {
        if (shares_concept (scene, topic->papers[i]) || is_cited_or_cites (scene, topic->papers[i]))
            return FALSE;
    }
    return topic->n_papers > 0;
}

/* Marks the topic of papers that nothing links and counts what is drawn. */
static void
count_topics (RhumbScene *scene)
{
    scene->n_topics = scene->n_clusters - scene->n_left_out;
    for (guint32 t = 0; t < scene->n_clusters; t++) {
        const RhumbTopic *topic = rhumb_topics_get_topic (scene->topics, t);
        if (scene->cluster[t].is_left_out ||
            !rhumb_label_is_unlinked (topic->label, topic->n_support))
            continue;
        scene->cluster[t].is_unlinked = TRUE;
        scene->n_unlinked += topic->n_papers;
        scene->n_topics--;
    }
}

static void
leave_out (RhumbScene *scene)
{
    for (guint32 t = 0; t < scene->n_clusters; t++) {
        const RhumbTopic *topic = rhumb_topics_get_topic (scene->topics, t);
        scene->cluster[t].is_left_out =
            t != scene->options->topic && holds_only_outsiders (scene, topic);
        scene->n_left_out += scene->cluster[t].is_left_out ? 1 : 0;
        scene->n_outsiders += scene->cluster[t].is_left_out ? topic->n_papers : 0;
    }
    if (scene->n_left_out < scene->n_clusters)
        return;
    for (guint32 t = 0; t < scene->n_clusters; t++)
        scene->cluster[t].is_left_out = FALSE;
    scene->n_left_out = scene->n_outsiders = 0;
}

/* Marks the topics of papers that share nothing with others and counts them. The scene has its
 * clusters, but no nodes yet. */
void
rhumb_scene_leave_out (RhumbScene *scene)
{
    leave_out (scene);
    count_topics (scene);
}
