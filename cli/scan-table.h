/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "cli/run.h"

G_BEGIN_DECLS

Table *scan_table_new (const Run *run, const RhumbGraph *graph, GError **error);

G_END_DECLS
