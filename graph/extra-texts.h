/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Places in the text of an object: a field from the quotation mark of its name to the comma or
 * brace behind it. */
typedef struct {
    const char *name;
    const char *name_end;
    const char *value;
    const char *end;
} RhumbExtraMember;

gboolean rhumb_extra_next_member (const char *at, RhumbExtraMember *member);
gboolean rhumb_extra_find_member (const char *extra, const char *name, RhumbExtraMember *member);
char *rhumb_extra_unite (const char *better, const char *other);
char *rhumb_extra_add_member (const char *extra, const char *name, const char *text);
GPtrArray *rhumb_extra_find_texts (const char *extra, const char *name);

G_END_DECLS
