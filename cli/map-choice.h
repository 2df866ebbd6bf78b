/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "cli/run.h"

G_BEGIN_DECLS

/* What the options of rhumb map say; strings are NULL where an option is not given. */
typedef struct {
    char *of;
    char *network;
    char *title;
    char *theme;
    char *colour;
    char *level;
    char *view;
    char *layout;
    char *topic; /* by number or label */
    int size;
    int nodes;
    double width;
    double height;
    double dpi;
    gboolean transparent;
    const RhumbFormat *format; /* what is written; found by the check */
} MapChoice;

gboolean map_choice_check (const Run *run, MapChoice *choice, RhumbMapOptions *options,
                           GError **error);
gboolean map_choice_is_file (const MapChoice *choice);
gboolean map_choice_is_open (const Run *run, const MapChoice *choice);
void map_choice_clear (MapChoice *choice);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MapChoice, map_choice_clear)

G_END_DECLS
