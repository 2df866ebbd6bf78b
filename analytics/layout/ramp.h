/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/theme.h"

G_BEGIN_DECLS

/* Private to layout: colours that stand for how much, from the paper of a theme upward. */
void rhumb_ramp_fill (const RhumbTheme *theme, guint32 *colour, guint n_colours);

G_END_DECLS
