/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/format.h"

G_BEGIN_DECLS

extern const RhumbFormat rhumb_format_dot;

G_END_DECLS
