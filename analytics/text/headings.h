/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/settling.h"

G_BEGIN_DECLS

char *rhumb_speak_heading (const RhumbOrdinaryWords *words, const char *heading,
                           gboolean is_from_list);

G_END_DECLS
