/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/map.h"

G_BEGIN_DECLS

/* Private to io: the papers behind the items of a map, numbered in the order of the corpus. */
typedef struct {
    RhumbMapItem *item; /* those of the map, the most important first */
    guint32 n_items;
    guint32 *item_place; /* of each item of the map in item */
    RhumbGraph *graph;   /* NULL = nothing is known behind the items */
    const RhumbCorpus *corpus;
    guint32 *place; /* of each paper of the corpus on the page, RHUMB_NONE = not there */
    GArray *paper;  /* its number in the corpus, by place */
} RhumbHtmlPapers;

void rhumb_html_papers_init (RhumbHtmlPapers *papers, const RhumbMap *map);
void rhumb_html_papers_clear (RhumbHtmlPapers *papers);
void rhumb_html_papers_append (GString *out, const RhumbHtmlPapers *papers);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RhumbHtmlPapers, rhumb_html_papers_clear)

G_END_DECLS
