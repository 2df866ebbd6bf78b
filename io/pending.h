/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/output.h"

G_BEGIN_DECLS

/* Not installed: files that rhumb_output_remove_pending() removes (output.c). */
int rhumb_pending_add (char *temporary);
void rhumb_pending_forget (int place);

G_END_DECLS
