/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint32 *rhumb_shuffle (const guint64 *draw, guint32 n);

G_END_DECLS
