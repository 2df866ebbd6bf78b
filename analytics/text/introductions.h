/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/tokens.h"

G_BEGIN_DECLS

/* A name in the tokens of a text: @i … @end − 1, inside the sentence @start … @stop − 1. */
typedef struct {
    const RhumbTokens *tokens;
    guint32 i;
    guint32 end;
    guint32 start;
    guint32 stop;
} RhumbPlace;

gboolean rhumb_is_introduced (const RhumbPlace *place, gboolean is_announced);

G_END_DECLS
