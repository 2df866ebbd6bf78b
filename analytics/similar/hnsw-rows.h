/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/similar/hnsw.h"

G_BEGIN_DECLS

void rhumb_hnsw_set_file (RhumbHnsw *hnsw, int file, guint64 offset);

G_END_DECLS
