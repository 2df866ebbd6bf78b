/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void rhumb_set_n_threads (guint n_threads);
guint rhumb_get_n_threads (void);

G_END_DECLS
