/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/threads.h"

G_BEGIN_DECLS

guint rhumb_get_thread (void);

G_END_DECLS
