/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/text-block.h"
#include "analytics/layout/theme.h"
#include "analytics/layout/topic-map.h"

G_BEGIN_DECLS

/* Private to layout: what is to be drawn, with the places that the steps of the layout find. */

typedef struct {
    guint32 node;
    RhumbNodeKind kind;
    guint32 cluster;
    const char *id;
    char *name;
    char *caption;    /* what the label says; NULL = the name */
    guint32 n_twins;  /* nodes linked as it is that are not drawn */
    gboolean is_ring; /* a small ring of a fixed size, beside discs that tell a weight */
    double weight;
    double score;
    int year;     /* of a work that is not among the papers read; 0 = unknown */
    double value; /* what its colour means, where that is a year or another value */
    double importance;
    double radius;
    guint32 colour;
    RhumbTextBlock *label;
    gboolean keeps_room;
    gboolean is_labelled;
    gboolean holds_land;   /* the land under its name is its cluster's */
    guint n_lost;          /* how often a division brought it off its land */
    gboolean claims_words; /* land for words at words_at, before these have their place */
    RhumbPoint place;
    RhumbPoint claims_at; /* where it claimed land when that was divided last */
    RhumbBox words_at;
    RhumbPoint label_place;
} RhumbSceneNode;

typedef struct {
    char *name;
    GStrv parts; /* of the name: the last are left out where room is short */
    const char *between;
    RhumbTextBlock *title;
    gboolean is_titled;
    RhumbPoint title_place;
    RhumbPoint title_claims_at;
    gboolean title_holds_land; /* the land under its name is its own */
    guint32 n_nodes;
    guint32 colour; /* its own, whatever colours mean on the map */
    guint32 fill;
    guint32 ground;
    guint32 ink;
    gboolean is_left_out; /* not drawn: its papers share nothing with others */
    gboolean is_unlinked; /* papers that nothing links, not even words */
    char *facts;          /* what the legend says below the name; NULL = counts of the topic */
} RhumbSceneCluster;

/* What a map of a network says of itself in place of a map of topics. */
typedef struct {
    const char *title;
    const char *one; /* a node, nodes */
    const char *many;
    const char *size; /* "Size: …" */
    const char *links;
    const char *twins; /* what nodes left out have in common with those drawn */
} RhumbSceneWords;

typedef struct {
    const RhumbTopics *topics;    /* NULL = the map of a network */
    const RhumbSceneWords *words; /* of a network; NULL = topics */
    const char *title;            /* of a network: what the field calls it; NULL = not known */
    const char *summary;          /* of a network: what links its nodes; NULL = not known */
    const RhumbRanking *ranking;
    const RhumbMapOptions *options;
    const RhumbTheme *theme;
    RhumbGraph *graph;
    RhumbBox frame;
    RhumbSceneNode *node;
    guint32 n_nodes;
    guint32 n_atlas; /* the first nodes; those of crowd.c follow */
    RhumbSceneCluster *cluster;
    guint32 n_clusters;
    guint32 n_left_out;  /* clusters */
    guint32 n_outsiders; /* their papers */
    guint32 n_topics;    /* drawn; unlinked papers are none */
    guint32 n_unlinked;  /* papers */
    guint32 n_concepts;
    guint32 n_papers;
    guint32 n_all_concepts;
    guint32 n_all_papers;
    gboolean keeps_places; /* those of a file: nothing is moved */
    double shrinking;      /* of discs, where places are kept */
    double largest_weight;
    char *value_name;   /* what the file calls the values; NULL = they are years */
    double least_value; /* of what colours mean; above the greatest where nothing is known */
    double greatest_value;
    gboolean is_clipped_below; /* whether values lie outside of these two */
    gboolean is_clipped_above;
} RhumbScene;

RhumbScene *rhumb_scene_new (const RhumbTopics *topics, const RhumbRanking *ranking,
                             const RhumbMapOptions *options, RhumbBox frame);
RhumbSceneNode rhumb_scene_make_node (const RhumbScene *scene, guint32 node, guint32 cluster,
                                      double weight);
void rhumb_scene_set_sizes (RhumbScene *scene);
char *rhumb_scene_short_name (const RhumbSceneCluster *cluster);
void rhumb_scene_name_cluster (RhumbScene *scene, guint32 c, GStrv parts);
void rhumb_scene_free (RhumbScene *scene);
double rhumb_scene_radius (const RhumbScene *scene, double weight);
RhumbBox rhumb_scene_label_box (const RhumbSceneNode *node);
guint32 *rhumb_scene_by_importance (const RhumbScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbScene, rhumb_scene_free)

G_END_DECLS
