/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "cli/run.h"

G_BEGIN_DECLS

gboolean choose_places (const Run *run, gboolean wanted, RhumbAttributedNetwork **network,
                        GError **error);

G_END_DECLS
