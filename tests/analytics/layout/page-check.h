/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/map.h"

/* No words cover other words or leave the page; they are large enough and stand out from the paper.
 */
void check_page (const RhumbMap *map);
/* No words cover a disc. */
void check_discs (const RhumbMap *map);
