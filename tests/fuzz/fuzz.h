/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

/* The entry that fuzzing engines call; each target defines it. */
int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length);

/* What bytes are read as, where a target is for several formats: its name in the build. */
extern const char *fuzzed_format;
