/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/map.h"

/* No words cover others or a disc, all is on the page and can be read, regions hold their discs. */
void check_map (const RhumbMap *map);
/* What does not hold of a map, in words; NULL if all does. */
char *find_fault (const RhumbMap *map);
/* The share of the area of all labels that is off the region of their cluster. */
double measure_words_off_land (const RhumbMap *map);
