/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "cli/run.h"

G_BEGIN_DECLS

void progress_show (const Run *run, guint n_done, guint n_all, const char *what);
void progress_end (const Run *run);

G_END_DECLS
