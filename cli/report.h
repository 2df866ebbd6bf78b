/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus.h"

G_BEGIN_DECLS

char *report_write (const RhumbCorpus *corpus);

G_END_DECLS
