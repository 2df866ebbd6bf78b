/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *paper_type_get_word (const char *type);

G_END_DECLS
