/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *rhumb_language_get_code (const char *name);

G_END_DECLS
