/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/similar/likeness.h"

G_BEGIN_DECLS

gboolean rhumb_likeness_options_check (const RhumbLikenessOptions *options, GError **error);

G_END_DECLS
