/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void rhumb_notices_drop (GString *text);

G_END_DECLS
