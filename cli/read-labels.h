/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "rhumb.h"

G_BEGIN_DECLS

RhumbNetwork *read_labels (const char *path, const RhumbCorpus *corpus, guint *n_unknown,
                           GError **error);

G_END_DECLS
