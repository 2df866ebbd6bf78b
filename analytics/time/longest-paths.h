/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/time/path-crossing.h"

G_BEGIN_DECLS

/* Private to time: adds to @arcs, unless NULL, all arcs on paths at most @slack shorter than the
 * longest one; weight = length of the longest path that uses them. */
void rhumb_find_longest_paths (const RhumbCitationFlow *flow, RhumbPathArcs *arcs, guint slack,
                               guint32 *longest);

G_END_DECLS
