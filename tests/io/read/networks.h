/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/format.h"

/* What a test of a reader of networks needs: text in, a network out, with its report. */
RhumbAttributedNetwork *test_read_network (const char *format, const char *text,
                                           RhumbCorpus **report, GError **error);
RhumbAttributedNetwork *test_load_network (const char *path);
const char *test_node_text (const RhumbAttributedNetwork *network, const char *id,
                            const char *attribute);
double test_node_real (const RhumbAttributedNetwork *network, const char *id,
                       const char *attribute);
char *test_shared_path (const char *name);
