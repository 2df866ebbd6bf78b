/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean rhumb_person_name_is_suffix (const char *text, gsize length);
char *rhumb_person_name_speak (const char *name);
gboolean rhumb_person_name_split_suffix (const char *name, char **family, char **given,
                                         char **suffix);

G_END_DECLS
