/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *rhumb_magic_name (const char *head, gsize length);
const char *rhumb_magic_compression (const char *head, gsize length);

G_END_DECLS
