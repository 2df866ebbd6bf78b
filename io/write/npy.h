/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/vectors.h"

G_BEGIN_DECLS

gboolean rhumb_vectors_save_npy (const RhumbVectors *vectors, const char *path, GError **error);

G_END_DECLS
