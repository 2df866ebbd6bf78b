/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean rhumb_author_list_is (const char *cell);
void rhumb_author_list_part (char *cell);

G_END_DECLS
