/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/model.h"

G_BEGIN_DECLS

guint32 *rhumb_find_sub_phrases (const char *const *label, guint32 n, const RhumbModel *model);

G_END_DECLS
