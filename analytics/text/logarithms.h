/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double rhumb_log (guint32 n);

G_END_DECLS
