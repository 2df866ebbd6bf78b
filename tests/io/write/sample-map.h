/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/map.h"
#include "io/format.h"

/* A map of two regions, two discs, a link and words, every string of it @words. */
RhumbMap *sample_map (const char *words, const char *url, double x);
char *sample_write (const RhumbFormat *format, const RhumbMap *map, gsize *length);
