/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/model.h"

G_BEGIN_DECLS

void rhumb_append_fold (const RhumbModel *model, const char *text, gsize length, GString *fold);
void rhumb_fold_dimensions (GString *fold, gsize from);
char *rhumb_turn_around (const char *name);

G_END_DECLS
