/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void rhumb_bibtex_write_name (GString *out, const char *name);

G_END_DECLS
