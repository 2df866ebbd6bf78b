/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/strings.h"
#include "analytics/text/terms.h"

G_BEGIN_DECLS

guint32 rhumb_find_bare_term (const RhumbStrings *keys, const GArray *terms, guint32 t);
guint32 rhumb_find_twin_term (const RhumbStrings *keys, guint32 t);

G_END_DECLS
