/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/vocabulary.h"

G_BEGIN_DECLS

RhumbVocabulary *rhumb_vocabulary_load (const char *path, GError **error);

G_END_DECLS
