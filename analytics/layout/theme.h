/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/topic-map.h"

G_BEGIN_DECLS

/* Private to layout: the colours of a theme that belong to no topic. */
typedef struct {
    const char *name;
    guint32 paper;     /* the page */
    guint32 title;     /* words of the heading */
    guint32 ink;       /* labels and legend */
    guint32 quiet;     /* counts, headings of the legend */
    guint32 faint;     /* facts, provenance */
    guint32 rule;      /* lines that part the page */
    guint32 ring;      /* the legend's empty discs */
    guint32 link;      /* links between topics */
    guint32 towards;   /* where a colour goes until it stands out: black or white */
    double tint;       /* share of the topic's colour in its region */
    double edge;       /* share of it in the region's outline */
    double stands_out; /* least contrast of discs with what is behind them, 1 = any */
    gboolean in_grey;  /* whether colours are told apart by lightness alone */
} RhumbTheme;

const RhumbTheme *rhumb_theme_get (RhumbMapTheme theme);

G_END_DECLS
