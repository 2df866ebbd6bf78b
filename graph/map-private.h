/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/map.h"

G_BEGIN_DECLS

/* What the builder hands over when it freezes. Strings live in @strings, the arrays that lists
 * point into in @lists. */
struct _RhumbMap {
    double width;
    double height;
    guint32 paper_colour;
    double dpi;
    RhumbMapColouring colouring;
    RhumbGraph *graph; /* NULL = what is drawn stands for itself */
    GStringChunk *strings;
    GPtrArray *lists;
    const char *title;
    const char *description;
    GArray *regions;
    GArray *links;
    GArray *marks;
    GArray *items;
    GArray *texts;
};

G_END_DECLS
