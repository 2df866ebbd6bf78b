/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus.h"

G_BEGIN_DECLS

gboolean rhumb_is_front_matter (const RhumbPaper *paper);
const char *rhumb_content_of_title (const RhumbPaper *paper);

G_END_DECLS
