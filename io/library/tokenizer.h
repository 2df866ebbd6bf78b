/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/sqlite-door.h"

G_BEGIN_DECLS

gboolean rhumb_library_hasten_words (RhumbDatabase *database, GError **error);

G_END_DECLS
