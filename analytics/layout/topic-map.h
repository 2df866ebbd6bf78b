/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/map.h"
#include "graph/placer.h"
#include "graph/ranking.h"
#include "graph/topics.h"

G_BEGIN_DECLS

/**
 * RhumbMapTheme:
 * @RHUMB_MAP_THEME_LIGHT: for screens and printers with colours
 * @RHUMB_MAP_THEME_DARK: for dark screens and slides
 * @RHUMB_MAP_THEME_PRINT: for printers without colours: topics differ in lightness
 *
 * Colours of a map.
 *
 * Since: 0.2
 */
typedef enum {
    RHUMB_MAP_THEME_LIGHT,
    RHUMB_MAP_THEME_DARK,
    RHUMB_MAP_THEME_PRINT,
} RhumbMapTheme;

/**
 * RhumbMapLevel:
 * @RHUMB_MAP_LEVEL_ATLAS: concepts and papers with their names and links
 * @RHUMB_MAP_LEVEL_OVERVIEW: topics with their names and three concepts each, in the same places
 *
 * How near the reader is.
 *
 * Since: 0.2
 */
typedef enum {
    RHUMB_MAP_LEVEL_ATLAS,
    RHUMB_MAP_LEVEL_OVERVIEW,
} RhumbMapLevel;

/**
 * RhumbMapLayout:
 * @RHUMB_MAP_LAYOUT_ATLAS: the (1.5,0) energy that keeps clusters in one piece
 * @RHUMB_MAP_LAYOUT_LINLOG: LinLog, the (1,0) energy
 * @RHUMB_MAP_LAYOUT_VOS: the (2,1) energy of VOS
 * @RHUMB_MAP_LAYOUT_FR: Fruchterman and Reingold's, by igraph
 * @RHUMB_MAP_LAYOUT_DRL: DrL, by igraph
 * @RHUMB_MAP_LAYOUT_KK: Kamada and Kawai's, by igraph
 * @RHUMB_MAP_LAYOUT_UMAP: UMAP, by igraph
 *
 * How nodes find their places.
 *
 * Since: 0.2
 */
typedef enum {
    RHUMB_MAP_LAYOUT_ATLAS,
    RHUMB_MAP_LAYOUT_LINLOG,
    RHUMB_MAP_LAYOUT_VOS,
    RHUMB_MAP_LAYOUT_FR,
    RHUMB_MAP_LAYOUT_DRL,
    RHUMB_MAP_LAYOUT_KK,
    RHUMB_MAP_LAYOUT_UMAP,
} RhumbMapLayout;

/**
 * RhumbMapView:
 * @RHUMB_MAP_VIEW_NETWORK: regions, links and discs
 * @RHUMB_MAP_VIEW_DENSITY: bands of equal density of discs, weighted, and their names
 *
 * What is drawn of the nodes in their places.
 *
 * Since: 0.2
 */
typedef enum {
    RHUMB_MAP_VIEW_NETWORK,
    RHUMB_MAP_VIEW_DENSITY,
} RhumbMapView;

/**
 * RhumbMapOptions:
 * @n_labels: most concepts drawn, in [1, 500]
 * @show_concepts: whether concepts are drawn; without them papers carry their titles
 * @show_papers: whether papers are drawn
 * @title: (nullable): title of the map, %NULL = the names of its largest topics, or what a network
 *   is
 * @provenance: (nullable): what the footer says after the method, e.g. version, hash of the input
 *   and seed; %NULL = the seed
 * @width: width of the page in points, in [900, 20000]
 * @height: height of the page in points, in [600, 20000]
 * @seed: where chance begins
 * @n_papers: most papers drawn, in [0, 400]
 * @level: how near the reader is
 * @topic: the only topic that is drawn, with the titles of its papers; %RHUMB_NONE = all topics
 * @theme: its colours
 * @colouring: what the colours of discs mean
 * @dpi: pixels an inch where the map is drawn as pixels, in [10, 2400]
 * @transparent: whether the page is left unpainted, so that a slide or a poster shows through
 * @layout: how nodes find their places, unless @placer does
 * @n_nodes: most concepts and papers of an interactive map, in [0, 1000000]: beyond those that the
 *   atlas draws, the others are added as small discs around them; 0 = none is added
 * @view: what is drawn; density is of level atlas, of all topics, coloured by itself, and
 *   takes no others than the atlas draws
 * @placer: (nullable): finds the places in @layout's stead, as one of
 *   rhumb_graphviz_get_placer(); %NULL = @layout does
 *
 * How topics are drawn. Strings are borrowed.
 *
 * Since: 0.1
 */
typedef struct {
    guint n_labels;
    gboolean show_concepts;
    gboolean show_papers;
    const char *title;
    const char *provenance;
    double width;
    double height;
    guint64 seed;
    guint n_papers;
    RhumbMapLevel level;
    guint32 topic;
    RhumbMapTheme theme;
    RhumbMapColouring colouring;
    double dpi;
    gboolean transparent;
    RhumbMapLayout layout;
    guint32 n_nodes;
    RhumbMapView view;
    const RhumbPlacer *placer;
} RhumbMapOptions;

#define RHUMB_MAP_DEFAULTS                                                                         \
    {                                                                                              \
        .n_labels = 100, .show_concepts = TRUE, .show_papers = TRUE, .width = 1600.0,              \
        .height = 1120.0, .topic = RHUMB_NONE, .seed = 1, .n_papers = 400,                         \
        .theme = RHUMB_MAP_THEME_LIGHT, .colouring = RHUMB_MAP_COLOUR_TOPIC, .dpi = RHUMB_MAP_DPI, \
    }

const char *rhumb_map_theme_get_name (RhumbMapTheme theme);
const char *rhumb_map_layout_get_name (RhumbMapLayout layout);
RhumbMap *rhumb_draw_topics (const RhumbTopics *topics, const RhumbRanking *ranking,
                             const RhumbMapOptions *options, GError **error);

G_END_DECLS
