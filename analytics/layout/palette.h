/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to layout: how many colours the palette tells apart; later clusters are grey. */
#define RHUMB_PALETTE_SIZE 27

guint32 rhumb_palette_get (guint32 i);
guint32 *rhumb_palette_assign (guint32 n_clusters, const double *nearness, gboolean in_grey);

G_END_DECLS
