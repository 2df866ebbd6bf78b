/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lists of texts as JSON arrays in one column, written and read millions of times. */
typedef struct _RhumbJsonTexts RhumbJsonTexts;

void rhumb_json_texts_append (GString *json, const char *const *texts, guint n_texts);
RhumbJsonTexts *rhumb_json_texts_new (void);
void rhumb_json_texts_free (RhumbJsonTexts *texts);
void rhumb_json_texts_clear (RhumbJsonTexts *texts);
gboolean rhumb_json_texts_parse (RhumbJsonTexts *texts, const char *json, GPtrArray *list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbJsonTexts, rhumb_json_texts_free)

G_END_DECLS
