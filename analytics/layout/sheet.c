/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The plain page that diagrams share: a title, a line that says what is shown, and at the foot how
 * it was made. Guarantees: no line is longer than its room.
 */
#include "analytics/layout/sheet.h"

#include "analytics/layout/text-extents.h"

#define N_CONCEPTS 8 /* of a topic, in its tooltip */
#define TITLE_SIZE 24.0
#define SUBTITLE_SIZE 12.5
#define FOOTER_SIZE 10.5

void
rhumb_sheet_write (RhumbMapBuilder *sheet, const RhumbSheetLine *line, const char *words)
{
    g_autofree char *shown = line->room > 0
                                 ? rhumb_text_fit (words, line->size, line->bold, line->room)
                                 : g_strdup (words);
    const char *const lines[] = {shown, NULL};
    const RhumbMapText text = {.role = line->role,
                               .owner = line->owner,
                               .lines = lines,
                               .x = line->x,
                               .y = line->y,
                               .size = line->size,
                               .leading = line->size * 1.15,
                               .bold = line->bold,
                               .anchor = line->anchor,
                               .halo = line->halo ? 2.6 : 0,
                               .colour = line->colour};
    rhumb_map_builder_add_text (sheet, &text);
}

/* How wide a page is that has room for what stands above and below, at most @most. */
double
rhumb_sheet_find_width (const char *title, const char *subtitle, const char *provenance,
                        double most)
{
    double widest = rhumb_text_width (title, TITLE_SIZE, TRUE, 0.0);
    widest = MAX (widest, rhumb_text_width (subtitle, SUBTITLE_SIZE, FALSE, 0.0));
    if (provenance != NULL)
        widest = MAX (widest, rhumb_text_width (provenance, FOOTER_SIZE, FALSE, 0.0));
    return MIN (widest + 1 + 2 * RHUMB_SHEET_MARGIN, most);
}

RhumbMapBuilder *
rhumb_sheet_new (double width, double height, const char *title, const char *subtitle,
                 const char *provenance)
{
    RhumbMapBuilder *sheet =
        rhumb_map_builder_new (width, height, RHUMB_SHEET_PAPER, title, subtitle);
    const double room = width - 2 * RHUMB_SHEET_MARGIN;
    const RhumbSheetLine heading = {.role = RHUMB_MAP_TEXT_TITLE,
                                    .owner = RHUMB_NONE,
                                    .x = RHUMB_SHEET_MARGIN,
                                    .y = 46,
                                    .size = TITLE_SIZE,
                                    .room = room,
                                    .bold = TRUE,
                                    .colour = RHUMB_SHEET_INK};
    RhumbSheetLine below = heading;
    below.role = RHUMB_MAP_TEXT_SUBTITLE;
    below.y = 68;
    below.size = SUBTITLE_SIZE;
    below.bold = FALSE;
    below.colour = RHUMB_SHEET_QUIET;
    RhumbSheetLine foot = below;
    foot.role = RHUMB_MAP_TEXT_FOOTER;
    foot.y = height - 18;
    foot.size = FOOTER_SIZE;
    rhumb_sheet_write (sheet, &heading, title);
    rhumb_sheet_write (sheet, &below, subtitle);
    if (provenance != NULL)
        rhumb_sheet_write (sheet, &foot, provenance);
    return sheet;
}

void
rhumb_sheet_rule (RhumbMapBuilder *sheet, double x1, double y1, double x2, double y2,
                  guint32 colour, double width)
{
    const RhumbMapMark mark = {.kind = RHUMB_MAP_MARK_LINE,
                               .x = x1,
                               .y = y1,
                               .width = x2 - x1,
                               .height = y2 - y1,
                               .stroke = colour,
                               .stroke_width = width};
    rhumb_map_builder_add_mark (sheet, &mark);
}

/* A bar of colours from left to right, 12 points high: each box reaches to the right end, and the
 * next one covers it, so that only the ends of the bar are round. */
void
rhumb_sheet_add_bar (RhumbMapBuilder *sheet, double x, double y, double width,
                     const guint32 *colour, guint n_colours, guint32 rim)
{
    const RhumbMapMark outline = {.kind = RHUMB_MAP_MARK_BOX,
                                  .x = x,
                                  .y = y,
                                  .width = width,
                                  .height = 12,
                                  .stroke = rim,
                                  .stroke_width = 1};
    for (guint i = 0; i < n_colours; i++) {
        RhumbMapMark box = outline;
        box.x += width * i / n_colours;
        box.width -= width * i / n_colours;
        box.fill = colour[i];
        box.stroke = 0;
        rhumb_map_builder_add_mark (sheet, &box);
    }
    rhumb_map_builder_add_mark (sheet, &outline);
}

/* Concepts for a tooltip. */
void
rhumb_sheet_append_concepts (GString *tooltip, const RhumbConcepts *concepts,
                             const guint32 *concept, guint32 n_concepts)
{
    for (guint32 i = 0; i < n_concepts; i++)
        g_string_append_printf (tooltip, "%s%s", i == 0 ? "" : "; ",
                                rhumb_concepts_get_concept (concepts, concept[i])->label);
}

/* Its tooltip: name, @facts, foremost concepts, a line each. */
void
rhumb_sheet_add_topic (RhumbMapBuilder *sheet, const RhumbTopics *topics, guint32 topic,
                       const RhumbSheetDisc *disc, const char *facts)
{
    const RhumbTopic *drawn = rhumb_topics_get_topic (topics, topic);
    g_autoptr (GString) tooltip = g_string_new (drawn->label);
    g_string_append_printf (tooltip, "\n%s", facts);
    if (drawn->n_concepts > 0)
        g_string_append_c (tooltip, '\n');
    rhumb_sheet_append_concepts (tooltip,
                                 rhumb_graph_get_concepts (rhumb_topics_get_graph (topics)),
                                 drawn->concepts, MIN (drawn->n_concepts, N_CONCEPTS));
    g_autofree char *id = g_strdup_printf ("topic:%u", topic);
    const RhumbMapItem item = {.id = id,
                               .kind = RHUMB_NODE_CONCEPT,
                               .cluster = topic,
                               .x = disc->x,
                               .y = disc->y,
                               .radius = disc->radius,
                               .weight = drawn->n_papers,
                               .score = drawn->score,
                               .fill = disc->fill,
                               .stroke = 0xffffffff,
                               .stroke_width = disc->stroke_width,
                               .name = drawn->label,
                               .tooltip = tooltip->str};
    rhumb_map_builder_add_item (sheet, &item);
}

/* Where a paper can be read; NULL = not known. */
char *
rhumb_sheet_link_of_paper (const RhumbPaper *paper)
{
    if (paper->doi != NULL && *paper->doi != '\0')
        return g_strconcat ("https://doi.org/", paper->doi, NULL);
    return g_strdup (paper->url);
}
