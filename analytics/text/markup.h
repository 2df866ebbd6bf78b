/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize rhumb_markup_length (const char *text, const char **meaning);
void rhumb_markup_join_decimals (GString *text);

G_END_DECLS
