/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One spelling of a concept and how often it occurs. */
typedef struct {
    const char *surface;
    guint32 count;
} RhumbSurface;

const char *rhumb_choose_label (const RhumbSurface *surface, guint n_surfaces,
                                const char *short_form);

G_END_DECLS
