/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/map.h"
#include "graph/topics.h"

G_BEGIN_DECLS

/* Private to layout: the plain page that diagrams share. */
#define RHUMB_SHEET_PAPER 0xfcfcfaff
#define RHUMB_SHEET_INK 0x20242cff
#define RHUMB_SHEET_QUIET 0x5b6270ff
#define RHUMB_SHEET_RULE 0xdadad5ff
#define RHUMB_SHEET_TOP 96.0
#define RHUMB_SHEET_BOTTOM 56.0
#define RHUMB_SHEET_MARGIN 40.0

/* One line of words: shortened to @room if that is above 0. */
typedef struct {
    RhumbMapTextRole role;
    guint32 owner;
    double x;
    double y; /* baseline */
    double size;
    double room;
    gboolean bold;
    gboolean halo;
    RhumbMapAnchor anchor;
    guint32 colour;
} RhumbSheetLine;

/* The disc that stands for a topic. */
typedef struct {
    double x;
    double y;
    double radius;
    double stroke_width;
    guint32 fill;
} RhumbSheetDisc;

double rhumb_sheet_find_width (const char *title, const char *subtitle, const char *provenance,
                               double most);
RhumbMapBuilder *rhumb_sheet_new (double width, double height, const char *title,
                                  const char *subtitle, const char *provenance);
void rhumb_sheet_write (RhumbMapBuilder *sheet, const RhumbSheetLine *line, const char *words);
void rhumb_sheet_rule (RhumbMapBuilder *sheet, double x1, double y1, double x2, double y2,
                       guint32 colour, double width);
void rhumb_sheet_add_bar (RhumbMapBuilder *sheet, double x, double y, double width,
                          const guint32 *colour, guint n_colours, guint32 rim);
void rhumb_sheet_add_topic (RhumbMapBuilder *sheet, const RhumbTopics *topics, guint32 topic,
                            const RhumbSheetDisc *disc, const char *facts);
void rhumb_sheet_append_concepts (GString *tooltip, const RhumbConcepts *concepts,
                                  const guint32 *concept, guint32 n_concepts);
char *rhumb_sheet_link_of_paper (const RhumbPaper *paper);

G_END_DECLS
