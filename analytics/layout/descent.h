/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/layout/energy.h"

G_BEGIN_DECLS

void rhumb_descend (const RhumbEnergy *energy, double *x, guint n_steps);

G_END_DECLS
