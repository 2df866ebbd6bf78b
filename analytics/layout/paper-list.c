/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The papers of one topic, beside its map.
 *
 * On a map there is no room for titles, which are sentences: there a paper is known by its first
 * author and year, or where these are unknown by its title up to a colon, and the panel beside the
 * map lists what that stands for, the most important papers first. What does not fit is counted.
 * Cost: linear in the papers.
 */
#include "analytics/layout/paper-list.h"

#include <string.h>

#include "analytics/layout/network-scene.h"
#include "analytics/layout/sheet.h"
#include "analytics/layout/text-extents.h"
#include "graph/plural.h"
#include "graph/text.h"

#define TITLE_SIZE 11.5
#define NAME_SIZE 10.5
#define LINE 14.0
#define MOST_LINES 3
#define SPACE 9.0
#define LONGEST_HEAD 40

static const RhumbPaper *
get_paper (const RhumbScene *scene, const RhumbSceneNode *node)
{
    const guint32 first = rhumb_graph_get_first_node (scene->graph, RHUMB_NODE_PAPER);
    return rhumb_corpus_get_paper (rhumb_graph_get_corpus (scene->graph), node->node - first);
}

/* First author and year; NULL where either is unknown. */
static char *
name_paper (const RhumbScene *scene, const RhumbSceneNode *node)
{
    const RhumbPaper *paper = get_paper (scene, node);
    if (paper->n_people == 0 || paper->year == 0)
        return NULL;
    return rhumb_short_paper_name (rhumb_graph_get_corpus (scene->graph), paper);
}

/* Names a paper on the map: first author and year, else its title up to a colon, else its title. */
char *
rhumb_paper_caption (const RhumbScene *scene, const RhumbSceneNode *node)
{
    char *name = name_paper (scene, node);
    if (name != NULL)
        return name;
    const char *colon = strstr (node->name, ": ");
    const gboolean has_head =
        colon != NULL && g_utf8_strlen (node->name, colon - node->name) <= LONGEST_HEAD;
    return has_head ? g_strndup (node->name, (gsize)(colon - node->name)) : g_strdup (node->name);
}

static void
write_line (RhumbMapBuilder *builder, RhumbBox room, double y, double size, guint32 colour,
            const char *words)
{
    const RhumbSheetLine line = {.role = RHUMB_MAP_TEXT_LEGEND,
                                 .owner = RHUMB_NONE,
                                 .x = room.left,
                                 .y = y,
                                 .size = size,
                                 .room = room.right - room.left,
                                 .colour = colour};
    rhumb_sheet_write (builder, &line, words);
}

/* Lines as long as there is room; the last one takes what is left and may be shortened. */
static GStrv
break_title (const char *title, double width)
{
    g_auto (GStrv) words = g_strsplit (title, " ", -1);
    g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
    g_autoptr (GString) line = g_string_new (NULL);
    guint n_lines = 1;
    for (guint i = 0; words[i] != NULL; i++) {
        g_autofree char *longer = g_strconcat (line->str, line->len > 0 ? " " : "", words[i], NULL);
        if (line->len > 0 && n_lines < MOST_LINES &&
            rhumb_text_width (longer, TITLE_SIZE, FALSE, 0.0) > width) {
            g_strv_builder_add (lines, line->str);
            g_string_assign (line, words[i]);
            n_lines++;
        } else {
            g_string_assign (line, longer);
        }
    }
    g_strv_builder_add (lines, line->str);
    return g_strv_builder_end (lines);
}

/* Writes a paper below y; returns where the next one begins, or y if there is no room for it. */
static double
add_paper (const RhumbScene *scene, const RhumbSceneNode *node, RhumbMapBuilder *builder,
           RhumbBox room, double y)
{
    g_auto (GStrv) lines = break_title (node->name, room.right - room.left);
    g_autofree char *name = name_paper (scene, node);
    const guint n_lines = g_strv_length (lines) + (name != NULL ? 1 : 0);
    if (y + LINE * n_lines > room.bottom - LINE)
        return y;
    double at = y;
    for (guint i = 0; lines[i] != NULL; i++, at += LINE)
        write_line (builder, room, at, TITLE_SIZE, scene->theme->ink, lines[i]);
    if (name != NULL)
        write_line (builder, room, at, NAME_SIZE, scene->theme->faint, name);
    return at + (name != NULL ? LINE : 0) + SPACE;
}

/* Lists the papers that are drawn, the most important first. @room: where they may be; the first
 * line stands on its upper side. Returns where what follows may stand. */
double
rhumb_paper_list_draw (const RhumbScene *scene, RhumbMapBuilder *builder, RhumbBox room)
{
    g_autofree guint32 *order = rhumb_scene_by_importance (scene);
    double y = room.top;
    guint n_papers = 0;
    guint n_listed = 0;
    gboolean is_full = FALSE;
    for (guint32 k = 0; k < scene->n_nodes; k++) {
        const RhumbSceneNode *node = &scene->node[order[k]];
        if (node->kind != RHUMB_NODE_PAPER)
            continue;
        n_papers++;
        const double next = is_full ? y : add_paper (scene, node, builder, room, y);
        is_full = next <= y;
        n_listed += !is_full;
        y = next;
    }
    if (n_listed == n_papers)
        return y;
    g_autofree char *rest = g_strdup_printf ("and %u more %s", n_papers - n_listed,
                                             rhumb_plural (n_papers - n_listed, "paper", "papers"));
    write_line (builder, room, y, TITLE_SIZE, scene->theme->faint, rest);
    return y + LINE;
}
