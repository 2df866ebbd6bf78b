/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/format.h"

G_BEGIN_DECLS

/* What a format may be able to do. */
typedef enum {
    RHUMB_FORMAT_READS,
    RHUMB_FORMAT_READS_NETWORK,
    RHUMB_FORMAT_WRITES_CORPUS,
    RHUMB_FORMAT_WRITES_NETWORK,
    RHUMB_FORMAT_WRITES_MAP,
} RhumbFormatAbility;

char *rhumb_format_list_names (RhumbFormatAbility ability);
const RhumbFormat *rhumb_format_choose (const char *name, RhumbFormatAbility ability,
                                        GError **error);
const RhumbFormat *rhumb_format_choose_output (const char *path, const char *name,
                                               RhumbFormatAbility ability, GError **error);
gboolean rhumb_paths_check (const char *const *paths, GError **error);
const RhumbFormat *rhumb_format_tell (const RhumbInput *input, GError **error);
gboolean rhumb_format_read (const RhumbFormat *format, RhumbInput *input, gboolean reverse_edges,
                            RhumbCorpusBuilder *builder, GError **error);
gboolean rhumb_format_report_repairs (RhumbCorpusBuilder *builder, const RhumbInput *input,
                                      GError **error);

G_END_DECLS
