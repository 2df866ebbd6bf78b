/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The fields of a record that have no place of their own, as the text of one JSON object. */
typedef struct _RhumbExtra RhumbExtra;

RhumbExtra *rhumb_extra_new (void);
void rhumb_extra_free (RhumbExtra *extra);
void rhumb_extra_clear (RhumbExtra *extra);
void rhumb_extra_add_text (RhumbExtra *extra, const char *name, const char *text);
void rhumb_extra_add_texts (RhumbExtra *extra, const char *name, const char *const *texts,
                            gsize n_texts);
void rhumb_extra_add_json (RhumbExtra *extra, const char *name, const char *json, gsize length);
gboolean rhumb_extra_is_of_schema (const char *name);
const char *rhumb_extra_get (RhumbExtra *extra);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbExtra, rhumb_extra_free)

G_END_DECLS
