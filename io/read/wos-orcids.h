/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/format.h"
#include "io/read/extra.h"

G_BEGIN_DECLS

void rhumb_wos_take_orcids (const GPtrArray *pairs, RhumbRecord *record, RhumbExtra *extra);

G_END_DECLS
