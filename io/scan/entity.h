/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *rhumb_entity_decode (const char *text);
const char *rhumb_entity_find (const char *name);

G_END_DECLS
