/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus.h"

G_BEGIN_DECLS

const char *rhumb_keyword_find_subject (const RhumbPaper *paper, const char *keyword,
                                        gsize *length);

G_END_DECLS
