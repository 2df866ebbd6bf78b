/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "cli/run.h"

G_BEGIN_DECLS

GPtrArray *named_files_list_read (const Run *run);
gboolean named_files_check (const Run *run, RunParts parts, GError **error);

G_END_DECLS
