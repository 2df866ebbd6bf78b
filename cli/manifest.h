/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "cli/run.h"

G_BEGIN_DECLS

char *manifest_write (const Run *run, const Results *results);

G_END_DECLS
