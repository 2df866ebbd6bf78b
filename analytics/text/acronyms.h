/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/arena.h"

G_BEGIN_DECLS

/* A short form and what it stands for, as spelled in the text; strings in the arena. */
typedef struct {
    const char *short_form;
    const char *expansion;
} RhumbAcronym;

RhumbAcronym *rhumb_find_acronyms (const char *text, RhumbArena *arena, guint32 *n_found);
RhumbAcronym *rhumb_find_all_acronyms (const char *text, RhumbArena *arena, guint32 *n_found);
const char *rhumb_strip_short_form (const char *keyword, RhumbArena *arena);

G_END_DECLS
