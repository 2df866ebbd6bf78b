/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gpointer rhumb_open_by_need (const char *library, const char *symbol, GError **error);

G_END_DECLS
