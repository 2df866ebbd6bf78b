/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "cli/run.h"

G_BEGIN_DECLS

char *options_get_help (const Command *command, RunParts parts, const GOptionEntry *own);
gboolean options_parse (Run *run, RunParts parts, const GOptionEntry *own, int argc, char **argv,
                        GError **error);

G_END_DECLS
