/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/model.h"

G_BEGIN_DECLS

RhumbModel *rhumb_neutral_model_new (void);

G_END_DECLS
