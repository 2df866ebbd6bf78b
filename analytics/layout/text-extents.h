/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How far letters reach below the baseline, as a share of the font size. */
#define RHUMB_TEXT_DESCENT 0.22

double rhumb_text_width (const char *text, double size, gboolean bold, double letter_spacing);
double rhumb_text_ascent (const char *text);
char *rhumb_text_fit (const char *text, double size, gboolean bold, double max_width);
char *rhumb_text_join_fitting (const GStrv parts, const char *between, double size, gboolean bold,
                               double max_width);
char *rhumb_text_fit_parts (const GStrv parts, const char *between, double size, gboolean bold,
                            double max_width);

G_END_DECLS
