/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The colours of clusters, and of topics wherever they are drawn.
 *
 * A reader who has learnt on the map which topic is green looks for green in the other drawings.
 * So colours of topics follow from the topics alone, not from the places that a layout gave them:
 * those most linked, which maps draw side by side, get the most different colours (palette.c). How
 * much two topics are linked is the number of links of papers and concepts, and of papers and the
 * papers they cite, that go from one to the other. Discs stand out from every land, and words can
 * be read on each. Cost: links + topics³.
 */
#include "analytics/layout/topic-colours.h"

#include "analytics/layout/colour.h"
#include "analytics/layout/palette.h"

#define CONTRAST 4.6

static void
count_links (const RhumbTopics *topics, RhumbRelation relation, double *nearness)
{
    const RhumbGraph *graph = rhumb_topics_get_graph (topics);
    const guint32 n = rhumb_topics_get_n_topics (topics);
    const guint32 *cluster = rhumb_partition_get_clusters (rhumb_topics_get_partition (topics));
    const RhumbRows rows =
        rhumb_network_get_out_rows (rhumb_graph_get_relation ((RhumbGraph *)graph, relation));
    const guint32 first = relation == RHUMB_RELATION_ABOUT
                              ? rhumb_graph_get_first_node (graph, RHUMB_NODE_CONCEPT)
                              : 0;
    for (guint32 paper = 0; paper < rows.n_rows; paper++) {
        for (gsize e = rows.start[paper]; e < rows.start[paper + 1]; e++) {
            const guint32 a = cluster[paper];
            const guint32 b = cluster[first + rows.node[e]];
            if (a >= n || b >= n || a == b)
                continue;
            nearness[(gsize)a * n + b] += 1;
            nearness[(gsize)b * n + a] += 1;
        }
    }
}

/* rhumb_cluster_colours: gives clusters colours of a theme, those that are near the most different
 * ones; nearness is a symmetric matrix. */
RhumbClusterColours *
rhumb_cluster_colours (const RhumbTheme *theme, guint32 n_clusters, const double *nearness)
{
    const guint32 n = n_clusters;
    g_autofree guint32 *colour = rhumb_palette_assign (n, nearness, theme->in_grey);
    g_autofree guint32 *ground = g_new (guint32, n + 1);
    RhumbClusterColours *colours = g_new (RhumbClusterColours, MAX (n, 1));
    ground[n] = theme->paper;
    for (guint32 c = 0; c < n; c++)
        ground[c] = rhumb_colour_mix (theme->paper, colour[c], theme->tint);
    for (guint32 c = 0; c < n; c++)
        colours[c] = (RhumbClusterColours){
            .fill = rhumb_colour_stand_out (colour[c], ground, n + 1, theme->stands_out,
                                            theme->towards),
            .ground = ground[c],
            .ink = rhumb_colour_stand_out (colour[c], ground, n + 1, CONTRAST, theme->towards),
        };
    return colours;
}

/* rhumb_topic_colours: gives topics the colours that they have in all drawings of a theme. */
RhumbClusterColours *
rhumb_topic_colours (const RhumbTheme *theme, const RhumbTopics *topics)
{
    const gsize n = rhumb_topics_get_n_topics (topics);
    g_autofree double *nearness = g_new0 (double, MAX (n * n, 1));
    count_links (topics, RHUMB_RELATION_ABOUT, nearness);
    count_links (topics, RHUMB_RELATION_CITES, nearness);
    return rhumb_cluster_colours (theme, (guint32)n, nearness);
}
