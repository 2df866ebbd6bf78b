/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/read/json-records.h"

G_BEGIN_DECLS

gboolean rhumb_json_read_lines (RhumbJsonReader *reader, RhumbJsonParser *parser, RhumbInput *input,
                                GError **error);

G_END_DECLS
