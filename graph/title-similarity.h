/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From here on a title and a part of a reference are taken for the same. */
#define RHUMB_TITLES_ALIKE 0.90

double rhumb_title_similarity (const char *title, const char *text);

G_END_DECLS
