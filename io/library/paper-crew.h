/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/library/restoring.h"

G_BEGIN_DECLS

gboolean rhumb_library_read_papers (RhumbRestoring *restoring, gboolean *has_orphans);

G_END_DECLS
