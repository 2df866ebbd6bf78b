/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean rhumb_circumstances_names_place (const char *label);
gboolean rhumb_circumstances_names_study (const char *padded);

G_END_DECLS
