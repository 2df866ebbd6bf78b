/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/error.h"

G_BEGIN_DECLS

void rhumb_set_error (GError **error, RhumbError code, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

G_END_DECLS
