/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/graph.h"

G_BEGIN_DECLS

#define RHUMB_TYPE_MAP (rhumb_map_get_type ())

/* Pixels an inch of a map as pixels: two a point. */
#define RHUMB_MAP_DPI 144.0

/**
 * RhumbMap:
 *
 * A drawing not yet drawn: what stands where, how big, in which colours and words; immutable.
 *
 * Lengths are points; (0, 0) is the page's top left corner and y grows downward, as in SVG, PDF
 * and on screens. Colours are 0xRRGGBBAA. A writer draws, in this order: the page, regions,
 * links, marks, items, texts; each list in its own order.
 *
 * Since: 0.1
 */
typedef struct _RhumbMap RhumbMap;

/**
 * RhumbMapRegion:
 * @cluster: the cluster, from 0
 * @name: the cluster's name
 * @colour: the cluster's own colour, of which @fill is a tint
 * @fill: colour of the area
 * @stroke: colour of its outline
 * @stroke_width: width of the outline
 * @outline: (array): x, y of a start point, then three points for each cubic Bézier segment:
 *   2 + 6 × @n_segments numbers; the last point is the start point
 * @n_segments: how many segments
 *
 * The territory of a cluster: one closed smooth outline.
 *
 * Since: 0.1
 */
typedef struct {
    guint32 cluster;
    const char *name;
    guint32 colour;
    guint32 fill;
    guint32 stroke;
    double stroke_width;
    const double *outline;
    guint32 n_segments;
} RhumbMapRegion;

/**
 * RhumbMapLink:
 * @from: number of an item
 * @to: number of an item
 * @strength: weight of the link in its network
 * @curve: the four x, y points of a cubic Bézier curve
 * @width: line width
 * @colour: line colour
 *
 * A drawn edge.
 *
 * Since: 0.1
 */
typedef struct {
    guint32 from;
    guint32 to;
    double strength;
    double curve[8];
    double width;
    guint32 colour;
} RhumbMapLink;

/**
 * RhumbMapItem:
 * @id: id of the node, unique on the map
 * @node: number of the node in the graph of the map; any number where the map has no graph
 * @kind: what it stands for; %RHUMB_N_NODE_KINDS = something that graphs do not have, as a country
 * @cluster: its cluster, from 0
 * @x: horizontal place of the centre
 * @y: vertical place of the centre
 * @radius: radius of the disc
 * @weight: what the radius stands for (papers about a concept or of a person; 1 for a paper, on the
 *   map of a network its citations)
 * @score: PageRank of the node
 * @fill: colour of the disc
 * @stroke: colour of its rim
 * @stroke_width: width of the rim
 * @name: full name: concept label or paper title
 * @tooltip: what is shown on demand; lines are separated by '\n'
 * @url: (nullable): a link
 *
 * A node drawn as a disc.
 *
 * Since: 0.1
 */
typedef struct {
    const char *id;
    guint32 node;
    RhumbNodeKind kind;
    guint32 cluster;
    double x;
    double y;
    double radius;
    double weight;
    double score;
    guint32 fill;
    guint32 stroke;
    double stroke_width;
    const char *name;
    const char *tooltip;
    const char *url;
} RhumbMapItem;

/**
 * RhumbMapColouring:
 * @RHUMB_MAP_COLOUR_TOPIC: discs have the colour of their topic
 * @RHUMB_MAP_COLOUR_YEAR: of their year; of a concept the mean year of its papers
 * @RHUMB_MAP_COLOUR_SCORE: of their place by PageRank among their kind
 *
 * What the colours of discs mean.
 *
 * Since: 0.2
 */
typedef enum {
    RHUMB_MAP_COLOUR_TOPIC,
    RHUMB_MAP_COLOUR_YEAR,
    RHUMB_MAP_COLOUR_SCORE,
} RhumbMapColouring;

/**
 * RhumbMapTextRole:
 * @RHUMB_MAP_TEXT_LABEL: name of an item
 * @RHUMB_MAP_TEXT_TOPIC: name of a region
 * @RHUMB_MAP_TEXT_TERM: a concept that tells a topic, below its name
 * @RHUMB_MAP_TEXT_TITLE: title of the map
 * @RHUMB_MAP_TEXT_SUBTITLE: line below the title
 * @RHUMB_MAP_TEXT_LEGEND: words of the legend
 * @RHUMB_MAP_TEXT_FOOTER: provenance
 *
 * What a text on the map is; writers use it as its class.
 *
 * Since: 0.1
 */
typedef enum {
    RHUMB_MAP_TEXT_LABEL,
    RHUMB_MAP_TEXT_TOPIC,
    RHUMB_MAP_TEXT_TERM,
    RHUMB_MAP_TEXT_TITLE,
    RHUMB_MAP_TEXT_SUBTITLE,
    RHUMB_MAP_TEXT_LEGEND,
    RHUMB_MAP_TEXT_FOOTER,
} RhumbMapTextRole;

/**
 * RhumbMapAnchor:
 * @RHUMB_MAP_ANCHOR_START: x is the left end
 * @RHUMB_MAP_ANCHOR_MIDDLE: x is the middle
 * @RHUMB_MAP_ANCHOR_END: x is the right end
 *
 * How a line of text lies to its x.
 *
 * Since: 0.1
 */
typedef enum {
    RHUMB_MAP_ANCHOR_START,
    RHUMB_MAP_ANCHOR_MIDDLE,
    RHUMB_MAP_ANCHOR_END,
} RhumbMapAnchor;

/**
 * RhumbMapText:
 * @role: what it is
 * @owner: number of the item (%RHUMB_MAP_TEXT_LABEL) or cluster (%RHUMB_MAP_TEXT_TOPIC,
 *   %RHUMB_MAP_TEXT_TERM and legend entries) it names, else %RHUMB_NONE
 * @lines: (array zero-terminated=1): its lines
 * @x: place of each line, see @anchor
 * @y: baseline of the first line; the next ones follow at @leading
 * @size: font size
 * @leading: distance of baselines
 * @bold: whether bold
 * @anchor: how lines lie to @x
 * @letter_spacing: extra distance between letters
 * @halo: width of the halo in the paper's colour, 0 = none
 * @colour: colour of the letters
 *
 * Placed words.
 *
 * Since: 0.1
 */
typedef struct {
    RhumbMapTextRole role;
    guint32 owner;
    const char *const *lines;
    double x;
    double y;
    double size;
    double leading;
    gboolean bold;
    RhumbMapAnchor anchor;
    double letter_spacing;
    double halo;
    guint32 colour;
} RhumbMapText;

/**
 * RhumbMapMarkKind:
 * @RHUMB_MAP_MARK_BOX: a box with rounded corners: x, y of the top left corner, width, height
 * @RHUMB_MAP_MARK_DISC: a disc: x, y of the centre, width = height = diameter
 * @RHUMB_MAP_MARK_LINE: a straight line from x, y over width, height
 *
 * Shape of a mark.
 *
 * Since: 0.1
 */
typedef enum {
    RHUMB_MAP_MARK_BOX,
    RHUMB_MAP_MARK_DISC,
    RHUMB_MAP_MARK_LINE,
} RhumbMapMarkKind;

/**
 * RhumbMapMark:
 * @kind: shape
 * @x: see #RhumbMapMarkKind
 * @y: see #RhumbMapMarkKind
 * @width: see #RhumbMapMarkKind
 * @height: see #RhumbMapMarkKind
 * @fill: colour inside, 0 = none
 * @stroke: colour of the line, 0 = none
 * @stroke_width: width of the line
 *
 * A shape of the legend.
 *
 * Since: 0.1
 */
typedef struct {
    RhumbMapMarkKind kind;
    double x;
    double y;
    double width;
    double height;
    guint32 fill;
    guint32 stroke;
    double stroke_width;
} RhumbMapMark;

GType rhumb_map_get_type (void) G_GNUC_CONST;
RhumbMap *rhumb_map_ref (RhumbMap *map);
void rhumb_map_unref (RhumbMap *map);
double rhumb_map_get_width (const RhumbMap *map);
double rhumb_map_get_height (const RhumbMap *map);
guint32 rhumb_map_get_paper_colour (const RhumbMap *map);
double rhumb_map_get_dpi (const RhumbMap *map);
RhumbMapColouring rhumb_map_get_colouring (const RhumbMap *map);
const char *rhumb_map_get_title (const RhumbMap *map);
const char *rhumb_map_get_description (const RhumbMap *map);
RhumbGraph *rhumb_map_get_graph (const RhumbMap *map);
const RhumbMapRegion *rhumb_map_get_regions (const RhumbMap *map, guint32 *n_regions);
const RhumbMapLink *rhumb_map_get_links (const RhumbMap *map, guint32 *n_links);
const RhumbMapMark *rhumb_map_get_marks (const RhumbMap *map, guint32 *n_marks);
const RhumbMapItem *rhumb_map_get_items (const RhumbMap *map, guint32 *n_items);
const RhumbMapText *rhumb_map_get_texts (const RhumbMap *map, guint32 *n_texts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbMap, rhumb_map_unref)

/**
 * RhumbMapBuilder:
 *
 * The way a map is put together. Everything added is copied. Belongs to one thread.
 *
 * Since: 0.1
 */
typedef struct _RhumbMapBuilder RhumbMapBuilder;

RhumbMapBuilder *rhumb_map_builder_new (double width, double height, guint32 paper_colour,
                                        const char *title, const char *description);
void rhumb_map_builder_free (RhumbMapBuilder *builder);
void rhumb_map_builder_set_dpi (RhumbMapBuilder *builder, double dpi);
void rhumb_map_builder_set_colouring (RhumbMapBuilder *builder, RhumbMapColouring colouring);
void rhumb_map_builder_set_graph (RhumbMapBuilder *builder, RhumbGraph *graph);
void rhumb_map_builder_add_region (RhumbMapBuilder *builder, const RhumbMapRegion *region);
void rhumb_map_builder_add_link (RhumbMapBuilder *builder, const RhumbMapLink *link);
void rhumb_map_builder_add_mark (RhumbMapBuilder *builder, const RhumbMapMark *mark);
guint32 rhumb_map_builder_add_item (RhumbMapBuilder *builder, const RhumbMapItem *item);
void rhumb_map_builder_add_text (RhumbMapBuilder *builder, const RhumbMapText *text);
RhumbMap *rhumb_map_builder_freeze (RhumbMapBuilder *builder, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbMapBuilder, rhumb_map_builder_free)

G_END_DECLS
