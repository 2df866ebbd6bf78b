/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *rhumb_xml_find_root (const char *head, gsize length);
gboolean rhumb_xml_head_has (const char *head, gsize length, const char *what);

G_END_DECLS
