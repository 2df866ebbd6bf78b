/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to layout: colours are 0xRRGGBBAA; the functions pass over the last byte. */

guint32 rhumb_colour_mix (guint32 a, guint32 b, double share);
double rhumb_colour_contrast (guint32 a, guint32 b);
double rhumb_colour_difference (guint32 a, guint32 b);
double rhumb_colour_difference_in_grey (guint32 a, guint32 b);
guint32 rhumb_colour_stand_out (guint32 colour, const guint32 *ground, gsize n_grounds,
                                double contrast, guint32 towards);

G_END_DECLS
