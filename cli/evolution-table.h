/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "cli/table.h"
#include "rhumb.h"

G_BEGIN_DECLS

Table *evolution_list (const RhumbEvolution *evolution, guint limit, gboolean json);

G_END_DECLS
