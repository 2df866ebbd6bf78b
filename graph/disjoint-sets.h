/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sets of the numbers 0 … n − 1 that grow together: @parent[i] leads to the smallest of its set. */
guint32 *rhumb_disjoint_sets_new (guint32 n);
guint32 rhumb_disjoint_sets_find (guint32 *parent, guint32 element);
guint32 rhumb_disjoint_sets_unite (guint32 *parent, guint32 a, guint32 b);

G_END_DECLS
