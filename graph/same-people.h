/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "graph/corpus-draft-private.h"

G_BEGIN_DECLS

char *rhumb_person_make_name_id (const char *name);
guint32 *rhumb_find_same_people (const GPtrArray *drafts, const GHashTable *number_of_id,
                                 guint32 n_people);

G_END_DECLS
