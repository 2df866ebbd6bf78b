/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One spelling of a concept, how often it occurs, and how many papers have it inside a sentence.
 * is_derived: it says in other words what the
 * concept's key says, with a short form or a word for any means to an end. */
typedef struct {
    const char *surface;
    guint32 count;
    guint32 n_running;
    gboolean is_derived;
} RhumbSurface;

const char *rhumb_choose_label (const RhumbSurface *surface, guint n_surfaces,
                                const char *short_form, gboolean *is_usual);

G_END_DECLS
