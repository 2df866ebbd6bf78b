/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Puts names beside the discs of a strategic diagram.
 *
 * Names and numbers of papers are put where they cover no disc and no other words: beside the disc,
 * else further out in 24 directions. A reader takes a name for that of the nearest disc: only where
 * no such place is left does it stand elsewhere, and a line leads to it. A name that finds no place
 * at all loses its last parts. Cost: themes² × places.
 */
#include "analytics/layout/theme-names.h"

#include <math.h>

#include "analytics/cluster/labels.h"
#include "analytics/layout/sheet.h"
#include "analytics/layout/text-extents.h"
#include "graph/plural.h"

#define LABEL_SIZE 13.0
#define COUNT_SIZE 10.5
#define LABEL_ROOM 260.0
#define N_RINGS 12
#define FAR 12.0     /* from its disc: a line leads to a name */
#define N_GLANCES 12 /* points of such a line that are checked */

/* The quadrant in which a theme is drawn. */
static RhumbBox
find_quadrant (const RhumbStrategicDiagram *diagram, guint32 t)
{
    RhumbBox box = diagram->plot;
    *(diagram->centre[t].x < diagram->cut_x ? &box.right : &box.left) = diagram->cut_x;
    *(diagram->centre[t].y < diagram->cut_y ? &box.bottom : &box.top) = diagram->cut_y;
    return box;
}

/* The point of a box that is nearest to another. */
static RhumbPoint
nearest_point (RhumbBox box, RhumbPoint to)
{
    return (RhumbPoint){CLAMP (to.x, box.left, box.right), CLAMP (to.y, box.top, box.bottom)};
}

/* How far a box is from the rim of a disc. */
static double
gap_to_disc (const RhumbStrategicDiagram *diagram, guint32 t, RhumbBox box)
{
    const RhumbPoint centre = diagram->centre[t];
    const RhumbPoint p = nearest_point (box, centre);
    return hypot (p.x - centre.x, p.y - centre.y) - diagram->radius[t];
}

/* One of N_GLANCES + 1 points between a disc and a box. */
static RhumbBox
glance (const RhumbStrategicDiagram *diagram, guint32 theme, RhumbBox box, guint k)
{
    const RhumbPoint from = diagram->centre[theme];
    const RhumbPoint to = nearest_point (box, from);
    const RhumbPoint p = {from.x + (to.x - from.x) * k / N_GLANCES,
                          from.y + (to.y - from.y) * k / N_GLANCES};
    return (RhumbBox){p.x, p.y, p.x, p.y};
}

/* Whether a line can lead from a disc to a box, past all others. */
static gboolean
is_in_sight (const RhumbStrategicDiagram *diagram, guint32 theme, RhumbBox box)
{
    for (guint k = 0; k <= N_GLANCES; k++) {
        const RhumbBox at = glance (diagram, theme, box, k);
        for (guint32 t = 0; t < diagram->n; t++) {
            if (t != theme && gap_to_disc (diagram, t, at) < 2)
                return FALSE;
        }
        for (guint i = 0; i < diagram->taken->len; i++) {
            if (rhumb_boxes_overlap (at, g_array_index (diagram->taken, RhumbBox, i), 1))
                return FALSE;
        }
    }
    return TRUE;
}

/* Where a name may stand: in the quadrant of its theme and nearest to its disc; else anywhere
 * nearest to it; else anywhere. A line must be able to lead to what is far from it. */
typedef enum { AT_HOME, NEAREST, ANYWHERE, N_MANNERS } Manner;

static gboolean
is_free (const RhumbStrategicDiagram *diagram, guint32 theme, RhumbBox box, Manner manner)
{
    if (!rhumb_box_contains_box (diagram->plot, box) ||
        (manner == AT_HOME && !rhumb_box_contains_box (find_quadrant (diagram, theme), box)))
        return FALSE;
    for (guint i = 0; i < diagram->taken->len; i++) {
        if (rhumb_boxes_overlap (box, g_array_index (diagram->taken, RhumbBox, i), 4))
            return FALSE;
    }
    const double own = gap_to_disc (diagram, theme, box);
    for (guint32 t = 0; t < diagram->n; t++) {
        const double gap = gap_to_disc (diagram, t, box);
        if (gap < 3 || (gap < own && manner != ANYWHERE))
            return FALSE;
    }
    return own <= FAR || is_in_sight (diagram, theme, box);
}

/* The first free place around a disc, nearest first, to the right first. */
static gboolean
search_places (const RhumbStrategicDiagram *diagram, guint32 t, RhumbPoint size, Manner manner,
               RhumbBox *box)
{
    static const double ANGLE[] = {0,    4,    2,    6,    1,    7,    3,    5,
                                   0.5,  7.5,  3.5,  4.5,  1.5,  2.5,  5.5,  6.5,
                                   0.25, 7.75, 3.75, 4.25, 1.75, 2.25, 5.75, 6.25};
    for (guint ring = 0; ring < N_RINGS; ring++) {
        for (guint i = 0; i < G_N_ELEMENTS (ANGLE); i++) {
            const double angle = ANGLE[i] * G_PI / 4;
            const double reach = diagram->radius[t] + 5 + ring * 6;
            const RhumbPoint place = {
                diagram->centre[t].x + cos (angle) * (reach + size.x / 2),
                diagram->centre[t].y - sin (angle) * (reach + size.y / 2),
            };
            *box = rhumb_box_around (place, size.x, size.y);
            if (is_free (diagram, t, *box, manner))
                return TRUE;
        }
    }
    return FALSE;
}

static gboolean
find_label_place (const RhumbStrategicDiagram *diagram, guint32 t, RhumbPoint size, RhumbBox *box)
{
    for (guint manner = 0; manner < N_MANNERS; manner++) {
        if (search_places (diagram, t, size, (Manner)manner, box))
            return TRUE;
    }
    return FALSE;
}

static void
draw_leader (RhumbStrategicDiagram *diagram, guint32 t, RhumbBox box)
{
    const RhumbPoint from = diagram->centre[t];
    const RhumbPoint to = nearest_point (box, from);
    const double length = hypot (to.x - from.x, to.y - from.y);
    const double start = (diagram->radius[t] + 2) / length;
    const double end = (length - 2) / length;
    rhumb_sheet_rule (diagram->sheet, from.x + (to.x - from.x) * start,
                      from.y + (to.y - from.y) * start, from.x + (to.x - from.x) * end,
                      from.y + (to.y - from.y) * end, RHUMB_SHEET_QUIET, 0.8);
}

/* Words beside a disc begin or end at it, whatever letters they are drawn with. */
static void
write_label (RhumbStrategicDiagram *diagram, guint32 t, RhumbBox box, const char *label,
             const char *papers)
{
    const RhumbPoint centre = diagram->centre[t];
    if (gap_to_disc (diagram, t, box) > FAR)
        draw_leader (diagram, t, box);
    RhumbSheetLine line = {.role = RHUMB_MAP_TEXT_LABEL,
                           .owner = t,
                           .x = (box.left + box.right) / 2,
                           .y = box.top + LABEL_SIZE * (1.2 - RHUMB_TEXT_DESCENT),
                           .size = LABEL_SIZE,
                           .bold = TRUE,
                           .halo = TRUE,
                           .anchor = RHUMB_MAP_ANCHOR_MIDDLE,
                           .colour = RHUMB_SHEET_INK};
    if (box.left >= centre.x || box.right <= centre.x) {
        line.anchor = box.left >= centre.x ? RHUMB_MAP_ANCHOR_START : RHUMB_MAP_ANCHOR_END;
        line.x = box.left >= centre.x ? box.left : box.right;
    }
    rhumb_sheet_write (diagram->sheet, &line, label);
    line.y += COUNT_SIZE * 1.2;
    line.size = COUNT_SIZE;
    line.bold = FALSE;
    line.role = RHUMB_MAP_TEXT_LEGEND;
    line.colour = RHUMB_SHEET_QUIET;
    if (papers != NULL)
        rhumb_sheet_write (diagram->sheet, &line, papers);
}

/* A name of as many of its parts as find a place; NULL if none does, its box is then empty. */
static char *
place_label (const RhumbStrategicDiagram *diagram, guint32 t, const GStrv parts, const char *papers,
             RhumbBox *box)
{
    g_auto (GStrv) kept = g_strdupv (parts);
    for (guint n = g_strv_length (kept); n > 0; n--) {
        g_autofree char *label =
            rhumb_text_fit_parts (kept, RHUMB_BETWEEN_LABEL_PARTS, LABEL_SIZE, TRUE, LABEL_ROOM);
        RhumbPoint size = {rhumb_text_width (label, LABEL_SIZE, TRUE, 0), LABEL_SIZE * 1.2};
        if (papers != NULL) {
            size.x = MAX (size.x, rhumb_text_width (papers, COUNT_SIZE, FALSE, 0));
            size.y += COUNT_SIZE * 1.2;
        }
        if (find_label_place (diagram, t, size, box))
            return g_steal_pointer (&label);
        g_clear_pointer (&kept[n - 1], g_free);
    }
    *box = (RhumbBox){0};
    return NULL;
}

/* No other words may come onto a name or the line to it. */
static void
take_room (RhumbStrategicDiagram *diagram, guint32 t, RhumbBox box)
{
    g_array_append_val (diagram->taken, box);
    for (guint k = 0; k <= N_GLANCES && gap_to_disc (diagram, t, box) > FAR; k++) {
        const RhumbBox at = glance (diagram, t, box, k);
        g_array_append_val (diagram->taken, at);
    }
}

static GStrv
split_label (const RhumbStrategicDiagram *diagram, guint32 t)
{
    const RhumbTopic *topic = rhumb_topics_get_topic (diagram->topics, t);
    return rhumb_label_split (rhumb_topics_get_graph (diagram->topics), topic->label,
                              topic->concepts, topic->n_concepts);
}

/* Finds places for all names, with the numbers of papers or without; FALSE if one has none. */
static gboolean
place_labels (RhumbStrategicDiagram *diagram, char *const *papers, GPtrArray *label, RhumbBox *box)
{
    const guint n_fixed = diagram->taken->len;
    gboolean have_all = TRUE;
    for (guint32 t = 0; t < diagram->n; t++) {
        g_auto (GStrv) parts = split_label (diagram, t);
        char *placed = place_label (diagram, t, parts, papers != NULL ? papers[t] : NULL, &box[t]);
        if (placed != NULL)
            take_room (diagram, t, box[t]);
        have_all = have_all && placed != NULL;
        g_free (label->pdata[t]);
        label->pdata[t] = placed;
    }
    g_array_set_size (diagram->taken, n_fixed);
    return have_all;
}

/* Writes the names of themes. Where there is no room for all of them with the numbers of papers,
 * numbers are left to tooltips. */
void
rhumb_theme_names_draw (RhumbStrategicDiagram *diagram)
{
    g_autoptr (GPtrArray) label = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_set_size (label, (int)diagram->n);
    g_auto (GStrv) papers = g_new0 (char *, diagram->n + 1);
    g_autofree RhumbBox *box = g_new (RhumbBox, MAX (diagram->n, 1));
    for (guint32 t = 0; t < diagram->n; t++) {
        const guint32 n = rhumb_topics_get_topic (diagram->topics, t)->n_papers;
        papers[t] = g_strdup_printf ("%u %s", n, rhumb_plural (n, "paper", "papers"));
    }
    const gboolean have_counts = place_labels (diagram, papers, label, box);
    if (!have_counts)
        place_labels (diagram, NULL, label, box);
    for (guint32 t = 0; t < diagram->n; t++) {
        if (label->pdata[t] != NULL)
            write_label (diagram, t, box[t], label->pdata[t], have_counts ? papers[t] : NULL);
    }
}
