/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *rhumb_wos_join_addresses (const GPtrArray *lines, const GPtrArray *authors);

G_END_DECLS
