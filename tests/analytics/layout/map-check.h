/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/map.h"

/* No words cover others or a disc, all is on the page and can be read, regions hold their discs. */
void check_map (const RhumbMap *map);
