/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *rhumb_latex_symbol (const char *name, gsize length);
gunichar rhumb_latex_accent (const char *name, gsize length);

G_END_DECLS
