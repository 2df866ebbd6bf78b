/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/geometry.h"

G_BEGIN_DECLS

/* Private to layout: a name broken into lines, and how much room it takes. */
typedef struct {
    char **lines;
    guint n_lines;
    double size;
    double leading;
    double letter_spacing;
    double ascent;
    double width;
    double height;
    gboolean bold;
} RhumbTextBlock;

RhumbTextBlock *rhumb_text_block_new (const char *text, guint max_lines, guint line_chars,
                                      double size, gboolean bold, double letter_spacing);
void rhumb_text_block_free (RhumbTextBlock *block);
double rhumb_text_block_first_baseline (const RhumbTextBlock *block, double top);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbTextBlock, rhumb_text_block_free)

G_END_DECLS
