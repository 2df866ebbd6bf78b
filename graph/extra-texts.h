/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *rhumb_extra_find_texts (const char *extra, const char *name);

G_END_DECLS
